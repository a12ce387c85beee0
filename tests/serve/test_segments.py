import msgspec
from desk_readings import INNER, OUTER, PORT, RELAYED, STRANGE
from hypothesis import given
from hypothesis import strategies as st

from musnad.model.records import Block, Span
from musnad.serve.segments import cut_text


def joined(made):
    return "".join(segment.text for piece in cut_text(made) for segment in piece.segments)


def test_segments_make_up_the_text():
    assert joined(PORT) == PORT.article.text
    assert joined(STRANGE) == STRANGE.article.text


def test_a_text_without_blocks_is_cut_at_its_lines():
    bare = msgspec.structs.replace(PORT, blocks=())
    assert joined(bare) == PORT.article.text
    assert [piece.kind for piece in cut_text(bare)].count("body") == 4


def test_each_statement_starts_once_and_ends_once():
    segments = [segment for piece in cut_text(PORT) for segment in piece.segments]
    starts = [id_ for segment in segments for id_ in segment.starts]
    ends = [id_ for segment in segments for id_ in segment.ends]
    assert sorted(starts) == sorted(ends) == sorted(made.id for made in PORT.statements)


def test_nested_words_name_the_inner_statement_first():
    segments = [segment for piece in cut_text(PORT) for segment in piece.segments]
    assert (INNER.id, OUTER.id) in {segment.statements for segment in segments}
    assert all(RELAYED.id not in segment.statements for segment in segments if not segment.parts)


@given(st.data())
def test_any_spans_and_blocks_keep_the_text(data):
    text = PORT.article.text
    offset = st.integers(0, len(text))
    pairs = st.lists(st.tuples(offset, offset).map(sorted), max_size=5)
    contents = [
        Span(start=start, end=end, text=text[start:end])
        for start, end in data.draw(pairs)
        if start < end
    ]
    blocks = tuple(
        Block(start=start, end=end, kind="body") for start, end in data.draw(pairs) if start < end
    )
    statements = tuple(
        msgspec.structs.replace(made, content=(content,))
        for made, content in zip(PORT.statements, contents, strict=False)
    )
    assert joined(msgspec.structs.replace(PORT, statements=statements, blocks=blocks)) == text
