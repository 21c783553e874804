"""The templates compiled by jinja2, one module each; written by a test with `--accept`, never by hand.

Knows nothing that the sources beside it do not say.
"""
