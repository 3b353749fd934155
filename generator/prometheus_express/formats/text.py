"""The text exposition format 0.0.4, with a mark where a value goes.

Source: https://prometheus.io/docs/instrumenting/exposition_formats/ ("Text format details").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Optional

from ..ir import Block, Exposition, Family, FamilyText, Format, MetricType, PageText, Sample, ValueKind

MARK = "@"  # as runtime/include/prometheus_express/exposition/page.hpp defines it
EXAMPLES = {"ratio": "0.4", "pascals": "101325", "hpa": "1013.25", "volts": "3.3", "bytes": "4096", "seconds": "42"}  # by unit
MAX_BLOCK_BYTES = 32768  # largest literal: compilers bound the loops of constant evaluation


def page_text(expositions: tuple[Exposition, ...]) -> PageText:
    return PageText(tuple(map(family_text, expositions)))


def family_text(exposition: Exposition) -> FamilyText:
    family, samples = exposition.family, exposition.samples
    values = sum(sample.longest_value for sample in samples)
    holes = sum(hole.longest for hole in family.holes)
    marks = len(samples) * (1 + len(family.holes)) * len(MARK)
    text = sum(len(sample_line(exposition, sample).encode()) for sample in samples)
    place = text - marks + values + len(samples) * holes
    largest = len(head(exposition).encode()) + place * family.places
    return FamilyText(tuple(_blocks(exposition)), values, holes, largest, _example(exposition))


def _blocks(exposition: Exposition) -> Iterator[Block]:
    """The text in pieces of at most MAX_BLOCK_BYTES, as long as one sample fits."""
    texts, size = [head(exposition)], len(head(exposition).encode())
    samples = 0
    for sample in exposition.samples:
        text = sample_line(exposition, sample)
        text_size = len(text.encode())
        if samples and size + text_size > MAX_BLOCK_BYTES:
            yield Block("".join(texts), samples)
            texts, size, samples = [], 0, 0
        texts.append(text)
        size += text_size
        samples += 1
    yield Block("".join(texts), samples)


def _example(exposition: Exposition) -> str:
    """The first sample; a label value that the device brings is called as its label."""
    first, value = exposition.samples[0], example_value(exposition.family)
    labels = tuple((name, name if text is None else text) for name, text in first.labels)
    line = sample_line(exposition, replace(first, labels=labels))
    return line[: -len(f"{MARK}\n")] + value


def example_value(family: Family) -> str:
    """A value that looks like one of the family's."""
    if family.type in (MetricType.INFO, MetricType.STATESET):
        return "1"
    if family.type in (MetricType.COUNTER, MetricType.HISTOGRAM, MetricType.SUMMARY):
        return "42"
    likely = EXAMPLES.get(family.unit, "24.73" if family.unit else "1")
    if family.value.is_floating:
        return likely
    places = family.value.places if family.value.kind is ValueKind.DECIMAL else 0
    text = format(Decimal(likely).quantize(Decimal(1).scaleb(-places)), "f") if places < len(likely) else likely
    return text.rstrip("0").rstrip(".") if "." in text else text


def head(exposition: Exposition) -> str:
    names = exposition.names[Format.TEXT]
    return f"# HELP {names.family} {escape_help(exposition.family.help)}\n# TYPE {names.family} {names.type}\n"


def sample_line(exposition: Exposition, sample: Sample) -> str:
    name = exposition.names[Format.TEXT].samples[sample.kind]
    labels = ",".join(f"{label}={_label_value(value)}" for label, value in sample.labels)
    return f"{name}{{{labels}}} {MARK}\n" if labels else f"{name} {MARK}\n"


def _label_value(value: Optional[str]) -> str:
    return MARK if value is None else f'"{escape_label_value(value)}"'


def escape_help(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def escape_label_value(text: str) -> str:
    return escape_help(text).replace('"', '\\"')
