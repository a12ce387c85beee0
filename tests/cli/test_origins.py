"""`musnad origins`."""

import json

import msgspec
import pytest

from hand_made import ARTICLE, PAGE, READING, RELAYED, RELAYED_ID
from musnad.model.records import Outlet, Received
from musnad.store import open_workspace

COPY_ID = "5e33cc00"
replace = msgspec.structs.replace


@pytest.fixture
def copied(workspace):
    """The workspace of one page, and the same claim on the page of another outlet."""
    article = replace(ARTICLE, id="c0c0c0c0", source_id="sada", outlet=Outlet(name="صدى مرسى"))
    made = replace(RELAYED, id=COPY_ID)
    reading = replace(READING, article=article, statements=(made,), times=())
    with open_workspace(workspace) as store:
        received = Received(data=PAGE.data + b" ", name="sada.txt")
        store.add_page(received, "c0c0page", (reading,))


@pytest.fixture
def claim(musnad, copied):
    (line,) = musnad("origins", "--format", "jsonl").out.splitlines()
    return json.loads(line)


def test_a_claim_comes_with_its_pages_and_origins(claim):
    assert sorted(claim["statements"]) == sorted([RELAYED_ID, COPY_ID])
    assert len(claim["pages"]) == 2
    assert len(claim["origins"]) == 1


def test_claims_are_listed_for_people(musnad, claim):
    out = musnad("origins").out
    for words in (claim["id"], "2031-05-05", "الميناء سيغلق يوم السبت", "صحيفة المنارة، صدى مرسى"):
        assert words in out


def test_one_claim_is_proven_page_by_page(musnad, claim):
    out = musnad("origins", claim["id"][:6]).out
    assert "pages 2, origins shown 1" in out
    assert out.count("relays it") == 2
    assert "c0c0c0c0" in out


def test_one_claim_is_given_to_programs(musnad, claim):
    assert json.loads(musnad("origins", claim["id"], "--format", "json").out) == [claim]


def test_an_unknown_claim_is_told(musnad, copied):
    ran = musnad("origins", "zz")
    assert ran.status == 2
    assert "M-004" in ran.err


def test_one_page_alone_makes_no_claim(musnad, workspace):
    ran = musnad("origins")
    assert (ran.status, ran.out) == (0, "")
    assert "No claim" in ran.err
