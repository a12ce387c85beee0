"""The table that says which characters are one: each character with its folded spelling."""

import unicodedata

LETTERS: dict[str, str] = {
    "\u0629": "ه",  # ta marbuta
    "\u0649": "ي",  # alef maqsura
    "\u0671": "ا",  # alef wasla
    "\u0672": "ا",
    "\u0673": "ا",
    "\u0675": "ا",
    "\u0676": "و",
    "\u0678": "ي",
    "\u0679": "ت",
    "\u067e": "ب",  # Persian pe
    "\u0686": "ج",  # Persian che
    "\u0688": "د",
    "\u0691": "ر",
    "\u0695": "ر",  # Kurdish
    "\u0698": "ز",  # Persian zhe
    "\u06a2": "ف",  # Maghribi fa
    "\u06a4": "ف",  # ve
    "\u06a7": "ق",  # Maghribi qaf
    "\u06a8": "ق",  # Tunisian ga
    "\u06a9": "ك",  # Persian kaf
    "\u06aa": "ك",
    "\u06ad": "ك",  # Moroccan ga
    "\u06af": "ك",  # Persian gaf: «كركوك», «كولان» in the Arabic press
    "\u06b5": "ل",  # Kurdish
    "\u06ba": "ن",
    "\u06be": "ه",
    "\u06c1": "ه",
    "\u06c3": "ه",
    "\u06c6": "و",  # Kurdish
    "\u06c7": "و",
    "\u06c8": "و",
    "\u06cb": "و",
    "\u06cc": "ي",  # Persian ya
    "\u06ce": "ي",  # Kurdish
    "\u06d0": "ي",
    "\u06d2": "ي",
    "\u06d5": "ه",
    "\u03c2": "\u03c3",  # final sigma
    "\u0640": "",  # tatweel
    "\u0674": "",  # high hamza
    "\u06e5": "",  # small waw
    "\u06e6": "",  # small ya
    "\u2028": "\n",
    "\u2029": "\n",
}
"""Letters whose folded spelling no Unicode table gives."""

_COMPATIBILITY = ((0xFB00, 0xFDFF), (0xFE10, 0xFE1F), (0xFE30, 0xFEFF), (0xFF00, 0xFFEF))


class _Folds(dict[int, str]):
    """Code point → folded spelling, worked out at the first look-up."""

    def __missing__(self, code: int) -> str:
        folded, before = chr(code), ""
        while folded != before:
            before = folded
            folded = "".join(map(_fold_once, before))
        self[code] = folded
        return folded


FOLDS = _Folds()
"""Code point → folded spelling: empty, one character or several; a table for `str.translate`."""

FORMATS = "".join(
    chr(code)
    for code in (0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x202A, 0x2070), 0xFEFF)
    if unicodedata.category(chr(code)) == "Cf"
)
"""Bidi and zero-width characters: dropped, and never the end of a word."""

BLANKS = FORMATS + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
"""White space, bidi and zero-width characters: what is trimmed from the ends of a piece."""


def _fold_once(character: str) -> str:
    if character in LETTERS:
        return LETTERS[character]
    category = unicodedata.category(character)
    if category in {"Mn", "Me", "Cf"} or unicodedata.combining(character):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Zs":
        return " "
    return _decomposed(character).lower()


def _decomposed(character: str) -> str:
    code = ord(character)
    if not any(first <= code <= last for first, last in _COMPATIBILITY):
        return unicodedata.normalize("NFD", character)
    plain = unicodedata.normalize("NFKC", character)
    if " " not in plain:
        return plain
    letters = [part for part in plain if part != " " and not unicodedata.combining(part)]
    return character if letters else ""
