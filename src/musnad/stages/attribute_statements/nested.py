"""Reports that stand in each other: which of two cues counts where they overlap."""

from collections.abc import Iterable, Iterator

from musnad.stages.attribute_statements.parts import Frame


def without_overlaps(frames: Iterable[Frame]) -> Iterator[Frame]:
    """Gives the frames, less those whose cue stands before the second word another reports.

    «رفض S دعوة T إلى C»: a noun of saying with its own source may open what another tells.
    """
    end, outer = -1, None
    for frame in frames:
        if frame.cue[0] > end or (frame.cue[0] == end and _stands_within(outer, frame)):
            outer = frame
            end = frame.cue[1] - 1 if frame.before else frame.content
            yield frame


def _stands_within(outer: Frame | None, frame: Frame) -> bool:
    """Tells whether a noun reports what another denies or tells: not «جدد S دعوة T إلى C»."""
    if outer is None or outer.verb is None or frame.source is None or frame.verb is None:
        return False
    if outer.rule.options.get("mode") != "noun":
        return False
    own = frame.verb.act == "demand" and outer.verb.act not in JUDGING
    return "noun" in frame.rule.options and not own


JUDGING = frozenset({"deny", "condemn", "praise", "accuse", "opinion"})
