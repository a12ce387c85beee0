import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.text.changes import compare_texts, compare_words

BEFORE = "قال الوزير إن سبعة بحارة قتلوا في الحريق."
AFTER = "قال الوزير إن ثلاثة بحارة قتلوا في الحريق."
KNOWN = ("قال", "الوزير", "الوزيرُ", "سبعة", "بحارة", "،", ".", "«المرفأ»", "و", "7")
WORDS = st.lists(st.sampled_from(KNOWN))


def runs(before, after):
    return [(run.kind, run.text.strip()) for run in compare_words(before, after)]


def test_one_word_that_changed_is_shown_as_gone_and_come():
    assert runs(BEFORE, AFTER) == [
        ("same", "قال الوزير إن"), ("removed", "سبعة"), ("added", "ثلاثة"),
        ("same", "بحارة قتلوا في الحريق."),
    ]  # fmt: skip


def test_marks_belong_to_their_word_and_signs_are_their_own():
    assert runs("أعلن الوزيرُ.", "أعلن الوزيرَ!") == [
        ("same", "أعلن"), ("removed", "الوزيرُ."), ("added", "الوزيرَ!"),
    ]  # fmt: skip
    assert runs("في المرفأ", "في المرفأ.") == [("same", "في المرفأ"), ("added", ".")]


def test_a_particle_between_two_changes_is_part_of_them():
    assert [kind for kind, _ in runs("وصل أحمد و سالم", "وصل نادر و رامز")] == [
        "same", "removed", "added",
    ]  # fmt: skip


@given(WORDS, WORDS)
def test_the_runs_hold_both_texts(before, after):
    found = compare_words(" ".join(before), " ".join(after))
    for left_out, words in (("added", before), ("removed", after)):
        text = "".join(run.text for run in found if run.kind != left_out)
        assert "".join(text.split()) == "".join(words)


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        (BEFORE, AFTER, ["changed"]), (BEFORE, f"{BEFORE}\nوأعلن إضرابا.", ["added"]),
        (f"عنوان\n{BEFORE}", "عنوان", ["removed"]), (BEFORE, "خبر آخر تماما", ["removed", "added"]),
        (f"أ\n{BEFORE}\nب", f"أ\nجملة جديدة هنا\n{AFTER}\nب", ["added", "changed"]),
        (f"{BEFORE}\n\nب", f" {BEFORE}  \nب", []), ("", "", []), ("", BEFORE, ["added"]),
    ],
)  # fmt: skip
def test_paragraphs_go_come_or_change(before, after, kinds):
    assert [one.kind for one in compare_texts(before, after)] == kinds


def test_a_very_long_change_is_still_told():
    old = "\n".join(f"الفقرة القديمة رقم {n}" for n in range(300))
    new = "\n".join(f"نص جديد تماما {n}" for n in range(300))
    assert {one.kind for one in compare_texts(old, new)} == {"removed", "added"}
