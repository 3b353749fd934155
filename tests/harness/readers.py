"""Pages as others read them: the official Python parser, and promtool."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client.parser import text_string_to_metric_families

Series = tuple[str, frozenset[tuple[str, str]]]


@dataclass(frozen=True)
class Read:
    name: str  # of the family as on the page
    type: str
    help: str
    values: dict[Series, float]


def families(page: bytes) -> list[Read]:
    return list(read(page))


def read(page: bytes) -> Iterator[Read]:
    for family in text_string_to_metric_families(page.decode()):  # type: ignore[no-untyped-call]
        values = {(sample.name, frozenset(sample.labels.items())): sample.value for sample in family.samples}
        assert len(values) == len(family.samples), "a series stands twice"
        # The parser takes the suffix off the names of counters.
        name = family.name + "_total" if family.type == "counter" else family.name
        yield Read(name, family.type, family.documentation, values)


def values(page: bytes) -> dict[Series, float]:
    return {series: value for family in read(page) for series, value in family.values.items()}


def value(page: bytes, name: str, **labels: str) -> float:
    return values(page)[name, frozenset(labels.items())]


@dataclass(frozen=True)
class Lint:
    status: int
    output: str


def promtool(page: bytes) -> Lint:
    done = subprocess.run(
        ["promtool", "check", "metrics"], input=page, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=30
    )
    return Lint(done.returncode, done.stdout.decode())
