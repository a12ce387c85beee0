"""What a trained tagger adds to the mentions that rules found, and which of those it doubts."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from musnad.fold import fold_key
from musnad.lexicons import Entry, Noun
from musnad.model.records import EntityType
from musnad.stages.read_language.mentions_scan import QUOTES, Found, Scan
from musnad.stages.read_language.names_tagger import Tagged
from musnad.stages.read_language.proposals import Proposal
from musnad.text.names import display_name

HYPHENS = frozenset("-‐‑")

MADE_BY = "mentions.crf"
KNOWN = "mentions.known"
HEAD_NOUN = "mentions.head-noun"
UNNAMED = frozenset(("mentions.post", "mentions.nominal", "mentions.people"))
CLITICS = "وفبلك"
TITLES = frozenset(("title", "office", "role"))
SHORTEST = 3
WEAK = frozenset(("weak", "collective"))
BODIES = frozenset(("organisation", "media"))
LABELS: dict[EntityType, str] = {
    "person": "PERS", "place": "LOC", "organisation": "ORG", "media": "ORG",
}  # fmt: skip
LEAST_SHARE, LEAST_ALONE, LEAST_NAMED = 0.1, 0.25, 0.03
"""A doubtful mention of the rules that the tagger holds for less likely is left out."""


def with_proposals(scan: Scan, found: Iterable[Found], tagged: Tagged) -> tuple[Found, ...]:
    """Gives the mentions of the rules and the names proposed, in text order.

    A known name of several words, a post and a body that its head noun marks stay as rules found
    them, with what is proposed inside; elsewhere the proposal says what a name is and where it
    ends, and the rules what else is known of it. Doubtful mentions need the tagger to agree.
    """
    settled = [each for each in found if not _doubted(scan, each, tagged)]
    for proposal in _plausible(scan, joined(scan.keys, tagged.proposals)):
        rivals = [each for each in settled if _overlap(each, proposal)]
        if any(_stands(scan, each, proposal) for each in rivals):
            continue
        settled = [each for each in settled if each not in rivals]
        settled.append(_mention(scan, proposal, rivals))
    return tuple(sorted(settled, key=lambda each: each.first))


def joined(keys: Sequence[str], proposals: Iterable[Proposal]) -> list[Proposal]:
    """Gives the proposals with the two parts of «جان-بيار سروري» as one."""
    found: list[Proposal] = []
    for each in proposals:
        before = found[-1] if found else None
        if before is not None and _goes_on(keys, before, each):
            found[-1] = before._replace(last=each.last, share=min(before.share, each.share))
        else:
            found.append(each)
    return found


def _plausible(scan: Scan, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """Gives the proposals, persons without their titles and not of one short word («لي»)."""
    for each in proposals:
        first = each.first
        while each.type == "person" and first + 1 < each.last and _is_title(scan, first):
            first += 1
        if each.type == "person" and each.last == first + 1 and len(scan.keys[first]) < SHORTEST:
            continue
        yield each._replace(first=first)


def _is_title(scan: Scan, at: int) -> bool:
    word, noun = scan.words[at], _noun(scan, at)
    given = word is not None and word.given
    return noun is not None and not given and not TITLES.isdisjoint(noun.classes)


def _goes_on(keys: Sequence[str], before: Proposal, each: Proposal) -> bool:
    """Tells whether two persons stand on either side of a hyphen."""
    hyphened = each.first == before.last + 1 and keys[before.last] in HYPHENS
    return hyphened and before.type == each.type == "person"


def _overlap(each: Found, proposal: Proposal) -> bool:
    return each.first < proposal.last and proposal.first < each.last


def _doubted(scan: Scan, each: Found, tagged: Tagged) -> bool:
    least = _least_share(scan, each)
    if not least or any(_overlap(each, one) for one in tagged.proposals):
        return False
    return tagged.share(each.first, each.last, LABELS[each.type]) < least


def _least_share(scan: Scan, each: Found) -> float:
    """Gives how likely the tagger must hold a mention to be a name, 0.0 where rules are sure."""
    alone = each.last == each.first + 1
    if each.made_by == HEAD_NOUN:
        return LEAST_SHARE if _weak(scan, each) and not _proper(scan, each) else 0.0
    if each.made_by == KNOWN:
        state = each.entry is not None and each.entry.kind == "state"
        return LEAST_ALONE if each.type == "place" and alone and not state else 0.0
    if each.made_by == "mentions.title-name" and not alone:
        word = scan.words[each.first]
        return 0.0 if word is not None and word.given else LEAST_NAMED
    return {"mentions.title-name": LEAST_ALONE, "mentions.given-name": LEAST_NAMED}.get(
        each.made_by, 0.0
    )


def _weak(scan: Scan, each: Found) -> bool:
    """Tells whether the head noun heads a body only sometimes; a quoted name makes it clear."""
    noun = _noun(scan, each.first)
    quoted = not QUOTES.keys().isdisjoint(scan.keys[each.first : each.last])
    weak = noun is not None and (noun.plural or not noun.classes.isdisjoint(WEAK))
    return weak and not quoted


def _noun(scan: Scan, at: int) -> Noun | None:
    word = scan.words[at]
    return word.noun if word is not None else None


def _stands(scan: Scan, each: Found, proposal: Proposal) -> bool:
    """Tells whether a mention of the rules is left as it is."""
    if each.type == proposal.type == "person" and not each.holds:
        same = (proposal.first, proposal.last) == _ends(each)
        hyphened = proposal.last < each.last and scan.keys[proposal.last] in HYPHENS
        return same or hyphened or proposal.first > each.first
    if each.made_by == KNOWN and each.last > each.first + 1:
        return True
    if each.made_by == HEAD_NOUN and _holds_firmly(scan, each, proposal):
        return True
    inside = each.first <= proposal.first and proposal.last <= each.last
    if (proposal.first, proposal.last) == _ends(each):
        return _like(each.type, proposal.type)
    return inside and each.made_by in UNNAMED and each.last > each.first + 1


def _ends(each: Found) -> tuple[int, int]:
    return each.first, each.last


def _holds_firmly(scan: Scan, each: Found, proposal: Proposal) -> bool:
    """Tells whether a body keeps its head noun and its end against a proposal.

    A clear head noun stays, and one before a name of its own; an adjective is not cut off.
    """
    if each.first < proposal.first:
        return not _weak(scan, each) or _proper(scan, each)
    if each.first > proposal.first or not _like(each.type, proposal.type) or _weak(scan, each):
        return False
    if each.last <= proposal.last:
        return each.last < proposal.last
    word = scan.words[proposal.last]
    return scan.definite(proposal.last) and (word is None or word.demonym is None)


def _proper(scan: Scan, each: Found) -> bool:
    """Tells whether a name of its own follows the head noun: «صحيفة س», «شركة س»."""
    noun = _noun(scan, each.first)
    if noun is None:
        return False
    return "media" in noun.classes or fold_key(noun.lemma) in scan.lexicon.naming


def _like(one: EntityType, other: EntityType) -> bool:
    return one == other or (one in BODIES and other in BODIES)


def _mention(scan: Scan, proposal: Proposal, rivals: Sequence[Found]) -> Found:
    """Gives the mention proposed, with what a rule knew of a name of its type at this place."""
    if proposal.type == "person":
        return _person(scan, proposal, rivals)
    first, last = proposal.first, proposal.last
    known = _known(scan, proposal)
    cut = _cut(scan, first)
    if known is not None:
        return Found(
            known.type, first, last, cut, known.name, MADE_BY, entry=known, country=known.country
        )
    name = scan.printed(first, last, cut)
    for each in rivals:
        if _like(each.type, proposal.type) and each.made_by not in UNNAMED:
            return structs.replace(
                each, first=first, last=last, cut=cut, name=name, made_by=MADE_BY,
                entry=None, anaphoric=False,
            )  # fmt: skip
    return Found(proposal.type, first, last, cut, name, MADE_BY)


def _person(scan: Scan, proposal: Proposal, rivals: Sequence[Found]) -> Found:
    first, last = proposal.first, proposal.last
    cut = _cut(scan, first)
    name = display_name(scan.analysis, first, last, scan.lexicon)
    named = name[cut:] if scan.words[first] is None else name
    office = frozenset(
        word for each in rivals if each.type == "person" and not each.holds for word in each.office
    )
    return Found(
        "person", first, last, cut, named, MADE_BY, office=office, anaphoric=last - first == 1
    )


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
