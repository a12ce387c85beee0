"""A statement is known again by where it stands in its article."""

from musnad.lexicons import load_lexicon
from musnad.model.ids import identity
from musnad.model.records import Received
from musnad.pipeline.read import read_page


def test_the_id_of_a_statement_is_made_of_its_article_its_cue_and_its_content() -> None:
    text = "أخبار المرفأ\nقال نادر الكتبي إن المرفأ مفتوح. وأضاف أن السفن عادت إليه.".encode()
    reading = read_page(Received(data=text, name="page.txt", format="text"), load_lexicon())[0]
    assert len(reading.statements) == 2
    for one in reading.statements:
        cue, content = (one.cue.start, one.cue.end), one.content[0]
        places = (*cue, content.start, content.end)
        assert one.id == identity("statement", reading.article.id, *places)
