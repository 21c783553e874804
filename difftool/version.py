"""The number of this version of the tool: the one place that the package, its build and its outputs take it from.

Knows nothing else.
"""

__all__ = ["__version__"]

__version__ = "0.1.0"
