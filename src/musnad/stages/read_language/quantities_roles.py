"""What happened to those who are counted, and the words that bound the count."""

from musnad.model.records import Role
from musnad.stages.read_language.quantities_read import Count
from musnad.stages.read_language.quantities_words import count_words, match_phrase
from musnad.stages.read_language.times_sense import Scan

_BEFORE, _AFTER, _TOTAL_REACH = 9, 5, 14
_STOPS = frozenset((".", "\n", "؛", "؟", "!", ":"))
_LONGEST = 4


def find_role(scan: Scan, count: Count, previous: Count | None) -> Role | None:
    """Gives the role of people counted; None when a number without noun has none."""
    if count.unit != "person":
        return None if _is_loose(scan, count) else "other"
    if count.bare:
        return _bare_role(scan, count)
    if count.role != "other":
        return _governed(scan, count)
    inherited = scan.key(count.start - 1) in count_words().inherited
    if inherited and previous and previous.role != "other":
        return previous.role
    role = _after(scan, count.end) or _before(scan, count.start, _BEFORE)
    role = role or _far_after(scan, count.end)
    if role is None and (count.rule == "quantity.dual" and scan.key(count.start)[:2] == "ال"):
        return None
    return role or (None if _is_loose(scan, count) else "other")


def _is_loose(scan: Scan, count: Count) -> bool:
    """Says whether only «عدد من» counts, which is worth telling for a role alone."""
    return not count_words().vague.get(scan.key(count.start), True)


def _governed(scan: Scan, count: Count) -> Role:
    """Gives the role of «قتل 3 معتقلين»: killing and wounding outweigh what the noun says."""
    governing = count_words().roles.get(scan.key(count.start - 1))
    return governing if governing in {"killed", "wounded"} else count.role


def _far_after(scan: Scan, end: int) -> Role | None:
    """Reads «42 شخصا، معظمهم من النساء، قد خطفوا»: a plural verb later in the sentence."""
    roles = count_words().roles
    for at in range(end, min(len(scan.keys), end + _TOTAL_REACH)):
        key = scan.keys[at]
        if key in _STOPS:
            return None
        if key in roles and key.endswith(("وا", "تا")):
            return roles[key]
    return None


def _before(scan: Scan, start: int, reach: int) -> Role | None:
    roles, adjacent = count_words().roles, count_words().adjacent
    for at in range(start - 1, max(-1, start - 1 - reach), -1):
        key = scan.keys[at]
        if key in _STOPS:
            return None
        if key in roles and (at >= start - 2 or reach > _BEFORE or key not in adjacent):
            return roles[key]
    return None


def _after(scan: Scan, end: int) -> Role | None:
    """Reads «7 أشخاص قتلوا», «3 لقوا حتفهم»: a plural verb or a participle after the noun."""
    roles = count_words().roles
    for at in range(end, min(len(scan.keys), end + _AFTER)):
        key = scan.keys[at]
        if key in _STOPS or key in {"،", ",", "و"} or key[:1] == "و":
            return None
        if key in roles and (key.endswith(("وا", "هم", "تا")) or at == end):
            return roles[key]
    return None


def _bare_role(scan: Scan, count: Count) -> Role | None:
    """Gives the role of «وإصابة 5» and of «حصيلة الشهداء إلى 34,454»."""
    words = count_words()
    before = scan.key(bounded(scan, count)[0].start - 1)
    if before in words.roles:
        return words.roles[before]
    if before not in words.reaching:
        return None
    from_word = max(0, count.start - _TOTAL_REACH)
    clause = scan.keys[from_word : count.start]
    if not any(key.lstrip("و") in words.counting or key in words.roles for key in clause):
        return None
    return _before(scan, count.start, _TOTAL_REACH)


def bounded(scan: Scan, count: Count) -> tuple[Count, int]:
    """Gives the count with the comparator around it, and how many prefix letters to leave out."""
    table = count_words().comparators
    for length in range(_LONGEST, 0, -1):
        at = count.start - length
        found = match_phrase(table, scan.keys, at) if at >= 0 else None
        if found and found[1] == count.start:
            sign, prefix = found[0]
            return _compared(count._replace(start=at), sign), prefix
    after = match_phrase(table, scan.keys, count.end)
    if after and scan.key(count.end) in {"علي", "تقريبا", "كحد", "بحد"}:
        return _compared(count._replace(end=after[1]), after[0][0]), 0
    return count, 0


def _compared(count: Count, sign: str) -> Count:
    value = count.value
    if value is None:
        return count
    whole = isinstance(value, int)
    if sign == ">":
        return count._replace(comparator=">", low=value + 1 if whole else value, high=None)
    if sign == ">=":
        return count._replace(comparator=">=", low=value, high=None)
    if sign == "<":
        return count._replace(comparator="<", low=None, high=value - 1 if whole else value)
    if sign == "<=":
        return count._replace(comparator="<=", low=None, high=value)
    return count._replace(comparator="~", low=None, high=None)
