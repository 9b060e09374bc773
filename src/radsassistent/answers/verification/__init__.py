"""What a statement must stand up to. In: a Draft and its hits. Out: the sentences of an Answer, and what was refused.

Called by `engine` in both modes, sentence by sentence.
"""
