"""Texts as the aligner sees them: folds, masks, tokens; and their outline: sections, numbers, addresses.

Stands above the values and below `align`: takes a text, gives a folded text of
the same length, the spans of its masks, its tokens, the address of each paragraph. Knows nothing of a second
document: whatever compares two texts is in `align` or `classify`.
"""
