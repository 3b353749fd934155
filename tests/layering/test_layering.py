"""Folder = layer = CMake target, and only the edges of layers.py between them."""

import re
from pathlib import Path

import pytest

from harness.source_tree import ROOT, RUNTIME_INCLUDE, relative, tracked_files, with_suffix
from includes import OURS, UnreadableInclude, included_layer, includes_of, layer_of, without_comments
from layers import ALLOWED, ELSEWHERE, GENERATED_MAY_USE, HOSTED, STANDARD_HEADERS, TARGETS

RUNTIME_FILES = [relative(path) for path in with_suffix(tracked_files("runtime"), ".hpp", ".cpp")]
GENERATED_FILES = [relative(path) for path in with_suffix(tracked_files("generated"), ".hpp", ".cpp")]
CMAKE_LAYER = re.compile(r"^ *prometheus_express_layer\(\s*(\w+)([^)]*)\)", re.MULTILINE)


def runtime_violations(path: Path, text: str) -> list[str]:
    layer = layer_of(path)
    if layer not in ALLOWED:
        return [f"{relative(path)}: stands in no layer's folder"]
    problems = []
    for include in includes_of(text):
        where = f"{relative(path)}:{include.line}: {layer} may not include {include.name}"
        target = included_layer(include, path)
        if target is not None:
            if target != layer and target not in ALLOWED[layer]:
                problems.append(f"{where}; it may use {', '.join(sorted(ALLOWED[layer])) or 'no other layer'}")
        elif not layer.startswith(HOSTED) and (include.in_quotes or include.name not in STANDARD_HEADERS):
            problems.append(f"{where}; standard headers that it may use: {', '.join(sorted(STANDARD_HEADERS))}")
    return problems


def generated_violations(path: Path, text: str) -> list[str]:
    used = [(include, included_layer(include, path)) for include in includes_of(text)]
    return [
        f"{relative(path)}:{include.line}: generated code may not include {include.name}"
        for include, layer in used
        if layer is not None and layer not in GENERATED_MAY_USE
    ]


@pytest.mark.parametrize("name", RUNTIME_FILES)
def test_runtime_file_includes_only_what_its_layer_may(name: str) -> None:
    assert runtime_violations(ROOT / name, (ROOT / name).read_text()) == []


@pytest.mark.parametrize("name", GENERATED_FILES)
def test_generated_file_includes_only_layers_meant_for_it(name: str) -> None:
    assert generated_violations(ROOT / name, (ROOT / name).read_text()) == []


def test_the_list_of_layers_has_no_cycle() -> None:
    remaining = dict(ALLOWED)
    while remaining:
        free = [layer for layer, uses in remaining.items() if not uses & remaining.keys()]
        assert free, f"a cycle among {sorted(remaining)}"
        for layer in free:
            del remaining[layer]


def cmake_edges() -> dict[str, set[str]]:
    edges: dict[str, set[str]] = {}
    for path in tracked_files("runtime"):
        if path.name == "CMakeLists.txt":
            for layer, arguments in CMAKE_LAYER.findall(path.read_text()):
                _, _, depends = arguments.partition("LINKS")[0].partition("DEPENDS")
                edges.setdefault(layer_of_target(layer), set()).update(map(layer_of_target, depends.split()))
    return edges


def layer_of_target(target: str) -> str:
    """Each port is a target of its own, called like its folder in ports/."""
    return TARGETS.get(target, f"ports/{target}" if f"ports/{target}" in ALLOWED else target)


def test_cmake_targets_have_only_the_edges_of_the_list() -> None:
    edges = cmake_edges()
    assert edges
    for layer, uses in edges.items():
        allowed = ALLOWED[layer] | {layer}
        assert uses <= allowed, f"the target of {layer} links {sorted(uses - allowed)}"


@pytest.mark.parametrize("name", RUNTIME_FILES)
def test_cmake_target_links_each_layer_that_is_included(name: str) -> None:
    path = ROOT / name
    layer = layer_of(path)
    used = {included_layer(include, path) for include in includes_of(path.read_text())} - {None, layer}
    assert used <= cmake_edges()[layer], f"the target of {layer} in runtime/CMakeLists.txt lacks DEPENDS"


@pytest.mark.parametrize("name", sorted(ELSEWHERE))
def test_a_header_in_another_layers_folder_only_leads_to_its_own(name: str) -> None:
    text = without_comments((RUNTIME_INCLUDE / OURS / name).read_text())
    lines = [line for line in text.splitlines() if line]
    assert lines[0] == "#pragma once"
    forwards = re.compile(r'#include "prometheus_express/[\w/]+\.hpp"|(using \w+::\w+;)|namespace [\w:]+ \{|\}')
    assert [line for line in lines[1:] if not forwards.fullmatch(line.rstrip())] == []


BASE = ROOT / "runtime" / "include" / OURS / "base" / "made_up.hpp"
BUS_PORT, TCP_PORT, LWIP = (ROOT / "runtime" / "src" / "ports" / port / "made_up.cpp" for port in ("linux_i2c", "posix_tcp", "lwip"))
HOST = ROOT / "runtime" / "src" / "host" / "made_up.cpp"


@pytest.mark.parametrize(
    ("path", "text", "count"),
    [
        (BASE, '#include "prometheus_express/metrics/cell.hpp"\n', 1),
        (BASE, "#include <prometheus_express/http/server.hpp>\n", 1),
        (BASE, "  #  include <charconv>  // text\n", 1),
        (BASE, "#include <sys/socket.h>\n", 1),
        (BASE, '#include "weather_station.hpp"\n', 1),
        (BASE, "#include <prometheus_express/made_up.hpp>\n", 1),
        (BASE, "// #include <string>\n/*\n#include <string>\n*/\n#include <span>\n", 0),
        (BASE, 'constexpr auto text = R"(\n#include <string>\n)";\n', 0),
        (BASE.parents[1] / "made_up.hpp", "", 1),
        (BASE.parents[1] / "ports" / "made_up.hpp", "", 1),
        (LWIP, '#include <sys/socket.h>\n#include "lwip/tcp.h"\n#include <prometheus_express/transport/transport.hpp>\n', 0),
        (LWIP, "#include <prometheus_express/exposition/page.hpp>\n", 1),
        (LWIP, "#include <prometheus_express/bus/bus.hpp>\n", 1),
        (BUS_PORT, "#include <prometheus_express/bus/bus.hpp>\n#include <prometheus_express/ports/linux_device/node.hpp>\n", 0),
        (BUS_PORT, "#include <prometheus_express/ports/posix_tcp/tcp.hpp>\n", 1),
        (BUS_PORT, "#include <prometheus_express/transport/transport.hpp>\n", 1),
        (TCP_PORT, "#include <prometheus_express/ports/posix/descriptor.hpp>\n#include <prometheus_express/host/serve.hpp>\n", 1),
        (TCP_PORT, "#include <prometheus_express/ports/posix.hpp>\n", 1),
        (HOST, "#include <string>\n#include <prometheus_express/http/server.hpp>\n", 0),
    ],
)
def test_a_forbidden_include_is_found(path: Path, text: str, count: int) -> None:
    assert len(runtime_violations(path, text)) == count


def test_generated_code_may_not_use_the_transport_or_a_port() -> None:
    text = "#include <prometheus_express/transport/transport.hpp>\n#include <prometheus_express/ports/posix.hpp>\n"
    assert len(generated_violations(ROOT / "generated" / "made_up.hpp", text)) == 2


def test_a_computed_include_is_refused() -> None:
    with pytest.raises(UnreadableInclude):
        includes_of("#include GUARD\n")
