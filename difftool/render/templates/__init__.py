"""The template of the page, its style and script, and the template compiled.

Knows no comparison: what it draws was decided in `render.rows`.
"""
