"""Runs suites side by side: schedule.py all | quick | soak | SUITE…, as ./tests/run calls it once all is installed.

First what some suite needs built, then the suites in the order of their table, each as soon as what it needs is built and
enough processors are free; whoever fits goes before who does not. A line a suite, in the order in which they end.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, redirect_stderr
from pathlib import Path

from suites import ROOT, Job, builds, processors, read_suites
from tally import tally

LOGS = ROOT / "build" / "test-logs"
SECONDS_TO_END = 10  # for a job that was told to, before it is killed
SHOWN_LINES = 40  # of the log of a suite that failed


class Running:
    """A job that runs, in a process group of its own, which ends together."""

    def __init__(self, job: Job, log: Path) -> None:
        self.job, self.log = job, log
        self.started = time.monotonic()
        self.processor_seconds = 0.0
        self.told_to_end: "float | None" = None
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                job.command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)  # fmt: skip

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    def ended(self) -> bool:
        """Looks; ends what is over its limit."""
        if self.process.returncode is None:
            pid, status, usage = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                self.processor_seconds = usage.ru_utime + usage.ru_stime
            elif self.told_to_end is None and self.seconds > self.job.limit:
                self.end()
            elif self.told_to_end is not None and time.monotonic() - self.told_to_end > SECONDS_TO_END:
                self.send(signal.SIGKILL)
        return self.process.returncode is not None

    def end(self) -> None:
        self.told_to_end = time.monotonic()
        self.send(signal.SIGTERM)

    def send(self, number: int) -> None:
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            pass


def run(waiting: list[Job], capacity: int) -> Iterator[Running]:
    """Runs the jobs, and yields each when it has ended. When it is not asked for more, it ends those that run."""
    running: list[Running] = []
    unbuilt = {build for job in waiting for build in job.after}
    try:
        while waiting or running:
            for job in waiting[:]:
                free = capacity - sum(each.job.busy for each in running)
                if job.busy <= free and not job.after & unbuilt:
                    waiting.remove(job)
                    running.append(Running(job, LOGS / f"{job.name}.log"))
            for each in running[:]:
                if each.ended():
                    running.remove(each)
                    unbuilt.discard(each.job.name)
                    yield each
            time.sleep(0.05)
    finally:
        if running:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)  # it is over in 10 seconds
        for each in running:
            each.end()
        while not all([each.ended() for each in running]):
            time.sleep(0.05)


def shown_log(done: Running) -> Iterator[str]:
    if done.told_to_end is not None:
        yield f"  ended after {done.job.limit} s, its time limit"
    for line in done.log.read_text(errors="replace").splitlines()[-SHOWN_LINES:]:
        yield f"  | {line}"
    yield f"  the whole log: {done.log.relative_to(ROOT)}"


def main(words: list[str]) -> int:
    table = read_suites((ROOT / "tests" / "suites.txt").read_text())
    chosen = [suite for suite in table if suite.name in words or suite.runs & set(words)]
    reports = {suite.name: LOGS / f"{suite.name}.xml" for suite in chosen}
    LOGS.mkdir(parents=True, exist_ok=True)
    for report in reports.values():
        report.unlink(missing_ok=True)
    capacity = processors()
    jobs = [*builds(chosen, capacity), *(suite.job(reports[suite.name], capacity) for suite in chosen)]
    passed = failed = 0
    with open(LOGS / "times.txt", "w") as times, closing(run(jobs, capacity)) as ended:
        for done in ended:
            name = done.job.name
            print(f"{name:13} {done.seconds:6.0f} s {done.processor_seconds:6.0f} s of processors", file=times, flush=True)
            if name not in reports:
                continue
            with done.log.open("a") as log, redirect_stderr(log):
                good, bad, skipped = tally(str(reports[name]), done.process.returncode)
            passed, failed = passed + good, failed + bad
            print(f"{name:13} {good:5} passed  {bad:3} failed  {skipped:3} skipped  {done.seconds:4.0f} s", flush=True)
            if bad:
                print(*shown_log(done), sep="\n", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 else 1


def interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, interrupt)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
