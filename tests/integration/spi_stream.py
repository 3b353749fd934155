"""A bus master of the SPI stream, written from its description: messages in, messages out."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

TRANSFER, POST, RESET_PIN, INTERRUPT, WAIT, BUS, COUNTS, CONTROL = range(1, 9)
COMMON = 0


def message(operation: int, payload: bytes = b"") -> bytes:
    return bytes((operation, 0)) + len(payload).to_bytes(2, "little") + payload


def read_window(block: int, offset: int, length: int) -> bytes:
    return offset.to_bytes(2, "big") + bytes((block << 3,)) + bytes(length)


def write_window(block: int, offset: int, data: bytes) -> bytes:
    return offset.to_bytes(2, "big") + bytes((block << 3 | 4,)) + data


class Master:
    def __init__(self, stream: socket.socket) -> None:
        self.stream = stream

    def send(self, data: bytes) -> None:
        self.stream.sendall(data)

    def receive(self, length: int) -> bytes:
        data = b""
        while len(data) < length:
            piece = self.stream.recv(length - len(data))
            assert piece, f"the stream ended after {data!r}"
            data += piece
        return data

    def reply(self) -> tuple[int, bytes]:
        head = self.receive(4)
        assert head[1] == 0
        return head[0], self.receive(int.from_bytes(head[2:], "little"))

    def ask(self, operation: int, payload: bytes = b"") -> bytes:
        self.send(message(operation, payload))
        answered, data = self.reply()
        assert answered == operation
        return data

    def read(self, block: int, offset: int, length: int = 1) -> bytes:
        return self.ask(TRANSFER, read_window(block, offset, length))[3:]

    def write(self, block: int, offset: int, data: bytes) -> None:
        self.send(message(POST, write_window(block, offset, data)))

    def control(self, line: str) -> str:
        return self.ask(CONTROL, line.encode()).decode()

    def ends(self) -> bool:
        """The other side has ended the stream."""
        try:
            return self.stream.recv(1) == b""
        except ConnectionResetError:
            return True


@contextmanager
def master(place: str) -> Iterator[Master]:
    """`unix:PATH` or `tcp:PORT`, as the program says where it listens."""
    kind, _, where = place.partition(":")
    family = socket.AF_UNIX if kind == "unix" else socket.AF_INET
    with socket.socket(family) as stream:
        stream.settimeout(30)
        stream.connect(where if kind == "unix" else ("127.0.0.1", int(where)))
        yield Master(stream)
