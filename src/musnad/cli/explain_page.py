"""`musnad explain-page`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.export_page import wanted_page
from musnad.cli.options import (
    Format,
    FormatOption,
    LexiconOption,
    WorkspaceOption,
    lexicon_text,
    opened,
)
from musnad.cli.printing import print_json
from musnad.cli.reading_view import bold, dim
from musnad.errors import ISSUES, UNREADABLE, MusnadError

if TYPE_CHECKING:
    from musnad.model.fates import ArticleFates, BlockFate, Fact, PageFates

EXAMPLES = """
  musnad explain-page page.html
  musnad explain-page 5f0c2a --workspace archive
  musnad explain-page page.html --format json
"""
WITHOUT_ARTICLE = UNREADABLE | {"M-106"}
"""Issues of what is no article."""
SHOWN = 100
"""Letters of a block that are shown in the table for people."""


def explain_page(
    page: Annotated[
        str, typer.Argument(metavar="FILE|ID", help="A file, or a page, article or address.")
    ],
    lexicon: LexiconOption = None,
    workspace: WorkspaceOption = None,
    format_: FormatOption = Format.table,
) -> None:
    """Tell what was kept of a page, what was left out, and why.

    Every block stands in the order of the page, with its kind, the rule that left it out and the
    reason of that rule. Title, date, outlet and byline come with all evidence. A page that yields
    no article says why. The exit status is 1 then.
    """
    path = Path(page)
    found = _of_file(path, lexicon or []) if path.is_file() else _of_workspace(page, workspace)
    if format_ is not Format.table:
        print_json(found, format_)
    else:
        for one in found:
            for line in _page_lines(one):
                typer.echo(line)
    if not any(_is_article(article) for one in found for article in one.articles):
        raise typer.Exit(1)


def _is_article(article: "ArticleFates") -> bool:
    return not any(issue.code in WITHOUT_ARTICLE for issue in article.issues)


def _of_file(path: Path, lexicons: list[Path]) -> list["PageFates"]:
    """Gives each page of the file explained, read by today's rules."""
    from musnad.fetch import receive  # noqa: PLC0415 - slow to import
    from musnad.model.records import Received  # noqa: PLC0415 - slow to import
    from musnad.pipeline.neural import LIGHT, page_work  # noqa: PLC0415 - slow to import
    from musnad.pipeline.page_fates import explain_page as explained  # noqa: PLC0415 - slow

    work = page_work(tuple(map(lexicon_text, lexicons)), LIGHT)
    found = []
    for one in receive([path]):
        if not isinstance(one, Received):
            raise MusnadError("M-016", f"{one.path}: {one.code} {ISSUES[one.code]} {one.detail}")
        found.append(explained(one, work(one).readings))
    return found


def _of_workspace(wanted: str, workspace: str | None) -> list["PageFates"]:
    """Gives the page of a workspace explained as it was read."""
    from musnad.pipeline.page_fates import stored_fates  # noqa: PLC0415 - slow

    with opened(workspace) as store:
        return [stored_fates(store, wanted_page(store, wanted))]


# --- for people ----------------------------------------------------------------------------


def _page_lines(page: "PageFates") -> Iterator[str]:
    yield bold(f"page {page.page_id}")
    told = (page.name, page.url, page.format, page.encoding, f"sha256 {page.sha256}")
    yield dim(" · ".join(filter(None, told)))
    for number, article in enumerate(page.articles, 1):
        yield ""
        yield from _article_lines(number, article)
    yield ""
    yield bold("blocks, in the order of the page")
    for block in page.blocks:
        yield from _block_lines(block, len(page.articles) > 1)


def _article_lines(number: int, article: "ArticleFates") -> Iterator[str]:
    yield bold(f"article {number} {article.article_id}: {article.title or '(no title)'}")
    for issue in article.issues:
        yield f"  ! {issue.code} {ISSUES.get(issue.code, 'Unknown code.')} {issue.detail}".rstrip()
    for fact in article.facts:
        yield from _fact_lines(fact)


def _fact_lines(fact: "Fact") -> Iterator[str]:
    if fact.value is None and not fact.evidence:
        yield f"  {fact.name}: unknown; nothing on the page tells it"
        return
    method = f" (by {fact.method})" if fact.method else ""
    yield f"  {fact.name}: {fact.value or 'unknown'}{method}"
    for one in fact.evidence:
        reason = f": {one.reason}" if one.reason else ""
        yield dim(f"    {one.fate} · {one.place} · «{one.written}»{reason}")


def _block_lines(block: "BlockFate", several: bool) -> Iterator[str]:
    article = f" of article {block.article}" if several else ""
    text = " ".join(block.text.split())
    shown = text if len(text) <= SHOWN else text[:SHOWN].rsplit(" ", 1)[0] + " …"
    if block.fate == "kept":
        yield f"+ {block.kind}{article}: {shown}"
    else:
        yield f"− {block.kind}{article}: {shown}"
    rule = f"{block.rule}: " if block.rule else ""
    yield dim(f"    {rule}{block.why}")
