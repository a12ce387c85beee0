"""The columns of an export: what each is called, what it means, and how it is read."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from musnad.model.records import Article, Statement
from musnad.store import StatementRow

Cell = str | int | float | tuple[str, ...] | None

ARROW = " ← "
GAP = "؟"


class Line(Struct, frozen=True):
    """One statement with the article it stands in and the date it is listed under."""

    row: StatementRow
    article: Article

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.row.statement


class Column(Struct, frozen=True):
    """One column: its key, its Arabic title, its meaning in both languages, its width."""

    key: str
    title: str
    meaning: str
    arabic_meaning: str
    width: int
    value: Callable[[Line], Cell]


def lines(rows: Iterable[StatementRow], article_of: Callable[[str], Article]) -> Iterator[Line]:
    """Gives each row with its article; `article_of` is asked once for each article id."""
    known: dict[str, Article] = {}
    for row in rows:
        if row.article_id not in known:
            known[row.article_id] = article_of(row.article_id)
        yield Line(row, known[row.article_id])


def chain_names(statement: Statement) -> tuple[str, ...]:
    """Gives the names of the chain, outermost first; a link that the text leaves out is «؟»."""
    return tuple(GAP if hop.gap and not hop.name else hop.name for hop in statement.chain)


def content_text(statement: Statement) -> str:
    """Gives the words of the statement, pieces that the cue interrupts joined with « … »."""
    return " … ".join(span.text for span in statement.content)


def _published(line: Line) -> str | None:
    return line.article.published.value if line.article.published else None


def _published_method(line: Line) -> str | None:
    return line.article.published.method if line.article.published else None


def _outlet(line: Line) -> str | None:
    return line.article.outlet.name if line.article.outlet else None


def _modified(line: Line) -> str | None:
    return line.article.modified.value if line.article.modified else None


def _owner(line: Line) -> str | None:
    return line.article.outlet.owner if line.article.outlet else None


def _source(line: Line) -> str | None:
    return line.statement.source.text if line.statement.source else None


def _start(line: Line) -> int:
    statement = line.statement
    return min((statement.cue.start, *(span.start for span in statement.content)))


def _end(line: Line) -> int:
    statement = line.statement
    return max((statement.cue.end, *(span.end for span in statement.content)))


COLUMNS: tuple[Column, ...] = (
    Column("article_id", "معرّف المقال", "Id of the article.", "معرّف المقال.", 14,
           lambda line: line.article.id),
    Column("outlet", "الناشر", "Who published the page; empty when unknown.",
           "من نشر الصفحة، ويبقى فارغا إن لم يُعرف.", 18, _outlet),
    Column("outlet_owner", "مالك الناشر", "Who owns the outlet; empty when unknown.",
           "من يملك الناشر، ويبقى فارغا إن لم يُعرف.", 18, _owner),
    Column("host", "المضيف", "Who served the page; not always the outlet.",
           "من قدّم الصفحة على الشبكة، وليس الناشر دائما.", 18, lambda line: line.article.host),
    Column("title", "العنوان", "Title of the article.", "عنوان المقال.", 36,
           lambda line: line.article.title),
    Column("url", "الرابط", "Address of the page.", "عنوان الصفحة على الشبكة.", 24,
           lambda line: line.article.url),
    Column("published", "تاريخ النشر", "When the article was published; empty when unknown.",
           "متى نُشر المقال، ويبقى فارغا إن لم يُعرف.", 17, _published),
    Column("published_method", "كيف عُرف تاريخ النشر",
           "How that was found: given, meta, url, text, feed or estimated.",
           "كيف عُرف تاريخ النشر: من المستخدم أو الصفحة أو الرابط أو النص أو التقدير.", 12,
           _published_method),
    Column("modified", "تاريخ التعديل", "When the page says that it was changed.",
           "متى تقول الصفحة إنها عُدّلت.", 17, _modified),
    Column("date", "التاريخ", "The date the statement is listed under.",
           "التاريخ الذي يُدرج القول تحته.", 17, lambda line: line.row.date),
    Column("date_basis", "أساس التاريخ",
           "said: the text says when; published: the article's date; unknown: neither.",
           "said: النص يذكر متى قيل، published: تاريخ النشر، unknown: غير معروف.", 12,
           lambda line: line.row.date_basis),
    Column("speaker", "القائل", "Who is meant by the source phrase.",
           "من تعنيه عبارة المصدر.", 26, lambda line: line.statement.speaker.name),
    Column("speaker_kind", "نوع القائل",
           "person, organisation, government, anonymous, collective, document, media, unknown.",
           "شخص أو هيئة أو حكومة أو مصدر مجهول أو جماعة أو وثيقة أو وسيلة إعلام.", 13,
           lambda line: line.statement.speaker.kind),
    Column("act", "نوع القول", "What the speaker does by saying it: assert, deny, demand …",
           "ما يفعله القائل بقوله: تأكيد أو نفي أو مطالبة أو غيرها.", 11,
           lambda line: line.statement.act),
    Column("mode", "طريقة النقل", "direct: in quotation marks; mixed; indirect.",
           "direct: بين علامتي تنصيص، mixed: بعضه، indirect: بالمعنى.", 10,
           lambda line: line.statement.mode),
    Column("polarity", "الإثبات والنفي", "affirmative or negated content.",
           "مضمون مثبت أو منفي.", 12, lambda line: line.statement.polarity),
    Column("modality", "الجهة", "fact, future, possible, conditional or obligation.",
           "واقع أو مستقبل أو احتمال أو شرط أو وجوب.", 12, lambda line: line.statement.modality),
    Column("chain", "السند", "The whole way, from the publisher to the speaker.",
           "الطريق كله من الناشر إلى القائل، و«؟» حلقة لم يذكرها النص.", 40,
           lambda line: chain_names(line.statement)),
    Column("relays", "الناقلون", "Who passed it on, outermost first.",
           "من نقل الكلام، الأبعد عن القائل أولا.", 24,
           lambda line: tuple(relay.name for relay in line.statement.relays)),
    Column("cue", "فعل القول", "The words that report it, as written.",
           "اللفظ الذي يُسند به الكلام كما كُتب.", 12, lambda line: line.statement.cue.text),
    Column("source", "عبارة المصدر", "The phrase that names the source, as written.",
           "العبارة التي تسمّي المصدر كما كُتبت.", 28, _source),
    Column("content", "المضمون", "What was said, in the exact words of the article.",
           "ما قيل بلفظ المقال تماما.", 70, lambda line: content_text(line.statement)),
    Column("medium", "الوسيط", "Where it was said, when the text tells: statement, post …",
           "أين قيل إن ذكره النص: بيان أو مقابلة أو منشور.", 14,
           lambda line: line.statement.medium),
    Column("said", "يوم القول", "When it was said, only if the text tells.",
           "متى قيل، إن ذكره النص فقط.", 12, lambda line: line.statement.said),
    Column("confidence", "الثقة", "Chance of being right, 0 to 1.", "احتمال الصحة من 0 إلى 1.", 8,
           lambda line: line.statement.confidence),
    Column("rule", "القاعدة", "The rule that found it; see `musnad explain`.",
           "القاعدة التي وجدته، وتشرحها `musnad explain`.", 22,
           lambda line: line.statement.made_by),
    Column("statement_id", "معرّف القول", "Id of the statement.", "معرّف القول.", 14,
           lambda line: line.statement.id),
    Column("page_sha256", "بصمة الصفحة", "sha256 of the page as received.",
           "بصمة sha256 للصفحة كما وردت.", 20, lambda line: line.article.page.sha256),
    Column("start", "البداية", "First code point of cue and content in the article text.",
           "موضع أول حرف من اللفظ والمضمون في نص المقال.", 8, _start),
    Column("end", "النهاية", "One past the last code point of cue and content.",
           "الموضع بعد آخر حرف منهما.", 8, _end),
)  # fmt: skip
"""The columns in their order; keys are a public contract."""
