import msgspec
import pytest
from invented_readings import page_id_of, read_invented, reading_of
from sqlalchemy import select

from musnad.errors import MusnadError
from musnad.model.records import Given, Issue, Received
from musnad.store import Wanted, open_workspace
from musnad.store.tables import READING

HARBOUR = "\n".join((
    "ميناء النورس يفتح أبوابه",
    "وزير الموانئ: لا خسائر في الميناء",
    "أهالي الصفا: عادت السفن يوم الخميس",
))  # fmt: skip
BRIDGE = "جسر الحجر\nعمدة جسر الحجر: اكتمل البناء"


def page(text, name="harbour.txt", **given):
    return Received(data=text.encode(), name=name, given=Given(**given))


def add(workspace, received):
    return workspace.add_page(received, page_id_of(received), read_invented(received))


def contents(workspace, **wanted):
    rows = workspace.statements(Wanted(**wanted))
    return [row.statement.content[0].text for row in rows]


def code_of(call, *arguments):
    with pytest.raises(MusnadError) as caught:
        call(*arguments)
    return caught.value.code


def test_absent_workspace_is_refused_and_nothing_is_made(tmp_path):
    assert code_of(open_workspace, tmp_path / "none") == "M-002"
    assert not (tmp_path / "none").exists()


def test_a_page_gives_articles_statements_and_its_reading(workspace):
    assert add(workspace, page(HARBOUR, published="2031-03-06", outlet="صدى مرسى")) == "new"
    (article,) = workspace.articles()
    assert (article.source_id, article.outlet, article.statements) == ("harbour", "صدى مرسى", 2)
    assert workspace.reading(article.id).article.text == HARBOUR
    assert [one.article.id for one in workspace.readings()] == [article.id]
    assert workspace.verify() == ()


def test_the_same_page_twice_changes_no_byte(workspace):
    received = page(HARBOUR)
    add(workspace, received)
    before = workspace._rows(select(READING))
    assert workspace.has_page(received)
    assert add(workspace, received) == "same"
    assert workspace._rows(select(READING)) == before
    assert len(workspace.history(workspace.articles()[0].id)) == 1


def test_other_given_is_another_page_to_read_again(workspace):
    add(workspace, page(HARBOUR))
    other = page(HARBOUR, outlet="قناة الأفق")
    assert not workspace.has_page(other)
    assert add(workspace, other) == "changed"
    assert workspace.articles()[0].outlet == "قناة الأفق"
    assert workspace.has_page(page(HARBOUR))  # nothing is said that is not known
    assert not workspace.has_page(page(HARBOUR, outlet="صدى مرسى"))


def test_what_was_said_of_a_page_is_known_when_it_comes_again(workspace):
    first = page(HARBOUR, outlet="قناة الأفق", url="https://ufuq.example/1")
    add(workspace, first)
    assert workspace.known_page(page(HARBOUR)) == (page_id_of(first), first)
    _, later = workspace.known_page(page(HARBOUR, outlet="صدى مرسى"))
    assert later.given == Given(outlet="صدى مرسى", url="https://ufuq.example/1")
    assert workspace.known_page(page(BRIDGE)) is None
    assert workspace.known_page(page(HARBOUR, "other/harbour.txt")) == (
        page_id_of(first),
        page(HARBOUR, "other/harbour.txt", outlet="قناة الأفق", url=first.given.url),
    )
    assert workspace.known_page(page(HARBOUR, "other.txt", outlet="صدى مرسى")) is None
    assert workspace.holds(page_id_of(first)) and not workspace.holds("none")


def test_same_bytes_under_a_second_name_stay_one_page(workspace):
    add(workspace, page(HARBOUR, "a.txt"))
    assert add(workspace, page(HARBOUR, "b.txt")) == "same"
    assert workspace.has_page(page(HARBOUR, "a.txt")) and workspace.has_page(page(HARBOUR, "b.txt"))
    assert [row.source_id for row in workspace.pages()] == ["a"]


def test_a_page_known_by_its_url_changes_and_keeps_its_history(workspace):
    add(workspace, page(HARBOUR, url="https://manara.example/1"))
    newer = page(HARBOUR + "\nوزير الموانئ: زاد العدد", url="https://manara.example/1")
    assert add(workspace, newer) == "changed"
    article = workspace.articles()[0].id
    assert [row.version for row in workspace.history(article)] == [1, 2]
    assert workspace.counts().pages == 1
    assert workspace.received(workspace.pages()[0].id) == newer
    assert workspace.verify() == ()


def test_several_articles_of_one_page_come_and_go_together(workspace):
    received = page(f"{HARBOUR}\n=====\n{BRIDGE}")
    add(workspace, received)
    assert [row.source_id for row in workspace.articles()] == ["harbour", "harbour#2"]
    one = (reading_of(received, HARBOUR, 0),)
    assert workspace.add_page(received, page_id_of(received), one) == "changed"
    assert [row.source_id for row in workspace.articles()] == ["harbour"]


def test_statements_are_dated_and_undated_ones_come_last(workspace):
    add(workspace, page(BRIDGE, "c.txt"))
    add(workspace, page(HARBOUR, "a.txt", published="2031-03-06"))
    rows = workspace.statements()
    assert [(row.date, row.date_basis) for row in rows] == [
        ("2031-03-05", "said"), ("2031-03-06", "published"), (None, "unknown"),
    ]  # fmt: skip
    assert [row.article_title for row in workspace.statements(offset=1, limit=1)] == [
        "ميناء النورس يفتح أبوابه"
    ]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 3), ({"text": "السُّفُن"}, 1), ({"text": "سفن الخميس"}, 1), ({"text": "سفن خسائر"}, 0),
        ({"speaker": "وزير المواني"}, 1), ({"act": "deny"}, 1), ({"since": "2031-03-06"}, 1),
        ({"until": "2031-03-05"}, 1), ({"since": "2031-03", "until": "2031-03"}, 2),
        ({"text": "%"}, 0), ({"text": "_"}, 0), ({"order": "article"}, 3),
    ],
)  # fmt: skip
def test_statements_are_filtered(workspace, wanted, count):
    add(workspace, page(HARBOUR, "a.txt", published="2031-03-06"))
    add(workspace, page(BRIDGE, "c.txt"))
    assert len(contents(workspace, **wanted)) == count


def test_a_date_that_may_be_after_the_first_day_wanted_is_given(workspace):
    add(workspace, page(BRIDGE, published="2031-03"))
    assert len(contents(workspace, since="2031-03-15")) == 1
    assert contents(workspace, since="2031-04-01") == []


def test_articles_are_found_by_folded_words(workspace):
    add(workspace, page(HARBOUR, "a.txt"))
    add(workspace, page(BRIDGE, "c.txt"))
    assert [row.source_id for row in workspace.articles(text="أبوابة الميناء")] == ["a"]
    assert [row.source_id for row in workspace.articles(limit=1, offset=1)] == ["c"]


def test_a_unique_beginning_of_an_id_finds_the_record(workspace):
    add(workspace, page(HARBOUR))
    article = workspace.articles()[0].id
    statement = workspace.statements()[0].statement.id
    assert workspace.find(statement[:9]) == ("statement", article)
    assert workspace.find(article) == ("article", article)
    assert code_of(workspace.find, "zz") == "M-004"
    assert code_of(workspace.find, "") == "M-004"
    assert code_of(workspace.reading, "zz") == "M-004"
    assert code_of(workspace.received, "zz") == "M-004"


def test_issues_of_readings_and_of_unreadable_files_are_listed(workspace):
    add(workspace, page("", "empty.txt"))
    issue = Issue(code="M-112", detail="no right to read")
    workspace.save_issue("locked.txt", issue)
    workspace.save_issue("locked.txt", issue)
    rows = [(row.source_id, row.code, row.page_id is None) for row in workspace.issues()]
    assert rows == [("empty", "M-106", False), ("locked.txt", "M-112", True)]
    add(workspace, page(HARBOUR, "locked.txt"))
    assert [row.code for row in workspace.issues()] == ["M-106"]


def test_a_failed_page_is_kept_and_tried_again(workspace):
    received = page(HARBOUR)
    workspace.fail_page(received, page_id_of(received), Issue(code="M-190", detail="ValueError"))
    assert not workspace.has_page(received)
    assert [row.code for row in workspace.issues()] == ["M-190"]
    assert workspace.received(page_id_of(received)).data == received.data
    assert add(workspace, received) == "changed"
    assert workspace.has_page(received) and workspace.issues() == ()


def test_a_failed_rereading_keeps_the_reading(workspace):
    received = page(HARBOUR)
    add(workspace, received)
    workspace.fail_page(received, page_id_of(received), Issue(code="M-190", detail="ValueError"))
    assert len(workspace.statements()) == 2
    assert [row.code for row in workspace.issues()] == ["M-190"]
    assert workspace.verify() == ()


def test_lexicons_are_read_in_order_of_name(workspace):
    for name in ("b.toml", "a.toml"):
        (workspace.path / "lexicons" / name).write_text(f"# {name}", "utf-8")
    assert workspace.lexicons() == ("# a.toml", "# b.toml")


def test_a_bad_lexicon_is_named(workspace):
    (workspace.path / "lexicons" / "marsa.toml").write_text("[[medai]]\nname = 'x'")
    with pytest.raises(MusnadError, match=r"M-007 .*lexicons.marsa\.toml: \[\[medai"):
        workspace.lexicons()


def test_a_second_lexicon_of_one_name_replaces_nothing(workspace):
    assert workspace.keep_lexicon("marsa.toml", "# one")
    assert not workspace.keep_lexicon("marsa.toml", "# one")
    assert workspace.keep_lexicon("marsa.toml", "# two")
    assert not workspace.keep_lexicon("marsa.toml", "# two")
    assert sorted(workspace.lexicons()) == ["# one", "# two"]
    assert workspace.keep_lexicon("names.txt", "# three")
    assert "# three" in workspace.lexicons()
    assert {file.suffix for file in (workspace.path / "lexicons").iterdir()} == {".toml"}


def test_a_lexicon_that_cannot_be_written_is_told(workspace, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("musnad.store.lexicon_files.Path.write_bytes", full)
    assert code_of(workspace.keep_lexicon, "marsa.toml", "# one") == "M-017"
    assert workspace.lexicons() == ()


def test_removed_page_leaves_only_its_trace(workspace):
    received = page(HARBOUR, url="https://manara.example/1")
    add(workspace, page(BRIDGE, url="https://manara.example/1"))
    add(workspace, received)
    trace = workspace.remove_page(page_id_of(received), "asked by the family")
    assert workspace.removed() == (trace,) and trace.reason == "asked by the family"
    counts = msgspec.structs.asdict(workspace.counts())
    assert counts.pop("removed") == 1 and set(counts.values()) == {0}
    assert [*(workspace.path / "pages").rglob("*.zst")] == []
    assert (
        b"\xd9\x85\xd9\x8a\xd9\x86\xd8\xa7" not in (workspace.path / "musnad.sqlite").read_bytes()
    )
    assert code_of(workspace.remove_page, "zz", "why") == "M-004"


def test_raw_bytes_stay_while_another_page_has_them(workspace):
    first, second = (page(HARBOUR, url=f"https://manara.example/{n}") for n in (1, 2))
    add(workspace, first)
    add(workspace, second)
    workspace.remove_page(page_id_of(first), "twice")
    assert workspace.received(page_id_of(second)).data == second.data
    assert workspace.verify() == ()


def test_statements_of_one_local_minute_stand_together_whatever_their_zone(workspace):
    add(workspace, page(BRIDGE, "b.txt", url="b", published="2031-03-06T11:20+03:00"))
    add(workspace, page(BRIDGE, "c.txt", url="c", published="2031-03-06T11:20"))
    add(workspace, page(BRIDGE, "a.txt", url="a", published="2031-03-06T11:19+04:00"))
    dates = [row.date for row in workspace.statements() if row.date_basis == "published"]
    assert set(dates[-2:]) == {"2031-03-06T11:20"}
    assert dates == sorted(dates)
