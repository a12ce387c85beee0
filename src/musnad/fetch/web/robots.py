"""What a site's robots.txt allows; it is asked once in a pass."""

from threading import Lock
from typing import Any

from musnad.fetch.web.addresses import Address, FetchError
from musnad.fetch.web.client import Client

MOST_BYTES = 512_000
NO_RULES = frozenset(("M-102", "M-142", "M-145", "M-146"))
"""A site whose robots.txt is missing or nonsense has no rules."""
MOST_DELAY_SECONDS = 60.0


class Robots:
    """The rules of the sites of one pass."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._rules: dict[str, Any] = {}
        self._lock = Lock()

    def permit(self, address: Address) -> None:
        """Raises M-143 when the site does not want the address asked, or why it cannot tell."""
        rules = self._of(address)
        if isinstance(rules, FetchError):
            raise FetchError(rules.code, f"robots.txt: {rules.detail}", rules.wait)
        if not rules.can_fetch(address.url, self.client.how.user_agent):
            raise FetchError("M-143", address.target[:200])

    def delay(self, origin: str) -> float:
        """Gives the seconds between two requests that the site asks for, 0 when it does not."""
        rules = self._rules.get(origin)
        if rules is None or isinstance(rules, FetchError):
            return 0.0
        wanted = rules.crawl_delay(self.client.how.user_agent) or 0.0
        return min(float(wanted), MOST_DELAY_SECONDS)

    def answered(self, origin: str) -> bool:
        """Says whether the site has told its rules, or that it has none."""
        return not isinstance(self._rules.get(origin), FetchError | None)

    def _of(self, address: Address) -> Any:
        """Gives the rules of the site; a site that cannot tell its rules is not asked."""
        with self._lock:
            known = self._rules.get(address.origin)
        if known is None or isinstance(known, FetchError):
            known = self._asked(address)
            with self._lock:
                self._rules[address.origin] = known
        return known

    def _asked(self, address: Address) -> Any:
        from protego import Protego  # noqa: PLC0415 - slow to import

        try:
            answer = self.client.get(f"{address.origin}/robots.txt", {}, limit=MOST_BYTES)
        except FetchError as error:
            lasting = error.wait is None and error.code in NO_RULES
            return Protego.parse("") if lasting else error
        return Protego.parse(answer.data.decode("utf-8", "replace"))
