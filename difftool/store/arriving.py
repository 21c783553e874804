"""A file as it comes in: its bytes and the document they make.

The only place of the package that reads what others wrote.
"""

from difftool.model import Document
from difftool.read import load, read_bytes

__all__ = ["arrived"]


def arrived(path: str, encoding: str | None) -> tuple[Document, bytes]:
    """Read a file once, and give its document and its bytes. Raises `UnreadableFile`."""
    content = load(path)
    return read_bytes(content, path, encoding=encoding), content
