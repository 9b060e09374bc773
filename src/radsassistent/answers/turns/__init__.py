"""Going on with what a conversation has just told. In: a Query and the last Answer. Out: a Draft, or the slides to ask first.

Called by `assistant`.
"""
