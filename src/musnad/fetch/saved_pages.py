"""Folders in which a browser puts the pictures, scripts and frames of a page that it saves."""

from collections.abc import Container
from pathlib import PurePosixPath

ENDS = (
    "_files", ".files", "-files", "_file", "_fichiers", "-Dateien", "_archivos", "_arquivos",
    "_bestanden", "_dosyalar", "_ملفات",
)  # fmt: skip
"""What browsers put behind the name of the page, by their language."""
PAGES = (".html", ".htm", ".xhtml")


def holds_parts(folder: str, beside: Container[str]) -> bool:
    """Says whether the folder belongs to a saved page, one of the names `beside` it."""
    for end in ENDS:
        stem = folder.removesuffix(end)
        if stem != folder and any(stem + suffix in beside for suffix in PAGES):
            return True
    return False


def is_part(path: str, members: Container[str]) -> bool:
    """Says whether a member of an archive lies in the folder of a saved page of the archive."""
    return any(holds_parts(str(above), members) for above in PurePosixPath(path).parents)
