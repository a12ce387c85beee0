import json

import pytest
from made import received, told

from musnad.fetch.feeds import FeedError, feed_entries
from musnad.model.records import FeedItem

ADDRESS = "https://sada.example/rss.xml"
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>صدى مرسى</title><link>https://sada.example/</link>
<item><title>إغلاق&nbsp;الميناء &amp; المرفأ</title><link>/news/1</link>
 <guid isPermaLink="false">n-1</guid><pubDate>Sun, 04 May 2031 09:30:00 +0300</pubDate>
 <source url="https://sahel.example/rss">وكالة الساحل</source>
 <media:title>صورة</media:title><dc:creator>هند الصفوي</dc:creator>
 <description>موجز</description>
 <content:encoded><![CDATA[<p>أغلقت الصفا ميناءها.</p>]]></content:encoded></item>
<item><title>بلا نص</title><guid>https://sada.example/news/2</guid></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>الأفق</title>
<link rel="self" href="https://ufuq.example/atom"/>
<entry><title type="html">خبر</title><id>tag:1</id>
 <link rel="enclosure" href="https://ufuq.example/a.mp3"/>
 <link rel="alternate" href="https://ufuq.example/1"/>
 <published>2031-05-04T09:30:00Z</published><updated>2031-05-05T09:30:00Z</updated>
 <source><title>وكالة الساحل</title><link href="https://sahel.example/"/></source>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>نص</p></div></content>
</entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://sada.example/1</loc><lastmod>2031-06-01</lastmod>
 <image:image><image:loc>https://sada.example/1.jpg</image:loc></image:image>
 <news:news><news:publication><news:name>صدى مرسى</news:name></news:publication>
 <news:publication_date>2031-05-04</news:publication_date><news:title>خبر</news:title></news:news>
</url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://sada.example/s1.xml</loc></sitemap></sitemapindex>"
OPML = """<opml version="2.0"><body><outline text="صحف"><outline text="صدى" type="rss"
 xmlUrl="https://sada.example/rss.xml"/></outline></body></opml>"""


def entries(text, **options):
    data = text if isinstance(text, bytes) else text.encode()
    return list(feed_entries(data, ADDRESS, **options))


def test_an_rss_item_keeps_what_the_feed_says_and_whose_news_it_is():
    first, second = entries(RSS)
    assert first.item == FeedItem(
        feed=ADDRESS,
        guid="n-1",
        link="https://sada.example/news/1",
        title="إغلاق الميناء & المرفأ",
        published="Sun, 04 May 2031 09:30:00 +0300",
        source="وكالة الساحل",
        source_url="https://sahel.example/rss",
    )
    assert (first.html, first.byline) == ("<p>أغلقت الصفا ميناءها.</p>", "هند الصفوي")
    assert (second.item.link, second.html) == ("https://sada.example/news/2", None)


def test_an_atom_entry_is_read_with_its_own_link_and_source():
    (entry,) = entries(ATOM)
    assert entry.item == FeedItem(
        feed=ADDRESS,
        guid="tag:1",
        link="https://ufuq.example/1",
        title="خبر",
        published="2031-05-04T09:30:00Z",
        source="وكالة الساحل",
        source_url="https://sahel.example/",
    )
    assert "<p>نص</p></div>" in entry.html


def test_a_sitemap_names_pages_and_the_last_change_is_no_publication():
    (entry,) = entries(SITEMAP)
    assert entry.item == FeedItem(
        feed=ADDRESS,
        link="https://sada.example/1",
        title="خبر",
        published="2031-05-04",
        source="صدى مرسى",
    )
    assert [(e.kind, e.item.link) for e in entries(INDEX)] == [
        ("sitemap", "https://sada.example/s1.xml")
    ]


def test_an_opml_list_names_feeds():
    (entry,) = entries(OPML)
    assert (entry.kind, entry.item.link) == ("outline", "https://sada.example/rss.xml")


@pytest.mark.parametrize("written", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "x-none"])
def test_the_bytes_tell_the_encoding_whatever_is_declared(written, declared):
    text = RSS.replace('encoding="utf-8"', f'encoding="{declared}"')
    found = entries(text.encode(written), declared=declared)
    assert found[0].item.source == "وكالة الساحل"


def test_faulty_feeds_are_read_as_far_as_they_make_sense():
    faulty = RSS.replace("&amp;", "&").replace("موجز", "موجز\x0b<br>").replace("</rss>", "")
    assert {entry.item.source for entry in entries(faulty)} == {"وكالة الساحل", None}
    cut = RSS[: RSS.index("بلا نص")]
    assert entries(cut)[0].item.source == "وكالة الساحل"


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><item>'
        "<title>&b;</title><link>https://a.example/</link></item></channel></rss>",
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss></rss>',
        "<html><body>ليست خلاصة</body></html>",
        "",
    ],
    ids=["bomb", "file", "html", "empty"],
)
def test_entities_of_its_own_and_what_is_no_feed_are_refused(text):
    with pytest.raises(FeedError):
        entries(text)


def test_a_file_gives_items_with_text_and_counts_the_others(tmp_path):
    page, bare = received(tmp_path / "feed.xml", RSS.encode())
    assert json.loads(page.data) == {
        "title": "إغلاق الميناء & المرفأ", "html": "<p>أغلقت الصفا ميناءها.</p>",
        "byline": "هند الصفوي",
    } | {"url": page.feed.link}  # fmt: skip
    assert page.feed.source == "وكالة الساحل"
    assert (told([bare]), bare.detail) == (["feed.xml M-122"], "1 of them")


def test_a_faulty_file_is_an_issue_and_another_xml_a_page(tmp_path):
    bomb = b'<!DOCTYPE rss [<!ENTITY a "a">]><rss/>'
    assert told(received(tmp_path / "a.xml", bomb)) == ["a.xml M-121"]
    assert told(received(tmp_path / "b.xml", b"<news>x</news>")) == ["b.xml"]
    assert told(received(tmp_path / "c.rss", RSS.encode(), limit=100)) == ["c.rss M-102"]
