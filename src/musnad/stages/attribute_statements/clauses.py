"""The subject of a clause, whatever its verb: «دافع S عن القرار، قائلا…»."""

from collections.abc import Container
from functools import lru_cache

from musnad.fold import fold_key
from musnad.lexicons import Lexicon, Word
from musnad.lexicons.entries import Noun
from musnad.model.records import Language
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.parts import Range, Subject
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import PEOPLE, SOURCE_NOUNS
from musnad.stages.attribute_statements.words import read_verb as read_cue
from musnad.text.phrases import PERSONS
from musnad.text.verb_records import VerbReading
from musnad.text.verbs import pick_verb, read_verb, sure_verbs

NOUNS = frozenset({
    "charged", "need", "occasion", "moment", "blame", "margin", "side", "came", "issues", "gives",
    "slogan", "courtesy", "written", "rank",
})  # fmt: skip
"""Classes of function words that are nouns or verbs: «النائب» may be a subject, «ورد» its verb."""
FINITE = frozenset({"past", "pres"})
BETWEEN = frozenset({"adv", "pronoun"})
OPENING = frozenset("،,:؛-–")
BODIES = frozenset({"organisation", "government"})
NISBA = ("ي", "يه")
DASHES, LONGEST_DATELINE = frozenset("-–—"), 14
QUOTES = frozenset('"«“‹')
LONGEST_SUBJECT, OPENING_WITHIN, FRONTED_WITHIN = 14, 16, 5
"""Tokens: a subject has at most so many, its clause opens in so many of its sentence, and so many
stand before a verb that «في» and its place come before."""


class Clauses:
    """Finds the subjects of the sentences of one article."""

    def __init__(
        self, sequence: Sequence, language: Language, surnames: Container[str], lexicon: Lexicon
    ) -> None:
        self._sequence = sequence
        self._lexicon = lexicon
        self._mentions = language.mentions
        self._surnames = surnames
        self._named: dict[int, tuple[int, str]] | None = None
        self._within: set[int] | None = None

    def subject(self, first: int, last: int) -> Subject | None:
        """Gives the subject of the first clause between two tokens, None when none is found."""
        first = self.past_dateline(first, last)
        fronted = self._sequence.tokens.keys[first] in word_list("opens_phrase")
        for at in range(first, min(last, first + OPENING_WITHIN)):
            opens = self._may_open(at, first)
            verb = self._verb(at) if opens or (fronted and at - first <= FRONTED_WITHIN) else None
            if verb is not None:
                found = self._after(at, last, verb)
                if opens or found is not None:
                    return found
            elif opens and (self._heads(at) or self._acts(at)) and self._leads(at, first):
                return self._phrase(at, last, None)
        return None

    def past_dateline(self, first: int, last: int) -> int:
        """«باريس (رويترز) - عاد الوفد»: gives where a sentence begins behind its dateline."""
        keys = self._sequence.tokens.keys
        for at in range(first + 1, min(last, first + LONGEST_DATELINE)):
            if keys[at] in DASHES and keys[at - 1] == ")":
                return next((n for n in range(at, last) if keys[n] not in DASHES), first)
        return first

    def subject_of(self, verb: int, last: int) -> Subject | None:
        """Gives who stands right behind a word that is known to be a verb («نشر S بيانا»)."""
        start = self._over_between(verb + 1, last)
        return self._phrase(start, last, None) if start < last and self._heads(start) else None

    def several_before(self, first: int, last: int) -> Subject | None:
        """Gives the phrase nearest before a token that is headed by a noun for several people."""
        heads = [at for at in range(first, last) if self._is_several(at)]
        nearest = heads[-1] if heads else last
        while nearest - 1 in heads:  # «قادة البحارة»
            nearest -= 1
        return Subject(self._phrase(nearest, last, None).words, None, "pl") if heads else None

    def _is_several(self, at: int) -> bool:
        word = self._word(at)
        noun = word.noun if word is not None else None
        return noun is not None and noun.number == "pl" and bool(noun.classes & SOURCE_NOUNS)

    def trimmed(self, source: Range) -> Range:
        """Gives a source without what cannot belong to it: a clause, or whom it speaks to.

        «المسؤول تلقى…», «الجهاز أصحاب الزوارق»: a definite noun is followed by no verb, by
        no noun without «ال» and by no body.
        """
        head, closed = source[0], False
        for at in range(head, source[1]):
            if at > head and (self._leaves(at, head) or (closed and self._is_other(at, head))):
                return head, at
            closed = self._is_closed(at, head, closed)
        return source

    def _leaves(self, at: int, head: int) -> bool:
        """Tells whether a word cannot belong to a source, whatever stands before it."""
        if self._is_acted_upon(at, head):
            return True
        return self.is_clause(at) or self._is_printed(at, head) or self._is_object(at, head)

    def _is_printed(self, at: int, head: int) -> bool:
        """«وثيقة نشرتها صحيفة»: who prints a document is not who speaks, save of its own report."""
        keys = self._sequence.tokens.keys
        products = self._lexicon.press_products
        return keys[at] in self._lexicon.printing and keys[head] not in products

    def _is_object(self, at: int, head: int) -> bool:
        """«الشيخ نصر الرئيس نادر الكتبي», «والده ضابطا»: another person, or who is acted upon."""
        if self._is_plural_thing(at, head):
            return True
        noun = self._noun(at)
        if noun is None:
            return False
        if self._is_accusative(at):
            return self._key(at)[0] != "و" and not self._is_accusative(head)
        if not self._key(at).startswith("ال") or not noun.classes & PERSONS:
            return False
        names = self._names()
        following = (names.get(each, (0, "")) for each in (at + 1, at + 2))
        return (at, "person") in names.values() and any(kind == "person" for _, kind in following)

    def _is_acted_upon(self, at: int, head: int) -> bool:
        """«دعا المسؤول المصدرين»: several people in the accusative describe nobody who is one."""
        key, noun = self._key(at), self._noun(head)
        if not key.endswith("ين") or PEOPLE.fullmatch(key) is None or self._inside_name(at):
            return False
        one = noun is not None and noun.number == "sg" and bool(noun.classes & PERSONS)
        return one and self._key(head).startswith("ال")

    def _is_plural_thing(self, at: int, head: int) -> bool:
        """«رئيس النقابة الاعتداءات»: things in the plural describe nobody who is one."""
        key, before = self._key(at), self._key(at - 1)
        if not key.startswith("ال") or not key.endswith("ات") or self._inside_name(at):
            return False
        noun = self._noun(head)
        closed = before.startswith("ال") or self._inside_name(at - 1)
        return (
            closed
            and noun is not None
            and noun.number == "sg"
            and not before.endswith("ات")
            and bool(noun.classes & PERSONS)
        )

    def _key(self, at: int) -> str:
        return self._sequence.tokens.keys[at]

    def _word(self, at: int) -> Word | None:
        return self._sequence.analysis.word(at, self._lexicon)

    def _is_accusative(self, at: int) -> bool:
        key = self._key(at)
        noun = self._noun(at) if key.endswith("ا") else None
        return noun is not None and key == fold_key(noun.lemma) + "ا"

    def _is_closed(self, at: int, head: int, closed: bool) -> bool:
        """Tells whether a phrase is definite after a word: a small word or a noun opens it anew."""
        key, word = self._key(at), self._word(at)
        if not key.isalpha() or self._is_small(at) or key in self._lexicon.particles:
            return False
        if word is None or word.noun is None:
            surname = (
                at == head and key.startswith("ال") and key[2:] not in self._lexicon.adjectives
            )
            return surname or (closed and key[0] not in "لب")
        return word.definite or word.owned

    def is_clause(self, at: int) -> bool:
        """Tells whether a word is a verb that opens a clause, whatever stands around it."""
        key = self._sequence.tokens.keys[at]
        known = self._word(at) is not None or key in word_list("calls")
        if known or self._inside_name(at):
            return False
        if key in sure_verbs():
            return True
        if key[0] != "ي" or len(key) < len("يكتب") or self._is_small(at):
            return False
        return any(one.tense == "pres" for one in read_verb(key, self._sequence.words(at, at + 1)))

    def _inside_name(self, at: int) -> bool:
        if self._within is None:
            names = self._names().items()
            self._within = {place for first, (end, _) in names for place in range(first, end)}
        return at in self._within

    def _is_other(self, at: int, head: int) -> bool:
        """Tells whether a noun after a definite one opens a phrase of its own."""
        noun, key, word = self._noun(at), self._key(at), self._word(at)
        if key in word_list("opens_object"):
            return True
        if noun is None or word is None or word.cut or key in self._lexicon.ranks:
            return False
        if self._inside_name(at):
            return self._opens_body(at, head) and not noun.classes & PERSONS
        if not key.startswith("ال"):
            return noun.plural or not noun.classes & PERSONS
        bare = self._sequence.tokens.keys[head].startswith("ال")
        if at == head + 1 and self._noun(head) is None:  # «العامري الحكومة»
            return bare and bool(noun.classes & BODIES)
        return bare and not noun.classes & PERSONS and not key.endswith(NISBA)

    def _opens_body(self, at: int, head: int) -> bool:
        """«المعارضة المرسوية قوات الحدود»: the name of another body, which a plain noun opens."""
        names, before = self._names(), self._key(at - 1)
        if self._key(at).startswith("ال") or names.get(at, (0, ""))[1] != "organisation":
            return False
        word, noun = self._word(at - 1), self._noun(head)
        if at - 1 == head:
            return noun is None or "title" not in noun.classes
        described = word is not None and word.demonym is not None
        return before.startswith("ال") and (described or before[2:] in self._lexicon.adjectives)

    def _may_open(self, at: int, first: int) -> bool:
        """A clause opens its sentence, or follows a comma or a small word («كما», «فيما»)."""
        key, before = self._sequence.tokens.keys[at], self._sequence.tokens.keys[at - 1]
        opened = before in OPENING or before in word_list("opens_clause")
        return key.isalpha() and (at == first or opened)

    def _leads(self, at: int, first: int) -> bool:
        """Only small words stand before a subject that stands before its verb."""
        before = self._sequence.tokens.keys[first:at]
        return all(key in word_list("opens_clause") or key in QUOTES for key in before)

    def _after(self, at: int, last: int, verb: VerbReading) -> Subject | None:
        """Gives the phrase behind a verb, over words of time and «له», None if it is no subject."""
        start = self._over_between(at + 1, last)
        if start >= last or verb.person != "3":
            return None
        if not (self._heads(start) or (verb.gender == "f" and self._is_state(start))):
            return None
        noun = self._noun(start)
        if start not in self._names() and noun is not None and not _agrees(verb, noun):
            return None
        return self._phrase(start, last, verb)

    def _over_between(self, at: int, last: int) -> int:
        while at < last and self._is_between(at):
            at += 1
        return at

    def _is_between(self, at: int) -> bool:
        if self._sequence.code_of[at] == self._sequence.time_code:
            return True
        key = self._sequence.tokens.keys[at]
        return key in "،," or not BETWEEN.isdisjoint(self._sequence.kinds[at].classes)

    def _heads(self, at: int) -> bool:
        """Tells whether a token begins a name or is a noun for people, bodies or documents.

        «الطيار نادر الكتبي»: a word that is no such noun may stand before a name.
        """
        names, titled = self._names(), self._sequence.tokens.keys[at].startswith("ال")
        if self._is_accusative(at):
            return False
        if at in names:
            return names[at][1] != "place"
        if self._sequence.tokens.keys[at] in self._surnames:
            return True
        if titled and at + 1 in names and names[at + 1][1] == "person":
            return True
        if self._is_small(at):
            return False
        noun = self._noun(at)
        return self._is_people(at) if noun is None else bool(noun.classes & SOURCE_NOUNS)

    def _is_state(self, at: int) -> bool:
        """«سمحت مرسى بعودتهم، إلا أنها حذرت»: a state may act and speak, a town may not."""
        if self._names().get(at, (0, ""))[1] != "place":
            return False
        match = self._lexicon.match(self._sequence.tokens.keys, at)
        entries = match.entries if match is not None else ()
        fitting = (entry for entry in entries if entry.kind == "state" or entry.stands_for)
        return any(entry.gender in (None, "f") for entry in fitting)

    def _acts(self, at: int) -> bool:
        """Tells whether a state stands right before its verb («مرسى تغلق المرفأ وتحذر من C»)."""
        if not self._is_state(at):
            return False
        verb = self._verb(self._names()[at][0])
        return verb is not None and verb.gender == "f"

    def _is_people(self, at: int) -> bool:
        """«المحتجون»: a participle of several people, which no lexicon holds, is who acts."""
        return PEOPLE.fullmatch(self._sequence.tokens.keys[at]) is not None

    def _is_small(self, at: int) -> bool:
        classes = self._sequence.kinds[at].classes
        return bool(classes) and not classes <= NOUNS

    def _names(self) -> dict[int, tuple[int, str]]:
        if self._named is None:
            starts, names = self._sequence.tokens.starts, self._sequence.names
            self._named = {
                first: (end, m.type)
                for m, (first, end) in zip(self._mentions, names, strict=True)
                if starts[first] >= m.start - 1
            }
        return self._named

    def _noun(self, at: int) -> Noun | None:
        key, word = self._key(at), self._word(at)
        joined = word is not None and (word.cut > 1 or (word.cut == 1 and key[0] not in "وف"))
        return None if word is None or joined else word.noun

    def _verb(self, at: int) -> VerbReading | None:
        key = self._sequence.tokens.keys[at]
        if at in self._names() or self._is_small(at) or key.startswith(("ال", "وال")):
            return None
        if self._noun(at) is not None and not self._is_cue(at):
            return None
        return _finite_verb(key, self._sequence.words(at, at + 1))

    def _is_cue(self, at: int) -> bool:
        """«طالب» opens a clause as a verb, whatever else it may be."""
        keys = self._sequence.tokens.keys
        return any(verb.tense in FINITE for verb in read_cue(keys[at])[0])

    def _phrase(self, start: int, last: int, verb: VerbReading | None) -> Subject:
        noun, names = self._noun(start), self._names()
        person = noun is None or bool(noun.classes & PERSONS)
        end = names[start][0] if start in names else start + 1
        while start not in names and end < min(last, start + LONGEST_SUBJECT):
            if person and end in names and names[end][1] == "person":
                end = names[end][0]
                break
            if not self._goes_on(end, person):
                end = self._named_after(end, last) if person else end
                break
            end += 1
        gender = verb.gender if verb is not None else noun.gender if noun is not None else None
        if verb is None and noun is None and names.get(start, (0, ""))[1] == "place":
            gender = "f"
        several = noun is None and start not in names and self._is_people(start)
        number = noun.number if noun is not None else "pl" if several else "sg"
        return Subject((start, end), gender, number)

    def _named_after(self, comma: int, last: int) -> int:
        """«المبعوث، نادر الكتبي، …»: the name in apposition ends the subject."""
        names = self._names()
        if comma < last and self._sequence.tokens.keys[comma] in "،,":
            for at in range(comma + 1, min(comma + 4, last)):
                if at in names and names[at][1] == "person":
                    return names[at][0]
        return comma

    def _goes_on(self, at: int, person: bool) -> bool:
        code, key = self._sequence.code_of[at], self._sequence.tokens.keys[at]
        inside = person and key in word_list("within_post")
        return inside or (code in self._sequence.phrase_codes and key[0] not in "لب")


@lru_cache(maxsize=4_096)
def _finite_verb(key: str, printed: str) -> VerbReading | None:
    verb = pick_verb(read_verb(key, printed))
    return verb if verb is not None and verb.tense in FINITE else None


def _agrees(verb: VerbReading, noun: Noun) -> bool:
    """A verb in the feminine has no man behind it as its subject, one in the plural nobody."""
    return verb.number != "p" and (verb.gender == "m" or noun.gender == "f" or noun.plural)
