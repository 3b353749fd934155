"""Writes generated files so that a reader sees the old text or the new one, and nothing in between."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_files(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Writes those files whose text changes, and returns them; a name may have folders of its own. On a failure, an OSError, none
    is replaced halfway: all texts stand in temporary files before the first one takes its place."""
    folder.mkdir(parents=True, exist_ok=True)
    pending: list[tuple[str, Path]] = []
    try:
        for name, text in texts.items():
            data, target = text.encode("utf-8"), folder / name
            if not _holds(target, data):
                target.parent.mkdir(parents=True, exist_ok=True)
                pending.append((_write_beside(target, data), target))
        for temporary, target in pending:
            os.replace(temporary, target)
    finally:
        for temporary, _ in pending:
            with suppress(FileNotFoundError):
                os.unlink(temporary)
    return [target for _, target in pending]


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return False


def _write_beside(target: Path, data: bytes) -> str:
    descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o666 & ~_umask())  # mkstemp's files are the user's alone
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
