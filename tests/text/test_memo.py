"""Answers that are remembered."""

from musnad.text.memo import Memo, remembered


def test_what_was_asked_before_is_not_worked_out_again() -> None:
    asked: list[str] = []

    @remembered(10)
    def doubled(word: str) -> str:
        asked.append(word)
        return word + word

    assert [doubled("مرسى"), doubled("صفا"), doubled("مرسى")] == ["مرسىمرسى", "صفاصفا", "مرسىمرسى"]
    assert asked == ["مرسى", "صفا"]


def test_no_more_is_kept_than_the_limit() -> None:
    lengths = Memo(len, 3)
    assert [lengths["م" * count] for count in range(50)] == list(range(50))
    assert len(lengths) <= 3
