"""Every statement in Arabic news with its chain of sources."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from musnad.model.records import Reading, Received

__version__ = "0.1.0"
__all__ = ["__version__", "read", "read_all"]


def read_all(
    page: "str | bytes | Path | Received", *, lexicons: tuple[str, ...] = (), names: str = "light"
) -> "tuple[Reading, ...]":
    """Gives one reading for each article on the page, at least one.

    `page` is text, the bytes of a file (text, HTML or one JSON record), a path, or a `Received`
    with what is known about the page; `lexicons` are TOML texts of names to add
    (docs/lexicons.md), `names` is what the setting run.names may be (docs/neural.md). A bad page
    gives a reading with issues, not an error. A path that does not exist raises `MusnadError`
    M-005, one that cannot be read `OSError`, anything else than a page `TypeError`.
    """
    from musnad.lexicons import load_lexicon  # noqa: PLC0415  the lexicons load when first used
    from musnad.pipeline.neural import page_work  # noqa: PLC0415

    return page_work(lexicons, names).read(_received(page), load_lexicon(lexicons))


def read(
    page: "str | bytes | Path | Received", *, lexicons: tuple[str, ...] = (), names: str = "light"
) -> "Reading":
    """Gives the reading of the first article on the page; `read_all` gives them all.

    A page with several articles says so in the issues of the reading (M-110).
    """
    return read_all(page, lexicons=lexicons, names=names)[0]


def _received(page: "str | bytes | Path | Received") -> "Received":
    from musnad.errors import MusnadError  # noqa: PLC0415
    from musnad.model.records import Received  # noqa: PLC0415

    if isinstance(page, Received):
        return page
    if isinstance(page, Path):
        if not page.exists():
            raise MusnadError("M-005", str(page))
        return Received(data=page.read_bytes(), name=page.name)
    if isinstance(page, str):
        return Received(data=page.encode("utf-8", "surrogatepass"), name="page", format="text")
    if isinstance(page, bytes):
        return Received(data=page, name="page")
    raise TypeError(f"a page is str, bytes, Path or Received, not {type(page).__name__}")
