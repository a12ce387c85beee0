"""What happened to those who are counted, and the words that bound the count."""

from itertools import pairwise

from musnad.model.records import Comparator, Role
from musnad.stages.read_language.quantities_read import Count
from musnad.stages.read_language.quantities_words import count_words
from musnad.stages.read_language.times_sense import Scan
from musnad.text.number_bounds import bound_after, bound_before, limits
from musnad.text.numbers import number_words

_BEFORE, _AFTER, _FAR, _NEAR = 14, 5, 14, 9
_GRAVE = frozenset(("killed", "wounded"))
_OWN = ("وا", "تا", "ه", "ها", "هم", "هما", "ن")  # a verb or noun that has its own subject
_OBJECTS = ("هم", "هما", "هن", "ها")
_HELD = frozenset(("arrested", "kidnapped"))


def find_role(scan: Scan, count: Count, previous: Count | None) -> Role | None:
    """Gives the role of people counted; None when a number without noun has none.

    `count` is bounded; `previous` is the count of people before it in its sentence.
    """
    if not count.people:
        return None if _is_loose(scan, count) else "other"
    if _either(scan, count) or (count.value is not None and both_before(scan, count)):
        return "other"
    role = _bare_role(scan, count, previous) if count.bare else _role(scan, count, previous)
    if role == "wounded" and (count.group == "patients" or _tells(scan, count, "illness")):
        return "other"
    return "other" if role in _HELD and _let_go(scan, count) else role


def _role(scan: Scan, count: Count, previous: Count | None) -> Role | None:
    start, floor = count.start, previous.end if previous else 0
    if count.role != "other":
        return _governed(scan, count, floor)
    if previous and previous.role != "other" and is_part(scan, count, previous):
        return previous.role
    role = _after(scan, count.end) or _among(scan, count.end)
    if role:
        return role
    if previous and start >= floor and _coordinated(scan, count, previous):
        return previous.role
    role = _before(scan, start, floor, _BEFORE) or _numbering(scan, start, floor)
    role = role or _far_after(scan, count.end) or _cared_for(scan, count)
    if role is None and count.rule == "quantity.dual" and scan.key(start)[:2] == "ال":
        return None
    return role or (None if _is_loose(scan, count) else "other")


def is_part(scan: Scan, count: Count, previous: Count) -> bool:
    """Says whether a count is one of a part: «بينهم 3 أطفال», «اثنان منهم»."""
    places = count_words().places
    fits = count.value is None or previous.value is None or count.value <= previous.value
    if count.start < previous.end or not fits:
        return False
    if scan.key(count.start - 1) in places["inherited"] or scan.key(count.end) in places["of_them"]:
        return True
    if scan.keys[previous.end : count.start] == [":"]:
        return True
    between = scan.keys[previous.end : count.start]
    return _joins(scan, count) and not places["inherited"].isdisjoint(between[: _NEAR + 1])


def _coordinated(scan: Scan, count: Count, previous: Count) -> bool:
    """Says whether «و» joins a count to the one right before it, whose role it shares."""
    if not _joins(scan, count) or previous.role == "other" or _named(scan, previous):
        return False
    words, between = count_words(), scan.keys[previous.end : count.start]
    plain = words.places["blocked"].isdisjoint(between)
    return plain and len(between) < _NEAR and words.roles.keys().isdisjoint(between)


def _named(scan: Scan, count: Count) -> bool:
    """Says whether the noun of a count tells its role («3 قتلى»), which no other count shares."""
    nouns = count_words().nouns
    words = scan.keys[count.start : count.end]
    return any(nouns[key].role == count.role for key in words if key in nouns)


def _joins(scan: Scan, count: Count) -> bool:
    """Says whether «و» stands before a count, apart or attached to its first word."""
    return scan.key(count.start - 1) == "و" or count.prefix > 0


def _is_loose(scan: Scan, count: Count) -> bool:
    """Says whether only «عدد من» counts, which is worth telling for a role alone."""
    return not count_words().vague.get(scan.key(count.start), True)


def _governed(scan: Scan, count: Count, floor: int) -> Role:
    """Gives the role of «قتل 3 معتقلين»: killing and wounding outweigh what the noun says."""
    at = count.start - 1
    roles = count_words().roles
    governing = roles.get(scan.key(at)) if at >= floor else None
    told = roles.get(scan.key(count.end)) if not _joined_verb(scan, count) else None
    return next((role for role in (told, governing) if role in _GRAVE), count.role)


def _joined_verb(scan: Scan, count: Count) -> bool:
    return scan.key(count.end).startswith("و")


def _let_go(scan: Scan, count: Count) -> bool:
    """Says whether those who were held are set free: «الإفراج عن 27 محتجزا»."""
    released = count_words().places["released"]
    if released.isdisjoint(scan.keys[max(0, count.start - 1 - _BEFORE) : count.start]):
        return False
    for at in range(count.start - 1, max(-1, count.start - 1 - _BEFORE), -1):
        key = scan.keys[at]
        if _stops(key):
            return False
        if key in released:
            return not _only_wanted(scan, at)
    return False


def _only_wanted(scan: Scan, at: int) -> bool:
    """Says whether a release is demanded or made a condition: it has not happened."""
    wanted = count_words().places["wanted"]
    return any(key in wanted for key in scan.keys[max(0, at - 4) : at])


def _tells(scan: Scan, count: Count, name: str) -> bool:
    """Says whether the words after a count, or right before it, are of a class."""
    words = count_words().places[name]
    after = scan.keys[count.end : count.end + _NEAR]
    before = _sentence_before(scan, count.start)[-_NEAR:]
    within = next((at for at, key in enumerate(after) if _stops(key)), len(after))
    return not (words.isdisjoint(before) and words.isdisjoint(after[:within]))


def _either(scan: Scan, count: Count) -> bool:
    """Says whether a sum of two roles is told: «30 بين قتيل وجريح»."""
    nouns = count_words().nouns
    first, second = scan.key(count.end + 1), scan.key(count.end + 2)
    said = [nouns[key] for key in (first, second[1:]) if key in nouns]
    return scan.key(count.end) == "بين" and len({noun.role for noun in said} - {"other"}) == 2


def both_before(scan: Scan, count: Count) -> Role | None:
    """Gives the first role of «مقتل وإصابة 30», which tells a sum of both."""
    words, verb, joined = count_words(), scan.key(count.start - 2), scan.key(count.start - 1)
    first, second = words.roles.get(verb), words.roles.get(joined)
    own = verb in words.adjacent or (verb.endswith(_OWN) and not _feminine(scan, count.start - 2))
    if joined[:1] != "و" or own or first == second or not {first, second} <= _GRAVE:
        return None
    return first


def _feminine(scan: Scan, at: int) -> bool:
    """Says whether token `at` is printed with «ة», which is no pronoun."""
    return at >= 0 and scan.text[scan.tokens.ends[at] - 1] == "ة"


def _stops(key: str) -> bool:
    return key == "\n" or key in count_words().words["stops"]


def _far_after(scan: Scan, end: int) -> Role | None:
    """Reads «42 شخصا، معظمهم من النساء، قد خطفوا»: a plural verb later in the clause."""
    roles, places = count_words().roles, count_words().places
    if roles.keys().isdisjoint(scan.keys[end : end + _FAR]):
        return None
    listed = False
    for at in range(end, min(len(scan.keys), end + _FAR)):
        key = scan.keys[at]
        listed = listed or key in places["inherited"]
        if _stops(key) or key in places["clause"] or (key.isdecimal() and not listed):
            return None
        if key in roles and key.endswith(("وا", "تا")):
            return _meant(scan, at, at + 1)
    return None


def _before(scan: Scan, start: int, floor: int, reach: int) -> Role | None:
    """Gives the role of the nearest governing word in the clause before a count."""
    words = count_words()
    if words.roles.keys().isdisjoint(scan.keys[max(floor, start - reach, 0) : start]):
        return None
    blocked = words.places["blocked"]
    for at in range(start - 1, max(floor - 1, start - 1 - reach, -1), -1):
        key = scan.keys[at]
        if _stops(key) or key in blocked:
            return None
        owned = key.endswith(_OBJECTS)
        if key in words.roles and not owned and (at >= start - 2 or key not in words.adjacent):
            return _meant(scan, at, start)
    return None


def _meant(scan: Scan, at: int, start: int) -> Role | None:
    """Gives the role of the word at `at`, None where it may say something else."""
    words, key = count_words(), scan.keys[at].removeprefix("و")
    if key in words.places["direct"] and at != start - 1:
        return None
    if key in words.places["seeking"] and not _refuge(scan, at):
        return None
    return words.roles[scan.keys[at]]


def _refuge(scan: Scan, at: int) -> bool:
    """Says whether «إلى» and a place follow within the clause."""
    places = count_words().places
    for here in range(at + 1, min(len(scan.keys), at + _NEAR)):
        if scan.keys[here] == "الي":
            return scan.key(here + 1) in places["refuge"] or scan.key(here + 1) in places["states"]
    return False


def _after(scan: Scan, end: int) -> Role | None:
    """Reads «7 أشخاص قتلوا», «3 لقوا حتفهم»: a plural verb or a participle after the noun."""
    words = count_words()
    if words.roles.keys().isdisjoint(scan.keys[end : end + _AFTER]):
        return None
    for at in range(end, min(len(scan.keys), end + _AFTER)):
        key = scan.keys[at]
        if _stops(key) or key in words.words["commas"] or key[:1] == "و":
            return None
        if key in words.roles and (key.endswith(("وا", "هم", "تا")) or at == end):
            return None if _counts_anew(scan, at) else _meant(scan, at, at + 1)
    return None


def _counts_anew(scan: Scan, at: int) -> bool:
    """Says whether a verb goes on to its own count: «32 رجلا قتل 29 منهم»."""
    return scan.key(at + 1).isdecimal() or scan.key(at + 1) in number_words().plain


def _among(scan: Scan, end: int) -> Role | None:
    """Reads «4 أشخاص ما زالوا في عداد المفقودين»."""
    words = count_words()
    if words.places["among"].isdisjoint(scan.keys[end : end + _NEAR]):
        return None
    for at in range(end, min(len(scan.keys), end + _NEAR)):
        key = scan.keys[at]
        if _stops(key) or key in words.words["commas"]:
            return None
        if key in words.places["among"]:
            return words.roles.get(scan.key(at + 1))
    return None


def _cared_for(scan: Scan, count: Count) -> Role | None:
    """Reads «20 شخصا يتلقون العلاج»: they are hurt, unless they are called patients."""
    places = count_words().places
    if places["care"].isdisjoint(scan.keys[count.end : count.end + _NEAR]):
        return None
    for at in range(count.end, min(len(scan.keys), count.end + _NEAR)):
        key = scan.keys[at]
        if _stops(key) or key in places["clause"] or count.group == "patients":
            return None
        if key in places["care"]:
            treated = places["treatment"].isdisjoint(scan.keys[at + 1 : at + 4])
            return None if treated else "wounded"
    return None


def _bare_role(scan: Scan, count: Count, previous: Count | None) -> Role | None:
    """Gives the role of «وإصابة 5», «حصيلة الشهداء إلى 34,454», «ثم أربعة», «اثنان منهم»."""
    role = _right_before(scan, count.start)
    if role:
        return role
    if previous and is_part(scan, count, previous) and previous.role != "other":
        return previous.role
    role = _among(scan, count.end) or _reached(scan, count.start)
    return role or (_continued(scan, count, previous) if previous else None)


def _right_before(scan: Scan, start: int) -> Role | None:
    """Reads «وإصابة 5», «القبض على 5», «وأصيب فيها 5»."""
    words, at = count_words(), start - 1
    at -= scan.key(at) in words.words["quotes"]
    if scan.key(at) in words.roles:
        return _meant(scan, at, start)
    verb, key = scan.key(at - 1), scan.key(at)
    upon = key in words.places["over"] and verb in words.places["upon"]
    therein = key in words.particles and key.endswith(("ها", "هم", "يه"))
    if upon or (therein and verb in words.roles and verb not in words.adjacent):
        return _meant(scan, at - 1, start)
    return None


def _reached(scan: Scan, start: int) -> Role | None:
    """Reads «ارتفع عدد القتلى إلى 9»: the noun of the role stands further before."""
    words = count_words()
    at = start - 1
    at -= scan.key(at) in words.words["quotes"]
    if scan.key(at) not in words.places["reaching"]:
        return None
    clause = _sentence_before(scan, start)
    return next((words.roles[key] for key in reversed(clause) if key in words.roles), None)


def _numbering(scan: Scan, start: int, floor: int) -> Role | None:
    """Reads «بلغ عدد النازحين في المخيم 350 شخصا»."""
    words = count_words()
    if words.places["reaching"].isdisjoint(scan.keys[max(0, start - _FAR) : start]):
        return None
    clause = _sentence_before(scan, start) if start > floor else []
    clause = clause[-(start - floor) :]
    if words.places["reaching"].isdisjoint(clause):
        return None
    pairs = pairwise(clause)
    return next(
        (
            words.roles[noun]
            for word, noun in pairs
            if word.lstrip("و") in words.places["counting"] and noun in words.roles
        ),
        None,
    )


def _continued(scan: Scan, count: Count, previous: Count) -> Role | None:
    """Gives the role of the count before, where a sentence goes on with a number alone."""
    if previous.role == "other" or count.value is None:
        return None
    places = count_words().places
    then = scan.key(count.start - 1).lstrip("و") in places["then"]
    before = scan.key(count.start - 1) in count_words().words["commas"]
    listed = (before or _joins(scan, count)) and scan.key(count.end) in places["inside"]
    between = scan.keys[previous.end : count.start]
    counting = count_words().places["counting"]
    tolled = any(key.lstrip("و") in counting for key in _sentence_before(scan, previous.start))
    in_words = scan.keys[count.start].lstrip("و") in number_words().plain
    ends = scan.key(count.end) in count_words().particles or _ends(scan.key(count.end))
    if then or listed or (tolled and in_words and ends and len(between) < _FAR):
        return previous.role
    return None


def _ends(key: str) -> bool:
    return not key or _stops(key) or key in count_words().words["commas"]


def _sentence_before(scan: Scan, start: int) -> list[str]:
    at = start
    while at > 0 and start - at < _FAR and not _stops(scan.keys[at - 1]):
        at -= 1
    return scan.keys[at:start]


def bounded(scan: Scan, count: Count) -> Count:
    """Gives the count with the words that bound it, «نحو» or «على الأقل»."""
    before = bound_before(scan.keys, count.start)
    if before and before.sign != "=":
        count = count._replace(start=before.start, prefix=before.prefix)
        return _compared(count, before.sign)
    after = bound_after(scan.keys, count.end)
    return _compared(count._replace(end=after.end), after.sign) if after else count


def _compared(count: Count, sign: Comparator) -> Count:
    if count.value is None:
        return count
    low, high = limits(sign, count.value)
    return count._replace(comparator=sign, low=low, high=high)
