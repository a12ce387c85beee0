"""`musnad.read` and `musnad.read_all` are public: what they take, what they give."""

import json
from pathlib import Path
from typing import Any

import pytest

import musnad
from musnad.errors import MusnadError
from musnad.model.records import Given, Received

TITLE = "بلدية رأس المنارة تنفي إغلاق السوق"
SENTENCE = "وقال رئيس البلدية كمال الصواري إن السوق مفتوح كل يوم أمام الصيادين والمشترين."
LEXICON = '[[media]]\nname = "صدى مرسى"\nkind = "paper"\ndomains = ["sada-marsa.example"]\n'


def test_text_is_read() -> None:
    reading = musnad.read(f"{TITLE}\n{SENTENCE}")
    assert reading.article.title == TITLE
    assert [one.speaker.name for one in reading.statements] == [
        "بلدية رأس المنارة", "كمال الصواري",
    ]  # fmt: skip


def test_a_path_and_its_bytes_give_the_same_text(tmp_path: Path) -> None:
    path = tmp_path / "market.txt"
    path.write_text(f"{TITLE}\n{SENTENCE}", "utf-8")
    by_path, by_bytes = musnad.read(path), musnad.read(path.read_bytes())
    assert by_path.article.source_id == "market"
    assert by_path.article.text == by_bytes.article.text


def test_a_record_brings_what_is_known_of_the_page() -> None:
    record = {"id": "a-1", "title": TITLE, "paragraphs": [SENTENCE], "published": "2031-05-14"}
    article = musnad.read(json.dumps(record).encode()).article
    assert (article.source_id, article.title) == ("a-1", TITLE)
    assert article.published and article.published.value == "2031-05-14"


def test_what_the_caller_says_wins() -> None:
    given = Given(outlet="صدى مرسى", published="2031-05-15", source_id="own")
    page = Received(data=f"{TITLE}\n{SENTENCE}".encode(), name="x.txt", given=given)
    article = musnad.read(page, lexicons=(LEXICON,)).article
    assert article.outlet and article.outlet.name == "صدى مرسى"
    assert article.published and article.published.method == "given"
    assert article.source_id == "own"


def test_a_bad_lexicon_is_refused_with_its_code() -> None:
    with pytest.raises(MusnadError, match="M-007"):
        musnad.read(SENTENCE, lexicons=("[[paper]]\nname = 'x'\n",))


def test_the_public_names_are_these() -> None:
    assert sorted(musnad.__all__) == ["__version__", "read", "read_all"]


def test_a_page_with_two_articles_says_so_and_gives_both() -> None:
    page = Path(__file__).parents[2] / "sample" / "pages" / "03_nawras_toll_nine.txt"
    first, second = musnad.read_all(page)
    assert [reading.article.source_id for reading in (first, second)] == [
        page.stem,
        f"{page.stem}#2",
    ]
    assert first.article.part_of == second.article.part_of is not None
    assert "M-110" in {issue.code for issue in musnad.read(page).issues}


def test_a_lone_surrogate_in_a_text_is_removed_and_the_rest_is_read() -> None:
    reading = musnad.read("قال الوزير سالم المرساوي إن الميناء \ud800مفتوح اليوم.")
    assert reading.article.text == "قال الوزير سالم المرساوي إن الميناء مفتوح اليوم."
    assert [issue.code for issue in reading.issues] == ["M-107"]


@pytest.mark.parametrize("page", [None, 7, bytearray(b"x"), ["قال"]])
def test_what_is_no_page_is_a_type_error_that_says_what_is(page: Any) -> None:
    with pytest.raises(TypeError, match=r"str, bytes, Path or Received, not"):
        musnad.read(page)


def test_a_path_that_does_not_exist_is_m_005(tmp_path: Path) -> None:
    with pytest.raises(MusnadError) as raised:
        musnad.read(tmp_path / "absent.txt")
    assert raised.value.code == "M-005"
