"""In: gold questions (eval/<meeting>.jsonl) and a callable that answers one question with the batch record.
Out: a report of figures overall and per kind, the files that show it, and the thresholds that it missed.
Called by `radsassistent eval`; knows nothing of how an answer is made.
"""
