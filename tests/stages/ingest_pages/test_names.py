"""What names of elements say: whole words of them, in the order of the kinds."""

import pytest

from musnad.stages.ingest_pages.names import look_at


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ('class="post-RelatedNews box"', "related"), ('id="ctl00_lblComments"', "comments"),
        ('class="NewShare_Icons"', "share"), ('class="td-post-sharing"', "share"),
        ('class="read-more-link"', "related"), ('class="thread-more"', ""),
        ('class="timeshare-report"', ""), ('class="post category-ads tag-share"', ""),
        ('class="commentary"', "comments"), ('class="uncommented"', ""),
        ('itemprop="articleBody" class="widget"', "body"), ('role="navigation"', "nav"),
        ('class="instagram-media"', "embed"), ("class=related", "related"),
        ('class="comments share"', "comments"), ('data-x="related"', ""),
    ],
)  # fmt: skip
def test_names_are_read_by_their_words(attributes, kind):
    assert look_at("div", f" {attributes}").kind == kind


def test_classes_are_alike_in_any_order():
    assert look_at("div", ' class="b  a"').classes == look_at("div", " class='a b'").classes
