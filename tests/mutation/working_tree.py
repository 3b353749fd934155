"""A copy of the project in which the code is broken; the checkout itself is only read."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Optional

from mutants import Mutant

# Compiles faster than the preset's, and warns of nothing: what a mutant leaves unused is no reason to refuse it.
FLAGS = ("-DCMAKE_CXX_FLAGS=-w", "-DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O0 -DNDEBUG")


def files_of(root: Path) -> list[str]:
    """What is in git or could be added."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout
    return sorted(name for name in set(listing.split("\0")) if name and (root / name).is_file())


class WorkingTree:
    """A file is written only when its text is another, so that a build does what is needed and no more."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.folder = root, folder
        self.broken: Optional[str] = None
        self.sound = b""  # what the broken file holds otherwise

    def refresh(self) -> None:
        """Makes the copy one of the checkout as it is now, without any mutant."""
        files = files_of(self.root)
        for stale in [path for path in self.folder.rglob("*") if path.is_file() and not path.is_relative_to(self.folder / "build")]:
            if stale.relative_to(self.folder).as_posix() not in files:
                stale.unlink()
        for name in files:
            target = self.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            self._write(name, (self.root / name).read_bytes())
            target.chmod((self.root / name).stat().st_mode)

    def configure(self) -> None:
        if not (self.folder / "build" / "host" / "build.ninja").exists():
            subprocess.run(["cmake", "--preset", "host", *FLAGS], cwd=self.folder, check=True, stdout=subprocess.DEVNULL)

    def put(self, mutant: Mutant) -> None:
        """Breaks the copy; the mutant before is taken out, so that one build does for both."""
        if self.broken != mutant.file:
            self.restore()
            self.broken, self.sound = mutant.file, (self.folder / mutant.file).read_bytes()
        self._write(mutant.file, mutant.applied_to(self.sound.decode()).encode())

    def restore(self) -> None:
        if self.broken:
            self._write(self.broken, self.sound)
        self.broken = None

    def _write(self, name: str, content: bytes) -> None:
        target = self.folder / name
        if not target.exists() or target.read_bytes() != content:
            target.write_bytes(content)
