"""Our parser accepts the requests that h11 (https://h11.readthedocs.io) accepts, and reads the same bodies, over the
conformance cases and many mutations of them, but for the differences that differences.yaml explains."""

import random
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import h11
import pytest
import yaml

from conformance.run import cases
from fuzz.corpus import HERE, SITE, sent
from harness import presets

MUTATIONS = 30_000
SPECIAL = [b"\r", b"\n", b"\r\n", b" ", b"\t", b"\0", b":", b",", b";", b"\x7f", b"\xff", b"%", b"?", b"/", b"0", b"1", b"a"]
Verdict = tuple[str, ...]


def of_h11(message: bytes) -> Verdict:
    connection = h11.Connection(h11.SERVER, max_incomplete_event_size=8192)
    body, start = b"", ("", "")
    try:
        connection.receive_data(message)
        while True:
            event = connection.next_event()
            if event is h11.NEED_DATA:
                return ("incomplete",)
            if isinstance(event, h11.Request):
                start = (event.method.decode(), event.http_version.decode().partition(".")[2])
            elif isinstance(event, h11.Data):
                body += event.data
            elif isinstance(event, h11.EndOfMessage):
                return ("refused", "413") if len(body) > 4096 else ("accepted", *start, body.hex())
            else:
                return ("incomplete",)  # the end of a connection that has not begun
    except h11.RemoteProtocolError as error:
        return ("refused", str(error.error_status_hint))


def of_ours(messages: list[bytes]) -> list[Verdict]:
    program = presets.build("host", "request_verdict") / "tests" / "fuzz" / "request_verdict"
    data = b"".join(b"%d\n%s" % (len(message), message) for message in messages)
    lines = subprocess.run([program], input=data, stdout=subprocess.PIPE, check=True).stdout.decode("latin-1")
    return [tuple(line.split(" ")) for line in lines.split("\n")[:-1]]


def mutated(seeds: list[bytes]) -> Iterator[bytes]:
    chance = random.Random(9112)
    for _ in range(MUTATIONS):
        message = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            at = chance.randrange(len(message) + 1)
            match chance.randrange(5):
                case 0:
                    message = message[:at] + chance.choice(SPECIAL) + message[at:]
                case 1:
                    message = message[:at] + message[at + chance.randrange(1, 4) :]
                case 2:
                    message = message[:at] + bytes([chance.randrange(256)]) + message[at + 1 :]
                case 3:  # a line of another message
                    line = chance.choice(chance.choice(seeds).split(b"\r\n"))
                    message = b"\r\n".join(insert(message.split(b"\r\n"), line, chance))
                case 4:
                    at = chance.randrange(len(message) + 1)
                    message = message[:at] + message[at : at + 8].swapcase() + message[at + 8 :]
        yield message


def insert(lines: list[bytes], line: bytes, chance: random.Random) -> list[bytes]:
    at = chance.randrange(len(lines) + 1)
    return [*lines[:at], line, *lines[at:]]


def differ(ours: Verdict, theirs: Verdict) -> bool:
    """Where neither accepts, when and how each says so is its own affair."""
    return ours != theirs and "accepted" in (ours[0], theirs[0])


@pytest.fixture(scope="module")
def differences() -> list[tuple[bytes, Verdict, Verdict]]:
    seeds = [b"".join(sent(case)) for case in cases(SITE)]
    messages = [*dict.fromkeys([*seeds, *mutated([seed for seed in seeds if len(seed) < 1000])])]
    verdicts = zip(messages, of_ours(messages), map(of_h11, messages), strict=True)
    return [(message, ours, theirs) for message, ours, theirs in verdicts if differ(ours, theirs)]


EXPLAINED = yaml.safe_load(Path(HERE, "differences.yaml").read_text())


def explains(rule: dict[str, str], message: bytes, ours: Verdict, theirs: Verdict) -> bool:
    if rule["ours"] not in (" ".join(ours), ours[0]) or rule["h11"] != theirs[0]:
        return False
    return re.search(rule["where"].encode("latin-1"), message, re.DOTALL | re.IGNORECASE) is not None


def test_each_difference_is_explained(differences: list[tuple[bytes, Verdict, Verdict]]) -> None:
    unexplained = [
        f"{message!r}\n    ours {' '.join(ours)}, h11 {' '.join(theirs)}"
        for message, ours, theirs in differences
        if not any(explains(rule, message, ours, theirs) for rule in EXPLAINED)
    ]
    assert not unexplained, f"{len(unexplained)} differences, such as\n" + "\n".join(sorted(unexplained, key=len)[:20])


def test_each_explanation_is_of_a_difference(differences: list[tuple[bytes, Verdict, Verdict]]) -> None:
    used = Counter(rule["name"] for rule in EXPLAINED for case in differences if explains(rule, *case))
    assert [rule["name"] for rule in EXPLAINED if not used[rule["name"]]] == []
