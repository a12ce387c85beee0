"""English word order for the words of an Arabic name or source phrase."""

import re
from typing import Literal

from msgspec import Struct

from musnad.text.letters import UNREADABLE

Kind = Literal["name", "title", "noun", "tail", "adjective", "link", "mark"]

_HEAD_OF = frozenset({"رييس", "رييسه"})
_DEPUTY = frozenset({"نايب", "نايبه"})
_SYNDIC = frozenset({"نقيب"})
_STATES = frozenset({"Republic", "State"})
_SENIORS = ("official", "source", "officer", "diplomat", "spokes")
_TOPICAL = frozenset(
    {"Ministry", "Minister", "Ministers", "Undersecretary", "Authority", "Committee", "Party",
     "Organisation", "Directorate", "Commission", "Faculty", "Institute", "Centre", "Affairs",
     "Company", "Agency", "Department", "Administration", "Movement"}
)  # fmt: skip
_BESIDE = frozenset({"Deputy", "Assistant", "acting"})
_BEFORE_MARK = re.compile(r" (?=[,.;:)])")
_THE_AFTER = re.compile(r"(?:^|\s)(?:in|from|of|at|for|on|to|all|most|near|inside|about|with)$")
_PLURAL = re.compile(r"(?:[^s]s|people|men|women|children|media|dead)(?: .*)?$")


class Item(Struct, frozen=True, gc=False):
    """A word of the name in English or Latin letters, with the part it plays.

    `key` is the folded Arabic word; `words` counts those that it stands for; `takes_name` says
    that a name may follow it.
    """

    text: str
    kind: Kind
    definite: bool = False
    known: bool = True
    words: int = 1
    takes_name: bool = False
    key: str = ""


def sentence(text: str) -> str:
    """Gives the text tidied, with a capital at its head; nothing at all is "unnamed"."""
    text = _BEFORE_MARK.sub("", " ".join(text.split())).strip(" ,;:")
    if not text or text == UNREADABLE:
        return UNREADABLE
    return text if text.startswith("al-") else text[:1].upper() + text[1:]


def arranged(items: list[Item]) -> str:
    """Gives the items as English: phrase by phrase, links and marks where they stand."""
    parts: list[str] = []
    phrase: list[Item] = []
    for item in items:
        if item.kind in {"link", "mark"}:
            parts = [*parts, *_phrase_after(parts, phrase), item.text]
            phrase = []
        else:
            phrase.append(item)
    return " ".join([*parts, *_phrase_after(parts, phrase)])


def _phrase_after(parts: list[str], phrase: list[Item]) -> list[str]:
    """What is definite takes "the" after a preposition, names and topics aside."""
    if not phrase:
        return []
    text = _ordered(_titled(phrase))
    article = bool(parts) and _takes_the(phrase) and _the_follows(parts)
    return ["the", text] if article and not text.startswith("the ") else [text]


def _the_follows(parts: list[str]) -> bool:
    """«شركة النورس للملاحة» is "Company for Shipping", a topic without "the"."""
    topic = len(parts) > 1 and parts[-2].rpartition(" ")[2] in _TOPICAL
    return bool(_THE_AFTER.search(parts[-1])) and not topic


def _takes_the(phrase: list[Item]) -> bool:
    if phrase[0].kind not in {"noun", "title"}:
        return False
    heads = [item for item in phrase if item.kind != "adjective"]
    return phrase[0].definite or (len(heads) > 1 and heads[-1].definite)


def _titled(phrase: list[Item]) -> list[Item]:
    """Settles titles by what follows: «نائب رئيس» is a deputy, «النائب سلمى» an MP."""
    made = []
    for item, after in zip(phrase, [*phrase[1:], None], strict=True):
        text = item.text
        if item.kind == "title" and item.words == 1:
            text = _title(item, after)
        made.append(Item(text, item.kind, item.definite, item.known, key=item.key))
    return made


def _title(item: Item, after: Item | None) -> str:
    common = after is not None and after.kind in {"noun", "tail"} and not item.definite
    if item.key in _DEPUTY:
        return "Deputy" if after and (after.kind == "title" or common) else "MP"
    if item.key in _HEAD_OF and common and after and after.text not in _STATES:
        return "head"
    if item.key in _SYNDIC and common:
        return "head of the union"
    return item.text


def _ordered(items: list[Item]) -> str:
    """English order: adjectives first, then "X of Y", then names; a tail comes last."""
    if items[0].kind == "tail":
        return _tail_last(items)
    tail = next((place for place, item in enumerate(items) if item.kind == "tail"), None)
    if tail:
        of = "of" if len(items) > tail + 1 else "of the"
        return f"{_ordered(items[:tail])} {of} {_tail_last(items[tail:])}"
    leading, rest = _leading(items)
    heads = [item for item in leading if item.kind != "adjective"]
    front = _described(leading, heads, named=bool(rest))
    late = [item for item in rest if item.kind == "adjective"]
    named = [item for item in rest if item.kind != "adjective"]
    last = named[:-1] if named and named[-1].kind == "noun" else named
    glue = ["of"] if last and _takes_of(heads, leading, rest) else []
    words = [item.text for item in late[::-1]]
    return " ".join([*words, *front, *glue, *(item.text for item in named)])


def _tail_last(items: list[Item]) -> str:
    rest = items[1:]
    named = [item.text for item in rest if item.kind != "adjective"]
    described = [item.text for item in rest if item.kind == "adjective"][::-1]
    late = [word for word in described if word == "News"]
    early = [word for word in described if word != "News"]
    return " ".join([*early, *named, *late, items[0].text])


def _leading(items: list[Item]) -> tuple[list[Item], list[Item]]:
    for place, item in enumerate(items):
        if item.kind not in {"noun", "title", "adjective"}:
            return items[:place], items[place:]
    return items, []


def _described(leading: list[Item], heads: list[Item], *, named: bool) -> list[str]:
    """Each adjective before the last head that it agrees with, the heads joined by "of"."""
    before: dict[int, list[str]] = {}
    for item in leading:
        if item.kind == "adjective":
            place = _described_head(item, heads)
            before.setdefault(place, []).insert(0, _sized(item, heads, place))
    words: list[str] = before.get(-1, [])
    for place, head in enumerate(heads):
        words += _joint(heads, place, named=named) + before.get(place, []) + [head.text]
    return words


def _sized(adjective: Item, heads: list[Item], place: int) -> str:
    """«مسؤول كبير» is senior, «سفينة كبيرة» large."""
    if adjective.text != "senior" or place < 0 or heads[place].text.startswith(_SENIORS):
        return adjective.text
    return "large"


def _joint(heads: list[Item], place: int, *, named: bool) -> list[str]:
    if not place:
        return []
    first, then = heads[place - 1], heads[place]
    if first.text in _BESIDE or (first.kind == "title" and first.definite):
        return []
    topical = first.text in _TOPICAL and not then.text[:1].islower()
    definite = named or heads[-1].definite or then.text[:1].isupper()
    return ["of"] if topical or not definite else ["of", "the"]


def _described_head(adjective: Item, heads: list[Item]) -> int:
    for place in range(len(heads) - 1, -1, -1):
        if _form(adjective) in _forms(heads[place]):
            return place
    return len(heads) - 1


def _form(adjective: Item) -> str:
    if adjective.key.endswith(("ون", "ين")):
        return "people"
    return "feminine" if adjective.key.endswith(("ه", "ات")) else "masculine"


def _forms(head: Item) -> set[str]:
    if _PLURAL.search(head.text):
        return {"people", "feminine"}
    return {"feminine"} if head.key.endswith(("ه", "ات")) else {"masculine"}


def _takes_of(heads: list[Item], leading: list[Item], rest: list[Item]) -> bool:
    """«ميناء الصفا» is "Port of al-Safa"; «الوزير نادر» and «وزير الموانئ نادر» are not."""
    bare = bool(heads) and not heads[-1].definite and leading[-1].kind != "adjective"
    return bool(bare and rest and (rest[0].definite or heads[-1].kind == "noun"))
