"""HOW are pages fetched over the network? Nothing else in Musnad touches it."""

from musnad.fetch.web.client import Client
from musnad.fetch.web.follow import Follow, How, Passed
from musnad.fetch.web.sources import read_starts

__all__ = ["Client", "Follow", "How", "Passed", "read_starts"]
