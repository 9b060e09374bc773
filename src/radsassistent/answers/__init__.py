"""How it is said. In: a question and a conversation. Out: an Answer, each sentence with its citations, verified.

Called by the command line, the chat and the evaluation, which only render the Answer.
"""

from radsassistent.answers.answer import Answer, Citation, Retrieved, Sentence
from radsassistent.answers.assistant import Assistant
from radsassistent.answers.corpora import EmptyArchiveError
from radsassistent.search.conversation import Conversation

__all__ = ["Answer", "Assistant", "Citation", "Conversation", "EmptyArchiveError", "Retrieved", "Sentence"]
