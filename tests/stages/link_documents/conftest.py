"""Readings of the sample, made of its gold."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from musnad.model.ids import identity
from musnad.model.records import (
    SCHEMA,
    Article,
    Cue,
    Dateline,
    Entity,
    Mention,
    Outlet,
    PageRef,
    Published,
    Reading,
    Relay,
    Speaker,
    Statement,
    Versions,
)
from musnad.model.spans import make_span

GOLD = Path(__file__).parents[3] / "sample" / "gold"
LEMMAS = {"deny": "نفى"}
MEDIA = ("وكالة الساحل", "قناة الأفق", "موقع النورس", "المنارة", "صدى مرسى")


def gold_reading(path: Path) -> Reading:
    gold: dict[str, Any] = json.loads(path.read_text("utf-8"))
    document = json.loads(
        path.with_name(path.name.replace(".gold.json", ".json")).read_text("utf-8")
    )
    places = ["t"] if document["title"] else []
    places += [
        at for at, _ in enumerate(document["paragraphs"]) if at not in gold["junk_paragraphs"]
    ]
    lines = {at: document["title"] if at == "t" else document["paragraphs"][at] for at in places}
    text = "\n".join(lines.values())
    starts, at = {}, 0
    for place, line in lines.items():
        starts[place], at = at, at + len(line) + 1
    made = [statement(text, starts, one, gold["id"]) for one in gold["statements"]]
    return reading(text, gold, tuple(one for one in made if one))


def statement(
    text: str, starts: dict[Any, int], one: dict[str, Any], source_id: str
) -> Statement | None:
    start = starts.get(one["p"])
    contents = [(text.find(c, start or 0), len(c)) for c in one["content"]]
    if start is None or any(at < 0 for at, _ in contents):
        return None
    cue = max(text.find(one["cue"], start), start)
    end = cue + len(one["cue"])
    relays = [name.split("|")[0] for name in one["relays"]]
    return Statement(
        id=identity("statement", source_id, cue, contents),
        cue=Cue(start=cue, end=end, text=text[cue:end], lemma=LEMMAS.get(one["act"], "")),
        source=None,
        speaker=Speaker(name=(one["who"] or "").split("|")[0], kind=one["kind"], entity=None),
        relays=tuple(Relay(name=name, entity=None, span=None, cue=None) for name in relays),
        chain=(),
        content=tuple(make_span(text, at, at + length) for at, length in contents),
        mode=one["mode"], act=one["act"], medium=None, addressee=None, said=None,
        polarity="affirmative", modality="fact", continues=None, inside=None,
        confidence=1.0, made_by="gold",
    )  # fmt: skip


def reading(text: str, gold: dict[str, Any], statements: tuple[Statement, ...]) -> Reading:
    dateline = gold["dateline"]
    article = Article(
        id=identity("article", gold["id"]), text_sha256=sha256(text.encode()).hexdigest(),
        source_id=gold["id"], url=None, title=gold["title"], subtitle=None, byline=None,
        outlet=Outlet(name=gold["outlet"]) if gold["outlet"] else None, section=None, tags=(),
        published=gold["published"] and Published(
            value=gold["published"], precision="day", method="given", reliable=True),
        dateline=dateline and Dateline(place=dateline["place"], agencies=tuple(dateline["agency"])),
        credits=tuple(gold["credit"]), language="ar", part_of=None, text=text,
        page=PageRef(sha256="", encoding="utf-8"),
    )  # fmt: skip
    named = [(name, text.find(name)) for name in MEDIA if name in text]
    return Reading(
        schema=SCHEMA, article=article, blocks=(), dropped=(),
        entities=tuple(Entity(id=name, type="media", name=name) for name, _ in named),
        mentions=tuple(
            Mention(id=name, start=at, end=at + len(name), text=name, type="media", entity=name,
                    made_by="gold") for name, at in named),
        times=(), quantities=(), statements=statements, events=(), issues=(),
        versions=Versions(musnad="", rules="", lexicons=""),
    )  # fmt: skip


@pytest.fixture(scope="session")
def sample() -> tuple[Reading, ...]:
    return tuple(gold_reading(path) for path in sorted(GOLD.glob("*.gold.json")))
