"""The parts of the library as a document, made of their descriptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Optional

from ..device.library import device_file, known_devices, load_device
from ..device.model import Channel, Device, Setting
from ..document.shape import schema_folder

MAKERS = {
    "bosch": "Bosch Sensortec", "national": "National Semiconductor", "rohm": "ROHM", "silabs": "Silicon Labs",
    "st": "STMicroelectronics", "ti": "Texas Instruments",
}  # fmt: skip
CORE = "cortex-m0plus"
HEAD = """\
# Catalogue of parts

Made by `prometheus-express catalogue` from the descriptions in [devices/](devices/), with the sizes that `tests/size` records and
what `tests/sensors` holds the parts against. How a part is bound to a metric, and how one of your own is described:
[devices/README.md](devices/README.md).

Flash is that of the part's driver on Cortex-M0+ in bytes, over what all sensors share. Every part is held against exact rational
arithmetic over random codes, settings and calibrations, against the faults of a bus, and has a simulated twin in the example
`bench_probe`; *samples* are recorded exchanges with their results, made by other means, and *QEMU* names the model of the emulator
from which firmware reads the part.
"""


def catalogue(sizes: Mapping[str, Any], evidence: Mapping[str, Any]) -> str:
    """The document, in Markdown. `sizes`: recorded bytes by core and configuration. `evidence`: by part, the number of
    samples and the name of QEMU's model."""
    devices = [_device(name) for name in known_devices()]
    rows = [_row(device, sizes, evidence.get(device.name.value, {})) for device in devices]
    head = "| Part | Maker | What it is | Buses | Measures | Flash | Samples | QEMU |\n| --- | --- | --- | --- | --- | --: | --: | --- |"
    return "\n".join([HEAD, head, *rows, "", *(line for device in devices for line in _section(device))])


def _device(name: str) -> Device:
    loaded = load_device(device_file(name, schema_folder())).product
    assert loaded is not None, name  # those of the library are tested
    return loaded


def _row(device: Device, sizes: Mapping[str, Any], evidence: Mapping[str, Any]) -> str:
    maker, part = device.name.value.split("/")
    measures = ", ".join(dict.fromkeys(channel.kind.value.replace("_", " ") for channel in device.channels))
    recorded = sizes.get(CORE, {}).get(f"sensor_{device.stem}", {}).get("recorded")
    flash = "" if recorded is None else f"{recorded:,}"
    buses = ", ".join(_buses(device))
    cells = (f"[{part}](#{_anchor(device)})", MAKERS.get(maker, maker.capitalize()), device.title, buses, measures, flash)
    return "| " + " | ".join((*cells, str(evidence.get("samples", "")), evidence.get("qemu", ""))) + " |"


def _anchor(device: Device) -> str:
    return device.name.value.replace("/", "")


def _buses(device: Device) -> Iterator[str]:
    if device.i2c:
        yield "I2C"
    if device.spi:
        yield "SPI"


def _section(device: Device) -> Iterator[str]:
    yield f"## {device.name}\n\n{device.title}.\n"
    if device.i2c:
        addresses = [f"0x{address:02X}" for address in device.i2c.addresses]
        yield f"- I2C at {addresses[0]}" + (f", or {', '.join(addresses[1:])}" if addresses[1:] else "")
    if device.spi:
        yield f"- SPI in mode {device.spi.mode}, at most {_frequency(device.spi.frequency)}"
    yield from (f"- {note}" for note in device.notes)
    yield f"- described in [{device.name}.yaml](devices/{device.name}.yaml)\n"
    yield "| Channel | Unit | Range | Step |\n| --- | --- | --- | --- |"
    yield from _channels(device)
    yield ""
    if device.settings:
        yield "| Setting | Values | Default | Meaning |\n| --- | --- | --- | --- |"
        for setting in device.settings:
            yield f"| `{setting.name}` | {_values(setting)} | {setting.default} | {setting.help} |"
        yield ""


def _channels(device: Device) -> Iterator[str]:
    for channel in device.channels:
        name = f"`{channel.kind}`"
        if channel.labels:
            name = ", ".join(f"`{channel.kind}.{label}`" for label in channel.labels)
        yield f"| {name} | {channel.unit} | {_range(channel)} | {_text(channel.resolution)} |"


def _range(channel: Channel) -> str:
    return f"{_text(channel.range[0])} to {_text(channel.range[1])}" if channel.range else ""


def _values(setting: Setting) -> str:
    if setting.choices:
        return ", ".join(setting.choices)
    unit = f" {setting.unit}" if setting.unit else ""
    return f"{_text(setting.minimum)} to {_text(setting.maximum)}{unit}"


def _text(number: Optional[Fraction]) -> str:
    if number is None:
        return ""
    text = format(Decimal(number.numerator) / Decimal(number.denominator), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _frequency(hertz: int) -> str:
    megahertz = Fraction(hertz, 1_000_000)
    return f"{_text(megahertz)} MHz"
