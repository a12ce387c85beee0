"""Ids are short hashes of what makes a record the same, so running twice changes nothing."""

from collections.abc import Callable
from hashlib import blake2b

SEPARATOR = "\x1f"


def identity(kind: str, *parts: object) -> str:
    """Gives the id of a record: 16 hexadecimal digits from its kind and its identifying parts."""
    joined = SEPARATOR.join((kind, *map(str, parts)))
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def begun_identity(kind: str, first: str) -> Callable[[str], str]:
    """Gives what gives the `identity` of a record by its parts after the first, joined."""
    begun = blake2b(f"{kind}{SEPARATOR}{first}{SEPARATOR}".encode(), digest_size=8)

    def of_rest(rest: str) -> str:
        whole = begun.copy()
        whole.update(rest.encode())
        return whole.hexdigest()

    return of_rest


def span_identity(kind: str, article: str) -> Callable[[int, int], str]:
    """Gives what gives the `identity` of a record by where it stands in an article."""
    begun = blake2b(f"{kind}{SEPARATOR}{article}{SEPARATOR}".encode(), digest_size=8)

    def of_span(start: int, end: int) -> str:
        whole = begun.copy()
        whole.update(f"{start}{SEPARATOR}{end}".encode())
        return whole.hexdigest()

    return of_span
