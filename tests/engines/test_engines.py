from functools import partial

import msgspec
import pytest
from deadly_readings import read_or_die, read_or_die_once
from invented_readings import read_invented

from musnad.engines import choose_engine, read_in_processes, read_inline
from musnad.model.records import Received
from musnad.pipeline.work import PageWork

PAGES = [
    Received(data=f"خبر {n}\nوزير الموانئ: اكتمل الرصيف {n}".encode(), name=f"{n}.txt")
    for n in range(12)
]


def packed(outcomes):
    return [msgspec.json.encode(outcome) for outcome in outcomes]


@pytest.mark.parametrize("jobs", [2, 3])
def test_every_engine_gives_the_same_bytes_in_the_same_order(jobs):
    work = PageWork(read=read_invented)
    assert packed(read_in_processes(work, PAGES, jobs)) == packed(read_inline(work, PAGES))


def test_a_page_that_kills_its_worker_is_an_issue_and_the_others_are_read():
    deadly = Received(data=b"DIE", name="deadly.txt")
    pages = [*PAGES[:3], deadly, *PAGES[3:5]]
    outcomes = list(read_in_processes(PageWork(read=read_or_die), pages, 2))
    assert [outcome.failure and outcome.failure.code for outcome in outcomes] == [
        None, None, None, "M-190", None, None,
    ]  # fmt: skip
    kept = [one for one in outcomes if not one.failure]
    assert packed(kept) == packed(read_inline(PageWork(read=read_invented), PAGES[:5]))


def test_a_page_whose_worker_died_once_is_read_in_a_fresh_one(tmp_path):
    page = Received(data=str(tmp_path / "died").encode(), name="once.txt")
    (outcome,) = read_in_processes(PageWork(read=read_or_die_once), [page], 1)
    assert outcome.failure is None and len(outcome.readings) == 1


def test_a_failing_stage_is_a_failure_with_its_type_and_message():
    broken = Received(data=b"BROKEN", name="broken.txt")
    work = PageWork(read=read_invented)
    for outcomes in (read_inline(work, [broken]), read_in_processes(work, [broken], 2)):
        (outcome,) = outcomes
        assert outcome.failure.code == "M-190"
        assert outcome.failure.detail == "ValueError: a stage that cannot read this"


def test_pages_are_asked_for_as_they_are_needed():
    asked = []

    def pages():
        for page in PAGES:
            asked.append(page.name)
            yield page

    outcomes = read_in_processes(PageWork(read=read_invented), pages(), 2)
    next(outcomes)
    assert len(asked) == 8
    outcomes.close()


def test_one_job_needs_no_process():
    assert choose_engine(1) is read_inline
    assert isinstance(choose_engine(2), partial)
