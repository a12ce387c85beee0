"""The days told so far in one article, from which the next time may be counted."""

from datetime import date, timedelta

from musnad.model.records import Article, Time
from musnad.stages.read_language.times_sense import Sense
from musnad.stages.read_language.times_value import OTHER_WEEKDAY

_REACH = 600
_LATEST = 8
"""Days after which words are not reported any more as said on a weekday."""


class Told:
    """The day of publication and the last day told; hears the times of an article in order."""

    def __init__(self, article: Article) -> None:
        self.published = publication_day(article)
        self._last: tuple[int, date] | None = None
        self._spoken: list[tuple[int, int, date]] = []

    def hear(self, time: Time, sense: Sense) -> None:
        """Remembers a day; «اليوم الخميس» on a Friday's page moves the day that is counted from."""
        if time.precision != "day" or time.value is None:
            return
        day = date.fromisoformat(time.value)
        self._last = (time.end, day)
        counted = sense.offset is not None or sense.weekday is not None
        if counted and self.published and 0 < (self.published - day).days < _LATEST:
            self._spoken.append((time.start, time.end, day))
        if time.reason == OTHER_WEEKDAY and sense.offset is not None:
            self.published = day - timedelta(sense.offset)

    def day_before(self, start: int) -> date | None:
        """Gives the day told shortly before the offset `start`."""
        near = self._last is not None and start - self._last[0] <= _REACH
        return self._last[1] if self._last and near else None

    @property
    def speaks_of_days(self) -> bool:
        """Whether a day of the last week was told, on which something may have been said."""
        return bool(self._spoken)

    def day_within(self, start: int, end: int) -> tuple[int, date] | None:
        """Gives the last such day between two offsets, and its offset."""
        inside = (told for told in reversed(self._spoken) if start <= told[0] and told[1] <= end)
        return next(((begin, day) for begin, _, day in inside), None)

    @property
    def looks_ahead(self) -> bool:
        """Whether the last day told is still to come."""
        return bool(self._last and self.published and self._last[1] > self.published)

    def future_since(self, sentence_start: int) -> bool:
        """Says whether a day to come was told in the sentence that starts there."""
        return self.looks_ahead and self._last is not None and self._last[0] > sentence_start


def publication_day(article: Article) -> date | None:
    """Gives the day of publication, None when it is unknown or coarser than a day."""
    published = article.published
    if published is None or published.precision not in {"day", "minute"}:
        return None
    try:
        return date.fromisoformat(published.value[:10])
    except ValueError:
        return None
