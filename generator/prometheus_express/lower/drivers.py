"""A device on a kind of bus to a driver, whatever application it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from typing import Optional

from .. import ir
from ..device.model import Channel, Device, Setting
from ..expression.term import Kind, Term, known
from .exact import Exact, NotExact, scale_of
from .exact_terms import exact_term
from .lasting import kept_fields, named, with_passing_fields
from .plausible import plausible
from .program import kept_field, make_program


def make_driver(device: Device, spi: bool) -> ir.Driver:
    channels = tuple(_channel(device, channel) for channel in device.channels)
    outside = set(_values_of_quotients(device))
    values = tuple(_value(device, name, term, name in outside) for name, term in device.values.items())
    program = with_passing_fields(make_program(device, spi), _formulas(values, channels))
    return ir.Driver(
        name=device.name.value,
        title=device.title,
        stem=device.driver_stem(spi),
        spi=spi,
        mode=device.spi.mode if device.spi else 0,
        crc=device.crc or (0, 0),
        identifies=bool(device.identify),
        settings=tuple(map(_setting, device.settings)),
        tables=tuple(_tables(device)),
        fields=kept_fields(program, (kept_field(device, name) for name in device.fields)),
        values=values,
        channels=channels,
        program=program,
    )


def _formulas(values: tuple[ir.Value, ...], channels: tuple[ir.Channel, ...]) -> Iterator[Term]:
    """What is calculated when somebody asks for it."""
    yield from (value.term for value in values)
    for channel in channels:
        yield from (term for term in (channel.value, channel.enabled, channel.when) if term)


def setting_value(setting: Setting, written: str) -> int:
    """A setting's value, of a text that fits it: a choice's index, a truth as 0 or 1, or a count of 10**-decimals."""
    if setting.choices:
        if written in setting.choices:
            return setting.choices.index(written)
        return next(index for index, choice in enumerate(setting.choices) if Fraction(choice) == Fraction(written))
    return int(Fraction(written) * 10**setting.decimals)


def _setting(setting: Setting) -> ir.Setting:
    return ir.Setting(
        name=setting.name.value,
        help=setting.help,
        unit=setting.unit,
        choices=setting.choices,
        is_truth=setting.is_truth,
        minimum=setting.minimum,
        maximum=setting.maximum,
        decimals=setting.decimals,
        default=setting_value(setting, setting.default),
    )


def _tables(device: Device) -> Iterator[ir.Table]:
    """The device's own, those of numeric choices, and, of each that is not whole, one of multiples of a smaller unit."""
    lists = dict(device.tables)
    lists.update((f"{one.name}_choices", one.numbers) for one in device.settings if one.numbers)
    for name, numbers in lists.items():
        yield ir.Table(name, numbers)
        scale = scale_of(numbers)
        if scale > 1 and max(abs(number) for number in numbers) * scale < 2**31:
            yield ir.Table(f"{name}_times_{scale}", tuple(number * scale for number in numbers))


def _values_of_quotients(device: Device) -> Iterator[str]:
    """The names of values in all that conversions are calculated with, whatever an application multiplies it by."""
    for channel in device.channels:
        with suppress(NotExact):
            numerator, _ = Exact(device).quotient(channel.value)
            yield from named(exact_term(device, numerator), "value")


def _value(device: Device, name: str, term: Term, outside: bool) -> ir.Value:
    wide = term.kind is Kind.INTEGER and not known(term).fits(32)
    return ir.Value(name, exact_term(device, term), needs_real(term, device.values), wide, outside)


def _channel(device: Device, channel: Channel) -> ir.Channel:
    def condition(term: Optional[Term]) -> Optional[Term]:
        return None if term is None else exact_term(device, term)

    return ir.Channel(
        number=device.number(channel),
        kind=channel.kind.value,
        label_name=channel.label_name,
        labels=channel.labels,
        turns=channel.turns,
        unit=channel.unit,
        resolution=channel.resolution,
        range=channel.range,
        value=exact_term(device, channel.value),
        enabled=condition(channel.enabled),
        when=condition(channel.when),
        otherwise=channel.otherwise,
        plausible=plausible(device, channel),
    )


def needs_real(term: Term, values: Mapping[str, Term], without: Optional[set[str]] = None) -> bool:
    """Whether a function that returns the term has the floating type as its parameter. `without`: values that were looked at."""
    without = set() if without is None else without
    if term.kind is Kind.REAL:
        return True
    if term.operator == "value":
        looked_at = term.name in without
        without.add(term.name)
        return not looked_at and needs_real(values[term.name], values, without)
    return any(needs_real(one, values, without) for one in term.operands)
