import msgspec
import pytest
from invented_readings import page_id_of, read_invented, reading_of

from musnad.errors import MusnadError
from musnad.model.records import Entity, Received
from musnad.store import Verdict, Wanted, make_decision
from musnad.store.decisions import find_again

TITLE = "ميناء النورس يفتح أبوابه"
MINISTER = "وزير الموانئ: لا خسائر في الميناء"
PEOPLE = "أهالي الصفا: عادت السفن"
TEXT = f"{TITLE}\n{MINISTER}\n{PEOPLE}"
REJECT = Verdict("reject", "سلمى", "2031-05-07T09:00:00Z")
ACCEPT = Verdict("accept", "سلمى", "2031-05-07T09:30:00Z")
RENAME = Verdict("correct", "سلمى", "2031-05-07T10:00:00Z", "speaker.name", "سالم المرسوي")


def page(text=TEXT):
    return Received(data=text.encode(), name="harbour.txt")


def store_text(workspace, text, page_id=None):
    """Stores what newer rules make of the page that is already there."""
    received = page()
    readings = (reading_of(received, text, 0, "rules-2"),) if text is not None else ()
    workspace.add_page(received, page_id_of(received), readings)


@pytest.fixture
def article(workspace):
    received = page()
    workspace.add_page(received, page_id_of(received), read_invented(received))
    return workspace.articles()[0].id


def decide(workspace, article, verdict, place=0):
    reading = workspace.reading(article)
    decision = make_decision(reading, reading.statements[place].id, verdict)
    workspace.decide(decision)
    return decision


def speakers(workspace, **wanted):
    return [row.statement.speaker.name for row in workspace.statements(Wanted(**wanted))]


def states(workspace):
    return [row.state for row in workspace.decisions()]


def test_a_rejected_statement_is_left_out_and_flagged_in_the_reading(workspace, article):
    decision = decide(workspace, article, REJECT)
    assert speakers(workspace) == ["أهالي الصفا"]
    assert workspace.articles()[0].statements == 1 and workspace.counts().statements == 1
    shown = workspace.reading(article).statements
    assert shown[0].why == (f"decision {decision.id}: reject by سلمى at {REJECT.at}",)
    assert shown[1].why == ()
    assert workspace.machine_reading(article).statements[0].why == ()
    assert workspace.verify() == ()


def test_the_last_word_holds(workspace, article):
    decide(workspace, article, REJECT)
    decide(workspace, article, ACCEPT)
    assert len(speakers(workspace)) == 2
    assert len(workspace.reading(article).statements[0].why) == 2


def test_a_corrected_speaker_is_shown_found_and_in_the_chain(workspace, article):
    decide(workspace, article, RENAME)
    statement = workspace.reading(article).statements[0]
    assert (statement.speaker.name, statement.speaker.entity) == ("سالم المرسوي", None)
    assert statement.chain[-1].name == "سالم المرسوي"
    assert statement.chain[0] == workspace.machine_reading(article).statements[0].chain[0]
    assert speakers(workspace, speaker="المرسوي") == ["سالم المرسوي"]
    assert speakers(workspace, speaker="وزير") == []
    assert workspace.verify() == ()


def test_a_corrected_speaker_that_the_article_names_keeps_its_entity(workspace):
    received = page()
    person = Entity(id="e1", type="person", name="سالم المرسويّ")
    reading = msgspec.structs.replace(read_invented(received)[0], entities=(person,))
    workspace.add_page(received, page_id_of(received), (reading,))
    decide(workspace, reading.article.id, RENAME)
    statement = workspace.reading(reading.article.id).statements[0]
    assert statement.speaker.entity == statement.chain[-1].entity == "e1"


def test_the_same_decision_twice_is_one(workspace, article):
    decide(workspace, article, REJECT)
    reading = workspace.machine_reading(article)
    workspace.decide(make_decision(reading, reading.statements[0].id, REJECT))
    assert len(workspace.decisions(article)) == 1


def test_decisions_hold_when_the_words_moved(workspace, article):
    decide(workspace, article, RENAME)
    store_text(workspace, f"{TITLE}\nخبر أضيف من قبل\n{MINISTER}\n{PEOPLE}")
    assert speakers(workspace) == ["سالم المرسوي", "أهالي الصفا"]
    assert states(workspace) == ["held"]
    assert workspace.decisions()[0].target != workspace.decisions()[0].decision.target
    assert workspace.verify() == ()


def test_decisions_hold_when_newer_rules_cut_the_content_otherwise(workspace, article):
    decision = decide(workspace, article, REJECT)
    reading = workspace.machine_reading(article)
    first = msgspec.structs.replace(reading.statements[0], id="another id", confidence=0.1)
    newer = msgspec.structs.replace(reading, statements=(first, *reading.statements[1:]))
    workspace.add_page(page(), page_id_of(page()), (newer,))
    assert speakers(workspace) == ["أهالي الصفا"]
    assert workspace.decisions()[0].target == "another id"
    assert workspace.decisions()[0].decision == decision


def test_a_decision_whose_statement_is_gone_is_moved_and_comes_back(workspace, article):
    decide(workspace, article, REJECT)
    store_text(workspace, f"{TITLE}\n{PEOPLE}")
    assert states(workspace) == ["moved"] and speakers(workspace) == ["أهالي الصفا"]
    store_text(workspace, None)
    assert states(workspace) == ["moved"] and workspace.articles() == ()
    store_text(workspace, TEXT)
    assert states(workspace) == ["held"] and speakers(workspace) == ["أهالي الصفا"]
    assert [row.version for row in workspace.history(article)] == [1, 2, 3]


def test_the_nearest_of_equal_places_is_meant_and_none_when_two_are_as_near(workspace, article):
    decision = decide(workspace, article, REJECT)
    repeated = f"{TEXT}\nفاصل طويل بين الخبرين.\n{TEXT}"
    reading = reading_of(page(), f"أ\n{repeated}", 0)
    assert find_again(decision, reading) == (reading.statements[0].id, "exact")
    first, third = reading.statements[0], reading.statements[2]
    middle = (first.cue.start + third.cue.start) // 2
    anchor = msgspec.structs.replace(decision.anchor, start=middle)
    distances = {abs(one.cue.start - middle) for one in (first, third)}
    assert len(distances) == 1
    assert find_again(msgspec.structs.replace(decision, anchor=anchor), reading) is None


LONG = (
    "خبر من الميناء\nأكدت الإدارة أن الأرصفة كلها تعمل كالمعتاد منذ الصباح\n"
    "وزير الموانئ: لا خسائر في الميناء بعد الحريق الذي اندلع فجر اليوم\nختام الخبر"
)


def again(workspace, text):
    """Gives what becomes of a decision about the statement of LONG when the page has this text."""
    received = page(LONG)
    workspace.add_page(received, "p", (reading_of(received, LONG, 0),))
    article = workspace.articles()[0].id
    decide(workspace, article, RENAME)
    newer = page(text)
    workspace.add_page(newer, "p", (structs_with_id(reading_of(newer, text, 0), article),))
    (row,) = workspace.decisions()
    return row


def structs_with_id(reading, article):
    replaced = msgspec.structs.replace(reading.article, id=article)
    return msgspec.structs.replace(reading, article=replaced)


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("خبر من الميناء", "خبر عاجل من الميناء القديم", "exact"),
        ("اندلع فجر اليوم", "اندلع مساء أمس", "exact"),
        ("لا خسائر في الميناء بعد الحريق", "لا خسائر في المرفأ بعد حريق", "context"),
        ("كالمعتاد منذ الصباح", "على نحو معتاد", "context"),
        ("الصباح\nوزير الموانئ: لا خسائر في", "الظهر\nوزير المواني: لا خسارة في", "near"),
        ("وزير الموانئ:", "عمدة النورس:", None),
        ("لا خسائر في", "سبعة ضحايا في", None),
        ("وزير الموانئ: لا خسائر في الميناء بعد الحريق", "عمدة الصفا: سبعة قتلى تحت الركام", None),
        ("لا خسائر في الميناء بعد الحريق الذي", "سبعة قتلى وعشرات الجرحى ومفقودون", None),
    ],
)
def test_a_decision_is_anchored_again_in_a_changed_text_or_moved(workspace, before, after, how):
    assert before in LONG
    row = again(workspace, LONG.replace(before, after))
    assert (row.state, row.how) == ("held" if how else "moved", how)
    shown = workspace.reading(workspace.articles()[0].id).statements[0].speaker.name
    assert (shown == RENAME.value) == bool(how)
    codes = [one.code for one in workspace.issues()]
    assert codes == ([] if how else ["M-151"])
    assert workspace.verify() == ()


def test_another_statement_at_the_same_place_is_not_taken_for_it(workspace, article):
    """Ids are made of places: in a changed text the same id may be another statement."""
    decision = decide(workspace, article, REJECT)
    other = TEXT.replace(MINISTER, "أمين البحارة: سبعة ضحايا في السوق")
    reading = reading_of(page(other), other, 0)
    same_id = msgspec.structs.replace(reading.statements[0], id=decision.target)
    assert same_id.cue.start == decision.anchor.start
    assert find_again(decision, msgspec.structs.replace(reading, statements=(same_id,))) is None


def test_of_two_statements_that_come_close_none_is_taken(workspace):
    near = "الظهر\nوزير المواني: لا خسارة في"
    text = LONG.replace("الصباح\nوزير الموانئ: لا خسائر في", near)
    doubled = f"{text}\n{text}"
    assert again(workspace, doubled).state == "moved"


def test_a_moved_decision_comes_back_with_its_words(workspace):
    article_text = LONG.replace("وزير الموانئ: لا خسائر في الميناء", "عمدة الصفا: سبعة قتلى")
    assert again(workspace, article_text).state == "moved"
    received = page(LONG)
    article = workspace.articles()[0].id
    workspace.add_page(received, "p", (structs_with_id(reading_of(received, LONG, 0), article),))
    assert states(workspace) == ["held"] and workspace.issues() == ()


def test_what_cannot_be_decided_is_refused(workspace, article):
    reading = workspace.reading(article)
    with pytest.raises(MusnadError, match="M-004"):
        make_decision(reading, "no such id", REJECT)
    with pytest.raises(ValueError, match=r"speaker\.name"):
        make_decision(reading, reading.statements[0].id, RENAME._replace(field="act"))
    decision = make_decision(reading, reading.statements[0].id, REJECT)
    with pytest.raises(MusnadError, match="M-004"):
        workspace.decide(msgspec.structs.replace(decision, article_id="no such id"))


def test_decisions_go_with_their_page(workspace, article):
    decide(workspace, article, REJECT)
    workspace.remove_page(page_id_of(page()), "asked")
    assert workspace.decisions() == ()
