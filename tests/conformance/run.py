#!/usr/bin/env python3
"""Asks any HTTP server what the RFCs decide: run.py HOST PORT [--page PATH] [--store PATH] [--no-bodies] [--index] [--only ID]

The cases are data, cases/*.yaml: `id`, `rfc` (number and section), `send` (the bytes of the request, each character one)
and what must come back. {page} is a path that answers GET, {store} one that keeps a small body put there (without it
those cases are left out; --no-bodies leaves out those that a server of pages only may refuse, --index adds those of a page of links at /), {missing} one that does not exist, {long} 2,000 letters.

  answer, answers   one or several responses in order: status (one of), fields, has, absent, one_of, body, version
  more, and         bytes sent after these answers, and the answer to them
  then              what {store} holds afterwards
  close             true: the server ends the connection behind the answers, without a reset that loses them
  open              true: the connection answers one further GET
  only              true: nothing but these answers comes, also where the client ends its side
  same_fields       true: all answers have the same fields
  half_close        true: the client ends its side behind what it sends
  bytewise          true: each byte in a packet of its own
"""

import argparse
import socket
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple, Optional

import yaml

CASES = Path(__file__).resolve().parent / "cases"
TIMEOUT = 3.0
Case = dict[str, Any]


class Target(NamedTuple):
    """A server and the paths that the cases speak of."""

    host: str
    port: int
    page: str = "/metrics"
    store: str = ""
    missing: str = "/no/such/path"
    bodies: bool = True  # it reads the bodies of requests; without them it may refuse and close
    index: bool = False  # it has a page of links of its own at /, and no icon

    def fill(self, text: str) -> bytes:
        for name in ("page", "store", "missing"):
            text = text.replace("{" + name + "}", getattr(self, name))
        return text.replace("{long}", "x" * 2000).encode("latin-1")


class Answer(NamedTuple):
    version: str
    status: int
    fields: dict[str, str]
    body: bytes


class Unexpected(Exception):
    """What the server did instead of what the case says."""


class Client:
    """A connection that reads answers strictly."""

    def __init__(self, target: Target) -> None:
        self.socket = socket.create_connection((target.host, target.port), TIMEOUT)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.received = b""

    def send(self, data: bytes, bytewise: bool = False) -> None:
        try:
            for piece in [data[at : at + 1] for at in range(len(data))] if bytewise else [data]:
                self.socket.sendall(piece)
                if bytewise:
                    time.sleep(0.001)
        except OSError:
            pass  # the server may have had enough; what it answered counts

    def more(self) -> bool:
        """Reads on; false at the end of the server's stream."""
        try:
            data = self.socket.recv(65536)
        except ConnectionResetError as error:
            raise Unexpected(f"reset after {self.received[-200:]!r}") from error
        except TimeoutError as error:
            raise Unexpected(f"nothing more after {self.received[-200:]!r}") from error
        self.received += data
        return bool(data)

    def need(self) -> None:
        if not self.more():
            raise Unexpected(f"ends after {self.received[-200:]!r}")

    def line(self) -> str:
        while b"\r\n" not in self.received:
            self.need()
        line, self.received = self.received.split(b"\r\n", 1)
        return line.decode("latin-1")

    def take(self, size: int) -> bytes:
        while len(self.received) < size:
            self.need()
        taken, self.received = self.received[:size], self.received[size:]
        return taken

    def answer(self, bodiless: bool) -> Answer:
        version, status, *_ = (self.line() + " ").split(" ")
        fields: dict[str, str] = {}
        while line := self.line():
            name, colon, value = line.partition(":")
            if not colon or name != name.strip():
                raise Unexpected(f"the field {line!r}")
            fields[name.title()] = value.strip()
        body = b""
        if bodiless or status in ("204", "304") or status.startswith("1"):
            pass
        elif "Transfer-Encoding" in fields:
            while size := int(self.line(), 16):
                body += self.take(size)
                if self.take(2) != b"\r\n":
                    raise Unexpected("a chunk that is longer than its size")
            while self.line():
                pass
        elif "Content-Length" in fields:
            body = self.take(int(fields["Content-Length"]))
        else:
            while self.more():
                pass
            body, self.received = self.received, b""
        return Answer(version, int(status), fields, body)


def check_answer(answer: Answer, wanted: Case) -> None:
    statuses = wanted["status"] if isinstance(wanted["status"], list) else [wanted["status"]]
    if answer.status not in statuses:
        raise Unexpected(f"status {answer.status} instead of {wanted['status']}")
    for name, value in wanted.get("fields", {}).items():
        if answer.fields.get(name, "").lower() != value:
            raise Unexpected(f"{name}: {answer.fields.get(name)} instead of {value}")
    for name in wanted.get("has", []):
        if name not in answer.fields:
            raise Unexpected(f"no {name}")
    for name in wanted.get("absent", []):
        if name in answer.fields:
            raise Unexpected(f"{name}: {answer.fields[name]}")
    if "one_of" in wanted and sum(name in answer.fields for name in wanted["one_of"]) != 1:
        raise Unexpected(f"not one of {wanted['one_of']}")
    if "body" in wanted and answer.body != wanted["body"].encode("latin-1"):
        raise Unexpected(f"body {answer.body!r}")
    if "version" in wanted and answer.version != wanted["version"]:
        raise Unexpected(f"version {answer.version}")


def heads(data: bytes) -> list[bool]:
    """For each request of `data`, as far as they can be told, whether it is a HEAD."""
    return [line.startswith(b"HEAD ") for line in data.split(b"\r\n") if b" HTTP/1." in line]


def get(client: Client, path: str) -> Answer:
    client.send(f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode())
    return client.answer(False)


def check_end(client: Client, case: Case, target: Target) -> None:
    if case.get("open") and get(client, target.page).status != 200:
        raise Unexpected("the connection answers no further request")
    if case.get("only"):
        client.socket.shutdown(socket.SHUT_WR)
    if case.get("close") or case.get("only"):
        while client.more():
            pass
        if client.received:
            raise Unexpected(f"goes on with {client.received[:200]!r}")


def run(case: Case, target: Target) -> None:
    """Raises Unexpected where the server does not do what the case says."""
    client = Client(target)
    with client.socket:
        data = target.fill(case["send"])
        client.send(data, case.get("bytewise", False))
        if case.get("half_close"):
            client.socket.shutdown(socket.SHUT_WR)
        wanted = case["answers"] if "answers" in case else [case["answer"]]
        methods = heads(data) + [False] * len(wanted)
        answers = [client.answer(bodiless) for _, bodiless in zip(wanted, methods)]
        for answer, want in zip(answers, wanted):
            check_answer(answer, want)
        if case.get("same_fields") and any(answer.fields != answers[0].fields for answer in answers):
            raise Unexpected(f"fields {[answer.fields for answer in answers]}")
        if "more" in case:
            client.send(target.fill(case["more"]))
            check_answer(client.answer(False), case["and"])
        check_end(client, case, target)
    if "then" in case:
        client = Client(target)
        with client.socket:
            check_answer(get(client, target.store), {"status": 200, "body": case["then"]})


def cases(target: Target) -> list[Case]:
    """Those that the server has the paths for."""
    every = [case for file in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(file.read_text())]
    return [
        case
        for case in every
        if (target.store or "{store}" not in case["send"]) and _has(target, case.get("needs"))
    ]


def _has(target: Target, needs: Optional[str]) -> bool:
    return {None: True, "metrics": target.page == "/metrics", "bodies": target.bodies, "index": target.index}[needs]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("host")
    parser.add_argument("port", type=int)
    parser.add_argument("--page", default="/metrics")
    parser.add_argument("--store", default="")
    parser.add_argument("--no-bodies", action="store_true")
    parser.add_argument("--index", action="store_true")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    target = Target(options.host, options.port, options.page, options.store, bodies=not options.no_bodies, index=options.index)
    chosen = [case for case in cases(target) if options.only in ("", case["id"])]
    failed = 0
    for case in chosen:
        try:
            run(case, target)
        except (Unexpected, OSError, ValueError) as problem:
            failed += 1
            print(f"{case['id']} (RFC {case['rfc']}): {problem}")
    print(f"{len(chosen) - failed} of {len(chosen)} cases as the RFCs say")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
