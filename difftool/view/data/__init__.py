"""Tables, each with its origin: of characters, made from other people's work, and of words, made here.

Below the folds and the rules of `classify`, which read them. Knows no text: these are constants.
"""
