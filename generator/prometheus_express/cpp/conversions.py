"""Rows of the functions that make an application's numbers of its parts' readings: each string stands in them as it is."""

from __future__ import annotations

from fractions import Fraction

from ..ir import Conversion, Driver, Quotient, Sensors
from .driver import driver_scope
from .expression import Speller, channel_name, is_wide
from .spelled import decimal, floating
from .text import WIDTH, Row, comment


def conversion_names(sensors: Sensors) -> list[str]:
    """The functions, in the order of their numbers: `bosch_bme680_temperature_e2`, in units of 10^-2. They are told apart by what
    they convert with, and where that is too close for a name, counted."""
    names: list[str] = []
    for conversion in sensors.conversions:
        name = f"{conversion.driver.stem}_{channel_name(conversion.channel)}_e{conversion.places}"
        name += "_wide" if conversion.bits == 64 else ""
        if conversion.factor != 1 or conversion.offset:
            name += f"_by_{_word(conversion.factor)}" + (f"_from_{_word(conversion.offset)}" if conversion.offset else "")
        same = sum(other == name or other.startswith(f"{name}_no_") for other in names)
        names.append(f"{name}_no_{same + 1}" if same else name)
    return names


def conversion_rows(sensors: Sensors) -> list[Row]:
    return [_conversion(*pair) for pair in zip(sensors.conversions, conversion_names(sensors))]


def _word(number: Fraction) -> str:
    return f"{float(number):g}".replace("-", "minus_").replace(".", "_").replace("+", "")


def _conversion(conversion: Conversion, name: str) -> Row:
    channel, driver = conversion.channel, conversion.driver
    argument, parameter = ("turn", ", std::uint8_t turn") if channel.turns else ("", "")
    if conversion.exact:
        body, note = _exact_body(driver, conversion.bits, conversion.exact), "without floating point"
    else:
        value = f"readings.{channel_name(channel)}<float>({argument})"
        if conversion.factor != 1:
            value += f" * {floating(conversion.factor)}"
        if conversion.offset:
            value += f" + {floating(conversion.offset)}"
        body, note = f"px::sensors::scaled({value}, {floating(Fraction(10**conversion.places))})", "by way of a float"
    convert = "" if conversion.factor == 1 else f" times {decimal(conversion.factor)}"
    convert += f" plus {decimal(conversion.offset)}" if conversion.offset else ""
    what = f"{driver.name}: {channel.kind}{convert}, in units of 10^-{conversion.places}, {note}."
    return {
        "comment": comment(what, WIDTH, "//"),
        "name": name,
        "type": f"std::int{conversion.bits}_t",
        "parameters": f"const {driver_scope(driver)}::Readings& readings{parameter}",
        "body": body,
    }


def _exact_body(driver: Driver, bits: int, exact: Quotient) -> str:
    speller = Speller(driver, "float", of="readings.")
    if exact.denominator == 1:
        wide = is_wide(exact.numerator)
        text = speller.text(exact.numerator) if wide else speller.integer(exact.numerator, "std::int32_t")
    else:
        type_, wide = f"std::int{exact.bits}_t", exact.bits == 64
        value = speller.integer(exact.numerator, type_)
        text = f"px::sensors::rounded_quotient<{type_}>({value}, {exact.denominator})"
    return f"px::sensors::saturated({text})" if wide and bits == 32 else text
