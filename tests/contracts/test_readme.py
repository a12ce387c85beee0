"""What README and documentation show is what the program does."""

import re
from pathlib import Path

import musnad

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PAGES = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md",
                                  "CHANGELOG.md")]  # fmt: skip


def test_the_output_in_the_readme_is_of_the_program_now() -> None:
    block = README.partition("<!-- output -->")[2].partition("<!-- /output -->")[0]
    assert "$ musnad read sample/pages/" in block
    assert " ← " in block
    # docs/generate.py --check, run by tests/docs, compares it with what the program prints


def test_the_python_in_the_readme_says_what_it_gives() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code
    *lines, last = code[1].strip().splitlines()
    names = {"musnad": musnad}
    exec("\n".join(lines), names)
    shown, _, result = last.partition("#")
    assert eval(shown.strip(), names) == result.strip()


def test_the_number_of_pages_is_that_of_the_sample() -> None:
    pages = len(list((ROOT / "sample" / "pages").iterdir()))
    assert f"reads {pages} pages" in README


def test_the_tests_named_in_the_architecture_exist() -> None:
    named = re.findall(r"`((?:tests|benchmarks)/[\w/]+\.py)`", PAGES[1].read_text("utf-8"))
    assert len(named) > 10
    assert not [name for name in named if not (ROOT / name).is_file()]


def test_each_folder_is_in_the_architecture() -> None:
    text = PAGES[1].read_text("utf-8")
    folders = [path.parent.name for path in (ROOT / "src" / "musnad").glob("*/__init__.py")]
    assert not [name for name in folders if f"{name}/" not in text]


def test_links_between_pages_lead_somewhere() -> None:
    for page in [*PAGES, *(ROOT / "docs").rglob("*.md"), ROOT / "src/musnad/stages/README.md"]:
        for link in LINK.findall(page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_each_page_opens_with_what_the_reader_can_then_do() -> None:
    for page in (ROOT / "docs").rglob("*.md"):
        text = re.sub(r"<!--.*?-->", "", page.read_text("utf-8")).strip()
        opening = text.split("\n\n")[1]
        assert re.search(r"\b(you|your)\b|تستطيع", opening), f"{page.name}: {opening}"
