"""Random operations: each is done to the official client and written down as a statement of C++."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Optional

from differential.client import Client, Family, Row
from differential.numbers_of import Number, Numbers
from differential.random_schema import Maker, Metric, Schema
from prometheus_express.names import cpp as naming

NOT_UTF8 = [b"\xff", b"\x80", b"\xc0\x80", b"a\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"ok\xfe"]


def literal(text: bytes) -> str:
    plain = "".join(chr(byte) if chr(byte).isalnum() and byte < 128 else f"\\{byte:03o}" for byte in text)
    return f'std::string_view("{plain}", {len(text)})'


@dataclass(frozen=True)
class Handle:
    """A variable of the C++ program."""

    name: str
    metric: Metric
    row: Row
    generation: Optional[int]  # of the open place; 0 where it leads nowhere


@dataclass
class Places:
    """What an open family holds: its open values with their generations, the ones updated least recently first."""

    taken: dict[Row, int] = field(default_factory=dict)
    pool: list[Row] = field(default_factory=list)


class Script:
    def __init__(self, schema: Schema, seed: str) -> None:
        self.schema = schema
        self.client = Client(schema)
        self.expected: list[bytes] = []
        self.random = Random(seed)
        self._texts = Maker(seed + "texts", "")
        self._statements: list[str] = []
        self._handles: list[Handle] = []
        self._generation = 0
        self._numbers = {metric.name: Numbers(metric.value, metric.wide, self.random) for metric in schema.metrics}
        self._places = {metric.name: self._empty(metric) for metric in schema.metrics if metric.is_open}

    def statements(self, checkpoints: int = 4, operations: int = 30) -> list[str]:
        for label in self.schema.constants:
            if label.max_length:
                member = naming.member(label.name)
                self._say(f"(void)application.constant_labels.{member}.set({literal(label.value.encode())});")
        for _ in range(checkpoints):
            self._show()
            for _ in range(self.random.randint(1, operations)):
                self._operation(self.random.choice(self.schema.metrics))
        self._show()
        return self._statements

    def _empty(self, metric: Metric) -> Places:
        lengths = [label.max_length for label in metric.labels if label.is_open]
        count = metric.keys["max_series"] + self.random.choice([0, 0, 1, 3])
        return Places(pool=[tuple(map(self._texts.bounded, lengths)) for _ in range(count)])

    def _say(self, statement: str) -> None:
        self._statements.append(statement)

    def _show(self) -> None:
        for name, page in zip(self.schema.registries, self.client.pages()):
            room = self.random.choice([1, 2, 3, 7, 64, 256, 4096])
            source = f"{self.schema.application}::source(application)"
            space = self.schema.application
            self._say(f'driver::show("{space} {name}", {space}::{name}_page, {source}, {space}::snapshot_bytes, {room});')
            self.expected.append(page)

    def _operation(self, metric: Metric) -> None:
        if metric.type == "info":
            self._info(metric)
        elif "read" in metric.keys:
            self._supply(metric)
        elif metric.labels and self.random.random() < 0.12:
            self._remove(metric)
        elif metric.labels and self.random.random() < 0.03:
            self._clear(metric)
        elif metric.is_open and self.random.random() < 0.06:
            self._bad_labels(metric)
        elif self._handles and self.random.random() < 0.2:
            handle = self.random.choice(self._handles)
            self._update(handle.metric, handle.row, f"{handle.name}.", handle)
        else:
            self._look_up(metric)

    def _family(self, metric: Metric) -> Family:
        return self.client.families[metric.name]

    def _member(self, metric: Metric) -> str:
        return f"application.metrics.{naming.member(metric.name)}"

    def _draw_row(self, metric: Metric) -> Row:
        open_values = self.random.choice(self._places[metric.name].pool) if metric.is_open else ()
        return self.random.choice(list(self._family(metric).rows(open_values)))

    def _arguments(self, metric: Metric, row: Row) -> str:
        def argument(number: int) -> str:
            label, value = metric.labels[number], row[number]
            if label.is_open:
                return literal(value.encode())
            return f"{self.schema.application}::{label.enum}::{naming.enumerator(value)}"

        return ", ".join(map(argument, range(len(row))))

    def _is_default(self, metric: Metric, row: Row) -> bool:
        return bool(metric.keys.get("default_child")) and row == ("None",) * len(row)

    def _look_up(self, metric: Metric) -> None:
        row = self._draw_row(metric)
        if not metric.labels or self._is_default(metric, row):
            self._update(metric, row, f"{self._member(metric)}.", None)
            return
        handle = Handle(f"handle_{len(self._handles)}", metric, row, self._occupy(metric, row) if metric.is_open else None)
        call = f"{self._member(metric)}.labels({self._arguments(metric, row)})"
        if self.random.random() < 0.3:
            self._say(f"[[maybe_unused]] auto {handle.name} = {call};")
            self._handles.append(handle)
            call = handle.name
        elif self.random.random() < 0.1:
            self._say(f"(void){call};")
            return
        self._update(metric, row, f"{call}.", handle)

    def _open_values(self, metric: Metric, row: Row) -> Row:
        return tuple(value for label, value in zip(metric.labels, row) if label.is_open)

    def _occupy(self, metric: Metric, row: Row) -> int:
        """The generation of the place that these values get; 0 if there is none for them."""
        taken, values = self._places[metric.name].taken, self._open_values(metric, row)
        if values not in taken:
            if len(taken) == metric.keys["max_series"]:
                if metric.keys["when_full"] == "drop":
                    self.client.refuse("family_full")
                    return 0
                self._vacate(metric, next(iter(taken)))
            self._generation += 1
            taken[values] = self._generation
            self._family(metric).occupy(values)
        return taken[values]

    def _vacate(self, metric: Metric, values: Row) -> None:
        del self._places[metric.name].taken[values]
        for row in self._family(metric).rows(values):
            self._family(metric).forget(row)

    def _update(self, metric: Metric, row: Row, call: str, handle: Optional[Handle]) -> None:
        leads = True
        if handle and handle.generation is not None:
            taken, values = self._places[metric.name].taken, self._open_values(metric, row)
            leads = taken.get(values) == handle.generation
            if leads:
                taken[values] = taken.pop(values)  # now the one updated most recently
            elif handle.generation:
                self.client.refuse("stale_handle")
        if self.random.random() < 0.07:
            self._say(f"{call}reset();")
            if leads:
                self._family(metric).reset(row)
            return
        {"counter": self._count, "histogram": self._observe, "summary": self._observe, "stateset": self._enter}.get(
            metric.type, self._set
        )(metric, row, call, leads)

    def _add(self, metric: Metric, row: Row, call: str, leads: bool, sign: int) -> None:
        numbers, family = self._numbers[metric.name], self._family(metric)
        verb, current = ("inc" if sign > 0 else "dec"), family.value(row) if leads else 0.0
        is_counter = metric.type == "counter" and metric.keys.get("monotonic", True)
        scale = 10**numbers.places
        room = numbers.highest / scale - current if sign > 0 else current - numbers.lowest / scale
        number: Optional[Number]
        if not is_counter and numbers.refuses and self.random.random() < 0.1:
            number = numbers.beyond()
            self._say(f"{call}{verb}({number.cpp});")
            if leads:
                total = current + sign * number.value
                if numbers.lowest <= total <= numbers.highest:
                    family.put(row, total)
                else:
                    self.client.refuse("out_of_range")
            return
        takes_one = numbers.type == "double" or room > 1000 or (room > 1 and numbers.grain <= scale and numbers.type != "float")
        if self.random.random() < 0.3 and (numbers.grain == 1 or numbers.is_decimal) and takes_one:
            self._say(f"{call}{verb}();")
            number = Number("", 1.0)
        else:
            number = numbers.amount(current, sign, 0.0 if is_counter else -1.0)
            scaled = "_scaled" if number.scaled and is_counter else ""
            text = number.cpp if scaled or not number.scaled else number.value.hex()
            self._say(f"{call}{verb}{scaled}({text});")
        if leads and is_counter and math.isnan(current):  # counting starts at 0, also where NaN was shown before
            family.put(row, number.value)
        elif leads and metric.type == "counter" and not is_counter:
            family.put(row, current + sign * number.value)
        elif leads:
            family.update(row, verb, number.value)

    def _count(self, metric: Metric, row: Row, call: str, leads: bool) -> None:
        if not metric.keys.get("monotonic", True):
            self._add(metric, row, call, leads, self.random.choice([1, -1]))
        elif self.random.random() < 0.1:
            number = self._numbers[metric.name].negative()
            self._say(f"{call}inc(driver::opaque({number.cpp}));")
            if leads:
                self.client.refuse("not_increasing")
                if number.value < 0:  # the client takes NaN
                    self._family(metric).must_refuse(row, number.value)
        else:
            self._add(metric, row, call, leads, 1)

    def _set(self, metric: Metric, row: Row, call: str, leads: bool) -> None:
        numbers = self._numbers[metric.name]
        if numbers.adds and self.random.random() < 0.6:
            self._add(metric, row, call, leads, self.random.choice([1, -1]))
            return
        number = numbers.any()
        verb = "set_scaled" if number.scaled else self.random.choice(["set", "set", "set_to_current_time"])
        self._say(f"{call}{'set' if numbers.is_decimal and not number.scaled else verb}({number.cpp});")
        if leads:
            self._family(metric).update(row, "set", number.value)

    def _observe(self, metric: Metric, row: Row, call: str, leads: bool) -> None:
        numbers, family = self._numbers[metric.name], self._family(metric)
        number = numbers.amount(family.sum(row) if leads else 0.0, 1, least=-1.0)
        if metric.buckets and numbers.type in ("double", "uint32", "int32") and self.random.random() < 0.4:
            bound = float(self.random.choice(metric.buckets))
            if numbers.type == "double" or abs(family.sum(row) if leads else 0) < 2**30:
                number = Number(bound.hex() if numbers.type == "double" else f"{int(bound)}", bound)
        self._say(f"{call}observe{'_scaled' if number.scaled else ''}({number.cpp});")
        if leads:
            family.update(row, "observe", number.value)

    def _enter(self, metric: Metric, row: Row, call: str, leads: bool) -> None:
        state = self.random.choice(metric.states)
        self._say(f"{call}state({self.schema.application}::{metric.enum}::{naming.enumerator(state)});")
        if leads:
            self._family(metric).update(row, "state", state)

    def _remove(self, metric: Metric) -> None:
        row = self._draw_row(metric)
        if self._is_default(metric, row):
            return
        self._say(f"{self._member(metric)}.remove({self._arguments(metric, row)});")
        if not metric.is_open:
            self._family(metric).reset(row)
        elif self._open_values(metric, row) in self._places[metric.name].taken:
            self._vacate(metric, self._open_values(metric, row))

    def _clear(self, metric: Metric) -> None:
        self._say(f"{self._member(metric)}.clear();")
        if metric.is_open:
            for values in list(self._places[metric.name].taken):
                self._vacate(metric, values)
        else:
            for row in self._family(metric).rows():
                self._family(metric).reset(row)

    def _bad_labels(self, metric: Metric) -> None:
        """Values of which one is too long or no UTF-8: the handle leads nowhere."""
        row = [value.encode() for value in self._draw_row(metric)]
        number = self.random.choice([n for n, label in enumerate(metric.labels) if label.is_open])
        limit = metric.labels[number].max_length
        bad = self.random.choice([b"x" * (limit + 1), *(text for text in NOT_UTF8 if len(text) <= limit)])
        row[number] = bad
        arguments = [
            literal(text) if label.is_open else f"{self.schema.application}::{label.enum}::{naming.enumerator(text.decode())}"
            for label, text in zip(metric.labels, row)
        ]
        self._say(f"{self._member(metric)}.labels({', '.join(arguments)}).reset();")
        self.client.refuse("label_too_long" if len(bad) > limit else "label_not_utf8")

    def _info(self, metric: Metric) -> None:
        lengths = [label.max_length for label in metric.info if label.max_length]
        if not lengths:
            return
        if self.random.random() < 0.2:
            self._say(f"{self._member(metric)}.clear();")
            self._family(metric).info(None)
            return
        values = tuple(map(self._texts.bounded, lengths))
        self._say(f"(void){self._member(metric)}.info({', '.join(literal(value.encode()) for value in values)});")
        self._family(metric).info(values)

    def _supply(self, metric: Metric) -> None:
        """What the application's function returns from now on."""
        rows = list(self._family(metric).rows())
        number = self.random.randrange(len(rows))
        place = f"application.{metric.name}_values[{number}]"
        if self.random.random() < 0.3:
            self._say(f"{place} = std::nullopt;")
            self._family(metric).forget(rows[number])
            return
        supplied = self._numbers[metric.name].any(scaled_too=False)
        self._say(f"{place} = {supplied.cpp};")
        self._family(metric).put(rows[number], supplied.value)


def functions(schema: Schema, client: Client) -> Iterator[str]:
    """The members of the application that supply values."""
    for metric in schema.metrics:
        if "read" not in metric.keys:
            continue
        type_ = f"std::optional<{Numbers(metric.value, True, Random(0)).cpp_type}>"
        parameters = ", ".join(f"{schema.application}::{label.enum} l{n}" for n, label in enumerate(metric.labels))
        index = "0"
        for number, label in enumerate(metric.labels):
            index = f"({index}) * {len(label.values)} + static_cast<std::size_t>(l{number})"
        size = sum(1 for _ in client.families[metric.name].rows())
        yield f"  {type_} {metric.name}_values[{size}];"
        yield f"  {type_} {naming.member(metric.name)}({parameters}) const {{ return {metric.name}_values[{index}]; }}"
