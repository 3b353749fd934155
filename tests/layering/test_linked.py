"""A port that was not linked is named by its headers: where a program is built with CMake, which the target of the layer `base` tells by
a definition, the first error says which target to link. Who compiles the sources by hand hears nothing."""

import pytest

from harness.source_tree import HOST_COMPILERS, RUNTIME_INCLUDE, Outcome, relative, run_all, tracked_files, with_suffix
from includes import OURS
from layers import ALLOWED, TARGETS

# The headers whose functions are in a source, and those that programs begin with.
TARGET_OF = {"host": "host", **{layer: layer.removeprefix("ports/") for layer in ALLOWED if layer.startswith("ports/")}}
TARGET_OF |= {layer: target for target, layer in TARGETS.items() if target != "posix"}
ENTRIES = {"host.hpp": "host", "ports/posix.hpp": "host", "ports/lwip.hpp": "lwip"}


def headers() -> dict[str, str]:
    """Each such header, with the target that it must name."""
    sources = {relative(path.with_suffix("")).removeprefix("runtime/src/") for path in with_suffix(tracked_files("runtime/src"), ".cpp")}
    found = dict(ENTRIES)
    for path in with_suffix(tracked_files(relative(RUNTIME_INCLUDE)), ".hpp"):
        name = path.relative_to(RUNTIME_INCLUDE / OURS)
        if name.with_suffix("").as_posix() in sources and name.parent.as_posix() in TARGET_OF:
            found[name.as_posix()] = TARGET_OF[name.parent.as_posix()]
    return found


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    flags = ("-std=c++20", f"-I{RUNTIME_INCLUDE}", "-DPROMETHEUS_EXPRESS_LINKS_BASE", "-E", "-o", "/dev/null", "-xc++", "-")
    return run_all({header: ([HOST_COMPILERS[0], *flags], f"#include <{OURS}/{header}>\n") for header in headers()})


@pytest.mark.parametrize("header", headers())
def test_the_first_error_names_the_target(header: str, outcomes: dict[str, Outcome]) -> None:
    errors = [line for line in outcomes[header].output.splitlines() if " error: " in line]
    assert errors, "nothing is said"
    target = headers()[header]
    assert f"link prometheus_express::{target}: target_link_libraries(YOUR_TARGET PRIVATE prometheus_express::{target})" in errors[0]
    if target != "lwip":  # whose headers are not here
        assert len(errors) == 1


@pytest.mark.parametrize(("layer", "target"), TARGET_OF.items())
def test_nothing_is_said_to_who_links_it_or_does_without_cmake(layer: str, target: str) -> None:
    """The definition is that of prometheus_express_layer in runtime/CMakeLists.txt."""
    text = f'#include "{RUNTIME_INCLUDE / OURS / layer / target}_linked.hpp"\n'
    linked = [f"-DPROMETHEUS_EXPRESS_LINKS_{name.upper()}" for name in ("base", target)]
    for definitions in ([], linked):
        Outcome([HOST_COMPILERS[0], "-E", *definitions, "-xc++", "-"], text).must_succeed()
    assert not Outcome([HOST_COMPILERS[0], "-E", linked[0], "-xc++", "-"], text).succeeded


def test_every_port_has_such_a_header() -> None:
    assert set(headers().values()) == set(TARGET_OF.values())
