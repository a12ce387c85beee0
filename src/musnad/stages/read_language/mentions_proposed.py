"""What a trained tagger adds to the mentions that rules found, and which of those it doubts."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from operator import attrgetter
from typing import Final

from musnad.fold import fold_key
from musnad.lexicons import Entry, Noun
from musnad.model.records import EntityType
from musnad.stages.read_language.mentions_scan import QUOTES, Found, Scan
from musnad.stages.read_language.names_tagger import Tagged
from musnad.stages.read_language.place_context import is_surely_place
from musnad.stages.read_language.proposals import Proposal
from musnad.text.names import display_name, is_accusative, is_family

HYPHENS: Final = frozenset("-‐‑")

MADE_BY: Final = "mentions.crf"
KNOWN: Final = "mentions.known"
TITLED: Final = "mentions.title-name"
HEAD_NOUN: Final = "mentions.head-noun"
UNNAMED: Final = frozenset(("mentions.post", "mentions.nominal", "mentions.people"))
CLITICS: Final = "وفبلك"
SURE_PLACES: Final = frozenset(("state", "capital"))
TITLES: Final = frozenset(("title", "office", "role"))
SHORTEST: Final = 3
WHICH: Final = "التي"
NO_WORDS: Final = frozenset[str]()
WEAK: Final = frozenset(("weak", "collective"))
BODIES: Final = frozenset(("organisation", "media"))
LABELS: Final[dict[EntityType, str]] = {
    "person": "PERS", "place": "LOC", "organisation": "ORG", "media": "ORG",
}  # fmt: skip
LEAST_PLAIN: Final = 0.9
"""A person is proposed so surely, where the name begins with a word that is common as well."""
LEAST_SHARE: Final = 0.1
LEAST_ALONE: Final = 0.05
LEAST_NAMED: Final = 0.02
"""A doubtful mention of the rules that the tagger holds for less likely is left out."""


def with_proposals(scan: Scan, found: Iterable[Found], tagged: Tagged) -> tuple[Found, ...]:
    """Gives the mentions of the rules and the names proposed, in text order.

    What rules are sure of stays as they found it; elsewhere the proposal says what a name is and
    where it ends, and the rules what else is known of it. Doubtful mentions need the tagger to
    agree.
    """
    proposals = _plausible(scan, joined(scan.keys, tagged.proposals))
    proposed = {at for each in proposals for at in range(each.first, each.last)}
    settled = [each for each in found if not _doubted(scan, each, tagged, proposed)]
    holders = {
        at: each for each in settled for at in range(each.first, each.last) if at in proposed
    }
    added, beaten = list[Found](), set[int]()
    for proposal in proposals:
        places = range(proposal.first, proposal.last)
        rivals = {each.first: each for at in places if (each := holders.get(at)) is not None}
        if not any(_stands(scan, each, proposal) for each in rivals.values()):
            beaten.update(rivals)
            added.append(mention_of(scan, proposal, tuple(rivals.values())))
    if not added:
        return tuple(settled)
    kept = [each for each in settled if each.first not in beaten]
    return tuple(sorted(kept + added, key=attrgetter("first")))


def decided_words(scan: Scan, found: Iterable[Found]) -> set[int]:
    """Gives the words that rules are sure of, so that no tagger has to read them."""
    decided = set[int]()
    for each in found:
        if _decided(scan, each):
            decided.update(range(each.first, each.last))
    return decided


def _decided(scan: Scan, each: Found) -> bool:
    if each.made_by == HEAD_NOUN:
        return not _weak(scan, each)
    return each.made_by in UNNAMED or (each.made_by == KNOWN and each.last > each.first + 1)


def joined(keys: Sequence[str], proposals: Iterable[Proposal]) -> list[Proposal]:
    """Gives the proposals with the two parts of «جان-بيار سروري» as one."""
    found: list[Proposal] = []
    for each in proposals:
        before = found[-1] if found else None
        if before is not None and _goes_on(keys, before, each):
            share = min(before.share, each.share)
            found[-1] = Proposal(before.first, each.last, each.type, share)
        else:
            found.append(each)
    return found


def _plausible(scan: Scan, proposals: Iterable[Proposal]) -> list[Proposal]:
    """Gives the proposals, persons without titles before and verbs after, none short («لي»).

    Nor one word before «التي», which says that a country or a thing is meant.
    """
    plausible: list[Proposal] = []
    for each in proposals:
        if each.type != "person":
            plausible.append(each)
            continue
        first = each.first
        while first + 1 < each.last and _is_title(scan, first):
            first += 1
        last = each.last
        if first + 1 < last and (_is_said(scan, last - 1) or _is_adverb(scan, last - 1)):
            last -= 1
        short = last == first + 1 and len(scan.keys[first]) < SHORTEST
        plain = each.share < LEAST_PLAIN and _is_plain(scan, first)
        thing = last == first + 1 and scan.keys[last : last + 1] == [WHICH]
        if not (short or plain or thing or _is_adverb(scan, last - 1)):
            plausible.append(Proposal(first, last, each.type, each.share))
    return plausible


def _is_adverb(scan: Scan, at: int) -> bool:
    return is_accusative(scan.analysis, at)


def _is_said(scan: Scan, at: int) -> bool:
    """«عبد الله قرر أن»: a verb of the language, before a small word, ends no name."""
    key, after = scan.keys[at], at + 1
    if scan.words[at] is not None or not scan.seen[at].verb or not scan.lexicon.ordinary(key):
        return False
    return after < len(scan.keys) and scan.particle(after)


def _is_plain(scan: Scan, at: int) -> bool:
    """Tells whether a word is a given name and a common word as well («مطر»)."""
    word = scan.words[at]
    return word is not None and word.stem in scan.lexicon.plain_names


def _is_title(scan: Scan, at: int) -> bool:
    word, noun = scan.words[at], _noun(scan, at)
    named = word is not None and (word.given or word.link)
    return noun is not None and not named and not TITLES.isdisjoint(noun.classes)


def _goes_on(keys: Sequence[str], before: Proposal, each: Proposal) -> bool:
    """Tells whether two persons stand on either side of a hyphen."""
    hyphened = each.first == before.last + 1 and keys[before.last] in HYPHENS
    return hyphened and before.type == each.type == "person"


def _doubted(scan: Scan, each: Found, tagged: Tagged, proposed: Set[int]) -> bool:
    least = _least_share(scan, each)
    if not least or not proposed.isdisjoint(range(each.first, each.last)):
        return False
    return tagged.share(each.first, each.last, LABELS[each.type]) < least


def _least_share(scan: Scan, each: Found) -> float:
    """Gives how likely the tagger must hold a mention to be a name, 0.0 where rules are sure."""
    alone = each.last == each.first + 1
    if each.made_by == HEAD_NOUN:
        return LEAST_SHARE if _weak(scan, each) and not _proper(scan, each) else 0.0
    if each.made_by == KNOWN:
        unsure = each.type == "place" and alone and not _is_state(each)
        return LEAST_SHARE if unsure and not is_surely_place(scan, each.first) else 0.0
    if each.made_by == TITLED:
        word = scan.words[each.first]
        if not alone and word is not None and word.given:
            return 0.0
        return LEAST_ALONE if alone and word is not None else LEAST_NAMED
    return LEAST_NAMED if each.made_by == "mentions.given-name" else 0.0


def _is_state(each: Found) -> bool:
    """Tells whether a mention is a state or a capital, which the tagger does not overrule."""
    return each.entry is not None and each.entry.kind in SURE_PLACES


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
    if _decided(scan, each):
        return True
    if each.type == proposal.type == "person" and not each.holds:
        same = (proposal.first, proposal.last) == _ends(each)
        hyphened = proposal.last < each.last and scan.keys[proposal.last] in HYPHENS
        if same or hyphened or _has_family(scan, each, proposal):
            return True
        return proposal.first > each.first and _given(scan, each.first)
    if each.made_by == TITLED and proposal.first < each.first < each.last - 1:
        return _is_given(scan, each.first)
    if (proposal.first, proposal.last) == _ends(each):
        told = each.made_by == KNOWN and each.type == "place" and is_surely_place(scan, each.first)
        return told or _like(each.type, proposal.type) or _is_state(each)
    return each.made_by == HEAD_NOUN and each.first < proposal.first and _proper(scan, each)


def _has_family(scan: Scan, each: Found, proposal: Proposal) -> bool:
    """Tells whether the proposal leaves out the family's name that a rule found after a title."""
    if each.made_by != TITLED or _ends(each) != (proposal.first, proposal.first + 2):
        return False
    return proposal.last == proposal.first + 1 and is_family(
        scan.analysis, proposal.last, scan.lexicon
    )


def _is_given(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    return word is not None and word.given


def _given(scan: Scan, at: int) -> bool:
    """Tells whether a word is a given name and no common word («سامر», not «نادي»)."""
    word = scan.words[at]
    plain = word is not None and word.stem in scan.lexicon.plain_names
    return _is_given(scan, at) and not plain


def _ends(each: Found) -> tuple[int, int]:
    return each.first, each.last


def _proper(scan: Scan, each: Found) -> bool:
    """Tells whether a name of its own follows the head noun: «صحيفة س», «شركة س»."""
    noun = _noun(scan, each.first)
    if noun is None:
        return False
    return "media" in noun.classes or fold_key(noun.lemma) in scan.lexicon.naming


def _like(one: EntityType, other: EntityType) -> bool:
    return one == other or (one in BODIES and other in BODIES)


def mention_of(scan: Scan, proposal: Proposal, rivals: Sequence[Found]) -> Found:
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
            return replace(
                each, first=first, last=last, cut=cut, name=name, made_by=MADE_BY,
                entry=None, anaphoric=False,
            )  # fmt: skip
    return Found(proposal.type, first, last, cut, name, MADE_BY)


def _person(scan: Scan, proposal: Proposal, rivals: Sequence[Found]) -> Found:
    first, last = proposal.first, proposal.last
    cut = _cut(scan, first)
    name = display_name(scan.analysis, first, last, scan.lexicon)
    named = name[cut:] if scan.words[first] is None else name
    posts = [each for each in rivals if each.type == "person" and not each.holds]
    return Found(
        "person", first, last, cut, named, MADE_BY, anaphoric=last - first == 1,
        office=NO_WORDS.union(*(each.office for each in posts)),
        calls=NO_WORDS.union(*(each.calls for each in posts)),
    )  # fmt: skip


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
