"""The sample's pages, gold, lexicon and stories hold together."""

import csv
import html
import json
import re
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from musnad.model import records

SAMPLE = Path(__file__).parents[2] / "sample"
PAGES = sorted((SAMPLE / "pages").iterdir())
GOLD = sorted((SAMPLE / "gold").glob("*.gold.json"))
STORIES = tomllib.loads((SAMPLE / "stories.toml").read_text("utf-8"))
ISO = re.compile(r"\d{4}(-W\d{2}|-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?")
UNSEEN = re.compile(r"(?s)<(script|style|head|noscript)\b.*?</\1>")

Gold = dict[str, Any]


def load(path: Path) -> Gold:
    found: Gold = json.loads(path.read_text("utf-8"))
    return found


def document_of(path: Path) -> Gold:
    return load(path.with_name(path.name.replace(".gold.json", ".json")))


def paragraph(document: Gold, place: str | int) -> str:
    found: str = document["title"] if place == "t" else document["paragraphs"][place]
    return found


def squash(text: str) -> str:
    return " ".join(text.split())


def visible(page: Path) -> str:
    text = page.read_text("utf-8-sig")
    if page.suffix == ".html":
        text = html.unescape(re.sub(r"<[^>]+>", "", UNSEEN.sub("", text)))
    return squash(text)


def occurrences(text: str, literal: str) -> int:
    return sum(text.startswith(literal, at) for at in range(len(text)))


def assert_printed(document: Gold, place: str | int, literal: str, number: int | None) -> None:
    text = paragraph(document, place)
    assert literal, f"an empty literal in {place}"
    assert occurrences(text, literal) >= (number or 1), f"{literal!r} is not in {text!r}"


def iso(value: str) -> None:
    for part in value.split("/"):
        assert ISO.fullmatch(part), f"{value!r} is no ISO date"
        if "W" in part:
            datetime.strptime(f"{part}-1", "%G-W%V-%u")
        elif len(part) > 4:
            datetime.fromisoformat(f"{part}-01" if len(part) == 7 else part)


def gold(source_id: str) -> Gold:
    return load(SAMPLE / "gold" / f"{source_id}.gold.json")


def killed(source_id: str) -> set[int | None]:
    return {q["value"] for q in gold(source_id)["quantities"] if q["role"] == "killed"}


def relays(source_id: str) -> set[str]:
    return {
        name
        for statement in gold(source_id)["statements"]
        for relay in statement["relays"]
        for name in relay.split("|")
    }


def speakers(source_id: str) -> set[str]:
    return {n for s in gold(source_id)["statements"] for n in (s["who"] or "").split("|")}


def acts(source_id: str) -> set[str]:
    return {s["act"] for s in gold(source_id)["statements"]}


def test_the_sample_is_as_large_as_promised() -> None:
    suffixes = [page.suffix for page in PAGES]
    assert len(PAGES) >= 33
    assert suffixes.count(".html") >= 6
    assert set(suffixes) == {".html", ".txt"}
    assert sum(len(load(path)["statements"]) for path in GOLD) >= 220


def test_every_page_has_gold_and_all_gold_a_page() -> None:
    stems = {page.stem for page in PAGES}
    ids = [load(path)["id"] for path in GOLD]
    assert ids == [path.name.removesuffix(".gold.json") for path in GOLD]
    assert {i.split("#")[0] for i in ids} == stems
    second = [i for i in ids if i.endswith("#2")]
    assert sorted(i.removesuffix("#2") for i in second) == STORIES["two_articles"]["pages"]
    assert len(second) >= 2
    for found in map(load, GOLD):
        assert found["articles_on_page"] == sum(
            i.split("#")[0] == found["id"].split("#")[0] for i in ids
        )


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
class TestArticle:
    def test_paragraphs_are_on_the_page(self, path: Path) -> None:
        document = document_of(path)
        stem = document["id"].split("#")[0]
        page = next(page for page in PAGES if page.stem == stem)
        text = visible(page)
        assert document["title"] == load(path)["title"]
        at = 0
        for block in document["paragraphs"]:
            at = text.find(squash(block), at)
            assert at >= 0, f"{block!r} is not on the page, or not in this order"
        assert squash(document["title"]) in text
        if page.suffix == ".txt":
            lines = [line for line in page.read_text("utf-8-sig").splitlines() if line.strip()]
            lines.remove(document["title"])
            assert lines == document["paragraphs"]

    def test_junk_is_named_by_paragraph(self, path: Path) -> None:
        document, found = document_of(path), load(path)
        junk = found["junk_paragraphs"]
        assert junk == sorted(set(junk))
        assert set(junk) < set(range(len(document["paragraphs"])))
        annotated = [*found["statements"], *found["times"], *found["quantities"], *found["events"]]
        assert not {x["p"] for x in annotated} & set(junk)

    def test_statements_are_copied_from_their_paragraph(self, path: Path) -> None:
        document = document_of(path)
        for s in load(path)["statements"]:
            assert_printed(document, s["p"], s["cue"], s.get("cue_n"))
            if s["source"] is not None:
                assert_printed(document, s["p"], s["source"], s.get("source_n"))
            for content in s["content"]:
                assert_printed(document, s["p"], content, None)
            for more in s.get("content_more", []):
                assert_printed(document, more["p"], more["text"], None)
            assert s["content"]

    def test_statements_use_the_closed_lists(self, path: Path) -> None:
        for s in load(path)["statements"]:
            assert s["act"] in get_args(records.Act)
            assert s["kind"] in get_args(records.SpeakerKind)
            assert s["mode"] in get_args(records.Mode)
            assert (s["who"] is None) == (s["kind"] == "unknown")
            if "said" in s:
                iso(s["said"])

    def test_times_quantities_and_events_are_copied(self, path: Path) -> None:
        document, found = document_of(path), load(path)
        for time in found["times"]:
            assert_printed(document, time["p"], time["text"], time.get("n"))
            if time["value"] is not None:
                iso(time["value"])
        for quantity in found["quantities"]:
            assert_printed(document, quantity["p"], quantity["text"], quantity.get("n"))
            assert quantity["role"] in get_args(records.Role)
            assert quantity["comparator"] in get_args(records.Comparator)
            assert (quantity["value"] is not None) or quantity["comparator"] == "~"
        for event in found["events"]:
            assert_printed(document, event["p"], event["trigger"], event.get("n"))
            assert event["type"] in get_args(records.EventType)
            assert event["status"] in get_args(records.EventStatus)
            if event["date"] is not None:
                iso(event["date"])

    def test_publication_is_a_date_or_unknown(self, path: Path) -> None:
        found = load(path)
        if found["published"] is None:
            undated = STORIES["undated"]["pages"]
            assert found["id"] in undated or found["id"].endswith("#2")
        else:
            iso(found["published"])


class TestStories:
    def test_six_pages_carry_one_source_of_one_agency(self) -> None:
        case = STORIES["port_closure"]
        description = STORIES["port_source"]["description"]
        assert len(case["single_origin"]) == 6
        for page in [case["origin"], *case["single_origin"]]:
            assert any(name.startswith(description) for name in speakers(page)), page
        credited = {
            page
            for page in case["single_origin"]
            if any("الساحل" in x for x in [*relays(page), *gold(page)["credit"], *speakers(page)])
        }
        assert set(case["single_origin"]) - credited == set(case["uncredited"])
        assert gold(case["origin"])["outlet"] == case["agency"]

    def test_the_carriers_word_the_claim_in_their_own_way(self) -> None:
        pages = STORIES["port_closure"]["single_origin"]
        titles = [gold(page)["title"] for page in pages]
        assert len(set(titles)) == len(pages)

    def test_witnesses_are_independent(self) -> None:
        first, second = STORIES["market_shelling"]["independent"]
        assert gold(first)["outlet"] != gold(second)["outlet"]
        assert not speakers(first) & speakers(second)
        assert not relays(first) | relays(second)
        assert not gold(first)["credit"] + gold(second)["credit"]

    def test_denials_deny(self) -> None:
        assert "deny" in acts(STORIES["port_denial"]["denial"])
        assert "deny" in acts(STORIES["market_shelling"]["denial"])
        assert "accuse" in acts(STORIES["market_shelling"]["accusation"])

    def test_the_toll_is_revised(self) -> None:
        counts = STORIES["ferry_toll"]["revised_counts"]
        days = [gold(row["id"])["published"] for row in counts]
        assert [row["killed"] for row in counts] == [7, 9, 11, 11]
        assert days == sorted(days)
        for row in counts:
            assert row["killed"] in killed(row["id"])

    def test_the_anonymous_source_is_named_later(self) -> None:
        case = STORIES["port_source"]
        assert case["name"] not in speakers(case["anonymous"])
        assert case["name"] in speakers(case["named_later"])
        assert gold(case["anonymous"])["published"] < gold(case["named_later"])["published"]

    def test_two_pages_are_undated(self) -> None:
        dated = {row["file"] for row in manifest() if row["published"]}
        for page in STORIES["undated"]["pages"]:
            assert gold(page)["published"] is None
            assert f"{page}.txt" not in dated
        assert len(STORIES["undated"]["pages"]) == 2

    def test_quotations_run_over_paragraphs(self) -> None:
        for page in STORIES["quotation_over_paragraphs"]["pages"]:
            assert any("content_more" in s for s in gold(page)["statements"])

    def test_every_named_page_exists(self) -> None:
        stems = {page.stem for page in PAGES}
        named = re.findall(r'"(\d\d_[a-z_]+)"', (SAMPLE / "stories.toml").read_text("utf-8"))
        assert named
        assert set(named) <= stems


def manifest() -> list[dict[str, str]]:
    with (SAMPLE / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_manifest_names_a_third_of_the_pages() -> None:
    rows = manifest()
    header = (SAMPLE / "manifest.csv").read_text("utf-8").splitlines()[0]
    assert header == "file,outlet,published,url"
    assert {row["file"] for row in rows} <= {page.name for page in PAGES}
    assert len(PAGES) / 4 < len(rows) < len(PAGES) / 2
    assert any(not row["outlet"] for row in rows)
    assert any(not row["published"] for row in rows)
    for row in rows:
        found = gold(Path(row["file"]).stem)
        assert row["outlet"] in ("", found["outlet"])
        assert row["published"] in ("", found["published"])


def test_outlets_are_in_the_lexicon() -> None:
    lexicon = tomllib.loads((SAMPLE / "lexicon.toml").read_text("utf-8"))
    names = {media["name"] for media in lexicon["media"]}
    assert {load(path)["outlet"] for path in GOLD} <= names
    assert {kind["kind"] for kind in lexicon["media"]} == {
        "agency", "paper", "channel", "site", "radio", "official", "aggregator",
    }  # fmt: skip
