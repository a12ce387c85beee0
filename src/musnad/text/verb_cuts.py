"""Ways to cut particles and pronouns off a verb, and how well a print agrees with a spelling."""

from collections.abc import Iterator

from musnad.text.verb_records import Cut

LEADS = {
    "": ("past", "ind", "sub", "juss", "imp", "part", "masdar"),
    "و": ("past", "ind", "sub", "juss", "imp", "part", "masdar"),
    "ف": ("past", "ind", "sub", "juss", "imp", "part", "masdar"),
    "س": ("ind",), "وس": ("ind",), "فس": ("ind",),
    "ل": ("past", "sub", "juss"), "ول": ("past", "sub", "juss"), "فل": ("past", "sub", "juss"),
}  # fmt: skip
"""Particles written together with a verb, and the tenses that follow each."""
ENDS = ("", "ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "كن", "نا", "ني")
"""Pronouns that are the object of the verb they are written with."""
RATES = {
    "و": 0.15, "ف": 0.03, "س": 0.2, "وس": 0.05, "فس": 0.01, "ل": 0.05, "ول": 0.01, "فل": 0.002,
    "ه": 0.04, "ها": 0.04, "هم": 0.01, "هما": 0.001, "هن": 0.0005, "ك": 0.001, "كم": 0.001,
    "كما": 0.0001, "كن": 0.0001, "نا": 0.003, "ني": 0.002,
}  # fmt: skip
"""How often a verb that may have it is printed with a particle or a pronoun."""
CARRIERS = frozenset("أإآؤئ")
FITS = {"bare": 0.25, "seat": 0.1, "dotless": 0.15, "dotted": 0.08, "other": 0.02}
"""How often a letter is printed for the usual one: hamza left out or seated elsewhere, ى and ي."""


def rate_of(cut: Cut) -> float:
    """Gives how often a verb is written with the particles and the pronoun of a cut."""
    return RATES.get(cut.lead, 1.0) * RATES.get(cut.end, 1.0)


def allows(cut: Cut, slot: str, spelling: str) -> bool:
    """Tells whether a form of the table may stand in a cut."""
    tense = slot.partition("_")[0]
    if tense not in LEADS[cut.lead]:
        return False
    if not cut.end:
        return True
    if "_pass" in slot or tense in {"part", "masdar"}:
        return False
    if cut.restored:
        return spelling.endswith(cut.restored)
    return not spelling.endswith(("ى", "وا"))


def verb_cuts(key: str) -> Iterator[Cut]:
    """Gives the cuts of a folded word, the whole word first."""
    for lead in LEADS:
        if not key.startswith(lead):
            continue
        rest = key[len(lead) :]
        for end in ENDS:
            stem = rest[: len(rest) - len(end)]
            if len(stem) < 2 or not rest.endswith(end):
                continue
            yield Cut(lead, stem, end)
            if end:
                yield from _restored(lead, stem, end)


def _restored(lead: str, stem: str, end: str) -> Iterator[Cut]:
    """«لقاه» is «لقى», «رآه» «رأى», «قالوها» «قالوا», «يقرؤه» «يقرأ» with a pronoun."""
    if stem[-1] == "ا":
        yield Cut(lead, stem[:-1] + "ي", end, "ى")
        yield Cut(lead, stem + "ي", end, "أى")
    if stem[-1] == "و":
        yield Cut(lead, stem + "ا", end, "وا")
    if stem[-1] in "وي":
        yield Cut(lead, stem[:-1] + "ا", end, "أ")


def likeness(printed: str, spelling: str) -> float:
    """Gives how well a print agrees with the usual spelling of a form: 1 when they are the same."""
    if printed == spelling or len(printed) != len(spelling):
        return 1.0
    fit = 1.0
    for letter, usual in zip(printed, spelling, strict=True):
        if letter != usual:
            fit *= FITS[_slip(letter, usual)]
    return fit


def _slip(letter: str, usual: str) -> str:
    if usual in CARRIERS:
        if letter == "ا":
            return "bare"
        return "seat" if letter in "ويىءأإآؤئ" else "other"
    if letter == "ى" and usual == "ي":
        return "dotless"
    return "dotted" if letter == "ي" and usual == "ى" else "other"
