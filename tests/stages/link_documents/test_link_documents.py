"""Claims and origins of the sample, from its gold: the designed cases of stories.toml."""

import tomllib
from pathlib import Path
from random import Random

import msgspec
import pytest

from musnad.model.links import Claim, Links
from musnad.model.records import Act, Outlet, Published, Reading, Speaker
from musnad.model.spans import make_span
from musnad.stages.link_documents import link_documents

STORIES = tomllib.loads((Path(__file__).parents[3] / "sample" / "stories.toml").read_text("utf-8"))
PORT = STORIES["port_closure"]
replace = msgspec.structs.replace


@pytest.fixture(scope="module")
def links(sample) -> Links:
    return link_documents(sample)


@pytest.fixture(scope="module")
def port(links, sources) -> Claim:
    return next(c for c in links.claims if PORT["origin"] in map(sources.get, c.pages))


@pytest.fixture(scope="module")
def sources(sample) -> dict[str, str]:
    return {reading.article.id: reading.article.source_id for reading in sample}


def test_seven_pages_of_the_port_closure_have_one_origin(port, sources):
    assert {sources[page] for page in port.pages} == {PORT["origin"], *PORT["single_origin"]}
    assert len(port.origins) == 1
    assert port.unproven == ()
    assert "الساحل" in port.origins[0].name


def test_each_page_proves_its_origin(port, sources):
    proofs = {sources[m.article][:2]: m.proof.kind for m in port.origins[0].members}
    assert proofs == {
        "08": "publisher", "09": "relay", "10": "verbatim", "11": "relay", "12": "relay",
        "13": "relay", "14": "credit",
    }  # fmt: skip


def test_the_page_without_credit_is_proven_by_its_words(port, sources):
    proof = next(m.proof for m in port.origins[0].members if sources[m.article][:2] == "10")
    assert sources[proof.like] == PORT["origin"]
    assert "جسر الحجر" in proof.words
    assert proof.share >= 0.6


def test_the_agency_was_first(port, sources):
    assert sources[port.pages[0]] == PORT["origin"]
    assert port.first_seen == "2031-05-06T13:05"


def test_a_denial_disputes_and_never_supports(links, port, sample):
    said = {made.id: (made, r.article.source_id) for r in sample for made in r.statements}
    assert {said[id_][1] for id_ in port.disputed_by} == {STORIES["port_denial"]["denial"]}
    for claim in links.claims:
        acts = {said[id_][0].act == "deny" for id_ in claim.statements}
        assert len(acts) == 1


def test_a_denial_does_not_dispute_what_is_said_days_after_it(links, sources):
    """The ministry denies on 8 May, the minister admits on 13 May."""
    withdrawn = STORIES["port_denial"]["withdrawn"]
    admitted = [c for c in links.claims if withdrawn in map(sources.get, c.pages)]
    assert all(claim.disputed_by == () for claim in admitted)


def test_what_a_denial_only_repeats_is_no_support(port, sources):
    assert STORIES["port_denial"]["denial"] not in map(sources.get, port.pages)


def test_two_witnesses_are_two_origins(sample):
    """Told alike by two sources, each to its own publisher, a claim has two origins."""
    witnesses = [
        r for r in sample if r.article.source_id in STORIES["market_shelling"]["independent"]
    ]
    one, other = (with_witness(reading) for reading in witnesses)
    claim = next(c for c in link_documents([one, other]).claims if len(c.pages) == 2)
    assert [m.proof.kind for o in claim.origins for m in o.members] == ["alone", "alone"]
    assert len(claim.origins) == 2


SEEN = "سقطت ست قذائف على سوق جسر الحجر قبل منتصف ليل الجمعة"


def with_witness(reading: Reading) -> Reading:
    """A witness says the same to the outlet itself; the gold has it in words too far apart."""
    text = f"{reading.article.text}\nقال شاهد ل{reading.article.outlet.name} {SEEN}"
    outlet = reading.article.outlet.name
    start = text.index(outlet, len(reading.article.text))
    content = make_span(text, len(text) - len(SEEN), len(text))
    mention = replace(reading.mentions[0], start=start, end=start + len(outlet), text=outlet)
    made = replace(
        reading.statements[0], id=f"{reading.article.source_id}-seen", relays=(), act="assert",
        content=(content,), cue=replace(reading.statements[0].cue, start=start, end=start),
        speaker=Speaker(name="شاهد", kind="anonymous", entity=None),
    )  # fmt: skip
    article = replace(reading.article, text=text)
    return replace(reading, article=article, mentions=(mention,), statements=(made,))


def test_the_order_of_the_readings_changes_nothing(sample, links):
    for seed in (1, 2):
        mixed = list(sample)
        Random(seed).shuffle(mixed)
        assert link_documents(mixed) == links


def test_no_readings_share_nothing():
    assert link_documents(()) == Links()


# --- one speaker, three outlets --------------------------------------------------------------

SAID = "الشاحنات ستنقل القمح من جسر الحجر إلى الصفا طوال الصيف"


def page(
    sample, name: str, text: str, *, speaker: Speaker, act: Act = "assert", day: str = "2031-05-06"
) -> Reading:
    """A page of an outlet that reports one statement, its whole text but the first word."""
    article = replace(
        sample[0].article, id=name, source_id=name, text=f"قال {text}", title=None, credits=(),
        dateline=None, outlet=Outlet(name=name),
        published=Published(value=day, precision="day", method="given", reliable=True),
    )  # fmt: skip
    span = make_span(article.text, 4, len(article.text))
    made = replace(
        sample[0].statements[0], id=f"{name}-1", speaker=speaker, content=(span,), relays=(),
        act=act, mode="indirect",
    )  # fmt: skip
    return replace(
        sample[0], article=article, statements=(made,), entities=(), mentions=(), quantities=()
    )


def person(name: str) -> Speaker:
    return Speaker(name=name, kind="person", entity=None)


MINISTER = person("سلمى الغاروي")


def several(claims: tuple[Claim, ...]) -> list[Claim]:
    return [claim for claim in claims if len(claim.pages) > 1]


def test_a_paraphrase_without_credit_is_not_shown_to_be_independent(sample):
    changed = "طوال الصيف تنقل الشاحنات قمح البلاد إلى الصفا من جسر الحجر"
    first = page(sample, "المنارة", SAID, speaker=MINISTER)
    second = page(sample, "صدى مرسى", changed, speaker=MINISTER, day="2031-05-07")
    claim = several(link_documents([first, second]).claims)[0]
    assert [m.outlet for m in claim.unproven] == ["صدى مرسى"]
    assert [[m.proof.kind for m in o.members] for o in claim.origins] == [["first"]]


def quoted(reading: Reading) -> Reading:
    made = replace(reading.statements[0], mode="direct")
    return replace(reading, statements=(made,))


def test_words_said_aloud_do_not_prove_one_origin(sample):
    """Any reporter in the hall could write down what the minister said."""
    first = page(sample, "المنارة", SAID, speaker=MINISTER)
    second = page(sample, "صدى مرسى", SAID, speaker=MINISTER)
    aloud = several(link_documents([quoted(first), quoted(second)]).claims)[0]
    assert len(aloud.unproven) == 1
    told = several(link_documents([first, second]).claims)[0]
    assert told.unproven == ()


def test_different_named_speakers_make_different_claims(sample):
    first = page(sample, "المنارة", SAID, speaker=MINISTER)
    second = page(sample, "صدى مرسى", SAID, speaker=person("جابر الحصبائي"))
    assert several(link_documents([first, second]).claims) == []


def test_other_counts_are_another_claim(sample):
    texts = [
        "غرق 7 بحارة قرب رأس المنارة في عاصفة السبت",
        "غرق 11 بحارة قرب رأس المنارة في عاصفة السبت",
    ]
    readings = [
        page(sample, name, text, speaker=MINISTER) for name, text in zip("اب", texts, strict=True)
    ]
    assert several(link_documents(readings).claims) == []
    same = [page(sample, name, texts[0], speaker=MINISTER) for name in "اب"]
    assert len(several(link_documents(same).claims)) == 1


def test_a_week_apart_is_another_claim(sample):
    first = page(sample, "المنارة", SAID, speaker=MINISTER)
    late = page(sample, "صدى مرسى", SAID, speaker=MINISTER, day="2031-05-14")
    assert several(link_documents([first, late]).claims) == []


# --- reprints --------------------------------------------------------------------------------

LONG = (
    "وصلت إلى ميناء النورس فجر الأحد ثلاث سفن محملة بالقمح بعد انتظار دام أسبوعا كاملا "
    "خارج حاجز الأمواج "
    "وبدأ العمال تفريغ الأكياس على الرصيف الأول قبل شروق الشمس تحت مطر خفيف لم يتوقف حتى الظهر "
    "وقالت إدارة الميناء إن المخازن تكفي المدينة شهرين وإن السفن المقبلة ستصل في مواعيدها المعلنة"
)


def test_a_reprint_joins_the_origin_of_its_model(sample):
    first = page(sample, "المنارة", LONG, speaker=MINISTER)
    second = page(sample, "صدى مرسى", f"مراسلنا {LONG}", speaker=MINISTER, day="2031-05-07")
    found = link_documents([second, first])
    assert [(r.article, r.of) for r in found.reprints] == [("صدى مرسى", "المنارة")]
    assert found.reprints[0].share > 0.9
    claim = several(found.claims)[0]
    assert len(claim.origins) == 1
    assert [m.proof.kind for m in claim.origins[0].members] == ["first", "reprint"]


def test_a_hundred_pages_of_one_text_have_one_origin(sample):
    pages = [page(sample, f"موقع {n}", LONG, speaker=MINISTER) for n in range(100)]
    claim = link_documents(pages).claims[0]
    assert (len(claim.pages), len(claim.origins), len(claim.unproven)) == (100, 1, 0)


def test_other_texts_are_no_reprints(sample):
    first = page(sample, "المنارة", LONG, speaker=MINISTER)
    other = page(sample, "صدى مرسى", " ".join(reversed(LONG.split())), speaker=MINISTER)
    assert link_documents([first, other]).reprints == ()


def test_the_same_page_under_two_ids_counts_once(sample, links):
    def copy(reading: Reading) -> Reading:
        return replace(reading, article=replace(reading.article, id="~" + reading.article.id))

    assert link_documents([*sample, *map(copy, sample)]) == links
