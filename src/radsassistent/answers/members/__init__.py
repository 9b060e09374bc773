"""Who sits where, and who met. In: a Query and the lists of members. Out: a Draft that names everybody whom its words fit.

Called by `compose`.
"""
