"""Tables, charts and single figures. In: a Query and table rows. Out: a Draft with values, and what is reckoned of them.

Called by `compose`; what goes on from figures just told is in `turns`.
"""
