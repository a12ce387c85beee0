"""Numbers written in figures, with the separators of all habits."""

from musnad.text.tokens import Tokens

GROUP = 3
MOST_FIGURES = 18
"""What has more is no count, and would not fit a number of JSON."""
_GROUPING = frozenset((",", "٬", "،", "’", "'"))
_FRACTION_FIRST = "ر"  # agencies write «4ر13» for 13.4, so that it looks right on the page
_MARKS = _GROUPING | frozenset((".", "٫", _FRACTION_FIRST))


def read_figures(tokens: Tokens, index: int) -> tuple[float | int, int] | None:
    """Gives the value of the figures at `index` and where they end; None for endless figures.

    «34,454», «1.234.567» and «12 000» are grouped by thousands; «1.2», «1,5» and «٢٫٥» are
    decimals; of what has more points than a number can have («192.168.1.2») each part alone.
    """
    figures, end = _written(tokens, index)
    if len(figures) > MOST_FIGURES:
        return None
    return (float(figures) if "." in figures else int(figures)), end


def _written(tokens: Tokens, index: int) -> tuple[str, int]:
    """Gives the figures without what groups them, a point before decimals, and their end."""
    after = tokens.keys[index + 1] if index + 1 < len(tokens.keys) else ""
    if after not in _MARKS and not after.isdecimal():
        return tokens.keys[index], index + 1
    pieces, marks, ends = _pieces(tokens, index)
    if marks == [_FRACTION_FIRST]:
        return f"{pieces[1]}.{pieces[0]}", ends[-1]
    grouped = _grouped(pieces, marks)
    if len(pieces) == 1:
        return _spaced(tokens, index)
    if len(marks) == grouped:
        return "".join(pieces), ends[-1]
    if len(marks) == grouped + 1 and marks[-1] not in {_FRACTION_FIRST, *marks[:grouped]}:
        return "".join(pieces[:-1]) + "." + pieces[-1], ends[-1]
    return pieces[0], index + 1


def _pieces(tokens: Tokens, index: int) -> tuple[list[str], list[str], list[int]]:
    """Gives the digits that follow each other with one mark between, the marks, the ends."""
    keys, starts, stops = tokens.keys, tokens.starts, tokens.ends
    pieces, ends = [keys[index]], [index + 1]
    marks: list[str] = []
    if index > 1 and keys[index - 1] == "." and keys[index - 2].isdecimal():
        return pieces, marks, ends
    at = index + 1
    while at + 1 < len(keys) and keys[at] in _MARKS and keys[at + 1].isdecimal():
        if stops[at - 1] != starts[at] or stops[at] != starts[at + 1]:
            break
        pieces.append(keys[at + 1])
        marks.append(keys[at])
        at += 2
        ends.append(at)
    return pieces, marks, ends


def _grouped(pieces: list[str], marks: list[str]) -> int:
    """Gives how many marks from the first part thousands, all of one kind."""
    if len(pieces[0]) > GROUP or pieces[0] == "0" or not marks:
        return 0
    count = 0
    while count < len(marks) and marks[count] == marks[0] and len(pieces[count + 1]) == GROUP:
        count += 1
    decimal_alone = len(marks) == 1 and marks[0] not in _GROUPING
    return 0 if marks[0] == "٫" or decimal_alone else count


def _spaced(tokens: Tokens, index: int) -> tuple[str, int]:
    """Reads «12 000»: groups of three figures with one space between."""
    keys, starts, stops = tokens.keys, tokens.starts, tokens.ends
    digits, at = keys[index], index + 1
    if len(digits) > GROUP or digits[0] == "0":
        return digits, at
    while (
        at < len(keys)
        and len(keys[at]) == GROUP
        and keys[at].isdecimal()
        and starts[at] == stops[at - 1] + 1
    ):
        digits, at = digits + keys[at], at + 1
    return digits, at
