"""What a process holds: https://man7.org/linux/man-pages/man5/proc.5.html."""

from pathlib import Path
from typing import NamedTuple


class Resources(NamedTuple):
    descriptors: int
    data: int  # KiB of memory that is its own, heap and all, used or not
    resident: int  # KiB of it that were ever touched


def resources(process: int) -> Resources:
    folder = Path("/proc", str(process))
    status = dict(line.split(":", 1) for line in folder.joinpath("status").read_text().splitlines())
    return Resources(
        len(list(folder.joinpath("fd").iterdir())), int(status["VmData"].split()[0]), int(status["RssAnon"].split()[0])
    )
