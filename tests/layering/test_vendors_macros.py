"""Headers of vendors define macros with everyday names (macros/*.hpp). The runtime's headers and generated code compile in front of
them and behind those of each vendor. Who calls `poll` behind lwIP's writes `(server.poll)(now)`."""

import re
from pathlib import Path

import pytest

from harness.source_tree import ROOT, RUNTIME_INCLUDE, Outcome, needs_a_vendor, run_all, tracked_files, with_suffix

VENDORS = sorted(Path(__file__).with_name("macros").glob("*.hpp"))
HEADERS = [path for path in with_suffix(tracked_files("runtime/include"), ".hpp") if not needs_a_vendor(path)]
APPLICATIONS = ("weather_station", "custom_routes")
CALLS = """
template <class Server, class Sensors, class Metrics>
auto turn(Server& server, Sensors& sensors, Metrics& metrics, prometheus_express::Time now) {
  return (server.poll)(now) < (sensors.poll)(metrics, now);
}
"""
IN_FRONT = "in front of all"


def standard_headers() -> str:
    """Those that the runtime's headers include: a macro would spoil them, and a vendor's header includes its own first."""
    text = "".join((ROOT / header).read_text() for header in HEADERS)
    return "".join(f"#include <{name}>\n" for name in sorted(set(re.findall(r"#include <([\w/.]+)>", text))))


def own_code() -> str:
    generated = [path for name in APPLICATIONS for path in sorted((ROOT / "generated" / name).glob("*.?pp"))]
    headers = [path for path in generated if path.suffix == ".hpp"]
    sources = [path for path in generated if path.suffix == ".cpp"]
    return "".join(f'#include "{path}"\n' for path in (*(ROOT / header for header in HEADERS), *headers, *sources))


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    command = ["g++", "-std=gnu++20", "-fsyntax-only", f"-I{RUNTIME_INCLUDE}", "-x", "c++", "-"]
    macros = {vendor.stem: f'#include "{vendor}"\n' for vendor in VENDORS}
    texts = {name: standard_headers() + text + own_code() + CALLS for name, text in macros.items()}
    texts[IN_FRONT] = standard_headers() + own_code() + "".join(macros.values()) + CALLS
    return run_all({name: (command, text) for name, text in texts.items()})


@pytest.mark.parametrize("place", [*(vendor.stem for vendor in VENDORS), IN_FRONT])
def test_compiles(place: str, outcomes: dict[str, Outcome]) -> None:
    outcomes[place].must_succeed()
