"""Tables that were made from other people's work, each with its origin and licence.

Below the folds, which alone read them. Knows no text: these are constants.
"""
