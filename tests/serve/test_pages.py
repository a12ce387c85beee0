import re

import pytest
from desk_readings import (
    CONTINUED,
    DENIAL,
    GAPPED,
    INNER,
    NOTHING,
    OUTER,
    PORT,
    RELAYED,
    STRANGE,
    keep,
    long_reading,
    reading,
)  # fmt: skip
from page_text import arabic_outside, article_text

PORT_PAGE = f"/articles/{PORT.article.id}"
ALL_PAGES = (
    "/", "/?text=النورس", "/?text=zzz", "/chronology", "/chronology?act=deny", "/nowhere",
    "/origins",
    PORT_PAGE, f"{PORT_PAGE}?statement={RELAYED.id}", f"{PORT_PAGE}?statement={INNER.id}",
    f"{PORT_PAGE}?statement={DENIAL.id}", f"/articles/{NOTHING.article.id}",
    f"/articles/{STRANGE.article.id}?statement={GAPPED.id}", "/articles/unknown",
)  # fmt: skip


def test_the_list_names_outlet_date_method_and_counts(web):
    html = web.get("/").text
    assert "وزارة الموانئ تنفي إغلاق" in html
    assert "٤ أيار ٢٠٣١" in html
    assert "من بيانات الصفحة" in html
    assert "٧ أقوال" in html
    assert "بلا تاريخ" in html
    assert "ناشر غير معروف" in html


def test_the_search_finds_other_spellings_and_says_when_nothing_is_found(web):
    assert PORT_PAGE in web.get("/?text=اغلاق+مرفا").text
    nothing = web.get("/?text=قنديل").text
    assert PORT_PAGE not in nothing
    assert "لا مقال يطابق" in nothing


@pytest.mark.parametrize("made", [PORT, STRANGE], ids=["port", "strange"])
@pytest.mark.parametrize("query", ["", "?lang=en", f"?statement={INNER.id}"])
def test_the_text_on_the_page_is_the_text_of_the_article(web, made, query):
    html = web.get(f"/articles/{made.article.id}{query}").text
    assert article_text(html) == made.article.text


def test_every_statement_can_be_chosen_by_a_link(web):
    html = web.get(PORT_PAGE).text
    for statement in PORT.statements:
        assert f'id="s-{statement.id}"' in html
        assert f"{PORT_PAGE}?statement={statement.id}#s-{statement.id}" in html


def test_the_card_tells_chain_speaker_cue_act_time_rule_and_why(web):
    html = web.get(f"{PORT_PAGE}?statement={RELAYED.id}").text
    card = html[html.index("<aside") :]
    for told in (
        "وكالة الساحل للأنباء", "مجهول", "نقلت", "إخبار", "غير مباشر", "٣ أيار ٢٠٣١",
        "محسوب من النص", "٠٫٩١", "relay.naqalat-an-qawluh", "ends before",
    ):  # fmt: skip
        assert told in card
    assert card.index("صحيفة المنارة") < card.index("وكالة الساحل") < card.index("hop anonymous")


def test_a_statement_without_a_time_of_its_own_says_so(web):
    card = web.get(f"{PORT_PAGE}/card?statement={DENIAL.id}").text
    assert "يوم نشر المقال" in card
    assert "بيان" in card


def test_a_gap_and_an_unknown_date_are_said(web):
    card = web.get(f"/articles/{STRANGE.article.id}/card?statement={GAPPED.id}").text
    assert card.count('class="hop gap"') == 2
    assert "لا تذكر الصفحة ناشرها" in card
    assert "names no outlet" not in card
    assert "لا وقت في النص" in card


def test_nested_statements_lead_to_each_other(web):
    inner = web.get(f"{PORT_PAGE}/card?statement={INNER.id}").text
    outer = web.get(f"{PORT_PAGE}/card?statement={OUTER.id}").text
    assert f'data-pick="{OUTER.id}"' in inner
    assert f'data-pick="{INNER.id}"' in outer
    assert f'data-pick="{RELAYED.id}"' in web.get(f"{PORT_PAGE}/card?statement={CONTINUED.id}").text


def test_nested_words_carry_both_statements_innermost_first(web):
    assert f'data-statements="{INNER.id} {OUTER.id}"' in web.get(PORT_PAGE).text


def test_what_was_left_out_is_shown_with_kind_and_rule(web):
    html = web.get(PORT_PAGE).text
    assert "drop.menu-line" in html
    assert "مواد ذات صلة" in html
    assert "قطعتان" in html


def test_an_article_without_text_says_why(web):
    html = web.get(f"/articles/{NOTHING.article.id}").text
    assert "لا نص في هذا المقال" in html
    assert "M-106" in html
    assert "لم يُعثر في الصفحة على نص مقال" in html


def test_an_empty_workspace_says_how_to_add(workspace, browse):
    html = browse(workspace).get("/").text
    assert f"musnad add --workspace {workspace.path}" in html
    assert "لا أقوال بعد" in browse(workspace).get("/chronology").text


def test_the_chronology_goes_by_day_and_puts_the_undated_last(web):
    html = web.get("/chronology").text
    said, published, undated = (
        html.index(f"<h2>{day}")
        for day in ('<time datetime="2031-05-03"', '<time datetime="2031-05-04"', "بلا تاريخ")
    )
    assert said < published < undated
    assert html.index(RELAYED.id) < published < html.index(DENIAL.id) < undated
    assert undated < html.index(GAPPED.id)
    assert "وقت القول" in html
    assert "يوم النشر" in html


def test_the_chronology_is_filtered_by_speaker_act_and_words(web):
    assert GAPPED.id not in web.get("/chronology?speaker=الكتبي").text
    denials = web.get("/chronology?act=deny").text
    assert DENIAL.id in denials
    assert RELAYED.id not in denials
    assert RELAYED.id in web.get("/chronology?text=الرسو").text
    assert "لا قول يطابق" in web.get("/chronology?text=قنديل").text
    assert RELAYED.id in web.get("/chronology?act=nonsense").text


@pytest.mark.parametrize(
    "name", ["Nader", "nader al-kutbi", "Kutbi", "ministry of ports", "shipping source"]
)
def test_the_filter_knows_the_names_shown_in_english(web, name):
    html = web.get("/chronology").text
    found = web.get(f"/chronology?lang=en&speaker={name.replace(' ', '+')}").text
    ours = {"nader": OUTER, "kutbi": OUTER, "ministry": DENIAL, "shipping": RELAYED}
    wanted = ours[name.split()[0].lower()]
    assert wanted.id in html
    assert wanted.id in found
    assert GAPPED.id not in found


def test_a_latin_name_of_nobody_finds_nothing(web):
    html = web.get("/chronology?lang=en&speaker=Zanzibari").text
    assert "No statement matches this filter" in html


def test_the_api_finds_a_latin_name_and_cuts_into_pages(web):
    first = web.get("/api/statements?speaker=Ports&limit=1").json()
    assert [len(first["items"]), first["next"]] == [1, 1]
    rest = web.get("/api/statements?speaker=Ports&offset=1").json()
    names = {row["statement"]["speaker"]["name"] for row in first["items"] + rest["items"]}
    assert names == {"وزارة الموانئ"}
    assert rest["next"] is None


@pytest.mark.parametrize("path", ALL_PAGES)
def test_the_english_pages_have_arabic_only_in_marked_blocks(web, path):
    joint = "&" if "?" in path else "?"
    html = web.get(f"{path}{joint}lang=en").text
    assert '<html lang="en" dir="ltr">' in html
    assert arabic_outside(html) == []


def test_english_names_are_known_or_romanised(web):
    html = web.get(f"{PORT_PAGE}?lang=en&statement={RELAYED.id}").text
    assert "Sahel News Agency" in html
    assert "Ministry of Ports" in html
    assert "Shipping source" in html


def test_english_names_come_from_the_lexicon_of_the_workspace_too(filled, browse):
    name = 'name = "صحيفة المنارة"\nname_en = "The Beacon"\nkind = "paper"\n'
    (filled.path / "lexicons" / "own.toml").write_text(f"[[media]]\n{name}", encoding="utf-8")
    html = browse(filled).get("/?lang=en").text
    assert "The Beacon" in html
    assert "Al-Manara newspaper" in html


def test_the_language_is_kept_in_a_cookie(web):
    assert '<html lang="ar" dir="rtl">' in web.get("/").text
    web.get("/?lang=en")
    assert '<html lang="en" dir="ltr">' in web.get(PORT_PAGE).text
    web.get("/?lang=ar")
    assert '<html lang="ar" dir="rtl">' in web.get(PORT_PAGE).text
    assert '<html lang="ar" dir="rtl">' in web.get("/?lang=fr").text


def test_a_statement_address_leads_to_its_sentence(web):
    answer = web.get(f"/statements/{DENIAL.id[:9]}")
    assert answer.status_code == 302
    assert answer.headers["location"] == f"{PORT_PAGE}?statement={DENIAL.id}#s-{DENIAL.id}"


@pytest.mark.parametrize(
    "path",
    ["/statements/zz", "/articles/zz", f"{PORT_PAGE}/card?statement=zz", f"{PORT_PAGE}/card",
     f"/statements/{PORT.article.id}", "/articles/%00", "/articles/'; drop table"],
)  # fmt: skip
def test_an_unknown_id_is_told_in_the_language_of_the_interface(web, path):
    answer = web.get(path)
    assert answer.status_code == 404
    assert "M-004" in answer.text
    assert "ليس في مكان العمل" in answer.text


def test_an_unknown_statement_of_a_known_article_shows_the_article(web):
    answer = web.get(f"{PORT_PAGE}?statement=zz")
    assert answer.status_code == 200
    assert "اختر قولا" in answer.text


def test_an_unknown_address_is_told(web):
    answer = web.get("/nowhere")
    assert answer.status_code == 404
    assert "لا شيء هنا" in answer.text


def test_letters_of_the_page_never_become_markup(web):
    for path in ("/", "/chronology", f"/articles/{STRANGE.article.id}"):
        html = web.get(path).text
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert" in html
    assert "<b>" not in web.get("/?text=<b>x</b>").text


@pytest.mark.parametrize("path", ["/", PORT_PAGE, "/nowhere", "/api/health", "/static/desk.css"])
def test_every_answer_carries_the_safety_headers(web, path):
    headers = web.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-cache"


def test_pages_use_only_their_own_files_and_no_inline_code(web):
    for path in ALL_PAGES:
        html = web.get(path).text
        assert not re.search(r'(?:src|<link[^>]*href)="https?:', html)
        assert "<style" not in html
        assert not re.search(r"\son\w+=|\sstyle=", html)
        for name in re.findall(r'(?:src|href)="(/static/[^"]+)"', html):
            assert web.get(name).status_code == 200


def test_fonts_of_the_style_sheet_are_there_with_their_licence(web):
    fonts = set(re.findall(r"url\((fonts/[^)]+)\)", web.get("/static/desk.css").text))
    assert len(fonts) == 8
    for name in (*fonts, "fonts/LICENSE-noto-naskh-arabic.txt"):
        assert web.get(f"/static/{name}").status_code == 200


def test_other_hosts_are_refused(web):
    assert web.get("/", host="evil.example").status_code == 400


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999999999999", "٢", ""])
def test_a_senseless_page_number_is_no_fault(web, number):
    assert web.get(f"/?page={number}").status_code == 200


def test_the_list_is_cut_into_pages_of_fifty(workspace, browse):
    keep(workspace, *(reading(f"r{number:03}", (f"عنوان {number}",)) for number in range(120)))
    web = browse(workspace)
    pages = [web.get(f"/?page={number}").text for number in (1, 2, 3, 4)]
    assert [page.count("<h2>") for page in pages] == [50, 50, 20, 0]
    assert ['rel="next"' in page for page in pages] == [True, True, False, False]
    assert "الصفحة ٢" in pages[1]


def test_an_article_of_five_hundred_statements_is_shown(workspace, browse):
    made = long_reading(500)
    keep(workspace, made)
    html = browse(workspace).get(f"/articles/{made.article.id}").text
    assert article_text(html) == made.article.text
    assert html.count(' id="s-') == 500


def test_claims_stand_in_the_card(filled, browse):
    web = browse(filled, claims={RELAYED.id: (6, 1)})
    assert "٦ صفحات · مصدر واحد" in web.get(f"{PORT_PAGE}/card?statement={RELAYED.id}").text
    assert "6 pages · 1 origin" in web.get(f"{PORT_PAGE}/card?lang=en&statement={RELAYED.id}").text
