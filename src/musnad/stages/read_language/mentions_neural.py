"""What the neural tagger makes of the mentions that rules found: it knows names better."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from musnad.stages.read_language.mentions_posts import with_post
from musnad.stages.read_language.mentions_proposed import (
    KNOWN,
    LABELS,
    UNNAMED,
    joined,
    mention_of,
)
from musnad.stages.read_language.mentions_proposed import MADE_BY as LIGHT
from musnad.stages.read_language.mentions_scan import Found, Scan
from musnad.stages.read_language.names_tagger import Tagged
from musnad.stages.read_language.proposals import Proposal

MADE_BY = "mentions.neural"
LEAST_SHARE = 0.5
"""A name that only rules found is left out when the tagger holds it for less likely."""
SURE = 0.7
"""A name so likely stands against a known name of several words, and ends a post."""
SURE_INSIDE = 0.9
"""A name so likely is a mention of its own inside of a post."""
INSIDE = frozenset(("place", "organisation"))
POST = "mentions.post"


def with_neural(scan: Scan, found: Iterable[Found], tagged: Tagged) -> tuple[Found, ...]:
    """Gives the names proposed and the mentions of the rules beside them, in text order.

    The proposal says what a name is and where it ends, the rules what else is known of it. Posts
    and peoples stay as rules found them, unless a post goes on over its holder's name; known names
    of several words where the tagger is unsure. A place or body inside of a post («أمين عام بلدية
    رأس المنارة») is a mention beside the post.
    """
    settled = [each for each in found if _stays(each, tagged)]
    for proposal in joined(scan.keys, tagged.proposals):
        rivals = [each for each in settled if _meet(each, proposal)]
        if any(_holds(each, proposal) for each in rivals):
            settled += _inside(scan, proposal, rivals)
            continue
        settled = [each for each in settled if each not in rivals]
        mention = mention_of(scan, proposal, rivals)
        for post in (each for each in rivals if _swallows(each, proposal)):
            mention = with_post(scan, mention, post.first, proposal.first)
        settled.append(_own(mention))
    return tuple(sorted(settled, key=lambda each: (each.first, -each.last)))


def _own(mention: Found) -> Found:
    return replace(mention, made_by=MADE_BY) if mention.made_by == LIGHT else mention


def _inside(scan: Scan, proposal: Proposal, rivals: Sequence[Found]) -> Iterator[Found]:
    """Gives the place or body proposed when it surely is one and a post holds more than it."""
    if proposal.share < SURE_INSIDE or len(rivals) > 1 or rivals[0].made_by != POST:
        return
    mention = mention_of(scan, proposal, ())
    if mention.type in INSIDE and proposal.last - proposal.first < rivals[0].last - rivals[0].first:
        yield _own(mention)


def _stays(each: Found, tagged: Tagged) -> bool:
    """Tells whether a mention of the rules is no name, is met by a proposal, or likely a name."""
    if each.made_by in UNNAMED or each.type not in LABELS:
        return True
    if any(_meet(each, proposal) for proposal in tagged.proposals):
        return True
    return tagged.share(each.first, each.last, LABELS[each.type]) >= LEAST_SHARE


def _meet(each: Found, proposal: Proposal) -> bool:
    return each.first < proposal.last and proposal.first < each.last


def _holds(each: Found, proposal: Proposal) -> bool:
    """Tells whether a mention of the rules is left as it is, against a proposal that it meets."""
    if (each.first, each.last) == (proposal.first, proposal.last):
        return LABELS.get(each.type) == LABELS[proposal.type] and each.made_by not in UNNAMED
    if each.last == each.first + 1:
        return False
    inside = each.first <= proposal.first and proposal.last <= each.last
    known = each.made_by == KNOWN and proposal.share < SURE
    return known or (each.made_by in UNNAMED and inside and not _swallows(each, proposal))


def _swallows(each: Found, proposal: Proposal) -> bool:
    """Tells whether a post of the rules goes on over the name of its holder («الرئيس القلشوب»)."""
    ends = each.first < proposal.first and proposal.last == each.last
    return ends and each.holds and proposal.type == "person" and proposal.share >= SURE
