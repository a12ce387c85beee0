import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.stages.ingest_pages.app_data import APP
from musnad.stages.ingest_pages.authors import AUTHORS, LINKS
from musnad.stages.ingest_pages.keywords import TAGGED
from musnad.stages.ingest_pages.linked_data import LINKED
from musnad.stages.ingest_pages.marked_dates import HEADLINE_MARK, MARKED
from musnad.stages.ingest_pages.sections import CRUMBS, NAMED, OPEN
from musnad.stages.ingest_pages.site_names import FEED_LINKS, HOME_LINK, HOMES, LOGOS
from musnad.stages.ingest_pages.tokens import read_tokens
from musnad.stages.ingest_pages.tree import Tree, demands, read_signs

OTHERS = ("meta[property='article:tag'][content]", "link[rel=canonical][href]", "a[rel~=tag]",
          FEED_LINKS, HOME_LINK, HEADLINE_MARK, APP, LINKED, "title", "span")  # fmt: skip
ALL = (*MARKED, *AUTHORS, *LINKS, *CRUMBS, *NAMED, *OPEN, *TAGGED, *HOMES, *LOGOS,
       *OTHERS)  # fmt: skip
PIECES = st.sampled_from(
    ["<h1>س</h1>", "<H2>", "<TIME datetime=2031>", "<a REL=Author>", "<p class=post-date>",
     "<p class='&#100;ate'>", "<div id=lblDate>", "<div id=update>", "<meta property='og:date'>",
     "<meta property=article:tag content=س>", "<!-->", "<!-- <time> -->", "<div class='<h1>'>",
     "<p class=\"", "<script>\"<time>\"", "</script>", "<title><time>", "</title>", "<footer>",
     "<span itemprop='name'>", "<b itemprop=author>", "<abbr title=س>",
     "<nav aria-label=Breadcrumb>", "<a href='/'>", "<a class=crumbs>", "<style>",
     "<script type=Application/LD+json>", "<script id=__NEXT_DATA__>",
     "<script alt='>' type='application/json'>", "</style>", "<textarea>", "'", ">"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_the_signs_of_a_page_rule_out_is_not_in_its_tree(html):
    asked, whole = Tree(html, read_signs(read_tokens(html))), Tree(html)
    for selector in ALL:
        found = [node.html for node in asked.css(selector)]
        assert found == [node.html for node in whole.css(selector)], selector


@pytest.mark.parametrize(
    ("html", "selector", "meets"),
    [
        ("<p class=post-date>", "[class*=date]", True),
        ("<p class=post>", "[class*=date]", False),
        ("<div id=lbldate>", "[id$=Date]", False),
        ("<a rel=Author>", "a[rel~=author]", True),
        ("<p>", "time", False),
        ("<a href='./'>", "a[href='/'],a[href='./']", True),
        ("<a href='/news'>", "a[href='/'],a[href='./']", True),
        ("<p>", "a[href='/'],a[href='./']", False),
        ("<script id=a>'#b'</script>", "script#b,script#a", True),
        ("<script id=a>'#b'</script>", "script#b,script[type=c]", False),
    ],
)
def test_a_selector_is_met_where_all_that_it_asks_for_stands_in_tags(html, selector, meets):
    signs = read_signs(read_tokens(html))
    assert signs is not None
    assert signs.meets(selector) == meets


@pytest.mark.parametrize("html", ['<p class="', "<p title='<time>'>س"])
def test_a_page_with_broken_tags_may_hold_anything(html):
    assert read_signs(read_tokens(html)) is None


def test_the_selectors_of_many_pages_are_not_all_kept_in_mind():
    for number in range(1000):
        demands(f"a[href$='/story-{number}']")
    assert demands.cache_info().currsize < 1000
