"""export: the runtime, and what is generated, as plain folders for builds that know no CMake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..version import VERSION
from .runtime import OWN, board_files

SOURCES = f"{OWN}/sources.txt"
VERSION_FILE = f"{OWN}/VERSION"

LIBRARY_PROPERTIES = f"""\
name={OWN}
version={VERSION}
author=the prometheus_express authors
maintainer=the prometheus_express authors
sentence=Makes a device visible in Prometheus: metrics and sensors from a schema, served over HTTP.
paragraph=Counters, gauges, histograms and summaries without heap; needs a core with C++20 (-std=gnu++20).
category=Communication
architectures=*
includes=prometheus_express.h
"""
# A library is found by a header of its src folder.
ARDUINO_HEADER = """\
// Makes the Arduino tools find the library. Metrics come with the header that is generated of their schema.
#pragma once

#include "prometheus_express/base/clock.hpp"
#include "prometheus_express/http/server.hpp"
#include "prometheus_express/transport/transport.hpp"
"""


def sources(generated: Mapping[str, str], ports: Sequence[str] = ()) -> dict[str, str]:
    """Files for a folder that is on the include path: headers and sources of the library in `prometheus_express/`, what is generated
    beside it, and a list of what is to be compiled."""
    files = {**board_files(ports), **generated}
    compiled = "".join(f"{name}\n" for name in sorted(files) if name.endswith(".cpp"))
    return {**files, SOURCES: compiled, VERSION_FILE: f"{VERSION}\n"}


def arduino(generated: Mapping[str, str], ports: Sequence[str] = ()) -> dict[str, str]:
    """Files of an Arduino library, whose `src` is such a folder."""
    inside = {**sources(generated, ports), f"{OWN}.h": ARDUINO_HEADER}
    return {"library.properties": LIBRARY_PROPERTIES, **{f"src/{name}": text for name, text in inside.items()}}


def outdated(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Files of the library that an earlier export wrote and this one has not: a build that compiles whole folders would take them.
    The folder of the library is its own once it holds a VERSION; anything else there is the user's, and stays."""
    versions = [folder / name for name in files if name.endswith(VERSION_FILE)]
    earlier = [path for version in versions if version.is_file() for path in version.parent.rglob("*.[ch]pp")]
    return sorted(path for path in earlier if path.relative_to(folder).as_posix() not in files)
