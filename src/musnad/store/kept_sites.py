"""What the pages of a site have in common, and which pages were read before that was known."""

from collections.abc import Iterator

from sqlalchemy import Connection, delete, insert, select, update

from musnad.model.sites import PageLines
from musnad.store.opened import Opened
from musnad.store.tables import PAGE_LINE, SITE


class KeptSites(Opened):
    """The lines of pages by site, and those that sites repeat."""

    def repeated_lines(self) -> dict[str, bytes]:
        """Gives the keys of the lines that each site repeats, by the name of the site."""
        rows = self._rows(select(SITE.c.name, SITE.c["keys"]))
        return {row["name"]: row["keys"] for row in rows if row["keys"]}

    def stale_sites(self) -> tuple[str, ...]:
        """Gives the sites whose pages changed since their lines were counted, in order."""
        rows = self._rows(select(SITE.c.name).where(SITE.c.stale == 1).order_by(SITE.c.name))
        return tuple(row["name"] for row in rows)

    def lines_of(self, site: str) -> Iterator[tuple[str, PageLines]]:
        """Gives the lines of each page of the site with the id of the page, in order."""
        query = select(PAGE_LINE).where(PAGE_LINE.c.site == site).order_by(PAGE_LINE.c.page_id)
        for row in self._rows(query):
            yield row["page_id"], PageLines(row["site"], row["keys"], row["used"])

    def put_repeated(self, site: str, pages: int, keys: bytes) -> None:
        """Keeps what the site repeats; the site stays stale until `settle_site`."""
        with self._writing() as connection:
            here = update(SITE).where(SITE.c.name == site)
            connection.execute(here.values(pages=pages, keys=keys))

    def settle_site(self, site: str) -> None:
        """Notes that every page of the site was read with what the site repeats."""
        with self._writing() as connection:
            connection.execute(update(SITE).where(SITE.c.name == site).values(stale=0))


def put_lines(connection: Connection, page_id: str, lines: PageLines) -> None:
    """Keeps the lines of a page; a site that gets other lines becomes stale."""
    here = PAGE_LINE.c.page_id == page_id
    old = connection.execute(select(PAGE_LINE.c.site, PAGE_LINE.c["keys"]).where(here)).first()
    connection.execute(delete(PAGE_LINE).where(here))
    if lines.site:
        connection.execute(insert(PAGE_LINE).values(page_id=page_id, **lines._asdict()))
    if old is None or tuple(old) != (lines.site, lines.keys):
        sites = {lines.site, old.site if old else ""} - {""}
        mark_stale(connection, sites)


def forget_lines(connection: Connection, page_id: str) -> None:
    """Marks the site of a page that is removed."""
    query = select(PAGE_LINE.c.site).where(PAGE_LINE.c.page_id == page_id)
    mark_stale(connection, set(connection.execute(query).scalars()))


def mark_stale(connection: Connection, sites: set[str]) -> None:
    """Notes that the lines of these sites have to be counted again."""
    for site in sorted(sites):
        row = {"name": site, "pages": 0, "keys": b"", "stale": 1}
        connection.execute(insert(SITE).prefix_with("OR IGNORE").values(row))
        connection.execute(update(SITE).where(SITE.c.name == site).values(stale=1))
