"""A page is decoded once, though its id and its articles are asked for one after the other."""

from functools import lru_cache

from musnad.model.records import Page, Received
from musnad.stages.ingest_pages import ingest_pages


@lru_cache(maxsize=1)
def ingested(received: Received) -> Page:
    """Gives the page of these bytes; asked again for the same page, it is not made anew."""
    return ingest_pages(received)
