"""QEMU's control socket: https://www.qemu.org/docs/master/interop/qmp-spec.html."""

import json
import socket
from pathlib import Path
from typing import Any


class Qmp:
    def __init__(self, path: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(10)
        self._socket.connect(str(path))
        self._file = self._socket.makefile("rw")
        assert "QMP" in json.loads(self._file.readline())
        self("qmp_capabilities")

    def __call__(self, command: str, **arguments: Any) -> Any:
        """What the command returns; events that come in between are passed over."""
        self._file.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self._file.flush()
        while True:
            answer = json.loads(self._file.readline())
            assert "error" not in answer, (command, arguments, answer)
            if "return" in answer:
                return answer["return"]

    def set(self, sensor: str, quantity: str, value: int) -> None:
        self("qom-set", path=f"/machine/peripheral/{sensor}", property=quantity, value=value)

    def close(self) -> None:
        self._file.close()
        self._socket.close()
