from pathlib import Path

import msgspec
import pytest
from invented_readings import RULES, read_invented, reading_of

from musnad.errors import MusnadError
from musnad.fetch import FetchIssue, receive
from musnad.model.records import Given, Received
from musnad.pipeline.run import Summary, add_paths, reread
from musnad.pipeline.work import PageWork
from musnad.store import Verdict, make_decision, open_workspace

WORK = PageWork(read=read_invented)
MINISTER = "وزير الموانئ: اكتمل البناء"
PAGES = {
    "a.txt": f"خبر أول\n{MINISTER}\n=====\nخبر ثان\nأهالي الصفا: عادت السفن",
    "b.txt": "خبر ثالث\nعمدة جسر الحجر: لا ضحايا",
    "c.txt": "",
    "d.txt": "BROKEN",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in PAGES.items():
        (tmp_path / "pages" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "pages" / name).write_text(text, "utf-8")
    return tmp_path / "pages"


@pytest.fixture
def workspace(tmp_path):
    with open_workspace(tmp_path / "work", create=True) as opened:
        yield opened


def add(workspace, folder, **options):
    return add_paths(workspace, receive([folder]), work=WORK, **options)


def read_with_new_rules(received, lexicon, site):
    """Newer rules leave out the first word of each statement's line but find the same cues."""
    if received.name.endswith("b.txt"):
        raise RuntimeError("a new bug")
    parts = received.data.decode().split("\n=====\n")
    return tuple(reading_of(received, part, n, "rules-2") for n, part in enumerate(parts))


def stored(workspace):
    return [msgspec.json.encode(reading) for reading in workspace.readings()]


def test_pages_are_read_and_what_fails_is_listed(workspace, folder):
    done = []
    summary = add(workspace, folder, progress=done.append)
    assert summary == Summary(new=3, failed=1, articles=4, statements=3, issues=2)
    assert [Path(name).name for name in done] == sorted(PAGES)
    codes = [(row.source_id, row.code, row.detail) for row in workspace.issues()]
    assert codes[0][:2] == ("c", "M-106")
    assert codes[1] == ("d", "M-190", "ValueError: a stage that cannot read this")
    assert workspace.verify() == ()


def test_adding_twice_reads_nothing_again_but_what_failed(workspace, folder):
    add(workspace, folder)
    before = stored(workspace)
    again = add(workspace, folder)
    assert again == Summary(same=3, failed=1, issues=1)
    assert stored(workspace) == before and len(workspace.issues()) == 2


def test_what_cannot_be_received_is_an_issue_until_it_can(workspace):
    page = Received(data="خبر".encode(), name="x.txt", given=Given())
    refused = FetchIssue(path="x.txt", code="M-112", detail="Permission denied")
    for _ in range(2):
        assert add_paths(workspace, [refused], work=WORK).failed == 1
    assert [(row.page_id, row.code) for row in workspace.issues()] == [(None, "M-112")]
    add_paths(workspace, [page], work=WORK)
    assert workspace.issues() == ()
    add_paths(workspace, [refused], work=WORK)
    assert add_paths(workspace, [page], work=WORK).same == 1
    assert workspace.issues() == ()


ADDRESS = "https://manara.example/"


def test_the_same_pages_without_the_manifest_change_nothing(workspace, folder):
    manifest = folder.parent / "m.csv"
    manifest.write_text(
        f"file,outlet,url\na.txt,صدى مرسى,{ADDRESS}1\nb.txt,قناة الأفق,{ADDRESS}2", "utf-8"
    )
    paths = [folder / "a.txt", folder / "b.txt"]
    with_it = [*receive(paths, manifest=manifest)]
    assert add_paths(workspace, with_it, work=WORK).new == 2
    before, pages = stored(workspace), workspace.pages()
    assert add_paths(workspace, receive(paths), work=WORK) == Summary(same=2)
    assert add_paths(workspace, with_it, work=WORK) == Summary(same=2)
    assert (stored(workspace), workspace.pages()) == (before, pages)


def test_what_is_said_anew_changes_the_page_and_keeps_the_rest(workspace, folder):
    def add_one(**given):
        pages = receive([folder / "b.txt"], given=Given(**given))
        return add_paths(workspace, pages, work=WORK)

    assert add_one(outlet="صدى مرسى").new == 1
    (page,) = workspace.pages()
    assert add_one(url=f"{ADDRESS}1").changed == 1
    assert add_one(outlet="قناة الأفق").changed == 1
    assert [one.id for one in workspace.pages()] == [page.id]
    assert workspace.received(page.id).given == Given(outlet="قناة الأفق", url=f"{ADDRESS}1")
    assert workspace.verify() == ()


def test_a_page_whose_address_turns_out_to_be_known_is_that_page(workspace, folder):
    (folder / "e.txt").write_bytes((folder / "b.txt").read_bytes())
    about = Given(url=f"{ADDRESS}1")
    add_paths(workspace, receive([folder / "e.txt"]), work=WORK)
    add_paths(workspace, receive([folder / "b.txt"], given=about), work=WORK)
    again = add_paths(workspace, receive([folder / "e.txt"], given=about), work=WORK)
    assert (again.failed, workspace.counts().pages) == (0, 2)
    assert workspace.verify() == ()


def test_rereading_keeps_ids_decisions_and_history(workspace, folder):
    add(workspace, folder)
    ids = [row.id for row in workspace.articles()]
    row = next(row for row in workspace.statements() if row.statement.speaker.name in MINISTER)
    verdict = Verdict("correct", "سلمى", "2031-05-07", "speaker.name", "وزير النقل")
    reading = workspace.reading(row.article_id)
    workspace.decide(make_decision(reading, row.statement.id, verdict))
    summary = reread(workspace, work=PageWork(read=read_with_new_rules))
    assert (summary.changed, summary.failed) == (3, 1)  # b fails now; d is readable
    assert set(ids) < {row.id for row in workspace.articles()}
    versions = [one.versions.rules for one in workspace.history(row.article_id)]
    assert versions == [RULES, "rules-2"]
    speakers = {one.statement.speaker.name for one in workspace.statements()}
    assert "وزير النقل" in speakers and "عمدة جسر الحجر" in speakers
    assert [(one.source_id, one.code) for one in workspace.issues()] == [
        ("b", "M-190"), ("c", "M-106"),
    ]  # fmt: skip
    assert workspace.verify() == ()


def test_rereading_with_the_same_rules_changes_nothing(workspace, folder):
    add(workspace, folder)
    before = stored(workspace)
    assert reread(workspace, work=WORK).same == 3
    assert stored(workspace) == before
    assert all(len(workspace.history(row.id)) == 1 for row in workspace.articles())


def test_rereading_lists_a_page_whose_bytes_are_damaged_until_they_are_whole(workspace, folder):
    add(workspace, folder)
    page = workspace.pages()[0]
    file = workspace.path / "pages" / page.sha256[:2] / f"{page.sha256}.zst"
    whole = file.read_bytes()
    file.write_bytes(b"damaged")
    assert reread(workspace, work=WORK).failed == 2
    assert "M-112" in [row.code for row in workspace.issues()]
    assert len(workspace.articles()) == 4
    assert page.id in workspace.verify()[0]
    file.write_bytes(whole)
    assert reread(workspace, work=WORK).failed == 1
    assert "M-112" not in [row.code for row in workspace.issues()]


def test_rereading_keeps_the_id_of_a_page_whatever_the_outcome_calls_it(workspace, folder):
    def engine(work, pages):
        for page in pages:
            yield msgspec.structs.replace(work(page), page_id="0")

    add(workspace, folder)
    before = workspace.pages()
    assert reread(workspace, work=WORK, engine=engine).new == 0
    assert workspace.pages() == before


@pytest.mark.parametrize("text", [b"[[media]\n", b"\xff\xfe\xff"])
def test_a_bad_lexicon_of_the_workspace_ends_the_run_before_it_begins(workspace, folder, text):
    (workspace.path / "lexicons" / "own.toml").write_bytes(text)
    with pytest.raises(MusnadError, match="M-007"):
        add_paths(workspace, receive([folder]))
    assert workspace.pages() == ()


def test_a_reading_that_cannot_be_stored_is_a_failed_page(workspace):
    def read_twice_the_same(received, lexicon, site):
        return 2 * (reading_of(received, "خبر", 0),)

    page = Received(data="خبر".encode(), name="x.txt")
    summary = add_paths(workspace, [page], work=PageWork(read=read_twice_the_same))
    assert summary.failed == 1
    assert [row.code for row in workspace.issues()] == ["M-190"]


def test_rereading_with_another_model_keeps_the_older_reading(workspace, folder):
    def read_with_model(received, lexicon, site):
        return tuple(
            msgspec.structs.replace(
                each, versions=msgspec.structs.replace(each.versions, models={"names": "new"})
            )
            for each in read_invented(received, lexicon)
        )

    add(workspace, folder)
    assert reread(workspace, work=PageWork(read=read_with_model)).changed == 3
    article = workspace.articles()[0].id
    assert [one.versions.models for one in workspace.history(article)] == [{}, {"names": "new"}]
