"""Things joined two by two become groups."""

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Keys joined into groups; a group is named by its smallest key, whatever the order."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def first(self, key: str) -> str:
        """Gives the smallest key of the group that the key is in."""
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = above
        return key

    def join(self, one: str, other: str) -> None:
        """Makes the groups of two keys one."""
        smaller, larger = sorted((self.first(one), self.first(other)))
        self._above[larger] = smaller

    def members(self, keys: Iterable[str]) -> dict[str, list[str]]:
        """Gives the keys by the name of their group, both sorted."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in sorted(keys):
            found[self.first(key)].append(key)
        return dict(sorted(found.items()))
