"""What is broken, and which suites are asked about it. A file that moves changes a glob here and nothing else.

A suite is a folder of tests/ (suites.py knows how each kind is built and run). They are tried in the order given, from
cheap to dear, and the first that fails ends the search. `drift` compares with checked-in files, which a refresh makes
right again whatever they say: it comes last, and is told apart in the report.
"""

from __future__ import annotations

from dataclasses import dataclass

RUNTIME = "runtime/include/prometheus_express"
GENERATOR = "generator/prometheus_express"


@dataclass(frozen=True)
class Place:
    """`share` of the mutants that are chosen come from the files of the globs."""

    name: str
    globs: tuple[str, ...]
    share: int
    suites: tuple[str, ...]


def layer(name: str, share: int, *suites: str) -> Place:
    return Place(name, (f"runtime/src/{name}/*", f"{RUNTIME}/{name}/*"), share, suites)


def generator(name: str, share: int, globs: tuple[str, ...], *suites: str) -> Place:
    whole = tuple(f"{GENERATOR}/{glob}" for glob in globs)
    return Place(name, whole, share, ("generator quick", *suites, "generator slow", "drift"))


LOWERING = ("lower/*.py", "names/*.py", "formats/*.py")
DEVICE = ("lower/exact*.py", "lower/program.py", "lower/drivers.py", "lower/registers.py", "lower/plausible.py", "expression/*.py")

PLACES = (
    layer("base", 10, "base", "runtime/base", "exposition", "target", "differential"),
    layer("metrics", 9, "metrics", "exposition", "predecessor", "compile_fail", "differential"),
    layer("exposition", 4, "exposition", "http", "predecessor", "differential"),
    layer("message", 3, "runtime/message", "http", "conformance", "fuzz", "integration"),
    layer("http", 14, "http", "conformance", "predecessor", "fuzz", "integration"),
    layer("push", 3, "runtime/push", "integration"),
    layer("sensors", 7, "sensors", "sensors replay"),
    # Ports of vendors are not broken: lwip is tested only where its sources are. simulated_bus is itself a tool of tests.
    layer("ports/posix", 2, "runtime/ports/posix", "integration"),
    layer("ports/posix_tcp", 3, "runtime/ports/posix", "integration"),
    layer("ports/linux_device", 1, "runtime/ports/linux_bus", "sensors replay"),
    layer("ports/linux_i2c", 2, "runtime/ports/linux_bus", "sensors replay"),
    layer("ports/linux_spi", 2, "runtime/ports/linux_bus", "sensors replay"),
    layer("host", 2, "runtime/host", "runtime/ports/posix", "integration"),
    generator("rules", 16, ("rules/*.py",), "generator"),
    generator("lowering", 16, LOWERING, "generator", "predecessor", "differential", "integration"),
    generator("device", 16, DEVICE, "formulas", "sensors replay", "generator"),
)
