"""generate.py FOLDER NAME=DEVICE[+DEVICE]…: code in FOLDER/NAME that reads every channel of those devices as a decimal.

A device is one of the library's or, ending in .yaml, a file.
"""

import shutil
import sys
from pathlib import Path

from prometheus_express.device.library import device_file, load_device
from prometheus_express.device.model import Device
from prometheus_express.problems.shown import render_problems
from prometheus_express.output.files import write_files
from prometheus_express.pipeline import run

# Pascals and ohms need no decimals, teslas many.
PLACES = {"pascals": 1, "ohms": 0, "teslas": 9, "ratio": 4}


def described(name: str) -> Device:
    device = load_device(Path(name) if name.endswith(".yaml") else device_file(name, Path())).product
    assert device is not None, name
    return device


def schema_of(names: list[str]) -> str:
    """A sensor for each device, one bus for each kind, and one metric for each kind of channel."""
    devices = {name: described(name) for name in names}
    buses = {name: "i2c" if device.i2c else "spi" for name, device in devices.items()}
    lines = ["version: 1", "application: sensor_size", "buses:"]
    lines += [f"  {bus}0: {{type: {bus}}}" for bus in dict.fromkeys(buses.values())]
    lines.append("sensors:")
    for number, name in enumerate(names):
        shown = f"./{Path(name).name}" if name.endswith(".yaml") else name
        lines.append(f"  part{number}: {{device: {shown}, bus: {buses[name]}0, every: 5s}}")
    lines.append("metrics:")
    units = {channel.kind.value: channel.unit for device in devices.values() for channel in device.channels}
    for kind, unit in units.items():
        places = PLACES.get(unit, 2)
        lines.append(f"  {kind}: {{type: gauge, help: Of the part, read: all.{kind}, value: decimal({places})}}")
    return "\n".join(lines) + "\n"


def main() -> int:
    for argument in sys.argv[2:]:
        configuration, _, devices = argument.partition("=")
        folder, names = Path(sys.argv[1]) / configuration, devices.split("+")
        write_files(folder, {"metrics.yaml": schema_of(names)})
        for file in (name for name in names if name.endswith(".yaml")):
            shutil.copy(file, folder)
        made = run(folder / "metrics.yaml")
        sys.stderr.buffer.write(render_problems(made.problems).encode())
        if made.product is None:
            return 1
        write_files(folder, made.product)
    return 0


if __name__ == "__main__":
    sys.exit(main())
