"""Breaks the code in many places, one at a time, and says which suite notices: see README.md beside this file."""

from __future__ import annotations

import argparse
import re
import signal
import sys
import time
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from building import REFUSED
from mutants import Mutant, choose, mutants_of
from places import PLACES
from report import COMPILER, SURVIVED, Result, Results, accepted, summary, table
from suites import suite
from working_tree import WorkingTree, files_of

ROOT = Path(__file__).resolve().parents[2]
CALCULATED = re.compile("static assertion|non-.constexpr|constant expression|outside the bounds")
ACCEPTED = Path(__file__).with_name("accepted.yaml")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests/mutation/run", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="decides which mutants are chosen (1)")
    parser.add_argument("--count", type=int, default=100, help="about how many (100)")
    parser.add_argument("--only", metavar="GLOB", default="*", help="of files, or of ids of mutants; from all chosen by seed and count")
    parser.add_argument("--all", action="store_true", help="every mutant of --only, not those that seed and count choose")
    parser.add_argument("--resume", action="store_true", help="keep the results that the folder holds, and try the rest")
    parser.add_argument("--first", type=int, metavar="N", help="ask the N cheapest suites only; --resume asks the rest of survivors")
    parser.add_argument("--list", action="store_true", help="say which mutants there are, and try none")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "mutation", help="for the copy and the results (build/mutation)")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what runs then is ended, as with Ctrl-C
    files = files_of(ROOT)
    every = [mutant for place in PLACES for mutant in mutants_of(ROOT, place, files)]
    chosen = every if options.all else choose(every, PLACES, options.seed, options.count)
    chosen = [one for one in chosen if fnmatch(one.file, options.only) or fnmatch(one.id, options.only)]
    if options.list:
        print("\n".join(one.id for one in chosen))
        return 0
    results = Results(options.folder / "results.jsonl", options.resume)
    trial = Trial(WorkingTree(ROOT, options.folder.resolve() / "tree"))
    for number, mutant in enumerate(chosen, 1):
        known = results.known.get(mutant.id)
        suites = [name for name in trial.suites(mutant)[: options.first] if not known or name not in known.asked]
        if not known or (known.suite == SURVIVED and suites):
            results.add(trial.of(mutant, suites, known.asked if known else ()))
        result = results.known[mutant.id]
        print(f"{number}/{len(chosen)} {mutant.id}\n    {result.suite}: {result.test} ({result.seconds} s)", flush=True)
    trial.tree.restore()
    found = [results.known[mutant.id] for mutant in chosen]
    (options.folder / "report.md").write_text(table(found, ACCEPTED), encoding="utf-8")
    print(summary(found, ACCEPTED))
    print(f"table: {options.folder / 'report.md'}")
    return 1 if any(one.needs_a_reason and not accepted(ACCEPTED, one) for one in found) else 0


class Trial:
    """Tries mutants, after each suite has been seen to pass without one."""

    def __init__(self, tree: WorkingTree) -> None:
        self.tree = tree
        self.sound: set[str] = set()
        tree.refresh()
        tree.configure()

    def suites(self, mutant: Mutant) -> list[str]:
        return [name for name in mutant.place.suites if suite(name).exists(self.tree.folder)]

    def of(self, mutant: Mutant, suites: Sequence[str], before: Sequence[str]) -> Result:
        """`before`: the suites that have not noticed it."""
        started = time.monotonic()
        by, test, asked = SURVIVED, "", list(before)
        for name in suites:
            self.must_be_sound(name)
            self.tree.put(mutant)
            asked.append(name)
            failed = suite(name).noticed_by(self.tree.folder, mutant.file)
            if failed is not None:
                by, test = (name if _is_program(mutant, failed) else COMPILER), failed
                break
        seconds = round(time.monotonic() - started)
        return Result(mutant.id, mutant.file, mutant.source_line, mutant.change.shown, by, test, seconds, asked)

    def must_be_sound(self, name: str) -> None:
        if name not in self.sound:
            self.tree.restore()
            failed = suite(name).noticed_by(self.tree.folder, "")
            if failed is not None:
                sys.exit(f"{name} fails without a mutant, so that it cannot tell anything: {failed}")
            self.sound.add(name)



def _is_program(mutant: Mutant, failed: str) -> bool:
    """Where C++ itself refuses the change, no test has to. What a static_assert or a calculation of the compiler finds wrong is
    noticed, and so is what a changed generator writes."""
    return not failed.startswith(REFUSED) or CALCULATED.search(failed) is not None or mutant.file.endswith(".py")


if __name__ == "__main__":
    sys.exit(main())
