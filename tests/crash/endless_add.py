"""Reads pages for ever in two processes, printing which process read each; it is to be killed."""

import os
import sys
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from invented_readings import reading_of

from musnad.engines import read_in_processes
from musnad.model.records import Received
from musnad.pipeline.work import PageWork


def read_pid(received, lexicon, site):
    return (reading_of(received, f"{os.getpid()}", 0),)


if __name__ == "__main__":
    pages = (Received(data=b"%d" % n, name=f"{n}.txt") for n in count())
    for outcome in read_in_processes(PageWork(read=read_pid), pages, 2):
        print(outcome.readings[0].article.text, flush=True)
