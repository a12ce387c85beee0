import itertools
import random

import pytest

import musnad
from musnad.fold import line_key
from musnad.model.records import Given, Page, Received
from musnad.model.sites import PageLines
from musnad.pipeline.run import add_paths, reread
from musnad.pipeline.sites import count_site, known_lines, page_lines, read_otherwise, site_of
from musnad.stages.ingest_pages import ingest_pages
from musnad.store import open_workspace

REPEATED = "يصل إليكم هذا العدد برعاية أصدقاء البحر"
PLACES = ("الصفا", "النورس", "الغار", "الحجر", "المدار", "الرصيف", "الساحل", "الجرف")


def text(number, *others):
    place = PLACES[number % len(PLACES)]
    return "\n".join((
        f"أهالي {place} يستقبلون الموسم {number}",
        f"قال عمدة {place} إن الموسم رقم {number} بدأ باكرا في البلدة هذا العام بعد تأخر دام شهرا.",
        *others,
        f"وأضاف العمدة أن سوق {place} رقم {number} تفتح كل يوم أبوابها للزوار من القرى المجاورة.",
    ))  # fmt: skip


def received(number, *others, url="https://sada.example/{}", body=None):
    data = (body or text(number, *others)).encode()
    return Received(data=data, name=f"p/{number}.txt", given=Given(url=url.format(number)))


PAGES = [received(number, REPEATED) for number in range(4)]


@pytest.fixture
def workspace(tmp_path):
    with open_workspace(tmp_path / "work", create=True) as opened:
        yield opened


def dropped(reading):
    return [one.text for one in reading.dropped if one.rule == "clean.site-repeat"]


def lines(pages, known=b""):
    for number, one in enumerate(pages):
        yield f"{number:04d}", page_lines(ingest_pages(one), one, (), "")


def repeated(pages, known=b""):
    found = count_site(list(lines(pages)), known).keys
    texts = {line for one in pages for line in one.data.decode().split("\n")}
    page = Page(id="", source_id="", sha256="", encoding="", format="text",
                text="\n".join(sorted(texts)), given=Given())  # fmt: skip
    keys = known_lines(page, found)[0].keys
    return sorted(line for line in texts if line_key(line) in keys)


@pytest.mark.parametrize(
    ("given", "name", "site"),
    [
        ({"url": "https://www.sada.example/a?b"}, "x", "sada.example"),
        ({"url": "http://sada.example"}, "x", "sada.example"),
        ({"outlet": "صدى مرسى"}, "folder/x.txt", "outlet صدي مرسي"),
        ({}, "saved/sada/x.txt", "folder saved/sada"),
        ({}, "saved/pages.jsonl#7", "folder saved"), ({}, "x.txt", ""),
    ],
)  # fmt: skip
def test_the_site_is_the_host_the_outlet_or_the_folder(given, name, site):
    page = ingest_pages(Received(data="نص".encode(), name=name, given=Given(**given)))
    assert site_of(page, name) == site


def test_a_line_on_three_pages_and_a_fifth_of_them_is_repeated():
    assert repeated(PAGES) == [REPEATED]
    assert repeated(PAGES[:2]) == []
    others = [received(number) for number in range(10, 22)]
    assert repeated([*PAGES[:3], *others]) == [REPEATED]
    assert repeated([*PAGES[:3], *others, received(30)]) == []


def test_prose_is_repeated_only_where_half_of_the_pages_have_it():
    prose = "يذكر أن مرسى بلاد على البحر تعيش من الصيد ومن الموانئ التي بنيت قبل مئة عام."
    with_it = [received(number, prose) for number in range(5)]
    assert repeated(with_it) == [prose]
    assert repeated(with_it[:4]) == []
    assert repeated([*with_it, *(received(number) for number in range(10, 16))]) == []


def test_copies_of_one_article_repeat_nothing():
    copies = [received(number, body=text(1, "خبر عاجل", f"زوار {number}")) for number in range(6)]
    assert repeated(copies) == []


def test_the_title_of_an_article_is_not_furniture_elsewhere():
    headline = text(0).partition("\n")[0]
    pages = [*PAGES, *(received(number, REPEATED, headline) for number in range(5, 9))]
    rows = [
        (str(number), page_lines(ingest_pages(one), one, musnad.read_all(one), ""))
        for number, one in enumerate(pages)
    ]
    known, _ = known_lines(ingest_pages(pages[-1]), count_site(rows, b"").keys)
    assert known.keys == {line_key(REPEATED)}


def test_the_order_of_the_pages_does_not_matter():
    rows = list(lines(PAGES * 2))
    expected = count_site(rows, b"")
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert count_site(rows, b"") == expected


def test_a_page_read_before_is_told_from_one_that_knew():
    found = count_site(list(lines(PAGES)), b"").keys
    page = ingest_pages(PAGES[0])
    _, used = known_lines(page, found)
    rows = [
        ("new", page_lines(page, PAGES[0], (), used)),
        ("old", page_lines(page, PAGES[0], (), "")),
    ]
    assert list(read_otherwise(rows, found)) == ["old"]
    assert list(read_otherwise([("x", PageLines("s", b"", ""))], found)) == []


# --- in a workspace ------------------------------------------------------------------------


def test_what_the_site_repeats_is_left_out_of_all_its_pages(workspace):
    summary = add_paths(workspace, PAGES)
    assert (summary.new, summary.again) == (4, 4)
    for reading in workspace.readings():
        assert dropped(reading) == [REPEATED] and REPEATED not in reading.article.text
        assert "site_lines" in reading.versions.models
        assert len(workspace.history(reading.article.id)) == 1
    assert add_paths(workspace, PAGES).again == 0
    assert workspace.verify() == ()


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[1::5])
def test_results_do_not_depend_on_the_order_nor_on_the_runs(workspace, tmp_path, order):
    add_paths(workspace, PAGES)
    expected = list(workspace.readings())
    with open_workspace(tmp_path / "b", create=True) as other:
        add_paths(other, [PAGES[n] for n in order])
        assert list(other.readings()) == expected
    with open_workspace(tmp_path / "c", create=True) as third:
        for number in order:
            add_paths(third, [PAGES[number]])
        assert list(third.readings()) == expected


def test_a_run_broken_off_before_its_second_pass_is_ended_by_the_next(workspace, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr("musnad.pipeline.run._Run._read_again", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            add_paths(workspace, PAGES)
    assert not any(dropped(reading) for reading in workspace.readings())
    assert add_paths(workspace, PAGES).again == 4
    assert all(dropped(reading) for reading in workspace.readings())


def _interrupted(*_arguments):
    raise KeyboardInterrupt


def test_a_removed_page_is_counted_no_more(workspace):
    add_paths(workspace, PAGES[:3])
    workspace.remove_page(workspace.pages()[0].id, "asked")
    assert reread(workspace).again == 2
    assert not any(dropped(reading) for reading in workspace.readings())


def test_pages_of_another_site_are_left_alone(workspace):
    others = [received(7, REPEATED, url="https://ufuq.example/{}")]
    add_paths(workspace, [*PAGES, *others])
    (page,) = [one for one in workspace.readings() if "ufuq" in one.article.url]
    assert REPEATED in page.article.text and "site_lines" not in page.versions.models
