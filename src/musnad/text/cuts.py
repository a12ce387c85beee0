"""Where a word might be cut into particles, stem and pronoun, and what speaks for each cut.

Training and reading share these features: one item for each letter that might be a particle,
then one for each ending that might be a pronoun. Frequencies are bands (`trained.frequencies`):
a stem that also comes with the article, with other particles or other pronouns is one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from musnad.fold import fold_key

CONJUNCTIONS, PARTICLES = frozenset("وف"), frozenset("بلكس")
LEADS = CONJUNCTIONS | PARTICLES
PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي")
CUT, STEM = "cut", "stem"
"""What an item is labelled as."""
IMPERFECT = "يتنا"
OTHER_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
OTHER_LEADS = ("و", "ب", "ل", "ال", "ف", "وال")

Band = Callable[[str], int]
Items = list[list[str]]


def leading(spelling: str) -> int:
    """Gives how many letters at the front might be particles: a conjunction, then one more.

    A letter is always left.
    """
    most, at = len(spelling) - 1, 0
    if at < most and spelling[at] in CONJUNCTIONS:
        at += 1
    if at < most and spelling[at] in PARTICLES:
        at += 1
    return at


def endings(spelling: str) -> list[str]:
    """Gives the endings that might be pronouns, the longest first."""
    return [each for each in PRONOUNS if spelling.endswith(each) and len(spelling) > len(each)]


@dataclass(frozen=True, slots=True)
class _Seen:
    """One word under judgement, with the bands of the whole."""

    spelling: str
    key: str
    band: Band
    whole: int
    definite: int  # with «ال»
    joined: int  # with «و»
    tails: tuple[str, ...]
    leads: int
    shared: tuple[str, ...]  # features of every item


def cut_items(spelling: str, band: Band) -> Items:
    """Gives the features of each possible cut of a word; none when there is none."""
    leads, tails = leading(spelling), tuple(endings(spelling))
    if not leads and not tails:
        return []
    key = fold_key(spelling)
    whole, definite, joined = band(key), band("ال" + key), band("و" + key)
    shared = (
        f"w{whole}", f"al{definite}", f"wa{joined}", f"ald{_near(definite - whole)}",
        f"wad{_near(joined - whole)}", f"W{spelling}", f"n{min(len(key), 8)}",
    )  # fmt: skip
    seen = _Seen(spelling, key, band, whole, definite, joined, tails, leads, shared)
    return [
        *([*_lead(seen, at), *shared] for at in range(leads)),
        *([*_tail(seen, tail), *("T" + each for each in shared)] for tail in tails),
    ]


def _near(difference: int, most: int = 4) -> int:
    return max(-most, min(most, difference))


def _bound(stem: str, band: Band) -> int:
    """Gives the band of a stem before a pronoun, where «ة» is written «ت»."""
    return max(band(stem), band(stem[:-1] + "ه")) if stem.endswith("ت") else band(stem)


def _lead(seen: _Seen, at: int) -> Iterator[str]:
    """Gives the features of the letter `at` as a particle."""
    spelling, letter = seen.spelling, seen.spelling[at]
    lead, rest = spelling[: at + 1], spelling[at + 1 :]
    yield from (lead + rest[:1], lead + rest[:2], lead + rest[:3], lead)
    yield from (f"{lead}${spelling[-length:]}" for length in (1, 2, 3))
    yield from (f"{lead}{rest[:1]}${spelling[-1:]}", f"+{rest[:2]}", f"+{rest[:3]}", f"R{rest}")
    yield f"m{letter}{min(len(rest), 7)}"
    yield from _lead_bands(seen, lead, seen.key[at + 1 :])
    yield from _verb_after(seen, letter, seen.key[at + 1 :])
    if at and spelling[at - 1] in CONJUNCTIONS:
        yield f"nb{_near(seen.band(seen.key[1:]) - _rest_band(seen, letter, seen.key[at + 1 :]))}"


def _rest_band(seen: _Seen, letter: str, rest: str) -> int:
    article_hidden = letter == "ل" and rest[0] == "ل"
    return max(seen.band(rest), seen.band("ا" + rest)) if article_hidden else seen.band(rest)


def _lead_bands(seen: _Seen, lead: str, rest: str) -> Iterator[str]:
    band, whole = seen.band, seen.whole
    alone, definite = _rest_band(seen, lead[-1], rest), band("ال" + rest)
    others = sum(1 for each in OTHER_LEADS if each != lead and band(each + rest))
    stems = (rest[: -len(tail)] for tail in seen.tails if len(rest) > len(tail) + 1)
    owned = max((_bound(stem, band) for stem in stems), default=0)
    gain, few, both = alone - whole, min(others, 3), min(2, seen.joined)
    for name in ("", lead[-1], lead):
        yield from (
            f"r{name}|{alone}", f"rd{name}|{_near(gain)}", f"ra{name}|{definite}",
            f"rad{name}|{_near(definite - seen.definite)}", f"o{name}|{others}",
            f"st{name}|{owned}", f"al{name}|{seen.definite}", f"wb{name}|{whole}",
            f"J{name}|{few}|{_near(gain, 2)}|{min(seen.definite, 2)}",
            f"K{name}|{min(2, owned)}|{_near(gain, 2)}|{both}", f"rw{name}|{alone}|{whole}",
        )  # fmt: skip


def _verb_after(seen: _Seen, letter: str, rest: str) -> Iterator[str]:
    """«سيعلن», «ليعلن», «فيعلن»: persons of one imperfect are seen. «للوزير»: «ل» before «ال»."""
    if letter == "ل" and rest[0] == "ل":
        yield from ("LL", f"LL{len(rest) > 3}")
    if letter not in "سلف" or rest[0] not in IMPERFECT:
        return
    persons = sum(1 for each in IMPERFECT if seen.band(each + rest[1:]))
    yield f"ly{letter}{persons}"
    if letter == "س":
        future = sum(1 for each in ("سي", "ست", "سن") if seen.band(each + rest[1:]))
        yield from (f"ss{future}", f"sys{persons}|{future}", f"SY{persons > 1}")
        yield f"SY{persons > 1}{len(rest) > 3}"
        yield f"syw{persons}|{_near(seen.band(rest) - seen.whole, 3)}"


def _tail(seen: _Seen, tail: str) -> Iterator[str]:
    """Gives the features of an ending as a pronoun."""
    before = seen.spelling[: -len(tail)]
    yield from (tail, tail + before[-1:], tail + before[-2:], tail + before[-3:])
    yield from (f"-{before[-2:]}", f"{tail}^{before[:1]}", f"{tail}^{before[:2]}", f"X{before}")
    yield from (f"m{min(len(before), 7)}", f"{tail}m{min(len(before), 7)}")
    yield from _tail_bands(seen, tail, before[-1:])


def _tail_bands(seen: _Seen, tail: str, last: str) -> Iterator[str]:
    band, whole, stem = seen.band, seen.whole, seen.key[: -len(tail)]
    alone, bound, definite = band(stem), _bound(stem, band), band("ال" + stem)
    others = sum(1 for each in OTHER_PRONOUNS if each != tail and band(stem + each))
    bare = (stem[at:] for at in range(1, seen.leads + 1) if len(stem) - at > 1)
    led = max((_bound(each, band) for each in bare), default=0)
    few, gain = min(others, 4), bound - whole
    for name in ("", tail, tail + last):
        yield from (
            f"t{name}|{alone}", f"td{name}|{_near(alone - whole)}", f"u{name}|{bound}",
            f"ud{name}|{_near(gain)}", f"O{name}|{others}", f"ts{name}|{led}",
            f"pa{name}|{definite}", f"al{name}|{seen.definite}", f"wb{name}|{whole}",
            f"J{name}|{few}|{_near(gain, 2)}|{min(seen.definite, 2)}",
            f"K{name}|{few}|{min(definite, 3)}|{min(led, 2)}", f"tw{name}|{bound}|{whole}",
        )  # fmt: skip
    if tail == "ي":
        adjective = band(seen.key + "ه")
        yield f"ny{adjective}"
        yield f"nyd{min(2, adjective)}|{min(2, seen.definite)}|{few}"


def read_labels(spelling: str, labels: Sequence[str]) -> tuple[int, int]:
    """Gives the letters of the particles and of the pronoun that the labels of items mean."""
    leads, found = leading(spelling), 0
    while found < leads and labels[found] == CUT:
        found += 1
    tails = zip(endings(spelling), labels[leads:], strict=True)
    tail = next((len(each) for each, label in tails if label == CUT), 0)
    return (found, tail) if found + tail < len(spelling) else (0, 0)


def labels_of(spelling: str, lead: int, tail: int) -> list[str]:
    """Gives the labels of the items of a word that has so many letters of clitics."""
    leads = [CUT if at < lead else STEM for at in range(leading(spelling))]
    return leads + [CUT if len(each) == tail else STEM for each in endings(spelling)]
