"""The card of origins."""

from desk_readings import PORT, RELAYED
from page_text import arabic_outside

from musnad.model.links import Bearer, Claim, Links, Origin, Proof
from musnad.serve.origins import claims_by_statement


def bearer(article: str, outlet: str | None, proof: Proof) -> Bearer:
    return Bearer(
        article=article, outlet=outlet, title=None, published="2031-05-06",
        statements=(RELAYED.id,), proof=proof,
    )  # fmt: skip


PORT_PAGE = f"/articles/{PORT.article.id}"
AGENCY = bearer("a1", "وكالة الساحل", Proof(kind="publisher", words="وكالة الساحل"))
COPY = bearer("b2", "بوابة الصفا", Proof(kind="verbatim", words="جسر الحجر", like="a1", share=0.73))
OPEN = bearer("c3", None, Proof(kind="first"))
CLAIM = Claim(
    id="c1", content="الميناء سيغلق", speaker="مصدر ملاحي", statements=(RELAYED.id,),
    pages=("a1", "b2", "c3"), outlets=("وكالة الساحل", "بوابة الصفا"), first_seen="2031-05-06",
    origins=(Origin(id="o1", name="وكالة الساحل", members=(AGENCY, COPY)),),
    unproven=(OPEN,), disputed_by=("d4",),
)  # fmt: skip


def card(browse, filled, tongue: str) -> str:
    proofs = claims_by_statement(Links(claims=(CLAIM,)))
    web = browse(filled, claims={RELAYED.id: (3, 1)}, proofs=proofs)
    return web.get(f"{PORT_PAGE}/card?lang={tongue}&statement={RELAYED.id}").text


def test_the_card_proves_the_origin(filled, browse):
    html = card(browse, filled, "ar")
    for words in (
        "٣ صفحات · مصدر واحد",
        "المصدر الواحد: البرهان",
        "بوابة الصفا",
        "جسر الحجر",
        "٠٫٧٣",
    ):
        assert words in html
    assert 'href="/articles/b2?statement=' in html


def test_an_unproven_page_is_told(filled, browse):
    assert "صفحة واحدة: لم يثبت أنها مستقلة" in card(browse, filled, "ar")
    assert "not shown to be independent" in card(browse, filled, "en")


def test_a_denial_is_one_click_away(filled, browse):
    assert 'href="/statements/d4"' in card(browse, filled, "ar")


def test_a_statement_of_one_page_has_no_card(filled, browse):
    html = browse(filled).get(f"{PORT_PAGE}/card?statement={RELAYED.id}").text
    assert "البرهان" not in html


def test_a_claim_of_one_page_is_not_counted():
    alone = Claim(**{f: getattr(CLAIM, f) for f in CLAIM.__struct_fields__} | {"pages": ("a1",)})
    assert claims_by_statement(Links(claims=(alone,))) == {}


def origins_page(browse, filled, tongue: str) -> str:
    proofs = claims_by_statement(Links(claims=(CLAIM,)))
    return browse(filled, proofs=proofs).get(f"/origins?lang={tongue}").text


def test_the_page_of_origins_lists_claims_with_links(filled, browse):
    html = origins_page(browse, filled, "ar")
    for words in ("٣ صفحات · مصدر واحد", "الميناء سيغلق", "خبر واحد", "جسر الحجر"):
        assert words in html
    assert f'href="/statements/{RELAYED.id}"' in html
    assert 'href="/articles/b2?statement=' in html
    assert "3 pages · 1 origin" in origins_page(browse, filled, "en")
    assert arabic_outside(origins_page(browse, filled, "en")) == []


def test_without_claims_the_page_of_origins_says_so(filled, browse):
    assert "لا خبر تحمله أكثر من صفحة" in browse(filled).get("/origins").text


def test_every_page_leads_to_the_origins(filled, browse):
    for path, label in (("/?lang=ar", "الأصول"), ("/?lang=en", "Origins")):
        assert f'<a href="/origins">{label}</a>' in browse(filled).get(path).text
