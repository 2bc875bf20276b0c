"""Processes that die, linger or stumble: what becomes of their job, and of the others."""

from __future__ import annotations

import os
import signal
import time

import pytest

from bot.workers import Lost, Workers
from store.errors import UnreadableArticle

SOON = 2.0  # seconds
FOREVER = 600.0


def work(job: str) -> str:
    match job:
        case "die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leave":
            os._exit(3)
        case "linger":
            time.sleep(FOREVER)
        case "stumble":
            raise KeyError(job)
        case "refuse":
            raise UnreadableArticle("cannot read it: it is empty")
        case "tell who":
            return str(os.getpid())
    return job.upper()


def patience(job: str) -> float:
    return SOON if job == "linger" else FOREVER


@pytest.mark.parametrize(
    ("job", "error", "told"),
    [
        pytest.param("die", Lost, r"ended \(SIGSEGV\)", id="killed by a signal"),
        pytest.param("leave", Lost, r"ended \(status 3\)", id="ended by itself"),
        pytest.param("linger", Lost, "longer than 2 seconds", id="takes too long"),
        pytest.param("stumble", Lost, "reading it failed", id="raises what nobody expected"),
        pytest.param("refuse", UnreadableArticle, "it is empty", id="raises it on purpose"),
    ],
)
def test_what_goes_wrong_costs_one_job(job: str, error: type[Exception], told: str) -> None:
    with Workers(work, 1, patience) as workers:
        jobs = [workers.do(lambda each=each: each) for each in ("a", job, "b")]
        assert jobs[0].result() == "A"
        with pytest.raises(error, match=told):
            jobs[1].result()
        assert jobs[2].result() == "B"


def test_what_nobody_expected_comes_with_its_traceback() -> None:
    with Workers(work, 1, patience) as workers:
        (note,) = workers.do(lambda: "stumble").exception().__notes__
    assert "KeyError: 'stumble'" in note


def test_a_process_that_died_between_jobs_is_missed_by_none() -> None:
    with Workers(work, 1, patience) as workers:
        first = int(workers.do(lambda: "tell who").result())
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        assert int(workers.do(lambda: "tell who").result()) != first


def test_whoever_is_done_waits_for_no_job_and_leaves_no_process() -> None:
    with Workers(work, 1, lambda _: FOREVER) as workers:
        process = int(workers.do(lambda: "tell who").result())
        lingering, waiting = workers.do(lambda: "linger"), workers.do(lambda: "a")
        while not lingering.running():
            time.sleep(0.01)
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert isinstance(lingering.exception(), Lost)
    assert waiting.cancelled()
