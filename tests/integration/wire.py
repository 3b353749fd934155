"""HTTP/1 over a bare socket, read strictly: what a response may look like by RFC 9112, and nothing more."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

STATUS_LINE = re.compile(rb"HTTP/1\.1 ([1-5][0-9][0-9]) ([\t\x20-\x7e]*)")
FIELD_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+): ([!-~](?:[\x20-~]*[!-~])?)")
CHUNK_SIZE = re.compile(rb"0|[1-9a-fA-F][0-9a-fA-F]*")


@dataclass
class Answer:
    status: int
    reason: str
    fields: dict[str, str]  # names in lower case
    head: bytes
    body: bytes = b""
    chunks: list[bytes] = field(default_factory=list)


class Wire:
    """One connection. What was received beyond an answer is kept for the next one."""

    def __init__(self, connection: socket.socket) -> None:
        self._socket = connection
        self._received = b""

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def finish(self) -> None:
        """Closes this direction: the server reads its end."""
        self._socket.shutdown(socket.SHUT_WR)

    def get(self, path: str = "/metrics", **fields: str) -> Answer:
        self.send(request("GET", path, b"", **fields))
        return self.answer()

    def answer(self, *, to_head: bool = False) -> Answer:
        head = self._until(b"\r\n\r\n")
        first, *lines = head[:-4].split(b"\r\n")
        status_line = STATUS_LINE.fullmatch(first)
        assert status_line, head
        fields: dict[str, str] = {}
        for line in lines:
            matched = FIELD_LINE.fullmatch(line)
            assert matched, head
            name = matched[1].decode().lower()
            assert name not in fields, head
            fields[name] = matched[2].decode()
        answer = Answer(int(status_line[1]), status_line[2].decode(), fields, head)
        if not to_head and answer.status >= 200 and answer.status not in (204, 304):
            self._read_body(answer)
        return answer

    def _read_body(self, answer: Answer) -> None:
        """RFC 9112 section 6.3."""
        coding, length = answer.fields.get("transfer-encoding"), answer.fields.get("content-length")
        assert coding is None or length is None, answer.head
        if coding is not None:
            assert coding == "chunked", answer.head
            self._read_chunks(answer)
        elif length is not None:
            assert re.fullmatch("0|[1-9][0-9]*", length), answer.head
            answer.body = self._exactly(int(length))
        else:
            assert answer.fields.get("connection") == "close", answer.head
            answer.body = self.rest()

    def _read_chunks(self, answer: Answer) -> None:
        while True:
            line = self._until(b"\r\n")[:-2]
            assert CHUNK_SIZE.fullmatch(line), line
            chunk = self._exactly(int(line, 16))
            assert self._exactly(2) == b"\r\n"
            if not chunk:
                break
            answer.chunks.append(chunk)
        answer.body = b"".join(answer.chunks)

    def rest(self) -> bytes:
        """Everything up to the end of the connection, which the server makes."""
        while self._receive():
            pass
        rest, self._received = self._received, b""
        return rest

    def ends(self) -> bool:
        """True if the server ends the connection and says nothing more."""
        try:
            return self.rest() == b""
        except ConnectionResetError:
            return True

    def _receive(self) -> bool:
        part = self._socket.recv(65536)
        self._received += part
        return part != b""

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._received:
            assert self._receive(), f"ended before {mark!r}: {self._received!r}"
        return self._exactly(self._received.index(mark) + len(mark))

    def _exactly(self, size: int) -> bytes:
        while len(self._received) < size:
            assert self._receive(), f"ended before {size} bytes: {self._received!r}"
        part, self._received = self._received[:size], self._received[size:]
        return part


@contextmanager
def connected(port: int) -> Iterator[Wire]:
    with socket.create_connection(("127.0.0.1", port), timeout=15) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        yield Wire(connection)


def request(method: str, path: str = "/metrics", body: bytes = b"", *, version: str = "1.1", **fields: str) -> bytes:
    """A request with Host and, where there is a body, its Content-Length. `User_Agent="x"` makes a field User-Agent."""
    lines = [f"{method} {path} HTTP/{version}", "Host: 127.0.0.1"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    if body:
        lines.append(f"Content-Length: {len(body)}")
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode() + body


def asked(port: int, data: bytes, *, to_head: bool = False) -> Answer:
    """The answer to one request on a connection of its own."""
    with connected(port) as wire:
        wire.send(data)
        return wire.answer(to_head=to_head)
