"""Model mode: a language model words the answer. In: a Query and passages. Out: sentences, each with what it cites.

Called by `engine`; nothing of it is passed on unverified.
"""
