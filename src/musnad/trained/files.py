"""The files that training wrote, as they lie in the package; each has its licence in NOTICE."""

from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path

PACKAGE = "musnad.trained"


def trained_bytes(name: str) -> bytes:
    """Gives the content of the trained file `name`; FileNotFoundError when there is none."""
    return files(PACKAGE).joinpath(name).read_bytes()


def trained_path(name: str) -> Path:
    """Gives where the trained file `name` lies, for libraries that open files themselves."""
    with as_file(files(PACKAGE).joinpath(name)) as path:
        return path


@cache
def trained_sha256(name: str) -> str:
    """Gives the hash of the trained file `name`; FileNotFoundError when there is none."""
    return sha256(trained_bytes(name)).hexdigest()
