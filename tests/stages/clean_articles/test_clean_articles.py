import json

from musnad.fold import line_key
from musnad.lexicons import load_lexicon
from musnad.model.records import Given, Received, SiteLines
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages

LEXICON = load_lexicon(
    (
        """
[[media]]
name = "وكالة الساحل للأنباء"
kind = "agency"
aliases = ["وكالة الساحل"]
[[media]]
name = "صدى مرسى"
kind = "paper"
[[place]]
name = "الصفا"
kind = "city"
""",
    )
)
LEAD = "أغلقت السلطات ميناء النورس أمام السفن الكبيرة بعد عاصفة ضربت الساحل."
NEXT = "وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام."
TITLE = "إغلاق ميناء النورس بعد العاصفة"
OTHER = "اشتعلت النار في سوق جسر الحجر فجر اليوم واحترقت عشرة دكاكين."
OTHER_NEXT = "وأكد الدفاع المدني أن النار أخمدت بعد ساعتين ولم يصب أحد."


def clean(text, **given):
    page = ingest_pages(Received(data=text.encode(), name="page.txt", given=Given(**given)))
    return clean_articles(page, LEXICON), page


def clean_one(text, **given):
    articles, _ = clean(text, **given)
    assert len(articles) == 1
    return articles[0].article


def paragraphs(*lines, **fields):
    data = json.dumps(fields | {"paragraphs": list(lines)}).encode()
    page = ingest_pages(Received(data=data, name="x.jsonl#1"))
    return clean_articles(page, LEXICON)[0]


def test_menus_repeats_and_prompts_are_dropped():
    page = [
        "الرئيسية",
        "محليات | بحر | صور",
        TITLE,
        TITLE,
        LEAD,
        NEXT,
        "شارك الخبر",
        "الأكثر قراءة",
    ]
    article = clean_one("\n".join(page))
    assert article.text == f"{TITLE}\n{LEAD}\n{NEXT}"
    assert article.title == TITLE


def test_the_map_leads_back_to_the_page():
    articles, page = clean(f"الرئيسية\r\n  {TITLE} \r\n\r\n\u00a0{LEAD}\n{NEXT}\nطباعة")
    article = articles[0].article
    for start, length, page_start, page_length in article.page.map:
        assert article.text[start : start + length] == page.text[page_start:][:page_length]
    assert [row[0] for row in article.page.map] == [block.start for block in articles[0].blocks]
    for dropped in articles[0].dropped:
        assert page.text[dropped.page_start : dropped.page_end] == dropped.text


def test_a_second_article_is_split_off_without_the_date_of_the_first():
    lines = ["نشر في: 4 مايو 2031 14:05", TITLE, LEAD, NEXT, "المصدر: وكالة الساحل", "إقرأ أيضاً:"]
    articles, page = clean("\n".join([*lines, "حريق في سوق جسر الحجر", OTHER, OTHER_NEXT]))
    first, second = (cleaned.article for cleaned in articles)
    assert first.text == f"{TITLE}\n{LEAD}\n{NEXT}"
    assert second.text == f"حريق في سوق جسر الحجر\n{OTHER}\n{OTHER_NEXT}"
    assert (first.source_id, second.source_id) == ("page", "page#2")
    assert first.part_of == second.part_of == page.id
    assert first.published.value == "2031-05-04T14:05"
    assert second.published is None
    assert first.credits == ("وكالة الساحل",)


def test_the_article_goes_on_below_a_box_of_links():
    box = ["اقرأ أيضاً", "السفن الكبيرة: من يملكها ومن بناها؟"]
    article = clean_one(
        "\n".join([TITLE, LEAD, *box, NEXT, "وأضاف أن السفن الصغيرة تمر من غير إذن."])
    )
    assert article.text.split("\n")[1:] == [LEAD, NEXT, "وأضاف أن السفن الصغيرة تمر من غير إذن."]


def test_no_date_is_no_date():
    article = clean_one(f"{TITLE}\n{LEAD}\n{NEXT}\nجميع الحقوق محفوظة © 2031")
    assert article.published is None


def test_given_wins_and_the_address_is_last():
    page = f"4 مايو 2031\n{TITLE}\n{LEAD}\n{NEXT}"
    given = clean_one(page, published="2031-05-06").published
    assert (given.value, given.method, given.reliable) == ("2031-05-06", "given", True)
    address = clean_one(f"{TITLE}\n{LEAD}\n{NEXT}", url="https://a.example/2031/05/04/x").published
    assert (address.value, address.method) == ("2031-05-04", "url")


def test_dates_that_disagree_are_not_reliable():
    articles, _ = clean(f"4 مايو 2031\n{TITLE}\n{LEAD}", url="https://a.example/2031/02/01/x")
    assert articles[0].article.published.reliable is False
    assert "M-114" in [issue.code for issue in articles[0].issues]


def test_a_wrong_weekday_is_not_reliable():
    published = clean_one(f"{TITLE}\nالخميس 4 مايو 2031\n{LEAD}\n{NEXT}").published
    assert (published.value, published.reliable) == ("2031-05-04", False)


def test_a_given_date_that_is_no_date_is_an_issue():
    articles, _ = clean(LEAD, published="أمس")
    assert "M-113" in [issue.code for issue in articles[0].issues]


def test_a_dateline_stays_in_the_text_and_is_recorded():
    article = clean_one(f"{TITLE}\nالصفا – وكالة الساحل: {LEAD}\n{NEXT}")
    assert article.text.split("\n")[1].startswith("الصفا – وكالة الساحل:")
    assert article.dateline.place == "الصفا"
    assert article.dateline.agencies == ("وكالة الساحل",)


def test_a_dateline_alone_is_dropped():
    cleaned = paragraphs("الصفا - أ ش أ", LEAD, NEXT, title=TITLE)
    assert cleaned.article.text == f"{TITLE}\n{LEAD}\n{NEXT}"
    assert cleaned.article.dateline.place == "الصفا"
    assert cleaned.article.credits == ("أ ش أ",)


def test_a_record_loses_whole_paragraphs_only():
    cleaned = paragraphs("كتبت : هند الصفوي", LEAD, ".", NEXT, "سوريا", LEAD, title=TITLE)
    assert cleaned.article.text == f"{TITLE}\n{LEAD}\n{NEXT}\nسوريا"
    assert cleaned.article.byline == "هند الصفوي"
    assert [(d.kind, d.rule) for d in cleaned.dropped] == [
        ("byline", "clean.byline"),
        ("other", "clean.no-words"),
        ("repeat", "clean.repeat"),
    ]


def test_links_inside_a_record_are_dropped_up_to_the_prose():
    links = ["اقرأ أيضًا", "«الصفا» تفتح سوقها الجديد", "جسر الحجر بلا ماء منذ يومين"]
    cleaned = paragraphs(LEAD, *links, NEXT, title=TITLE)
    assert cleaned.article.text == f"{TITLE}\n{LEAD}\n{NEXT}"


def test_the_outlet_is_read_from_the_line_above_the_headline():
    article = clean_one(f"صدى مرسى\n{TITLE}\n{LEAD}\n{NEXT}")
    assert article.outlet.name == "صدى مرسى"
    assert article.credits == ()


def test_other_languages_are_kept_with_an_issue():
    persian = (
        "این گزارش در تهران منتشر شد و وزیر خارجه گفت که مذاکرات ادامه دارد و از آن استقبال می کند."
    )
    for text, language in (
        (persian, "fa"),
        ("The port of the city is closed to all of the ships.", "en"),
    ):
        articles, _ = clean(text)
        assert articles[0].article.language == language
        assert articles[0].article.text == text
        assert "M-105" in [issue.code for issue in articles[0].issues]


def test_nothing_left_is_an_empty_article():
    articles, _ = clean("الرئيسية\nاتصل بنا\n")
    assert articles[0].article.text == ""
    assert "M-106" in [issue.code for issue in articles[0].issues]


def test_a_very_long_line_is_cut_at_white_space():
    articles, _ = clean("كلمة " * 10_000 + ".")
    assert "M-108" in [issue.code for issue in articles[0].issues]
    assert all(block.end - block.start <= 20_000 for block in articles[0].blocks)
    assert articles[0].article.text.count("كلمة") == 10_000


def test_the_same_page_gives_the_same_articles():
    text = f"{TITLE}\n{LEAD}\n{NEXT}"
    assert clean(text)[0] == clean(text)[0]


def test_a_text_beyond_the_limit_is_cut_with_an_issue():
    lines = [f"{number} {LEAD * 40}" for number in range(900)]
    articles, _ = clean("\n".join(lines))
    assert len(articles[0].article.text) <= 2_000_000
    assert "M-102" in [issue.code for issue in articles[0].issues]


def test_furniture_in_many_lines_ends_soon():
    articles, _ = clean("أخبار | صور | فيديو\n" * 20_000 + LEAD)
    assert articles[0].article.text == LEAD


def test_paragraphs_that_differ_in_a_number_are_no_repeats():
    counts = [f"قال الدفاع المدني إن العاصفة قتلت {number} أشخاص على الساحل." for number in (7, 9)]
    cleaned = paragraphs(*counts, title=TITLE)
    assert cleaned.article.text.split("\n")[1:] == counts


def test_a_section_of_the_menu_is_not_the_section_of_the_page():
    for menu in ("رياضة", "- ملفات", "الرئيسية | سياسة | رياضة", "سياسة\nرياضة"):
        assert clean_one(f"{menu}\n{TITLE}\n{LEAD}\n{NEXT}").section is None


def test_the_section_is_what_a_breadcrumb_or_a_label_says():
    for said in ("القسم: سياسة", "الرئيسية > أخبار > سياسة", f"الرئيسية » سياسة » {TITLE}"):
        assert clean_one(f"{said}\n{TITLE}\n{LEAD}\n{NEXT}").section == "سياسة"


def test_hashtags_are_tags_and_no_section():
    article = clean_one(f"#سياسة #ميناء_النورس\n{TITLE}\n{LEAD}\n{NEXT}")
    assert (article.section, article.tags) == (None, ("سياسة", "ميناء النورس"))


def test_tags_are_split_where_the_page_separates_them():
    for row in ("هدنة، جسر الحجر", "هدنة | جسر الحجر", "هدنة؛ جسر الحجر", "#هدنة #جسر_الحجر"):
        article = clean_one(f"{TITLE}\n{LEAD}\n{NEXT}\nكلمات دلالية: {row}")
        assert article.tags == ("هدنة", "جسر الحجر"), row


def test_words_that_nothing_separates_are_no_tags_unless_known():
    tags = {
        row: clean_one(f"{TITLE}\n{LEAD}\n{NEXT}\nكلمات دلالية: {row}").tags
        for row in ("جسر الحجر هدنة وادي الغار", "هدنة", "الصفا", "صدى مرسى")
    }
    assert list(tags.values()) == [(), ("هدنة",), ("الصفا",), ("صدى مرسى",)]


def test_an_outlet_is_no_byline():
    article = clean_one(f"{TITLE}\nكتب: صدى مرسى\n{LEAD}\n{NEXT}", outlet="صدى مرسى")
    assert article.byline is None
    signed = clean_one(f"{TITLE}\nكتب: سالم الحوضي\n{LEAD}\n{NEXT}", outlet="صدى مرسى")
    assert signed.byline == "سالم الحوضي"


def test_a_word_above_one_sentence_is_the_title_of_a_record():
    sentence = "قال سالم الحوضي إن الميناء مغلق."
    data = json.dumps({"text": f"عنوان\n{sentence}"}).encode()
    article = clean_articles(ingest_pages(Received(data=data, name="x.json")), LEXICON)[0].article
    assert (article.title, article.text) == ("عنوان", f"عنوان\n{sentence}")


def test_a_sentence_alone_is_body():
    articles, _ = clean("قال سالم الحوضي إن الميناء مغلق.")
    assert articles[0].article.title is None
    assert [block.kind for block in articles[0].blocks] == ["body"]


def test_a_headline_alone_stays_a_headline():
    assert clean_one("إغلاق ميناء النورس أمام السفن").title == "إغلاق ميناء النورس أمام السفن"


def clean_at(site, *lines):
    page = ingest_pages(Received(data="\n".join(lines).encode(), name="page.txt"))
    return clean_articles(page, LEXICON, site)[0]


def test_a_line_that_the_site_repeats_is_dropped_and_the_headline_stays():
    about = "بوابة الصفا منصة إخبارية مستقلة تنقل أخبار الموانئ والسفن إلى قرائها كل يوم."
    site = SiteLines(keys=frozenset({line_key(about), line_key(LEAD)}))
    cleaned = clean_at(site, TITLE, LEAD, NEXT, OTHER, OTHER_NEXT, about)
    assert about not in cleaned.article.text
    assert ("nav", "clean.site-repeat") in [(d.kind, d.rule) for d in cleaned.dropped]
    assert about in clean_at(SiteLines(), TITLE, LEAD, NEXT, about).article.text


def test_a_page_that_is_a_copy_of_another_keeps_its_text():
    site = SiteLines(keys=frozenset(map(line_key, (LEAD, NEXT))))
    assert clean_at(site, TITLE, LEAD, NEXT).article.text == f"{TITLE}\n{LEAD}\n{NEXT}"


def test_a_day_glued_to_a_byline_is_no_part_of_it():
    assert clean_one(f"{TITLE}\nعدسة: سالم المرساويالسبت 29 ديسمبر 2031\n{LEAD}").byline == (
        "سالم المرساوي"
    )


def test_a_record_whose_html_holds_nothing_is_its_title():
    data = json.dumps({"title": "إغلاق الميناء", "html": "<div></div>"}).encode()
    page = ingest_pages(Received(data=data, name="a.jsonl#1"))
    (cleaned,) = clean_articles(page, load_lexicon())
    assert cleaned.article.text == "إغلاق الميناء"
    assert [block.kind for block in cleaned.blocks] == ["title"]
