"""Which sets of classes words of no list can have, so that reading meets no new one."""

from collections.abc import Iterable, Iterator
from itertools import product

from musnad.lexicons.verbs import verb_table

BASES = (("np",), (), ("verb",))
HEADS = ((), ("src",), ("src", "body"), ("src", "n.document"), ("src", "body", "n.document"))
CLITICS = ((), ("bi-",), ("li-",), ("li.media",), ("li-", "li.media"))
SHAPES = (
    (), ("noun",), ("noun", "need"), ("own",), ("noun", "need", "own"), ("noun", "people"),
)  # fmt: skip
OBJECT_SHAPES = (
    ("with-object", "noun"), ("with-object", "noun", "deed"), ("what-said",), ("np", "what-said"),
)  # fmt: skip
"""What words of no list can be: heads of phrases, with a clitic, of a shape."""


def shapes() -> Iterator[frozenset[str]]:
    """Gives the sets that words of no list can have, so that reading meets no new one."""
    for base, head, clitic, shape in product(BASES, HEADS, CLITICS, SHAPES):
        yield frozenset({"w", *base, *head, *clitic, *shape})
    for head, clitic, shape in product(HEADS, ((), ("li-",)), SHAPES):
        yield frozenset({"w", "np", "acc", *head, *clitic, *shape})
    for clitic, shape in product(CLITICS, OBJECT_SHAPES):
        yield frozenset({"w", *clitic, *shape})
    frames = {verb.frames for verbs in verb_table().values() for verb in verbs}
    for clitic, base, told in product(CLITICS, ((), ("verb",)), frames):
        yield frozenset({"w", *clitic, *base, *telling(told)})
    for base, told in product((("noun",), ("deed",), ("verb", "deed"), ("noun", "deed")), frames):
        yield frozenset({"w", *base, *telling(told)})
    for clitic in CLITICS:
        yield frozenset({"w", "np", "src", "n.collective", *clitic})
    yield frozenset({"w", "verb", "src", "acc"})


def telling(frames: Iterable[str]) -> set[str]:
    """Gives the classes of a finite verb with a pronoun whose verb has these frames."""
    return {"with-object", *(f"with-object.{frame}" for frame in frames)}
