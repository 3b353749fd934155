"""The enums of closed labels and states, and the types of labels that have some of their values only."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Family, Firmware, Label, LabelSet
from ..names.cpp import CAPITALS, GENERATED_TYPES, enum_type, enumerators
from .text import Row, quoted
from .types import series_name


class Enums:
    """What the generated code calls the values and types of an application's labels."""

    def __init__(self, firmware: Firmware) -> None:
        self._sets = {one.name: one for one in firmware.sets}
        self._names = {one.name: enumerators(one.values, dict(one.names)) for one in firmware.sets}
        self._subsets: dict[tuple[str, tuple[str, ...]], str] = {}  # their types, by the set and the values
        self._of: dict[str, Label] = {}  # by the type
        for family in firmware.families:
            for label in family.labels:
                if self._is_part(label) and (label.set, label.values) not in self._subsets:
                    name = self._free(enum_type(f"{family.key}_{label.name}"))
                    self._subsets[label.set, label.values] = name
                    self._of[name] = label

    def _is_part(self, label: Label) -> bool:
        return not label.is_open and label.values != self._sets[label.set].values

    def _free(self, name: str) -> str:
        while name in self._sets or name in self._of or name in GENERATED_TYPES or name in CAPITALS:
            name += "Values"
        return name

    def value(self, set_: str, value: str) -> str:
        """`Sensor::bme680`"""
        return f"{set_}::{self._names[set_][value]}"

    def type(self, label: Label) -> str:
        """`Sensor`, or what stands for some of its values."""
        return self._subsets.get((label.set, label.values), label.set)

    def rows(self) -> list[Row]:
        return [self._enum(one) for one in self._sets.values()]

    def _enum(self, labels: LabelSet) -> Row:
        return {
            "type": labels.name,
            "of": labels.of,
            "storage": "std::uint8_t" if len(labels.values) <= 256 else "std::uint16_t",
            "enumerators": ", ".join(self._names[labels.name][value] for value in labels.values),
            "texts": ", ".join(map(quoted, labels.values)),
        }

    def subset_rows(self) -> list[Row]:
        return [
            {"type": name, "label": label.name, "enumerators": ", ".join(self.value(label.set, value) for value in label.values)}
            for name, label in self._of.items()
        ]

    def series_rows(self, families: tuple[Family, ...]) -> Iterator[Row]:
        """The combinations that families have which lack some."""
        for family in families:
            types = ", ".join(map(self.type, family.labels))
            if family.series:
                yield {
                    "metric": family.key,
                    "name": series_name(family),
                    "series": [
                        f"px::label_index<{types}>({', '.join(self.value(label.set, text) for label, text in zip(family.labels, row))})"
                        for row in family.series
                    ],
                }
