"""Several servers share an application whose schema says `concurrency: threads`: no count is lost, and the thread sanitizer
has nothing to say. Without these words it has."""

import re
import subprocess

from harness import presets


def run(preset: str, name: str) -> "subprocess.CompletedProcess[str]":
    program = presets.build(preset, name) / "tests" / "concurrency" / name
    return subprocess.run([program], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)


def test_sums_agree_without_the_sanitizer() -> None:
    for _ in range(3):
        done = run("host", "concurrency_safe")
        assert done.returncode == 0, done.stdout


def test_cells_for_threads_have_no_race() -> None:
    done = run("tsan", "concurrency_safe")
    assert done.returncode == 0, done.stdout
    assert re.fullmatch(r"4000 of 4000 requests by [2-4] servers\n", done.stdout)


def test_a_race_is_caught() -> None:
    done = run("tsan", "concurrency_racy")
    assert "WARNING: ThreadSanitizer: data race" in done.stdout
    assert done.returncode != 0
