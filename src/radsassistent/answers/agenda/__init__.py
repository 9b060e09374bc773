"""The agenda and the meeting itself. In: a Query and the agenda's rows. Out: a Draft that gives what is asked of them.

Called by `compose`; the other ways of answering use its rows.
"""
