import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.stages.ingest_pages import tokens
from musnad.stages.ingest_pages.source import read_source
from musnad.stages.ingest_pages.tokens import read_tokens

PIECES = st.sampled_from(
    ["ميناء النورس", " ", "\n", "&amp;", "<p>", "</p>", "<li>", "</li>", "<td>", "</td>", "<b>",
     "</b>", "<a href='x'>", "<a>", "</a>", "<span hidden>", "<font size=5>", "</font>", "</span>",
     "<b>س</b>", "<a href=x>س</a>", "<p>س</p>", "<span hidden>س</span>", "<time datetime=>س</time>",
     "<td>س</td>", "<li style='font-size:20px'>س</li>",
     "<li><a href=x>س</a></li>", "<a><a href=x>س</a></a>", "<p><abbr>س</a></p>",
     "<pre>", "</pre>", "<button>", "</button>", "<time datetime='2031-05-04'>", "</time>", "<br>"]
)  # fmt: skip
HTML = st.lists(PIECES, max_size=30).map("".join)


@pytest.mark.parametrize(
    "html",
    ["", "س", "<p>س</p>", "س < ص <b", "<!-- س", "<script>if (a<b)</script>س", "</ <p>", "<!س",
     "<p>س<//p>", "<p class='"],
)  # fmt: skip
def test_tokens_together_are_the_page(html):
    assert "".join(map(written, read_tokens(html))) == html


@given(HTML)
def test_tokens_of_a_large_page_are_those_of_a_small_one(html):
    at_once = list(read_tokens(html))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tokens, "LARGE", -1)
        assert list(read_tokens(html)) == at_once


@given(HTML)
def test_an_element_that_holds_only_text_is_read_like_any_other(html):
    """A comment before an end tag keeps its element from being read at once."""
    source = read_source(read_tokens(html))
    parted = read_source(read_tokens(html.replace("</", "<!-- س --></")))
    assert [told(line) for line in source.lines] == [told(line) for line in parted.lines]
    assert [told(each) for each in source.elements] == [told(each) for each in parted.elements]
    assert source.times == parted.times


def written(token):
    text, printed, attributes, inner, other, _ = token
    tag = f"<{printed}{attributes}>" if printed else other
    return text + tag + (f"{inner}/{printed}>" if inner else "")


def told(record):
    return [getattr(record, name) for name in record.__slots__]


GROUPS = [
    (r"<(?![a-z])[^<]*+", ["س<ب", "س<b>", "< < <b", "<b>", "<<"]),
    (r"""(?:"[^"]*"|'[^']*')[^"']*+""", ["'س' \"ص\" ع", "'س' \"ص", '"', "'س\"'"]),
    (r"-(?!->)[^-]*+", ["-س--ص-->", "-->", "--->", "-"]),
]


@pytest.mark.parametrize(
    ("group", "text"), [(one, text) for one, texts in GROUPS for text in texts]
)
def test_a_group_many_times_is_the_same_in_every_python(group, text):
    ends = [
        match.end() if (match := re.compile(pattern).match(text)) else None
        for pattern in (tokens.many(group), tokens.many(group, right=False), f"(?:{group})*")
    ]
    assert len(set(ends)) == 1


def test_no_other_group_is_repeated_possessively():
    """Python before 3.11.5, which Debian 12 has, repeats such groups wrongly."""
    source = Path(tokens.__file__).parents[2]
    possessive = re.compile(r"\)[*+?]\+")
    found = {
        module.name: len(possessive.findall(module.read_text("utf-8")))
        for module in source.rglob("*.py")
    }
    assert {name: count for name, count in found.items() if count} == {"tokens.py": 1}
