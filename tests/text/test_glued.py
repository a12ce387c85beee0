"""A forgotten space is seen by letters that only end or begin a word, by «ال» and «أن»."""

import pytest

from musnad.text.analysis import analyse

GLUED = {
    "وأكد أنالحكومة وافقت": ["أن", "الحكومة"],
    "وأضاف أنّالوزير وصل": ["أنّ", "الوزير"],
    "دخلت فيالمدينة": ["في", "المدينة"],
    "وقالإن الميناء مفتوح": ["وقال", "إن"],
    "وأكدتأنه مفتوح": ["وأكدت", "أنه"],
    "سافر إلىالعاصمة": ["إلى", "العاصمة"],
    "دعا إلىوقف القتال": ["إلى", "وقف"],
    "حضر القمةالمقبلة": ["القمة", "المقبلة"],
    "بات مؤكداًوجود خلاف": ["مؤكداً", "وجود"],
    "قال إنّبلاده هادئة": ["إنّ", "بلاده"],
    "قال إنّهناك خلافا": ["إنّ", "هناك"],
    "قال إنّهسيعود": ["إنّه", "سيعود"],
    "كتبت تايمزالأميركية": ["تايمز", "الأميركية"],
    "قال في الصفاتإن الحكومة": ["الصفات", "إن"],
    "أفاد من القدسأنّالحكومة وافقت": ["القدس", "أنّ", "الحكومة"],
    "قال للمصادربأنه عاد": ["للمصادر", "بأنه"],
}
ONE_WORD = (
    "معالجة", "معالم", "منال", "فيالق", "عنان", "إنالة", "يقولان", "بيان", "إعلان", "قالها",
    "والإعلام", "عبدالإله", "عبدالأمير", "وبالأمس", "فالأمر", "اللاإنسانية", "بالشأن", "الـإغاثة",
    "اطمأن", "شىء", "الىوم", "أنّها", "لأنّهم",
    "إعلانه", "منالحازم",  # no frequent word is left
)  # fmt: skip


@pytest.mark.parametrize(("text", "words"), GLUED.items())
def test_two_words_without_a_space_are_two_tokens(text: str, words: list[str]) -> None:
    tokens = analyse(text).tokens
    printed = [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert [word for word in printed if word in words] == words


@pytest.mark.parametrize(
    "text", ["القمةــ", "القمة\u0651\u0651ّ", "ةـة ةةة", "إلىــ", "أنّــــ", "ًاــ"]
)
def test_no_token_is_empty_where_only_strokes_and_marks_follow(text: str) -> None:
    tokens = analyse(text).tokens
    assert all(tokens.keys)
    assert len(tokens.keys) == len(tokens.starts) == len(tokens.ends)


@pytest.mark.parametrize("word", ONE_WORD)
def test_a_word_that_only_looks_glued_is_one_token(word: str) -> None:
    assert len(analyse(word).tokens) == 1
