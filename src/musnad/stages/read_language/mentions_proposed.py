"""What a trained tagger adds to the mentions that rules found."""

from collections.abc import Iterable, Sequence

from msgspec import structs

from musnad.lexicons import Entry
from musnad.model.records import EntityType
from musnad.stages.read_language.mentions_scan import Found, Scan
from musnad.stages.read_language.proposals import Proposal
from musnad.text.names import display_name

CLITICS = "وفبلك"
BODIES = frozenset(("organisation", "media"))
UNNAMED = frozenset(("mentions.post", "mentions.nominal", "mentions.people"))
KNOWN = "mentions.known"


def with_proposals(
    scan: Scan, found: Sequence[Found], proposals: Iterable[Proposal], made_by: str
) -> tuple[Found, ...]:
    """Gives the mentions of the rules and the names proposed, in text order.

    A known name and a post stay as rules found them, with what is proposed inside; elsewhere
    the proposal says what a name is and where it ends, and rules what else is known of it.
    """
    settled = list(found)
    for proposal in proposals:
        rivals = [each for each in settled if _overlap(each, proposal)]
        if any(_stands(each, proposal) for each in rivals):
            continue
        settled = [each for each in settled if each not in rivals]
        settled.append(_mention(scan, proposal, rivals, made_by))
    return tuple(sorted(settled, key=lambda each: each.first))


def _overlap(each: Found, proposal: Proposal) -> bool:
    return each.first < proposal.last and proposal.first < each.last


def _stands(each: Found, proposal: Proposal) -> bool:
    """Tells whether a mention of the rules is left as it is."""
    inside = each.first <= proposal.first and proposal.last <= each.last
    if each.made_by in UNNAMED:
        return inside and each.last > each.first + 1
    same = inside and proposal.last - proposal.first == each.last - each.first
    if same and _like(each.type, proposal.type):
        return True
    return inside and each.made_by == KNOWN and each.last > each.first + 1


def _like(one: EntityType, other: EntityType) -> bool:
    return one == other or (one in BODIES and other in BODIES)


def _mention(scan: Scan, proposal: Proposal, rivals: Sequence[Found], made_by: str) -> Found:
    """Gives the mention proposed, with what a rule knew of a name of its type at this place."""
    first, last = proposal.first, proposal.last
    known = _known(scan, proposal)
    rival = next((each for each in rivals if _like(each.type, proposal.type)), None)
    cut = _cut(scan, first)
    kind: EntityType = known.type if known is not None else proposal.type
    if proposal.type == "person":
        name = display_name(scan.analysis, first, last, scan.lexicon)
        name = name[cut:] if scan.words[first] is None else name
        office = rival.office if rival is not None and not rival.holds else frozenset[str]()
        return Found(kind, first, last, cut, name, made_by, office=office,
                     anaphoric=last - first == 1)  # fmt: skip
    name = known.name if known is not None else scan.printed(first, last, cut)
    if rival is not None and rival.made_by not in UNNAMED and known is None:
        return structs.replace(rival, first=first, last=last, cut=cut, name=name,
                               made_by=made_by, entry=None, anaphoric=False)  # fmt: skip
    country = known.country if known is not None else None
    return Found(kind, first, last, cut, name, made_by, entry=known, country=country)


def _known(scan: Scan, proposal: Proposal) -> Entry | None:
    """Gives the known name that is exactly what was proposed."""
    match = scan.lexicon.match(scan.keys, proposal.first)
    if match is None or match.end != proposal.last:
        return None
    return next((each for each in match.entries if _like(each.type, proposal.type)), None)


def _cut(scan: Scan, at: int) -> int:
    """Gives how many letters of a word are particles: of a known word, or one used without."""
    word, key = scan.words[at], scan.keys[at]
    if word is not None:
        return word.cut
    return int(len(key) > 3 and key[0] in CLITICS and key[1:] in scan.keys)
