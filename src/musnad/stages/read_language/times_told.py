"""The days told so far in one article, from which the next time may be counted."""

from datetime import date, timedelta

from musnad.model.records import Article, Time
from musnad.stages.read_language.times_sense import Sense
from musnad.stages.read_language.times_value import OTHER_WEEKDAY

_REACH = 600


class Told:
    """The day of publication and the last day told; hears the times of an article in order."""

    def __init__(self, article: Article) -> None:
        self.published = publication_day(article)
        self._last: tuple[int, date] | None = None
        self._unquoted: list[tuple[int, int, date]] = []

    def hear(self, time: Time, sense: Sense, *, quoted: bool) -> None:
        """Remembers a day; «اليوم الخميس» on a Friday's page moves the day that is counted from."""
        if time.precision != "day" or time.value is None:
            return
        day = date.fromisoformat(time.value)
        self._last = (time.end, day)
        if not quoted and (sense.offset is not None or sense.weekday is not None):
            self._unquoted.append((time.start, time.end, day))
        if time.reason == OTHER_WEEKDAY and sense.offset is not None:
            self.published = day - timedelta(sense.offset)

    def day_before(self, start: int) -> date | None:
        """Gives the day told shortly before the offset `start`."""
        near = self._last is not None and start - self._last[0] <= _REACH
        return self._last[1] if self._last and near else None

    def day_within(self, start: int, end: int) -> date | None:
        """Gives the last day told outside quotations between two offsets."""
        inside = (told for told in reversed(self._unquoted) if start <= told[0] and told[1] <= end)
        return next((day for _, _, day in inside), None)

    def future_since(self, sentence_start: int) -> bool:
        """Says whether a day to come was told in the sentence that starts there."""
        if self._last is None or self.published is None:
            return False
        return self._last[0] > sentence_start and self._last[1] > self.published


def publication_day(article: Article) -> date | None:
    """Gives the day of publication, None when it is unknown or coarser than a day."""
    published = article.published
    if published is None or published.precision not in {"day", "minute"}:
        return None
    try:
        return date.fromisoformat(published.value[:10])
    except ValueError:
        return None
