"""An assistant over a council's meeting documents: answers questions in Norwegian and cites every slide.

In: files in `ingest/` and questions. Out: answers with citations. `cli` and `web` are the two ways in.
"""

__version__ = "0.1.0"
