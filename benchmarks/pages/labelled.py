"""The labelled pages: two halves in the repository, six real pages outside of it."""

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec

from pages import LabelledArticle, LabelledPage, Labels, PageSet

HERE = Path(__file__).parent
ALL = frozenset(("body", "title", "date"))


def page_sets(shared: Path | None) -> list[PageSet]:
    """Gives the sets that are there: the two halves, then the real pages."""
    halves = (("developing", True), ("measuring", False))
    sets = [PageSet(name=name, pages=load(HERE / name), open=seen) for name, seen in halves]
    real = real_pages(shared / "data" / "html") if shared else ()
    return [one for one in (*sets, PageSet(name="real", pages=real, open=True)) if one.pages]


def load(folder: Path) -> tuple[LabelledPage, ...]:
    """Gives the pages of a folder of layouts, `<layout>/<name>.html` beside its `.json`."""
    return tuple(map(_labelled, sorted(folder.glob("*/*.html"))))


def _labelled(path: Path) -> LabelledPage:
    labels = msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=Labels)
    name = f"{path.parent.name}/{path.stem}"
    return LabelledPage(name=name, data=path.read_bytes(), labels=labels, measured=ALL)


def real_pages(folder: Path) -> tuple[LabelledPage, ...]:
    """Gives the Arabic pages beside the checkout; their gold says the day, and one body."""
    gold = folder / "gold.json"
    return tuple(_real(folder, gold)) if gold.is_file() else ()


def _real(folder: Path, gold: Path) -> Iterator[LabelledPage]:
    for name, found in json.loads(gold.read_text("utf-8")).items():
        if "published" not in found:
            continue
        body = found.get("body", "")
        paragraphs = tuple(line for line in body.splitlines() if line.strip())
        article = LabelledArticle(title="", published=found["published"], paragraphs=paragraphs)
        labels = Labels(
            layout="real", url=found.get("url", ""), outlet=None, language="ar", articles=(article,)
        )
        measured = frozenset(("body", "date") if body else ("date",))
        data = (folder / name).read_bytes()
        yield LabelledPage(name=name, data=data, labels=labels, measured=measured)
