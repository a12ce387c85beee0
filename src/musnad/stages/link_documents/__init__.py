"""Many readings get what they share: reprints, and claims with their origins."""

from collections.abc import Iterable

from musnad.model.links import Links
from musnad.model.records import Reading
from musnad.stages.link_documents.alike import Weights, find_ties
from musnad.stages.link_documents.claims import make_claims
from musnad.stages.link_documents.reprints import find_reprints
from musnad.stages.link_documents.sheets import Sheet, make_sheet

__all__ = ["link_documents"]


def link_documents(readings: Iterable[Reading]) -> Links:
    """Gives the reprints and claims of readings, the same whatever their order.

    A claim is listed when several pages make it or a page denies it. Each reading is reduced as it
    comes, so that memory grows with the words and not with the readings. The same bytes of the same
    outlet under two ids are one page.
    """
    sheets = {sheet.id: sheet for sheet in _one_for_each_page(readings)}
    reprints = find_reprints(list(sheets.values()))
    copies = {pair: r for r in reprints for pair in ((r.article, r.of), (r.of, r.article))}
    weights = Weights(one for sheet in sheets.values() for one in sheet.said)
    ties = list(find_ties(sheets, weights))
    return Links(reprints=reprints, claims=make_claims(sheets, ties, copies, weights))


def _one_for_each_page(readings: Iterable[Reading]) -> list[Sheet]:
    """Gives the sheets in the order of their ids, of a page that is there twice the first."""
    found: dict[tuple[str, str, str | None], Sheet] = {}
    for reading in readings:
        sheet, article = make_sheet(reading), reading.article
        key = (article.page.sha256, article.text_sha256, sheet.outlet)
        if key not in found or sheet.id < found[key].id:
            found[key] = sheet
    return sorted(found.values(), key=lambda sheet: sheet.id)
