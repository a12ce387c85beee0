"""Writes src/musnad/lexicons/verb_forms.tsv: every form of the verbs in verbs.toml.

Run by `make tables` (needs mazini, CC BY 4.0, at build time only). The file is checked in and
tested to be what this script writes.
"""

import re
import sys
import tomllib
from pathlib import Path

from mazini import conjugate

LEXICONS = Path(__file__).parents[1] / "src" / "musnad" / "lexicons"
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp")
TENSES = {
    "past": "past", "ind": "pres", "past_pass": "pass.past", "ind_pass": "pass.pres",
}  # fmt: skip
"""The subjunctive and the jussive follow أن and لم, where nothing is reported."""


def plain(form: str) -> str:
    """Gives the form without its vowels; a final nunation of a weak participle gives its ي back."""
    if form.endswith("\u064d"):
        form += "ي"
    return MARKS.sub("", form).replace("ٱ", "ا").replace("ءا", "آ")


def participles(active: str) -> dict[str, str]:
    """Gives the participle as circumstance («مضيفا», «مضيفة», «مضيفين»): as a noun it is no cue."""
    stem = active.removesuffix("ي") if active.endswith("ي") else active
    weak = active[len(stem) :]
    return {
        f"{stem}{weak}ا": "part.ms.acc",
        f"{stem}{weak}ة": "part.fs",
        f"{stem}ين": "part.mp",
    }


def rows(line: str) -> list[tuple[str, str, str]]:
    """Gives (form, lemma, features) for one verb line of verbs.toml."""
    lemma, root, pattern, *_ = line.split()
    slots = conjugate(root, pattern).slots
    found = {
        (plain(form.form), f"{features}.{person}")
        for tense, features in TENSES.items()
        for person in PERSONS
        for form in slots.get(f"{tense}_{person}", [])
    }
    for form in (f for f in slots.get("ap", []) if f.form != "?"):
        found |= set(participles(plain(form.form)).items())
    found |= {(plain(form.form), "masdar") for form in slots.get("vn", []) if form.form != "?"}
    return sorted((form, lemma, features) for form, features in found)


def table() -> str:
    """Gives the whole file, sorted."""
    classes = tomllib.loads((LEXICONS / "verbs.toml").read_text("utf-8"))["class"]
    lines = [row for group in classes for verb in group["verbs"] for row in rows(verb)]
    return "".join("\t".join(row) + "\n" for row in sorted(lines))


def main() -> int:
    """Writes the table, or with --check says whether it is up to date."""
    path = LEXICONS / "verb_forms.tsv"
    fresh = table()
    if "--check" in sys.argv:
        return int(path.read_text("utf-8") != fresh)
    path.write_text(fresh, "utf-8")
    print(f"{path.name}: {fresh.count(chr(10))} forms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
