"""WHERE do pages come from?"""

from musnad.fetch.opened import FetchIssue
from musnad.fetch.receive import receive

__all__ = ["FetchIssue", "receive"]
