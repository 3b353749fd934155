"""What promtool says of names on a page, said before there is one: warnings, which `--strict` makes errors.

`promtool check metrics` of Prometheus 2.42 and 2.53 was asked about each of these. The latter lets another type's word pass,
such as a gauge `x_counter`, which is warned of here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..kinds.metric import MetricType
from ..model.application import Model
from ..model.metric import Metric
from ..model.page_names import names_on_pages
from ..names.page import SAMPLES, SUFFIXES, TOTAL
from ..names.text import Text
from ..problems.problem import Problem, Severity

BASES = {
    "seconds": "minutes hours days weeks", "meters": "inches yards miles", "bytes": "bits", "grams": "pounds ounces",
    "celsius": "fahrenheit rankine", "kelvin": "kelvins", "joules": "calories", "volts": "", "amperes": "",
}  # fmt: skip
METRIC_PREFIXES = "pico nano micro milli centi deci deca hecto kilo mega giga tera peta".split()
BINARY_PREFIXES = "kibi mebi gibi tebi pebi".split()
PREFIXED = ("seconds", "meters", "bytes", "grams", "joules", "volts", "amperes", "bits")
ABBREVIATED = frozenset("s ms us ns sec b kb mb gb tb pb m h d".split())
SAMPLE_SUFFIXES = {suffix: tuple(kind for kind, samples in SAMPLES.items() if of in samples) for of, suffix in SUFFIXES.items()}
LABELS = {"le": MetricType.HISTOGRAM, "quantile": MetricType.SUMMARY}


def _base_units() -> dict[str, str]:
    units = {unit: base for base, others in BASES.items() for unit in others.split()}
    for unit in PREFIXED:
        base = "bytes" if unit == "bits" else unit
        prefixes = METRIC_PREFIXES + (BINARY_PREFIXES if base == "bytes" else [])
        units.update({prefix + unit: base for prefix in prefixes})
    return units


BASE_UNITS = _base_units()


def naming_lints(model: Model) -> Iterator[Problem]:
    names = names_on_pages(model)
    for metric in model.metrics:
        seen: set[str] = set()
        for name in names.get(metric.name.value, ()):
            for problem in (*_units(metric, name), *_type_in_name(metric, name), *_suffixes(metric, name)):
                if problem.slug not in seen:
                    seen.add(problem.slug)
                    yield replace(problem, metric=metric.name.value)
        for label in [label.name for label in metric.labels] + [label.name for label in metric.info]:
            yield from (replace(problem, metric=metric.name.value) for problem in _label(metric, label))
    for constant in model.constant_labels:
        yield from _camel_case("label", constant.name)
    for own, _ in (label for sensor in model.sensors for label in sensor.labels):
        yield from _camel_case("label", own)


def _units(metric: Metric, name: str) -> Iterator[Problem]:
    words = name.split("_")
    at = metric.unit if metric.unit and set(metric.unit.value.split("_")) & set(words) & _odd_units() else None
    unit = next((word for word in words if word in BASE_UNITS), None)
    if unit:
        base = BASE_UNITS[unit]
        message = f"the name `{name}` has the unit {unit}, where Prometheus has {base}"
        bare = "_".join(word for word in metric.name.value.split("_") if word != unit and word != base) or "value"
        rename = f", call the metric `{bare}`" if bare != metric.name.value else ""
        yield _warning("no-base-unit", message, at or metric.name, f"give it in {base}{rename} and write `unit: {base}`")
    short = next((word for word in words[1:] if word in ABBREVIATED), None)
    if short:
        message = f"the name `{name}` has the abbreviated unit `{short}`"
        yield _warning("abbreviated-unit", message, at or metric.name, "write the unit out, in base units")


def _odd_units() -> set[str]:
    return {*BASE_UNITS, *ABBREVIATED}


def _type_in_name(metric: Metric, name: str) -> Iterator[Problem]:
    for kind in ("counter", "gauge", "histogram", "summary"):
        if re.search(f"_{kind}(_|$)", name):
            message = f"the name `{name}` says its type, {kind}"
            bare = re.sub(f"_{kind}(?=_|$)", "", f"_{metric.name}").strip("_")
            fix = f"call the metric `{bare}`" if bare and bare != metric.name.value else "take the type out of the name"
            yield _warning("type-in-name", message, metric.name, fix)
            break
    yield from _camel_case("metric", metric.name)


def _camel_case(what: str, name: Text) -> Iterator[Problem]:
    if re.search("[a-z][A-Z]", name.value):
        snake = re.sub("([a-z0-9])([A-Z])", r"\1_\2", name.value).lower()
        message = f"the name of {what} `{name}` is in camelCase"
        yield _warning("camel-case", message, name, f"write `{snake}`")


def _suffixes(metric: Metric, name: str) -> Iterator[Problem]:
    own, kind = metric.name, metric.type
    if kind is MetricType.COUNTER and not name.endswith(TOTAL):
        where = Text("", metric.span("total_suffix") or own.span)
        yield _warning("missing-total", f"the name `{name}` of a counter does not end in `_total`", where, "delete `total_suffix`")
    if kind is MetricType.INFO and own.value.endswith("_info"):
        message = f"the name would be `{name}`: an info gets `_info` by itself"
        yield _warning("suffix-of-other-type", message, own, f"call the metric `{own.value[: -len('_info')] or 'build'}`")
    if kind in (MetricType.COUNTER, MetricType.UNTYPED):
        return
    if name.endswith(TOTAL):
        message = f"the name `{name}` ends in `_total`, as only counters do"
        bare = own.value[: -len(TOTAL)] if own.value.endswith(TOTAL) else ""
        fix = f"call the metric `{bare}`" if bare else "choose another name"
        yield _warning("suffix-of-other-type", message, own, fix + ", or write `type: counter`")
    for suffix, types in SAMPLE_SUFFIXES.items():
        if kind not in types and name.endswith(suffix):
            message = f"the name `{name}` ends in `{suffix}`, as samples of a {types[0].value} do"
            bare = own.value[: -len(suffix)] if own.value.endswith(suffix) else ""
            yield _warning("suffix-of-other-type", message, own, f"call the metric `{bare}`" if bare else "choose another name")


def _label(metric: Metric, name: Text) -> Iterator[Problem]:
    kind = LABELS.get(name.value)
    if kind and metric.type not in (kind, MetricType.UNTYPED):
        message = f"the label `{name}` is known from each {kind.value}, and this is a {metric.type.value}"
        yield _warning("label-of-other-type", message, name, f"write for example `{name}_class`")
    yield from _camel_case("label", name)


def _warning(slug: str, message: str, at: Text, fix: str) -> Problem:
    return Problem(slug, message, at.span, fix, severity=Severity.WARNING)


RULES = (naming_lints,)
