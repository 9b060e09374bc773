"""What members see. In: an Assistant that answers and an Archive that keeps the originals. Out: the chat page.

`server.serve` puts it on an address, `app.build` is the page alone. Called by the command line and by `app.py`.
"""
