"""Which address is asked next: each host one at a time, at its pace, the hosts side by side."""

from collections import deque
from typing import Generic, TypeVar

Job = TypeVar("Job")


class HostQueue(Generic[Job]):
    """Jobs by host; times are seconds of any clock that only goes forward."""

    def __init__(self) -> None:
        self._waiting: dict[str, deque[Job]] = {}
        self._free_at: dict[str, float] = {}
        self._busy: set[str] = set()

    def add(self, host: str, job: Job) -> None:
        """Takes a job for later."""
        self._waiting.setdefault(host, deque()).append(job)

    def take(self, now: float) -> tuple[str, Job] | None:
        """Gives a job whose host may be asked now; the host is busy until `release`."""
        for host, jobs in self._waiting.items():
            if jobs and host not in self._busy and self._free_at.get(host, now) <= now:
                self._busy.add(host)
                return host, jobs.popleft()
        return None

    def release(self, host: str, free_at: float) -> None:
        """Says that the host has answered and when it may be asked again."""
        self._busy.discard(host)
        self._free_at[host] = free_at
        jobs = self._waiting.pop(host, None)
        if jobs:
            self._waiting[host] = jobs

    def next_at(self) -> float | None:
        """Gives when the first host is free that has jobs and is not busy, None when none is."""
        times = (
            self._free_at.get(host, 0.0)
            for host, jobs in self._waiting.items()
            if jobs and host not in self._busy
        )
        return min(times, default=None)

    def drop(self, host: str) -> list[Job]:
        """Gives the jobs of a host that is not asked any more."""
        return list(self._waiting.pop(host, ()))
