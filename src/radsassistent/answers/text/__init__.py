"""Running text: bullets, sentences, titles. In: a Query and its hits. Out: a Draft of what stands there, word for word.

Called by `compose`; the other ways of answering quote with it.
"""
