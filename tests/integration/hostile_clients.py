#!/usr/bin/env python3
"""Clients that no server wants: hostile_clients.py PORT, until it is ended. 64 at any time, of six kinds."""

import asyncio
import random
import socket
import struct
import sys
from collections.abc import Awaitable, Callable

GET = b"GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"
MALFORMED = [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # TLS
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET /metrics HTTP/1.1\r\n\r\n",
    b"GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + GET,
    b"GET " + b"/x" * 5000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET /metrics HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 3000 + b"\r\n",
    b"POST /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"\0" * 3000,
]
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    for byte in GET:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(random.uniform(0.02, 0.5))
    await reader.read()


async def resetting(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    client: socket.socket = writer.get_extra_info("socket")
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.write(GET[: random.randrange(len(GET) + 1)] * random.choice((1, 1, 20)))
    await asyncio.sleep(random.choice((0, 0.001, 0.05)))


async def malformed(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(random.choice(MALFORMED))
    await reader.read()


async def pipelining(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(GET * 50)
        if not await reader.read(65536):
            return
        await asyncio.sleep(0.01)


async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Asks for more than the sockets hold and never reads."""
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    writer.write(GET * 5000)
    await asyncio.sleep(30)


KINDS = (silent, slow, resetting, malformed, pipelining, deaf)


async def run(port: int, kind: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]) -> None:
    while True:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=4096)
            try:
                await kind(reader, writer)
            finally:
                writer.transport.abort()
        except OSError:
            pass
        await asyncio.sleep(random.uniform(0, 0.02))


async def main(port: int) -> None:
    await asyncio.gather(*(run(port, KINDS[number % len(KINDS)]) for number in range(64)))


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
