"""Which lines of an HTML page are the article: each rule beside a page where it must not apply."""

import pytest

from musnad.stages.ingest_pages.markup import read_html

LEAD = "أغلقت السلطات ميناء النورس أمام السفن الكبيرة بعد عاصفة ضربت الساحل كله فجر أمس."
NEXT = "وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام حتى يهدأ الموج."
LAST = "وأضاف أن السفن الصغيرة تمر من الممر الغربي بإذن من قبطان الميناء وحده."
TITLE = "إغلاق ميناء النورس بعد العاصفة"
HEAD = f"<html><head><title>{TITLE} - صدى مرسى</title></head><body>"
BODY = f"<p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p>"


TEASER = "أعلنت بلدية الصفا فتح السوق الجديد أمام التجار والزوار صباح غد."


def roles(body, head=HEAD):
    """The role of each line by its text."""
    page = read_html(head + body)
    return dict(zip(page.text.split("\n"), page.roles, strict=True))


def cards(count, tag="div"):
    teaser = f"<p>{TEASER}</p>"
    names = ["الأول", "الثاني", "الثالث", "الرابع"]
    return "".join(
        f"<{tag} class='x'><a href='/{n}'>فتح السوق {n} في مدينة الصفا</a>{teaser}</{tag}>"
        for n in names[:count]
    )


def test_the_element_with_most_of_the_prose_holds_the_article():
    found = roles(
        f"<div><p>نبذة عن بوابة الصفا الإخبارية المستقلة.</p></div>"
        f"<div><h1>{TITLE}</h1><div>{BODY}</div></div>"
        f"<div><p>تصدر البوابة في الصفا منذ عشر سنوات وتكتب عن البحر.</p></div>"
    )
    assert [found[line] for line in (TITLE, LEAD, NEXT, LAST)] == ["title", "main", "main", "main"]
    assert found["نبذة عن بوابة الصفا الإخبارية المستقلة."] == "outside"
    assert found["تصدر البوابة في الصفا منذ عشر سنوات وتكتب عن البحر."] == "outside"


def test_one_long_paragraph_is_no_article_of_its_own():
    long = " ".join([LEAD, NEXT, LAST])
    found = roles(f"<h1>{TITLE}</h1><div><div>{long}</div><div>{LEAD}</div></div>")
    assert (found[long], found[LEAD]) == ("main", "main")


@pytest.mark.parametrize(
    ("names", "role"),
    [
        ("class='related-posts'", "related"), ("id='comments'", "comments"),
        ("class='PostShareBox'", "share"), ("class='newsletter-signup'", "promo"),
        ("class='cookie-notice'", "notice"), ("style='display: none'", "hidden"),
        ("aria-hidden='true'", "hidden"),
        ("hidden", "hidden"), ("style='overflow: hidden ; x'", "main"),
        ("data-hidden='no'", "main"), ("class='author-bio'", "author"),
        ("class='entry-tags'", "tags"), ("class='wp-caption-text'", "caption"),
        ("class='elementor-widget elementor-widget-text-editor'", "main"),
        ("class='hentry tag-share category-news'", "main"), ("class='lead'", "main"),
    ],
)  # fmt: skip
def test_names_say_what_a_block_holds(names, role):
    box = f"<div {names}>لا صلة لهذا السطر بالميناء.</div>"
    found = roles(f"<h1>{TITLE}</h1><article>{BODY[:-4]}</p>{box}</article>")
    assert found["لا صلة لهذا السطر بالميناء."] == role


def test_a_name_is_not_believed_of_the_block_that_holds_the_article():
    inside = f"<h1>{TITLE}</h1><div>{BODY}</div>"
    found = roles(f"<form class='widget share hidden-menu related'>{inside}</form>")
    assert [found[line] for line in (TITLE, LEAD, LAST)] == ["title", "main", "main"]


def test_longer_comments_are_not_the_article():
    comment = "قرأت الخبر وأظن أن الميناء سيبقى مغلقا أكثر من ثلاثة أيام يا إخوتي. " * 8
    found = roles(f"<h1>{TITLE}</h1><div>{BODY}</div><div id='comments'><p>{comment}</p></div>")
    assert found[LEAD] == "main"
    assert found[comment.strip()] == "comments"


def test_blocks_that_repeat_a_headline_as_a_link_are_cards():
    found = roles(f"<h1>{TITLE}</h1><div>{BODY}<div>{cards(3)}</div></div>")
    assert found["فتح السوق الأول في مدينة الصفا"] == found[TEASER] == "related"
    two = roles(f"<h1>{TITLE}</h1><div>{BODY}<div>{cards(2)}</div></div>")
    assert two[TEASER] == "main"


def test_paragraphs_with_a_link_each_are_no_cards():
    linked = "".join(
        f"<p>وقال <a href='/{n}'>مدير ميناء النورس العام</a> إن السفينة {n} تنتظر في عرض البحر.</p>"
        for n in ("الأولى", "الثانية", "الثالثة")
    )
    found = roles(f"<h1>{TITLE}</h1><div>{BODY}{linked}</div>")
    line = "وقال مدير ميناء النورس العام إن السفينة الثانية تنتظر في عرض البحر."
    assert found[line] == "main"


def test_dates_beside_the_headline_are_in_the_frame_and_those_of_the_site_are_not():
    found = roles(
        f"<div><p>الأحد 4 مايو 2031</p><p>أ</p><p>ب</p><p>ج</p><p>د</p></div><section>"
        f"<div>3 مايو 2031</div><h1>{TITLE}</h1><div>{BODY}</div><div>المصدر: وكالة الساحل</div>"
        f"</section>"
    )
    assert found["3 مايو 2031"] == found["المصدر: وكالة الساحل"] == "frame"
    assert found["الأحد 4 مايو 2031"] == "outside"


def test_a_box_of_few_lines_around_a_form_is_an_invitation():
    box = "<div><h4>نشرة الصباح</h4><div>ما عليك معرفته.</div><form><input></form></div>"
    found = roles(f"<h1>{TITLE}</h1><div>{BODY}{box}</div>")
    assert found["نشرة الصباح"] == found["ما عليك معرفته."] == "promo"
    around = roles(f"<form><h1>{TITLE}</h1><div><p>{LEAD}</p></div></form>")
    assert around[LEAD] == "main"


def test_a_list_most_of_whose_items_are_links_is_no_text():
    links = "".join(
        f"<li><a href='{n}'>الجزء {n} من التحقيق</a></li>" for n in ("الثاني", "الثالث")
    )
    found = roles(f"<h1>{TITLE}</h1><div>{BODY}<ol><li>الجزء الأول</li>{links}</ol></div>")
    assert found["الجزء الأول"] == "related"
    items = "<ul><li>الممر الغربي مفتوح</li><li>الممر <a href='x'>الشرقي</a> مغلق</li></ul>"
    found = roles(f"<h1>{TITLE}</h1><div>{BODY}{items}</div>")
    assert found["الممر الغربي مفتوح"] == found["الممر الشرقي مغلق"] == "item"


def test_a_heading_above_links_is_theirs():
    link = "<p><a href='/x'>فتح السوق الجديد في الصفا</a></p>"
    found = roles(f"<h1>{TITLE}</h1><div>{BODY}<h3>من أرشيفنا</h3>{link}<h3>رأي</h3>{BODY}</div>")
    assert (found["من أرشيفنا"], found["رأي"]) == ("related", "heading")


def test_a_post_in_the_article_is_kept_without_the_line_of_its_author():
    post = "<p>الإغلاق مؤقت والسفن الصغيرة تمر.</p>&mdash; وزارة الموانئ (@marsa_ports) 4 مايو 2031"
    found = roles(
        f"<h1>{TITLE}</h1><div>{BODY}<blockquote class='twitter-tweet'>{post}</blockquote></div>"
    )
    assert found["الإغلاق مؤقت والسفن الصغيرة تمر."] == "main"
    assert found["— وزارة الموانئ (@marsa_ports) 4 مايو 2031"] == "embed"


def test_rows_of_figures_are_lines_and_cells_that_lay_out_a_page_are_not():
    rows = "<tr><th>الميناء<th>السفن<tr><td>النورس<td>11<tr><td>الصفا<td>4"
    found = roles(f"<h1>{TITLE}</h1><div>{BODY}<table>{rows}</table></div>")
    assert found["الميناء | السفن"] == found["النورس | 11"] == "row"
    layout = f"<table><tr><td>أخبار<td>{BODY}</tr><tr><td>بحر<td>موانئ</table>"
    found = roles(f"<h1>{TITLE}</h1>{layout}")
    assert "بحر" in found
    assert found[LEAD] == "main"


def test_a_time_without_text_may_stand_below_rows_of_figures():
    rows = "<tr><th>الميناء<th>السفن<tr><td>النورس<td>11<tr><td>الصفا<td>4"
    found = roles(f"{BODY}<table>{rows}</table><p><time datetime=2031-05-04></time></p>")
    assert found["الصفا | 4"] == "row"


@pytest.mark.parametrize("tag", ["h1", "h2", "h3", "div"])
def test_the_headline_is_the_line_that_the_page_declares(tag):
    found = roles(f"<h1>صدى مرسى</h1><{tag}>{TITLE}</{tag}><div>{BODY}</div>")
    assert found[TITLE] == "title"
    assert found["صدى مرسى"] != "title"


def test_without_a_declared_title_the_top_heading_is_the_headline():
    found = roles(f"<h2>{TITLE}</h2><div>{BODY}</div>", head="<body>")
    assert found[TITLE] == "title"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        (f"<div><b>{TITLE}</b></div><div>كتب سالم البحري</div>", True),
        (f"<h3><a href='/x'>{TITLE}</a></h3>", True),
        (f"<div>{TITLE}</div><div>في هذا العدد كلام آخر</div>", True),
        ("<b>4 مايو 2031</b>", False),
    ],
)
def test_an_undeclared_headline_is_told_by_its_letters_or_its_matter(above, title):
    found = roles(f"<div>{above}<div>{BODY}</div></div>", head="<body>")
    assert ("title" in found.values()) is title
    assert not title or found[TITLE] == "title"
