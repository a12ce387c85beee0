"""The pages of a claim are put with the origin that they are shown to come from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musnad.model.ids import identity
from musnad.model.links import Bearer, Origin, Proof, ProofKind, Reprint
from musnad.stages.link_documents.sheets import Name, Said, Sheet
from musnad.stages.link_documents.words import same_name

VERBATIM_WORDS = 6
VERBATIM_SHARE = 0.6
KNOWN_SHARE = 0.75
REPRINT_SHARE = 0.5
SHOWN_WORDS = 12
MOST_COMPARED = 16
Copies = Mapping[tuple[str, str], Reprint]


@dataclass(frozen=True, slots=True)
class Carried:
    """One page of a claim: its sheet and those of its statements that belong to the claim."""

    sheet: Sheet
    said: tuple[Said, ...]

    @property
    def named(self) -> list[tuple[Name, str, ProofKind]]:
        """Gives the agencies that the page names for these statements, the surest first."""
        sheet = self.sheet
        relays = [(key, name) for one in self.said for key, name in one.carriers]
        near = [(key, name) for one in self.said for key, name in one.near]
        kinds: tuple[tuple[ProofKind, Sequence[tuple[Name, str]]], ...] = (
            ("relay", relays), ("credit", sheet.credits), ("named", near),
        )  # fmt: skip
        return [
            (key, name, kind)
            for kind, names in kinds
            for key, name in names
            if not same_name(key, sheet.outlet_key)
        ]


@dataclass(slots=True)
class _Placed:
    """The pages of one claim on their way to an origin."""

    waiting: list[Carried]
    proofs: dict[str, tuple[str, Proof]]
    names: dict[str, str | None]

    def put(self, page: Carried, group: str, proof: Proof) -> None:
        self.proofs[page.sheet.id] = (group, proof)
        self.waiting.remove(page)


def find_origins(
    pages: Sequence[Carried], copies: Copies
) -> tuple[tuple[Origin, ...], tuple[Bearer, ...]]:
    """Gives the origins that are shown, and the pages that are not shown to be independent."""
    ordered = sorted(pages, key=lambda page: page.sheet.order)
    placed = _Placed(list(ordered), {}, {})
    _by_agency(ordered, placed)
    _by_words(ordered, placed, copies)
    _by_own_source(placed)
    if not placed.proofs:
        first = placed.waiting[0]
        placed.names["first"] = first.sheet.outlet
        placed.put(first, "first", Proof(kind="first"))
    _by_words(ordered, placed, copies)
    return _made(ordered, placed), tuple(_bearer(p, Proof(kind="first")) for p in placed.waiting)


def _by_agency(pages: Sequence[Carried], placed: _Placed) -> None:
    """Pages that name one agency, and its own page, have one origin."""
    sure = [(key, name) for page in pages for key, name, kind in page.named if kind != "named"]
    known = _one_key_each(sure)
    held = Counter(group for page in pages for group in _groups(page, known))
    for page in pages:
        found = _agency_proof(page, known, held)
        if found:
            group, proof = found
            placed.names[group] = known[group][1]
            placed.put(page, group, proof)


def _one_key_each(names: Sequence[tuple[Name, str]]) -> dict[str, tuple[Name, str]]:
    """Gives one entry for each agency: the shortest of the keys that stand for it."""
    known: dict[str, tuple[Name, str]] = {}
    for key, name in sorted(names, key=lambda one: (len(one[0]), sorted(one[0]), one[1])):
        if not any(same_name(key, other) for other, _ in known.values()):
            known[" ".join(sorted(key))] = (key, name)
    return known


def _groups(page: Carried, known: Mapping[str, tuple[Name, str]]) -> set[str]:
    keys = [key for key, _, _ in page.named] + [page.sheet.outlet_key]
    return {group for group, (own, _) in known.items() if any(same_name(own, k) for k in keys)}


def _agency_proof(
    page: Carried, known: Mapping[str, tuple[Name, str]], held: Counter[str]
) -> tuple[str, Proof] | None:
    for group, (own, _) in known.items():
        if same_name(own, page.sheet.outlet_key):
            return group, Proof(kind="publisher", words=page.sheet.outlet or "")
    found = [
        (group, Proof(kind=kind, words=name))
        for key, name, kind in page.named
        for group, (own, _) in known.items()
        if same_name(own, key)
    ]
    return max(found, key=lambda one: (one[1].kind != "named", held[one[0]]), default=None)


def _by_words(pages: Sequence[Carried], placed: _Placed, copies: Copies) -> None:
    """A page that has the words of a page with an origin has that origin."""
    moved = True
    while moved:
        moved = False
        for page in tuple(placed.waiting):
            found = _copied(page, [p for p in pages if p.sheet.id in placed.proofs], copies)
            if found and found.like:
                placed.put(page, placed.proofs[found.like][0], found)
                moved = True


def _copied(page: Carried, others: Sequence[Carried], copies: Copies) -> Proof | None:
    for other in others:
        if page.sheet.outlet and page.sheet.outlet == other.sheet.outlet:
            return Proof(kind="publisher", words=page.sheet.outlet, like=other.sheet.id)
    for other in others:
        copy = copies.get((page.sheet.id, other.sheet.id))
        words = _shared_words(page, other) if copy else []
        if copy and (copy.share >= REPRINT_SHARE or len(words) >= VERBATIM_WORDS):
            shown = " ".join(words[:SHOWN_WORDS])
            return Proof(kind="reprint", words=shown, like=other.sheet.id, share=copy.share)
    found = (
        _verbatim(one, two, other.sheet)
        for other in others[:MOST_COMPARED]
        for one in page.said
        for two in other.said
    )
    return max(filter(None, found), key=lambda proof: proof.share or 0.0, default=None)


def _shared_words(page: Carried, other: Carried) -> list[str]:
    """Gives the most words in order that two pages have in a statement of the claim."""
    found = ([one.told[at] for at in _common_words(one.stems, two.stems)]
             for one in page.said for two in other.said)  # fmt: skip
    return max(found, key=len)


def _verbatim(one: Said, other: Said, sheet: Sheet) -> Proof | None:
    """Gives the proof that two reporters did not word this apart.

    What a speaker known by name said aloud proves nothing: any reporter could hear it.
    """
    if one.named and (one.direct or other.direct or one.runs & other.runs):
        return None
    account = [stem for each in sheet.account(other) for stem in each.stems]
    common = _common_words(one.stems, account)
    shortest = min(len(one.stems), len(account))
    least = KNOWN_SHARE if one.named else VERBATIM_SHARE
    if len(common) < max(VERBATIM_WORDS, least * shortest):
        return None
    return Proof(
        kind="verbatim",
        words=" ".join(one.told[at] for at in common[:SHOWN_WORDS]),
        like=other.article,
        share=round(len(common) / shortest, 2),
    )


def _common_words(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """Gives the places in the first of the longest sequence of words that both have in order."""
    rows = [[0] * (len(other) + 1)]
    for word in one:
        above, row = rows[-1], [0]
        for at, second in enumerate(other):
            row.append(above[at] + 1 if word == second else max(above[at + 1], row[at]))
        rows.append(row)
    found: list[int] = []
    i, j = len(one), len(other)
    while i and j:
        if one[i - 1] == other[j - 1] and rows[i][j] == rows[i - 1][j - 1] + 1:
            found.append(i - 1)
            i, j = i - 1, j - 1
        elif rows[i - 1][j] >= rows[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return found[::-1]


def _by_own_source(placed: _Placed) -> None:
    """A page whose source spoke to the publisher itself is an origin."""
    for page in tuple(placed.waiting):
        told = next((one.told_to for one in page.said if one.told_to), "")
        if told:
            group = f"alone {page.sheet.outlet}"
            placed.names[group] = page.sheet.outlet
            placed.put(page, group, Proof(kind="alone", words=told))


def _made(pages: Sequence[Carried], placed: _Placed) -> tuple[Origin, ...]:
    groups: dict[str, list[Bearer]] = {}
    for page in pages:
        if page.sheet.id in placed.proofs:
            group, proof = placed.proofs[page.sheet.id]
            groups.setdefault(group, []).append(_bearer(page, proof))
    return tuple(
        Origin(
            id=identity("origin", group, min(min(m.statements) for m in members)),
            name=placed.names[group],
            members=tuple(members),
        )
        for group, members in groups.items()
    )


def _bearer(page: Carried, proof: Proof) -> Bearer:
    sheet = page.sheet
    return Bearer(
        article=sheet.id, outlet=sheet.outlet, title=sheet.title, published=sheet.published,
        statements=tuple(sorted(one.id for one in page.said)), proof=proof,
    )  # fmt: skip
