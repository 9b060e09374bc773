"""How it is found. In: a question and a snapshot of the archive. Out: a Query and ranked Hits.

Called by answers.
"""

from radsassistent.search.conversation import Conversation
from radsassistent.search.corpus import Corpus
from radsassistent.search.find import find
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.understand import understand

__all__ = ["Conversation", "Corpus", "Hit", "Query", "find", "understand"]
