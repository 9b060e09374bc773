"""Slides and cases as wholes. In: a Query and the slides of a case. Out: a Draft: a summary, a list, where something stands.

Called by `compose`; the page of meetings shows a case's key points.
"""
