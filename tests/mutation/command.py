"""Runs a command in the copy, as something that may do anything: hang, ask for all memory, print without end."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Optional

NICE = 10  # others may be at work
MOST_MEMORY = 6 << 30  # bytes


def run(command: Sequence[str], folder: Path, limit: int) -> Optional[str]:
    """What a command said that failed, or did not end within `limit` seconds; None of one that succeeded."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        errors="replace", start_new_session=True, preexec_fn=_confine,
    ) as process:  # fmt: skip
        try:
            output, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return f"{process.communicate()[0]}\nFAILED did not end within {limit} s"
        except BaseException:  # as Ctrl-C, which a session of its own does not get
            os.killpg(process.pid, signal.SIGKILL)
            raise
    return None if process.returncode == 0 else output


def _confine() -> None:
    os.setpriority(os.PRIO_PROCESS, 0, NICE)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
