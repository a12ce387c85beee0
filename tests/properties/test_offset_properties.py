"""Offsets hold for any text: folded views, tokens, quotations, sentences."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.fold import fold_key, fold_view
from musnad.fold.characters import BLANKS, FORMATS
from musnad.text.quotes import find_quotes
from musnad.text.segments import segment
from musnad.text.sentences import split_sentences
from musnad.text.tokens import find_tokens

PIECES = (
    *"ابتجدرسعكلمنهويأإآىئؤةء", *"ًٌٍَُِّْٰـ\u0654", *"0٣۷", *" \t\n\r\xa0\u2028",
    *"\u200b\u200c\u200d\u200e\u200f\u202b\u202c\u2067\u2069\ufeff\xad", *"🌊👩🏽\ufe0f\u20e3",
    *"\ufefb\ufef7\ufdf2\ufdfa\ufe70\ufe8e\ufb01", *"aZÉ\u0301İßΣ", *"\ud800\x00",
    *"«»“”„‟‹›‘’'\"", "<<", ">>", "''", *".!؟…،؛:()[]-",
    "قال ", "الوزير ", "د. ", "أ.ف.ب", "1.3",
)  # fmt: skip
NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
ANY = st.one_of(NEWS, st.text(max_size=60))
MARKED = "\u064b\u0651\u0670\u0640\u0301"


def _is_wide(text: str) -> bool:
    return any(len(fold_key(character)) > 1 for character in text)


@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_key(fold_key(text)) == fold_key(text)


@given(ANY)
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold_key(composed) == fold_key(decomposed) == fold_key(text)


@given(ANY)
def test_the_view_is_the_keys_of_its_words(text: str) -> None:
    folded = fold_view(text)
    assert folded.text == fold_key(text)
    assert folded.text == " ".join(fold_key(word) for word in text.split(" "))


@given(ANY)
def test_a_printed_offset_counts_the_folded_text_before_it(text: str) -> None:
    folded = fold_view(text)
    for offset in range(len(text) + 1):
        assert folded.to_folded(offset) == len(fold_key(text[:offset]))


@given(ANY)
def test_a_folded_offset_comes_back(text: str) -> None:
    folded = fold_view(text)
    for index, character in enumerate(folded.text):
        offset = folded.to_print(index)
        back = folded.to_folded(offset)
        assert back <= index < back + len(fold_key(text[offset]))
        assert fold_key(text[offset])[index - back] == character
    assert folded.to_print(len(folded.text)) == len(text)


@given(ANY, st.data())
def test_a_span_folds_to_what_it_was_found_by(text: str, data: st.DataObject) -> None:
    folded = fold_view(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    printed = text[slice(*folded.span(start, end))]
    assert folded.text[start:end] in fold_key(printed)
    if not _is_wide(printed):
        assert folded.text[start:end] == fold_key(printed)


@given(ANY)
def test_a_span_takes_all_marks_and_ends_on_no_zero_width_character(text: str) -> None:
    folded = fold_view(text)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert text[end - 1] not in FORMATS or end - 1 == start
        left_out = text[end : max(end, folded.to_print(index + 1))]
        assert not left_out.strip(FORMATS)


@pytest.mark.parametrize("mark", MARKED)
@given(word=st.text("ابتكلمن", min_size=1), after=ANY)
def test_a_word_keeps_the_mark_on_its_last_letter(mark: str, word: str, after: str) -> None:
    text = f"{word}{mark} {after}"
    assert text[slice(*fold_view(text).span(0, len(word)))].startswith(word + mark)


@given(ANY)
def test_tokens_cover_all_but_white_space(text: str) -> None:
    folded = fold_view(text)
    tokens = find_tokens(folded)
    seen = [character for character in folded.text if character == "\n" or not character.isspace()]
    assert "".join(tokens.keys) == "".join(seen)
    for start, end, key in zip(tokens.starts, tokens.ends, tokens.keys, strict=True):
        assert 0 <= start < end <= len(text)
        assert key in fold_key(text[start:end])


@given(ANY.filter(lambda text: not _is_wide(text)))
def test_each_offset_of_a_token_finds_it(text: str) -> None:
    tokens = find_tokens(fold_view(text))
    for index, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
        assert {tokens.at(offset) for offset in range(start, end)} == {index}
        assert fold_key(text[start:end]) == tokens.keys[index]


@settings(max_examples=300)
@given(ANY)
def test_quotations_are_nested_or_disjoint(text: str) -> None:
    quotes = find_quotes(text)
    assert [quote.start for quote in quotes] == sorted({quote.start for quote in quotes})
    for place, quote in enumerate(quotes):
        assert 0 <= quote.start < quote.inner_start < quote.inner_end <= quote.end <= len(text)
        assert text[quote.inner_start : quote.inner_end].strip(BLANKS)
        around = [outer for outer in quotes[:place] if outer.end > quote.start]
        assert all(quote.end <= outer.inner_end for outer in around)
        assert quote.depth == len(around)


@settings(max_examples=300)
@given(ANY)
def test_sentences_cover_all_but_blanks_in_order(text: str) -> None:
    sentences = split_sentences(text, find_quotes(text))
    position = 0
    for start, end in sentences:
        assert not text[position:start].strip(BLANKS)
        assert text[start:end] == text[start:end].strip(BLANKS) != ""
        assert not {"\n", "\u2028", "\u2029"} & set(text[start:end])
        position = end
    assert not text[position:].strip(BLANKS)


@settings(max_examples=300)
@given(ANY)
def test_no_sentence_ends_inside_a_closed_quotation_of_one_line(text: str) -> None:
    quotes = find_quotes(text)
    ends = {end for _, end in split_sentences(text, quotes)}
    for quote in quotes:
        if quote.closed and len(text[quote.start : quote.end].split("\n")) == 1:
            inside = range(quote.start + 1, quote.end)
            one_line = not {"\u2028", "\u2029"} & set(text[quote.start : quote.end])
            assert not (one_line and ends & set(inside))


@given(st.lists(st.sampled_from("وفبلكسالمنتيهىةأإؤئءعقدر\u064e\u0651\u0640"), min_size=1))
def test_a_segmented_word_is_covered_by_its_parts(letters: list[str]) -> None:
    word = "".join(letters)
    found = segment(word)
    assert found.printed == word
    assert 0 <= found.start <= found.end <= len(word)
    assert fold_key(word[: found.start]) == "".join(found.prefixes)
    assert found.stem + found.suffix == word[found.start :]
    assert fold_key(found.stem) or not fold_key(word)
