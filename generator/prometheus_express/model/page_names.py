"""What the metrics of a model are called on its pages."""

from __future__ import annotations

from ..kinds.format import Format
from ..names import page
from ..names.page import FamilyNames
from .application import Model, Registry
from .metric import Metric


def base_name(metric: Metric, registry: Registry) -> str:
    """The name of the family without a suffix."""
    return page.base_name(
        metric.name.value,
        metric.type,
        registry.namespace.value if registry.namespace else "",
        metric.unit.value if metric.unit else "",
        metric.total_suffix,
    )


def names_in_formats(metric: Metric, registry: Registry) -> dict[Format, FamilyNames]:
    return page.family_names(base_name(metric, registry), metric.type, metric.total_suffix, metric.has_sum)


def claimed_names(metric: Metric, registry: Registry) -> tuple[str, ...]:
    """Every name that no other metric may use."""
    return page.claimed_names(base_name(metric, registry), metric.type, metric.total_suffix)


def name_on_page(metric: Metric, registry: Registry) -> str:
    """The family's name on the HELP and TYPE lines of the text format 0.0.4."""
    return names_in_formats(metric, registry)[Format.TEXT].family


def names_on_pages(model: Model) -> dict[str, tuple[str, ...]]:
    """The names that each metric's family has on its pages, by the metric's own name; more than one with several namespaces."""
    names: dict[str, dict[str, None]] = {}
    for registry in model.registries:
        for metric in registry.metrics:
            names.setdefault(metric.name.value, {})[name_on_page(metric, registry)] = None
    return {metric: tuple(found) for metric, found in names.items()}
