"""Links of a workspace are kept while its readings stay the same."""

import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from hand_made import ARTICLE, DENIAL, PAGE, READING, RELAYED
from musnad.errors import MusnadError
from musnad.model.records import Outlet, Received
from musnad.pipeline import link
from musnad.pipeline.link import FILE, count_origins, link_workspace
from musnad.store import open_workspace

replace = msgspec.structs.replace


@pytest.fixture
def workspace(tmp_path):
    with open_workspace(tmp_path / "w", create=True) as opened:
        yield opened


def add(workspace, name: str) -> None:
    """Adds the page once more, as another outlet has it."""
    article = replace(ARTICLE, id=f"{name}-article", source_id=name, outlet=Outlet(name=name))
    made = tuple(replace(one, id=f"{name}-{one.id}") for one in (RELAYED, DENIAL))
    reading = replace(READING, article=article, statements=made, times=())
    received = Received(data=PAGE.data + name.encode(), name=f"{name}.txt")
    workspace.add_page(received, f"{name}-page", (reading,))


def test_two_pages_of_one_agency_have_one_origin(workspace):
    for name in ("المنارة", "صدى"):
        add(workspace, name)
    links = link_workspace(workspace)
    counts = count_origins(links)
    assert counts[f"صدى-{RELAYED.id}"] == (2, 1)


def test_links_are_kept_while_nothing_changes(workspace, monkeypatch):
    add(workspace, "المنارة")
    first = link_workspace(workspace)
    monkeypatch.setattr(link, "link_documents", lambda _: pytest.fail("linked again"))
    assert link_workspace(workspace) == first


def test_a_new_page_links_again(workspace):
    add(workspace, "المنارة")
    assert count_origins(link_workspace(workspace)) == {}
    add(workspace, "صدى")
    assert count_origins(link_workspace(workspace)) != {}


def test_damaged_links_are_made_anew(workspace):
    for name in ("المنارة", "صدى"):
        add(workspace, name)
    first = link_workspace(workspace)
    (workspace.path / FILE).write_text("{", "utf-8")
    assert link_workspace(workspace) == first


def test_nothing_is_left_but_the_links(workspace):
    before = {file.name for file in workspace.path.iterdir()}
    link_workspace(workspace)
    assert {file.name for file in workspace.path.iterdir()} - before == {FILE}


def test_links_that_cannot_be_written_are_told(workspace):
    (workspace.path / FILE).mkdir()
    with pytest.raises(MusnadError, match="M-017"):
        link_workspace(workspace)
    assert [file.name for file in workspace.path.glob(f"{FILE}*")] == [FILE]
