"""The commands that look into a workspace."""

import csv
import json

import msgspec
import pytest

from hand_made import (
    ARTICLE_ID,
    DENIAL_ID,
    PAGE,
    PAGE_ID,
    READING,
    RELAYED_ID,
    TEXT,
    TIME_ID,
    TITLE,
)
from musnad.model.records import (
    Entity,
    Event,
    EventPlace,
    Mention,
    Party,
    Passage,
    Place,
    Quantity,
    Span,
)
from musnad.rules.cards import describe_coded_rule
from musnad.store import open_workspace
from musnad.text.name_keys import name_key


def json_lines(text):
    return [json.loads(line) for line in text.splitlines()]


def test_show_lists_the_articles(musnad, workspace):
    ran = musnad("show")
    assert ran.status == 0 and ran.err == ""
    for words in (ARTICLE_ID, TITLE, "صحيفة المنارة", "2031-05-05"):
        assert words in ran.out
    (row,) = json_lines(musnad("show", "--format", "jsonl").out)
    assert (row["page_id"], row["statements"], row["issues"]) == (PAGE_ID, 2, 1)


def test_show_prints_an_article_for_people(musnad, workspace):
    out = musnad("show", ARTICLE_ID[:4]).out
    assert "صحيفة المنارة · 2031-05-05 (given) · 2 statements" in out
    assert "صحيفة المنارة ← وكالة الساحل ← مصدر ملاحي" in out
    assert "«الميناء سيغلق يوم السبت»" in out
    assert "2031-05-02 (said) · مصدر ملاحي · anonymous · assert" in out
    assert "\x1b" not in out


def test_show_gives_the_reading_to_programs(musnad, workspace):
    (found,) = json.loads(musnad("show", ARTICLE_ID, "-f", "json").out)
    assert found["schema"] == "musnad.reading/1"
    assert [each["id"] for each in found["statements"]] == [RELAYED_ID, DENIAL_ID]


def test_show_finds_any_record(musnad, workspace):
    assert "«إغلاق الميناء»" in musnad("show", DENIAL_ID).out
    assert "value: 2031-05-10" in musnad("show", TIME_ID).out
    (found,) = json_lines(musnad("show", TIME_ID, "-f", "jsonl").out)
    assert found["text"] == "يوم السبت"


@pytest.mark.parametrize("command", ["show", "explain"])
def test_an_unknown_id_is_told(musnad, workspace, command):
    ran = musnad(command, "zzzz")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("musnad: M-004 ") and "→ List ids" in ran.err


def test_explain_tells_how_a_statement_came_about(musnad, workspace):
    out = musnad("explain", RELAYED_ID).out
    assert "⟦ونقلت⟧ وكالة الساحل للأنباء عن ⟦مصدر ملاحي⟧ قوله إن ⟦الميناء سيغلق يوم السبت⟧" in out
    assert "«نقل … عن … قوله»" in out
    assert "rule attribute.relayed" in out
    assert "relay: وكالة الساحل, «وكالة الساحل للأنباء»" in out


def test_explain_tells_about_a_time_and_an_article(musnad, workspace):
    assert "⟦يوم السبت⟧" in musnad("explain", TIME_ID).out
    out = musnad("explain", ARTICLE_ID).out
    assert "published: 2031-05-05, by given" in out
    assert "M-114 Dates on the page disagree. 2031-05-05, 2031-05-06" in out


def test_explain_tells_the_fields_that_matter(musnad, own_folder):
    words = {"start": 0, "end": 5, "text": TEXT[:5]}
    filled = msgspec.structs.replace(
        READING,
        entities=(
            Entity(id="e1a0", type="place", name="الصفا", country="XM"),
            Entity(id="e5a0", type="place", name="سيرغيف", aliases=("سيرجيف",), country="XM",
                   romanised="Serghif",
                   place=Place(lat=1.5, lon=2.5, precision="town", country="XM",
                               candidates=("سيرغيف, XN",), reason="the text speaks of XM")),
        ),
        mentions=(Mention(id="e2a0", type="place", entity="e1a0", made_by="mentions.x", **words),),
        quantities=(
            Quantity(id="e3a0", value=None, low=3, high=9, comparator="~", unit="شخص",
                     role="killed", statement=None, made_by="quantity.vague", **words),
        ),
        events=(
            Event(id="e4a0", trigger=Span(**words), type="ASSAULT", mode=None,
                  actor=Party(name="خفر السواحل"), recipient=None, place=EventPlace(name="الصفا"),
                  date=None, status="claimed", statement=None, background=False, quantities=(),
                  reason="a verb", made_by="event.assault.verb"),
        ),
        passages=(
            Passage(id="e6a0", language="ar", dialect="maghrebi", made_by="passage.dialect",
                    **words),
        ),
    )  # fmt: skip
    with open_workspace(own_folder / "musnad-workspace", create=True) as store:
        store.add_page(PAGE, PAGE_ID, [filled])
    wanted = {
        "e5a0": ("romanised: Serghif", "aliases: سيرجيف", "place: town, XM, 1.5 2.5",
                 f"«سيرجيف» has the key of the name: {name_key('سيرغيف')}",
                 "place: the text speaks of XM", "not سيرغيف, XN"),
        "e1a0": ("name: الصفا", "type: place", "country: XM", "named 1 × by mentions.x"),
        "e2a0": ("entity: الصفا (e1a0)", "type: place"),
        "e3a0": ("value: unknown", "low: 3", "high: 9", "unit: شخص", "role: killed",
                 "A count without a number; its value is null."),
        "e4a0": ("type: ASSAULT", "actor: خفر السواحل", "place: الصفا", "date: unknown",
                 "status: claimed", "A verb that names the event."),
        "e6a0": ("language: ar", "dialect: maghrebi",
                 describe_coded_rule("passage.dialect").why),
        TIME_ID: ("value: 2031-05-10", "precision: day", "status: resolved", "rule time.weekday",
                  describe_coded_rule("time.weekday").why),
    }  # fmt: skip
    for record_id, lines in wanted.items():
        told = [line.strip() for line in musnad("explain", record_id).out.splitlines()]
        assert set(lines) <= set(told), record_id


def test_search_finds_words_and_fields(musnad, workspace):
    ran = musnad("search", "الميناء", "act:deny")
    assert DENIAL_ID in ran.out and RELAYED_ID not in ran.out
    assert ran.err == "1 statement.\n"
    rows = json_lines(musnad("search", "--speaker", "ملاحي", "-f", "jsonl").out)
    assert [row["statement"]["id"] for row in rows] == [RELAYED_ID]
    assert rows[0]["date_basis"] == "said"


def test_search_orders_by_date_and_keeps_to_limits(musnad, workspace):
    def ids(*words):
        rows = json_lines(musnad("search", *words, "-f", "jsonl").out)
        return [row["statement"]["id"] for row in rows]

    assert ids() == [RELAYED_ID, DENIAL_ID]
    assert ids("--limit", "1") == [RELAYED_ID]
    assert ids("--since", "2031-05-03") == [DENIAL_ID]
    assert ids("--until", "2031-05-03") == [RELAYED_ID]
    assert ids("since:2031-06") == []
    assert ids("confidence:0.85") == [RELAYED_ID]


def test_nothing_found_is_no_failure(musnad, workspace):
    assert musnad("search", "غواصة", "-f", "json") == (0, "[]\n", "")
    assert musnad("search", "غواصة").status == 0


def test_search_tells_a_mistake(musnad, workspace):
    ran = musnad("search", "--act", "denny")
    assert ran.status == 2 and "did you mean «deny»" in ran.err


def test_export_keeps_to_the_filters(musnad, workspace, own_folder):
    ran = musnad("export", "--to", "all.csv")
    assert (ran.status, ran.out, ran.err) == (0, "", "2 statements in all.csv.\n")
    assert musnad("export", "--to", "no.csv", "act:deny").status == 0
    with (own_folder / "no.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["statement_id"] for row in csv.DictReader(file)] == [DENIAL_ID]
    assert musnad("export", "--to", "s.xlsx").status == 0
    assert (own_folder / "s.xlsx").stat().st_size > 1000
    assert musnad("export", "--to", "s.doc").status == 2


def test_verify_is_quiet_about_a_whole_workspace(musnad, workspace):
    ran = musnad("verify")
    assert (ran.status, ran.out) == (0, "")
    assert "2 statements" in ran.err


def test_verify_tells_what_is_broken(musnad, workspace, monkeypatch):
    monkeypatch.setattr("musnad.store.Workspace.verify", lambda _: ("a1: 0:4 is «x», not «y»",))
    ran = musnad("verify")
    assert (ran.status, ran.out) == (1, "a1: 0:4 is «x», not «y»\n")


def test_issues_are_listed(musnad, workspace):
    assert "M-114" in musnad("issues").out
    (row,) = json_lines(musnad("issues", "--format", "jsonl").out)
    assert (row["code"], row["article_id"]) == ("M-114", ARTICLE_ID)


def test_remove_asks_first(musnad, workspace, monkeypatch):
    monkeypatch.setattr("typer.confirm", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    assert musnad("remove", PAGE_ID, "--reason", "مكررة").status != 0
    assert len(json_lines(musnad("show", "-f", "jsonl").out)) == 1


def test_remove_leaves_a_trace(musnad, workspace):
    assert musnad("remove", PAGE_ID, "--reason", "مكررة", "--yes").status == 0
    assert musnad("show", "-f", "jsonl").out == ""
    with open_workspace(workspace) as store:
        assert [row.reason for row in store.removed()] == ["مكررة"]
    assert musnad("remove", PAGE_ID, "--reason", "x", "--yes").status == 2


def test_remove_needs_a_reason(musnad, workspace):
    ran = musnad("remove", PAGE_ID, "--yes")
    assert ran.status == 2 and "--reason" in ran.err


@pytest.mark.parametrize(
    "words",
    [("show",), ("verify",), ("issues",), ("search", "x"), ("reread",), ("serve",),
     ("explain", "x"), ("export", "--to", "x.csv"), ("remove", "x", "--reason", "y")],
)  # fmt: skip
def test_no_workspace_is_told(musnad, own_folder, words):
    ran = musnad(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("musnad: M-002 ")
    assert list(own_folder.iterdir()) == []


def test_workspace_is_an_option_and_a_variable(musnad, workspace, monkeypatch, own_folder):
    workspace.rename(own_folder / "archive")
    assert musnad("verify").status == 2
    assert musnad("verify", "--workspace", "archive").status == 0
    monkeypatch.setenv("MUSNAD_WORKSPACE", str(own_folder / "archive"))
    assert musnad("verify").status == 0


def test_serve_hands_workspace_and_port_on(musnad, workspace, monkeypatch):
    served = []

    def serve(path, host, port, ready):
        served.append((path.name, host, port))
        ready()

    monkeypatch.setattr("musnad.serve.serve", serve, raising=False)
    ran = musnad("serve", "--port", "9001")
    assert (ran.status, served) == (0, [("musnad-workspace", "127.0.0.1", 9001)])
    assert "Serving musnad-workspace on http://127.0.0.1:9001/" in ran.err


def test_serve_says_nothing_of_serving_when_it_cannot(musnad, workspace):
    ran = musnad("serve", "--host", "192.0.2.1", "--port", "9001")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("musnad: M-019 ") and "Serving" not in ran.err


@pytest.mark.parametrize("words", [("show",), ("add", "file"), ("serve",)])
def test_a_file_is_no_workspace(musnad, own_folder, words):
    (own_folder / "file").write_text("x")
    ran = musnad(*words, "-w", "file")
    assert ran.status == 2
    assert ran.err.startswith("musnad: M-002 ") and "file is a file, not a folder" in ran.err


def test_doctor_looks_at_everything(musnad, workspace, own_folder):
    ran = musnad("doctor", "-f", "jsonl")
    checks = {row["name"]: row for row in json_lines(ran.out)}
    assert ran.status == 0
    assert all(row["right"] for row in checks.values())
    assert "1 page, 2 statements, 0 lexicons" in checks["workspace"]["found"]
    (own_folder / "musnad.toml").write_text("sevre = 1")
    ran = musnad("doctor")
    assert ran.status == 1 and "M-001" in ran.out
