#!/usr/bin/env -S tests/python
"""What the fuzz targets start from: the conformance cases, and corpus/TARGET.yaml, where each character is a byte.

    tests/fuzz/corpus.py write TARGET FOLDER     as files, for the target's command line
    tests/fuzz/corpus.py keep TARGET FOLDER      keeps those files of FOLDER that reach code which nothing else reaches
"""

import argparse
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import yaml

from conformance.run import Case, Target, cases
from harness import presets

HERE = Path(__file__).resolve().parent
TARGETS = ("request_parser", "server", "renderer", "internet_messages")
SITE = Target("", 0, page="/metrics", store="/config")
POLL, SEND, END = 0, 1, 4  # commands of server.cpp


def build() -> Path:
    return presets.build("fuzz", "tests/fuzz/all") / "tests" / "fuzz"


def sent(case: Case) -> list[bytes]:
    """What a case sends: at once, and after the first answer."""
    return [SITE.fill(case[key]) for key in ("send", "more") if key in case]


def script(pieces: list[bytes]) -> bytes:
    """Has a client of server.cpp send the pieces and end its stream."""
    commands = bytearray()
    for piece in pieces:
        for start in range(0, len(piece), 255):
            part = piece[start : start + 255]
            commands += bytes([SEND, len(part)]) + part
        commands.append(POLL)
    return bytes(commands + bytes([END, POLL]))


def seeds(target: str) -> list[bytes]:
    if target == "request_parser":
        return [b"".join(sent(case)) for case in cases(SITE)]
    return [script(sent(case)) for case in cases(SITE)] if target == "server" else []


def read(target: str) -> dict[str, Any]:
    """`made`: by hand, with names that say what; `found`: by the fuzzer."""
    return yaml.safe_load((HERE / "corpus" / f"{target}.yaml").read_text())  # type: ignore[no-any-return]


def kept(target: str) -> list[bytes]:
    corpus = read(target)
    return [text.encode("latin-1") for text in [*corpus["made"].values(), *corpus["found"]]]


def write(inputs: list[bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(inputs):
        folder.joinpath(f"{number:04}").write_bytes(data)


def keep(target: str, found: Path) -> None:
    """libFuzzer's merge takes small files first and leaves out those that add nothing to the first folder."""
    with tempfile.TemporaryDirectory() as folder:
        base, best = Path(folder, "seeds"), Path(folder, "best")
        write(seeds(target), base)
        write(kept(target), Path(folder, "kept"))
        best.mkdir()
        merge = [build() / f"fuzz_{target}", "-merge=1", "-use_counters=0", "-max_len=300"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([*merge, best, base, Path(folder, "kept"), found], check=True, **quiet)
        corpus = read(target)
        known = {*seeds(target), *(text.encode("latin-1") for text in corpus["made"].values())}
        texts = [data.decode("latin-1") for path in best.iterdir() if (data := path.read_bytes()) not in known]
    corpus["found"] = sorted(texts, key=lambda text: (len(text), text))
    lines = yaml.safe_dump(corpus, default_style='"', width=1 << 20, sort_keys=False)
    (HERE / "corpus" / f"{target}.yaml").write_text(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("write", "keep"))
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    if options.what == "write":
        write(seeds(options.target) + kept(options.target), options.folder)
    else:
        keep(options.target, options.folder)


if __name__ == "__main__":
    main()
