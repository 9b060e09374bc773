"""What is proposed, and what was decided. In: a Query, proposals and decisions. Out: a Draft that never tells one as the other.

Called by `compose`; a case's summary uses it.
"""
