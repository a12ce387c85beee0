"""Pages of which nothing can be read, with the real stages."""

import pytest

PAGES = {
    "empty.txt": (b" ", "M-101"),
    "binary.txt": (bytes(range(256)) * 8, "M-103"),
    "line.jsonl": (b'{"id": "x"}', "M-111"),
}


@pytest.mark.parametrize("name", PAGES)
def test_read_ends_with_one(musnad, own_folder, name):
    data, code = PAGES[name]
    (own_folder / name).write_bytes(data)
    ran = musnad("read", name)
    assert ran.status == 1 and f": {code} " in ran.err
    assert len(ran.out.splitlines()) == 1


@pytest.mark.parametrize("name", PAGES)
def test_add_counts_it_as_failed_each_time(musnad, own_folder, name):
    data, code = PAGES[name]
    (own_folder / name).write_bytes(data)
    for _ in range(2):
        ran = musnad("add", name)
        assert ran.status == 1
        assert ran.err.startswith("0 pages new, 0 changed, 0 same, 1 failed; 0 articles")
    assert musnad("issues").out.count(code) == 1
    assert musnad("verify").status == 0


def test_a_page_without_an_article_is_read_all_the_same(musnad, own_folder):
    (own_folder / "english.txt").write_text("The ferry left the port of al-Safa at noon.\n" * 5)
    ran = musnad("read", "english.txt")
    assert (ran.status, ran.err) == (0, "")
