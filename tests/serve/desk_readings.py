"""Readings of the invented world, made by hand, for the tests of the desk."""

from hashlib import sha256

from musnad.model.ids import identity
from musnad.model.records import (
    SCHEMA,
    Article,
    Block,
    Cue,
    Dateline,
    Dropped,
    Entity,
    Given,
    Hop,
    Issue,
    Outlet,
    PageRef,
    Published,
    Reading,
    Received,
    Relay,
    Speaker,
    Statement,
    Versions,
)  # fmt: skip
from musnad.model.spans import make_span

PLAIN = {
    "medium": None, "addressee": None, "said": None, "polarity": "affirmative",
    "modality": "fact", "continues": None, "inside": None, "confidence": 0.91,
    "mode": "indirect", "act": "assert", "relays": (), "source": None,
}  # fmt: skip
SPEAKER = {"entity": None, "how": "named"}


def span(text, words):
    at = text.index(words)
    return make_span(text, at, at + len(words))


def cue(text, words, lemma):
    found = span(text, words)
    return Cue(start=found.start, end=found.end, text=words, lemma=lemma)


def said(text, cue_words, content, speaker, chain, **told):
    """A statement about words of the text: `content` is one string or several."""
    contents = (content,) if isinstance(content, str) else content
    lemma = told.pop("lemma", "قال")
    if words := told.pop("source_words", None):
        told["source"] = span(text, words)
    values = {**PLAIN, "made_by": "attribute.plain", "why": (), **told}
    return Statement(
        id=identity("statement", cue_words, *contents),
        cue=cue(text, cue_words, lemma), speaker=speaker, chain=tuple(chain),
        content=tuple(span(text, one) for one in contents), **values,
    )  # fmt: skip


def reading(name, lines, statements=(), **told):
    """A reading of these lines, the first being the title unless `title` is None."""
    text = told.pop("text", "\n".join(lines))
    title = told.pop("title", lines[0] if lines else None)
    blocks, start = [], 0
    for number, line in enumerate(lines):
        kind = "title" if number == 0 and title else "body"
        blocks.append(Block(start=start, end=start + len(line), kind=kind))
        start += len(line) + 1
    article = {
        "url": None, "outlet": Outlet(name="صحيفة المنارة"), "subtitle": None, "byline": None,
        "section": None, "tags": (), "dateline": None, "credits": (), "part_of": None,
        "published": published("2031-05-04T10:30"),
    } | told.pop("article", {})  # fmt: skip
    rest = {"blocks": tuple(blocks), "dropped": (), "entities": (), "mentions": (), "times": (),
            "quantities": (), "events": (), "issues": ()} | told  # fmt: skip
    digest = sha256(text.encode()).hexdigest()
    return Reading(
        schema=SCHEMA,
        article=Article(
            id=identity("article", name), text_sha256=digest, source_id=name, title=title,
            language="ar", text=text, page=PageRef(sha256=digest, encoding="utf-8",
            map=((0, len(text), 0, len(text)),)), **article,
        ),
        statements=tuple(statements), versions=Versions(musnad="0.1.0", rules="r", lexicons="l"),
        **rest,
    )  # fmt: skip


def published(value, method="meta"):
    return Published(value=value, precision="day", method=method, reliable=True)


def keep(workspace, *readings):
    """Puts readings into a workspace, each on its own page."""
    for one in readings:
        data = one.article.text.encode() or one.article.source_id.encode()
        received = Received(data=data, name=one.article.source_id, given=Given())
        workspace.add_page(received, identity("page", one.article.source_id), (one,))


OUTLET = Hop(role="outlet", name="صحيفة المنارة", entity="out")
AGENCY = Hop(role="relay", name="وكالة الساحل للأنباء", entity="agency")

# --- a port: an anonymous source behind an agency, a denial, a nested report ----------------
PORT_LINES = (
    "وزارة الموانئ تنفي إغلاق مرفأ الصفا ومصدر ملاحي يؤكد توقف الرسو",
    "نقلت وكالة الساحل للأنباء الأحد عن مصدر ملاحي فضّل عدم الكشف عن اسمه قوله إن حركة الرسو في "
    "مرفأ الصفا توقفت منذ فجر السبت، مشيرا إلى أن تسع سفن على الأقل حوّلت وجهتها إلى ميناء النورس.",
    "ونفت وزارة الموانئ في بيان إغلاق المرفأ، وقالت إن «العمل جار على نحو اعتيادي» في أرصفته "
    "الأربعة، فيما لم تعلّق نقابة البحارة على الأنباء.",
    "وقال الوزير نادر الكتبي إن قبطان السفينة أبلغه أن المحرك تعطل قبل وصولها إلى الرصيف الثاني. "
    "وطالب شركات الملاحة بالتحقق من الأنباء قبل نشرها 🚢.",
)
PORT_TEXT = "\n".join(PORT_LINES)
_source = Speaker(name="مصدر ملاحي", kind="anonymous", **SPEAKER)
_ministry = Speaker(name="وزارة الموانئ", kind="organisation", entity="ministry")
_minister = Speaker(
    name="نادر الكتبي", kind="person", entity="minister", aliases=("الوزير الكتبي",)
)
_relay = Relay(
    name="وكالة الساحل للأنباء", entity="agency", span=span(PORT_TEXT, "وكالة الساحل للأنباء"),
    cue=span(PORT_TEXT, "نقلت"),
)  # fmt: skip
RELAYED = said(
    PORT_TEXT, "نقلت", "حركة الرسو في مرفأ الصفا توقفت منذ فجر السبت", _source,
    (OUTLET, AGENCY, Hop(role="speaker", name="مصدر ملاحي")),
    lemma="نقل", source_words="مصدر ملاحي فضّل عدم الكشف عن اسمه", relays=(_relay,),
    said="2031-05-03", made_by="relay.naqalat-an-qawluh",
    why=("frame «نقل … عن … قوله» at «نقلت»", "ends before «مشيرا», a participle of speech"),
)  # fmt: skip
CONTINUED = said(
    PORT_TEXT, "مشيرا إلى", "تسع سفن على الأقل حوّلت وجهتها إلى ميناء النورس",
    Speaker(name="مصدر ملاحي", kind="anonymous", entity=None, how="elided"),
    (OUTLET, AGENCY, Hop(role="speaker", name="مصدر ملاحي")),
    lemma="أشار", continues=RELAYED.id, confidence=0.8,
    relays=(Relay(name="وكالة الساحل للأنباء", entity="agency", span=None, cue=None,
                  inherited_from=RELAYED.id),),
)  # fmt: skip
DENIAL = said(
    PORT_TEXT, "ونفت", "إغلاق المرفأ", _ministry,
    (OUTLET, Hop(role="speaker", name="وزارة الموانئ", entity="ministry")),
    lemma="نفى", act="deny", medium="بيان", source_words="وزارة الموانئ في بيان",
)  # fmt: skip
QUOTED = said(
    PORT_TEXT, "وقالت", "«العمل جار على نحو اعتيادي» في أرصفته الأربعة",
    Speaker(name="وزارة الموانئ", kind="organisation", entity="ministry", how="elided"),
    (OUTLET, Hop(role="speaker", name="وزارة الموانئ", entity="ministry")), mode="mixed",
)  # fmt: skip
OUTER = said(
    PORT_TEXT, "وقال", "قبطان السفينة أبلغه أن المحرك تعطل قبل وصولها إلى الرصيف الثاني",
    _minister, (OUTLET, Hop(role="speaker", name="نادر الكتبي", entity="minister")),
    source_words="الوزير نادر الكتبي",
)  # fmt: skip
_at = PORT_TEXT.index("وقال الوزير")
OUTER = Statement(**{name: getattr(OUTER, name) for name in OUTER.__struct_fields__} | {
    "cue": Cue(start=_at, end=_at + 4, text="وقال", lemma="قال")})  # fmt: skip
INNER = said(
    PORT_TEXT, "أبلغه", "المحرك تعطل قبل وصولها إلى الرصيف الثاني",
    Speaker(name="قبطان السفينة", kind="person", **SPEAKER),
    (OUTLET, Hop(role="relay", name="نادر الكتبي", entity="minister"),
     Hop(role="speaker", name="قبطان السفينة")),
    lemma="أبلغ", inside=OUTER.id, source_words="قبطان السفينة", polarity="negated",
    relays=(Relay(name="نادر الكتبي", entity="minister", span=None, cue=None),),
)  # fmt: skip
DEMAND = said(
    PORT_TEXT, "وطالب", "بالتحقق من الأنباء قبل نشرها", _minister,
    (OUTLET, Hop(role="speaker", name="نادر الكتبي", entity="minister")),
    lemma="طالب", act="demand", addressee="شركات الملاحة", modality="obligation",
)  # fmt: skip
PORT = reading(
    "port", PORT_LINES, (RELAYED, CONTINUED, DENIAL, QUOTED, OUTER, INNER, DEMAND),
    article={"dateline": Dateline(place="الصفا", agencies=("وكالة الساحل للأنباء",)),
             "credits": ("وكالة الساحل للأنباء",), "url": "https://manara.example/port"},
    entities=(
        Entity(id="out", type="media", name="صحيفة المنارة", name_en="Al-Manara newspaper"),
        Entity(id="agency", type="media", name="وكالة الساحل للأنباء", name_en="Sahel News Agency"),
        Entity(id="ministry", type="organisation", name="وزارة الموانئ", name_en=None),
        Entity(id="minister", type="person", name="نادر الكتبي", name_en="Nader al-Kutbi"),
    ),
    dropped=(Dropped(kind="nav", page_start=0, page_end=12, text="الرئيسية | سياسة | اقتصاد",
                     rule="drop.menu-line"),
             Dropped(kind="related", page_start=400, page_end=420,
                     text="اقرأ أيضا: موسم الصيد يبدأ باكرا", rule="drop.read-also")),
    issues=(Issue(code="M-114", detail="2031-05-04, 2031-05-05"),),
)  # fmt: skip

# --- no date, unknown outlet, a gap in the chain, hostile letters ---------------------------
STRANGE_LINES = (
    "<script>alert(1)</script> سكان وادي الغار يشكون انقطاع المياه",
    "وذكر سكان أن «المياه مقطوعة» منذ أيام\rفي الحي & ما حوله.",
)
STRANGE_TEXT = "\n".join(STRANGE_LINES)
GAPPED = said(
    STRANGE_TEXT, "وذكر", "«المياه مقطوعة» منذ أيام\rفي الحي & ما حوله",
    Speaker(name="سكان وادي الغار", kind="collective", **SPEAKER),
    (Hop(role="outlet", name="", gap="the page names no outlet"),
     Hop(role="relay", name="", gap="لم يذكر النص من نقل"),
     Hop(role="speaker", name="سكان وادي الغار")),
    source_words="سكان", mode="mixed", lemma="ذكر",
)  # fmt: skip
STRANGE = reading("strange", STRANGE_LINES, (GAPPED,), article={"outlet": None, "published": None})

NOTHING = reading(
    "nothing", (), title=None, text="", article={"published": None},
    issues=(Issue(code="M-106", detail="7 lines, all menus"),),
)  # fmt: skip
ALL = (PORT, STRANGE, NOTHING)


def long_reading(count=500):
    """An article of `count` statements, one a paragraph."""
    lines = ["خمسمئة قول في مقال واحد", *(
        f"وقال{number} المراقب رقم {number} إن السفينة {number} وصلت" for number in range(count)
    )]  # fmt: skip
    text = "\n".join(lines)
    speaker = Speaker(name="مراقبون", kind="collective", **SPEAKER)
    chain = (OUTLET, Hop(role="speaker", name="مراقبون"))
    made = [
        said(text, f"وقال{number} ".strip(), line.partition(" إن ")[2], speaker, chain)
        for number, line in enumerate(lines[1:])
    ]
    return reading("long", lines, made)
