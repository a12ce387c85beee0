"""Other spellings, marks and an odd mark change no statement of the sample beyond themselves."""

from collections import Counter
from pathlib import Path

import msgspec
import pytest
from mutations import MUTATIONS, Key, Mutation, changes, differing_lines, statement_keys
from sample_pages import sample_pages

from musnad import read_all
from musnad.model.records import Reading, Received

PAGES = {
    Path(page.name).stem: (page, names)
    for page, names in sample_pages()
    if page.name.endswith(".txt")
}
TWO_ARTICLES = "19_sayyad_digest"
BETWEEN = "إقرأ أيضاً:"
UNDECIDED = {"«ي» for «ى»": {"23_marsa_army_denial", "30_sada_parliament_loan"}}
"""«نفي» and «رأي» may be nouns, where no word of the page tells that it writes every ى so."""


def text_of(page: Received) -> str:
    return page.data.decode("utf-8-sig")


def readings(name: str, text: str) -> tuple[Reading, ...]:
    page, names = PAGES[name]
    changed = msgspec.structs.replace(page, data=text.encode())
    return read_all(changed, lexicons=(names,))


def keys_of(found: tuple[Reading, ...]) -> Counter[Key]:
    return sum(map(statement_keys, found), Counter())


@pytest.fixture(scope="module")
def standard() -> dict[str, tuple[Reading, ...]]:
    return {name: readings(name, text_of(page)) for name, (page, _) in PAGES.items()}


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_mutation_changes_nothing_beyond_itself(
    mutation: Mutation, standard: dict[str, tuple[Reading, ...]]
) -> None:
    changed = 0
    for name in PAGES.keys() - UNDECIDED.get(mutation.name, set()):
        text = text_of(PAGES[name][0]).replace("\r\n", "\n").strip("\n")
        mutated = mutation.change(text)
        changed += mutated != text
        exempt = differing_lines(text, mutated) if mutation.touches else frozenset()
        after = readings(name, mutated)
        assert len(after) == len(standard[name])
        for one, other in zip(standard[name], after, strict=True):
            assert not list(changes(one, other, exempt)), name
    assert changed


def test_two_articles_of_a_page_may_stand_in_either_order() -> None:
    page, _ = PAGES[TWO_ARTICLES]
    first, second = text_of(page).strip().split(f"\n{BETWEEN}\n")
    last = second.rpartition("\n")
    head, body = first.split("\n")[:3], first.split("\n")[3:]
    source = body.pop()
    swapped = "\n".join((*head, last[0], BETWEEN, *body, source, last[2]))
    before, after = readings(TWO_ARTICLES, text_of(page)), readings(TWO_ARTICLES, swapped)
    assert len(before) == len(after) == 2
    assert keys_of(before) == keys_of(after)
