"""schema_of.py DEVICE FOLDER: writes a schema that reads every channel of a device as a decimal."""

import sys
from pathlib import Path

from prometheus_express.device_library import device_file, load_device

name, folder = sys.argv[1], Path(sys.argv[2])
path = Path(name) if name.endswith(".yaml") else device_file(name, Path())
device = load_device(path).product
assert device is not None, name
folder.mkdir(parents=True, exist_ok=True)
shown = f"./{path.name}" if name.endswith(".yaml") else name
if name.endswith(".yaml"):
    (folder / path.name).write_text(path.read_text())
bus = "i2c" if device.i2c else "spi"
# Pascals and ohms need no decimals, teslas many.
places = {"pascals": 1, "ohms": 0, "teslas": 9, "ratio": 4}
metrics = "".join(
    f"  {channel.kind}: {{type: gauge, help: Of the part, read: all.{channel.kind}, value: decimal({places.get(channel.unit, 2)})}}\n"
    for channel in {channel.kind.value: channel for channel in device.channels}.values()
)
(folder / "metrics.yaml").write_text(
    f"version: 1\napplication: sensor_size\nbuses: {{bus0: {{type: {bus}}}}}\n"
    f"sensors: {{part: {{device: {shown}, bus: bus0, every: 5s}}}}\nmetrics:\n{metrics}"
)
