"""Fields of the first article: what counts as right."""

import pytest
from pages import LabelledArticle
from pages.fields import others, part_of


@pytest.mark.parametrize(
    ("ours", "gold", "right"),
    [
        ("عزت الكادح", "بقلم: عزت الكادح", True),
        ("عزت الكادح", "عزت الكادح", True),
        (None, None, True),
        (None, "عزت الكادح", False),
        ("عزت الكادح", None, False),
        ("عزت الكادح من الصفا", "عزت الكادح", False),
    ],
)
def test_words_of_the_label_are_right_and_no_others(ours, gold, right):
    assert part_of(ours, gold) is right


def test_a_further_article_that_was_not_cut_out_counts_nothing():
    labelled = (LabelledArticle(title="لجنة", paragraphs=("عاينت اللجنة الكابل",)),)
    assert list(others(labelled, ())) == [0.0]
