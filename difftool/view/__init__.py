"""Texts as the aligner sees them: folds, masks, tokens.

Stands above the values and below `align`: takes a text, gives a folded text of
the same length, the spans of its masks, its tokens. Knows nothing of a second
document: whatever compares two texts is in `align` or `classify`.
"""
