import itertools

import msgspec
import pytest
from changing_pages import (
    BLAME,
    DEATHS,
    DENIAL,
    FEWER,
    FIRST,
    GONE,
    NOTE,
    OTHER_TITLE,
    SILENT,
    STRIKE,
    TITLE,
    TOLD,
    URL,
    VISITED,
    fetched,
    html,
)
from invented_readings import read_invented, reading_of

import musnad
from musnad.errors import MusnadError
from musnad.model.records import Dropped, Given, Received
from musnad.pipeline.compare import compare_readings
from musnad.pipeline.run import add_paths, reread
from musnad.pipeline.versions import all_versions, page_versions, version_reading
from musnad.pipeline.work import PageWork, raw_page_id
from musnad.store import Verdict, Wanted, make_decision, open_workspace

PAGE_ID = raw_page_id(FIRST)
ALL = (FIRST, VISITED, SILENT, TOLD, GONE)


@pytest.fixture
def workspace(tmp_path):
    with open_workspace(tmp_path / "work", create=True) as opened:
        yield opened


def add(workspace, *pages):
    for page in pages:
        add_paths(workspace, [page])


def versions(workspace):
    (article,) = page_versions(workspace, PAGE_ID)
    return article.versions


def test_furniture_alone_is_no_version_but_its_bytes_are_kept(workspace):
    add(workspace, FIRST, VISITED)
    (version,) = versions(workspace)
    assert [one.seen for one in version.captures] == [FIRST.fetched.at, VISITED.fetched.at]
    assert list(all_versions(workspace)) == []
    states = workspace.states(PAGE_ID)
    assert [workspace.state_received(PAGE_ID, one) for one in states] == [FIRST, VISITED]


def test_a_change_that_the_page_does_not_tell_of_is_silent(workspace):
    add(workspace, FIRST, SILENT)
    _, version = versions(workspace)
    change = version.change
    assert (change.fields, change.silent, change.notices) == (("title", "text"), True, ())
    assert [one.kind for one in change.paragraphs] == ["changed", "changed", "removed", "added"]
    gone = [one.before.content for one in change.statements if one.after is None]
    assert len(gone) == 1 and gone[0] in BLAME
    (come,) = [one.after for one in change.statements if one.before is None]
    assert come.speaker == "نقابة البحارة" and come.content in STRIKE
    (other,) = [one for one in change.statements if one.before and one.after]
    assert other.what == ("content",) and "سبعة" in other.before.content
    assert "ثلاثة" in other.after.content


BACKGROUND = (BLAME, DENIAL)
"""What several articles of the site have in common."""


def neighbour(number):
    own = [f"قال عمدة الحي رقم {number} إن أهل البلدة {number} {word} الموسم." for word in
           ("استقبلوا", "ودعوا", "انتظروا")]  # fmt: skip
    page = html(f"أهل البلدة {number} والموسم", *own, *BACKGROUND)
    return fetched(page, "2031-05-04T09:00:00Z", f"https://sada.example/{number}")


def test_a_line_that_the_site_came_to_repeat_is_no_edit_of_the_page(workspace):
    add(workspace, fetched(html(TITLE, DEATHS, *BACKGROUND), "2031-05-04T08:00:00Z"))
    changed = fetched(html(TITLE, FEWER, STRIKE, *BACKGROUND), "2031-05-04T12:00:00Z")
    add(workspace, changed, *map(neighbour, range(6)))
    (found,) = page_versions(workspace, PAGE_ID)
    first, second = (version_reading(workspace, found.article_id, n) for n in (1, 2))
    assert BLAME in first.article.text and BLAME not in second.article.text
    change = found.versions[1].change
    assert [one.kind for one in change.paragraphs] == ["changed", "added"]
    assert [one.what for one in change.statements] == [("content",), ()]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_line_left_out_as_furniture_of_the_site_makes_no_version(swapped):
    kept = musnad.read(fetched(html(TITLE, DEATHS, DENIAL), "2031-05-04T08:00:00Z"))
    left = musnad.read(fetched(html(TITLE, DEATHS), "2031-05-04T09:00:00Z"))
    line = Dropped(kind="nav", page_start=0, page_end=1, text=DENIAL, rule="clean.site-repeat")
    left = msgspec.structs.replace(left, dropped=(*left.dropped, line))
    before, after = (left, kept) if swapped else (kept, left)
    change = compare_readings(before, after)
    assert (change.fields, change.paragraphs, change.statements) == ((), (), ())


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        (html(OTHER_TITLE, FEWER, DENIAL, modified="2031-05-04T15:00:00+03:00"), ["modified"]),
        (html(OTHER_TITLE, FEWER, DENIAL, NOTE), ["note"]),
        (html(OTHER_TITLE, FEWER, DENIAL, "آخر تحديث: 4 أيار 2031 - 15:00"), ["modified"]),
    ],
)
def test_a_change_that_the_page_tells_of_is_not_silent(workspace, page, kinds):
    add(workspace, FIRST, fetched(page, "2031-05-04T13:00:00Z"))
    change = versions(workspace)[1].change
    assert [one.kind for one in change.notices] == kinds and not change.silent


def test_a_note_that_stood_there_before_tells_of_no_new_change(workspace):
    add(workspace, fetched(html(TITLE, DEATHS, NOTE), "2031-05-04T07:00:00Z"))
    add(workspace, fetched(html(OTHER_TITLE, FEWER, NOTE), "2031-05-04T08:00:00Z"))
    assert versions(workspace)[1].change.silent


def test_a_change_that_is_told_only_later_says_so(workspace):
    add(workspace, FIRST, SILENT, TOLD)
    version = versions(workspace)[1]
    assert version.change.silent
    assert [one.kind for one in version.told_later] == ["modified", "note"]


def test_another_date_is_another_version(workspace):
    dated = html(TITLE, DEATHS, BLAME, DENIAL, published="2031-05-06T10:30:00+03:00")
    add(workspace, FIRST, fetched(dated, "2031-05-06T12:00:00Z"))
    assert versions(workspace)[1].change.fields == ("date",)


def test_a_page_that_lost_its_article_keeps_the_last_one_shown(workspace):
    add(workspace, *ALL)
    assert [one.gone for one in versions(workspace)] == [False, False, True]
    (article,) = workspace.articles()
    assert article.title == OTHER_TITLE and workspace.counts().pages == 1
    assert [(row.code, row.detail) for row in workspace.issues()] == [("M-150", GONE.fetched.at)]
    assert workspace.verify() == ()


@pytest.mark.parametrize("order", list(itertools.permutations(range(3)))[1:])
def test_the_order_of_adding_does_not_matter_where_times_are_known(workspace, tmp_path, order):
    add(workspace, FIRST, SILENT, TOLD)
    with open_workspace(tmp_path / "other", create=True) as other:
        add(other, *((FIRST, SILENT, TOLD)[n] for n in order))
        shown, expected = (
            [msgspec.structs.replace(one, captures=()) for one in versions(each)]
            for each in (other, workspace)
        )
        assert shown == expected
        assert [one.seen for v in versions(other) for one in v.captures] == [
            page.fetched.at for page in (FIRST, SILENT, TOLD)
        ]
        assert list(other.readings()) == list(workspace.readings())
        assert other.verify() == ()


def test_adding_again_changes_nothing(workspace):
    add(workspace, *ALL)
    before, kept = versions(workspace), list(workspace.readings())
    for page in (*ALL, *reversed(ALL)):
        add(workspace, page)
    assert (versions(workspace), list(workspace.readings())) == (before, kept)
    assert workspace.counts().pages == 1


def test_a_page_that_goes_back_to_what_it_was_is_a_third_version(workspace):
    back = msgspec.structs.replace(
        FIRST, fetched=msgspec.structs.replace(FIRST.fetched, at="2031-05-07T08:00:00Z")
    )
    add(workspace, FIRST, SILENT, back)
    assert [one.title for one in versions(workspace)] == [TITLE, OTHER_TITLE, TITLE]


def test_search_and_counts_have_the_newest_version_only(workspace):
    add(workspace, FIRST, SILENT)
    assert workspace.counts().articles == 1
    contents = [row.statement.content[0].text for row in workspace.statements()]
    assert len(contents) == workspace.counts().statements == len(set(contents))
    assert not any("سبعة" in one for one in contents)
    assert workspace.statements(Wanted(text="إهمال")) == ()


def test_the_reading_of_an_older_version_stays_reachable(workspace):
    add(workspace, FIRST, SILENT)
    article = workspace.articles()[0].id
    assert version_reading(workspace, article, 1).article.title == TITLE
    assert version_reading(workspace, article, 2) == workspace.machine_reading(article)
    for number in (0, 3):
        with pytest.raises(MusnadError, match="M-004"):
            version_reading(workspace, article, number)


def test_older_versions_are_read_again_with_newer_rules(workspace):
    def read_newer(received, lexicon, site):
        text = received.data.decode().replace("قديم", "مقروء")
        return (reading_of(received, text, 0, "rules-2"),)

    def page(text, at):
        about = Given(url="https://sada.example/1")
        return Received(data=text.encode(), name="1", given=about, fetched=fetched(b"", at).fetched)

    first = page("خبر قديم\nوزير: أول", "2031-05-04T08:00:00Z")
    second = page("خبر قديم\nوزير: ثان", "2031-05-05T08:00:00Z")
    old, new = PageWork(read=read_invented), PageWork(read=read_newer)
    add_paths(workspace, [first], work=old)
    add_paths(workspace, [second], work=new)
    (page_id,) = workspace.changed_pages()
    (article,) = page_versions(workspace, page_id)
    words = [run.text for one in article.versions[1].change.paragraphs for run in one.runs]
    assert article.versions[1].change.comparable and not any("قديم" in word for word in words)
    reread(workspace, work=old)
    (article,) = page_versions(workspace, page_id)
    assert version_reading(workspace, article.article_id, 1).versions.rules == "rules-1"
    assert [one.version for one in workspace.history(article.article_id)] == [1, 2, 3]
    assert workspace.verify() == ()


def test_the_bytes_of_every_capture_go_with_their_page(workspace):
    add(workspace, FIRST, SILENT, GONE)
    assert len(list((workspace.path / "pages").rglob("*.zst"))) == 3
    workspace.remove_page(PAGE_ID, "asked")
    assert not list((workspace.path / "pages").rglob("*.zst"))
    assert workspace.changed_pages() == () and workspace.verify() == ()


def test_a_page_is_found_by_the_beginning_of_its_id_or_its_article(workspace):
    add(workspace, FIRST)
    article = workspace.articles()[0].id
    assert workspace.find_page(PAGE_ID[:6]) == workspace.find_page(article) == PAGE_ID
    for unknown in ("", "zz", URL):
        with pytest.raises(MusnadError, match="M-004"):
            workspace.find_page(unknown)


# --- pages of several articles -------------------------------------------------------------

LIVE = "https://sada.example/live"
ENTRIES = (
    "مدخل أول\nوزير: الميناء مفتوح", "مدخل ثان\nعمدة الصفا: لا خسائر", "مدخل ثالث\nأهالي: عدنا",
)  # fmt: skip


def live(at, *entries):
    page = fetched("\n=====\n".join(entries).encode(), at, url=LIVE)
    return msgspec.structs.replace(page, format=None, name="live.txt")


def add_live(workspace, *pages):
    for page in pages:
        add_paths(workspace, [page], work=PageWork(read=read_invented))


def test_an_entry_that_moved_down_the_page_is_no_edit(workspace):
    first, second, third = ENTRIES
    add_live(workspace, live("2031-05-04T08:00:00Z", second, first))
    add_live(workspace, live("2031-05-04T09:00:00Z", third, second, first))
    found = page_versions(workspace, workspace.pages()[0].id)
    assert [len(one.versions) for one in found] == [1, 1, 1]
    assert list(all_versions(workspace)) == []


def test_an_entry_that_moved_and_changed_is_followed_by_its_words(workspace):
    first, second, third = ENTRIES
    edited = first.replace("مفتوح", "مغلق")
    add_live(workspace, live("2031-05-04T08:00:00Z", second, first))
    add_live(workspace, live("2031-05-04T09:00:00Z", third, second, edited))
    (found,) = all_versions(workspace)
    assert found.article_id == workspace.articles()[2].id
    assert found.versions[0].article_id != found.article_id
    assert version_reading(workspace, found.article_id, 1).article.text == first
    assert version_reading(workspace, found.article_id, 2).article.text == edited


def test_an_entry_that_went_is_told_after_those_shown(workspace):
    first, second, third = ENTRIES
    add_live(workspace, live("2031-05-04T08:00:00Z", first, second, third))
    add_live(workspace, live("2031-05-04T09:00:00Z", first, third))
    found = page_versions(workspace, workspace.pages()[0].id)
    assert [(one.shown, one.title) for one in found] == [
        (True, "مدخل أول"), (True, "مدخل ثالث"), (False, "مدخل ثان"),
    ]  # fmt: skip


def test_a_decision_goes_with_its_entry(workspace):
    first, second, third = ENTRIES
    add_live(workspace, live("2031-05-04T08:00:00Z", second, first))
    old = workspace.articles()[1].id
    reading = workspace.reading(old)
    verdict = Verdict("correct", "سلمى", "2031-05-04", "speaker.name", "نادر الكتبي")
    workspace.decide(make_decision(reading, reading.statements[0].id, verdict))
    add_live(workspace, live("2031-05-04T09:00:00Z", third, second, first))
    (row,) = workspace.decisions()
    home = workspace.articles()[2].id
    assert (row.state, row.how) == ("held", "same") and workspace.decisions(home) == (row,)
    speakers = {one.article_id: one.statement.speaker.name for one in workspace.statements()}
    assert speakers[home] == "نادر الكتبي" != speakers[old]
    assert workspace.verify() == ()
