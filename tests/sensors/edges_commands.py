"""What the edges of parts that take commands have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction as F
from typing import Any, Optional

from exact_simple import Sample, sample

Edges = Iterator[tuple[str, Sample]]
Channels = dict[str, Optional[F]]
Replies = dict[str, str]
WORDS = (0x0000, 0x0001, 0x0003, 0x7FFF, 0x8000, 0x8001, 0xFFFC, 0xFFFE, 0xFFFF)


class Part:
    """A part by its usual replies; what is asked for in a vector replaces them."""

    def __init__(self, device: str, address: str, replies: Replies, least_waits: Iterable[int]) -> None:
        self.device, self.address, self.replies, self.least_waits = device, address, replies, list(least_waits)

    def read(self, replies: Replies, channels: Channels, config: Optional[Sample] = None, **more: Any) -> Sample:
        keys = ("waits", "least_waits", "expect", "expect_writes", "unwanted")
        vector = {key: more.pop(key) for key in keys if key in more}
        answers = self.replies | replies
        prefixes = [{"write_prefix": key[:-1], "read": answers.pop(key)} for key in [*answers] if key.endswith("*")]
        responses = [{"write": key, "read": read} for key, read in answers.items()]
        model = {"kind": "cmd", "responses": responses, "prefix_responses": prefixes} | more
        return sample(self.device, model, channels, config) | {"address": self.address} | vector

    def fails(self, replies: Replies, error: str, config: Optional[Sample] = None, **more: Any) -> Sample:
        return self.read(replies, {}, config, expect={"status": "error", "error": error, "channels": {}}, **more)

    def waits(self, channels: Channels, config: Optional[Sample] = None, **more: Any) -> Sample:
        return self.read({}, channels, config, **{"waits": True, "least_waits": self.least_waits} | more)


def spoiled(hex_: str) -> Iterator[tuple[int, str]]:
    """The frame with each of its bytes wrong in turn."""
    data = bytes.fromhex(hex_)
    for at, byte in enumerate(data):
        yield at, (data[:at] + bytes([byte ^ 0x10]) + data[at + 1 :]).hex()


def late_and_never(part: Part, commands: list[str], channels: Channels) -> Edges:
    for count in (1, 5, 10):
        yield f"not ready {count} times", part.read({}, channels, nack_reads=count, nack_for=commands)
    for command in commands:
        yield f"{command} never ready", part.fails({}, "timeout", nack_reads=-1, nack_for=[command])
