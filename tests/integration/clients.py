"""Clients that others wrote, kept from going through a proxy of the machine."""

import subprocess
import urllib.request

direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def curl(*arguments: str, body: bytes = b"") -> bytes:
    """What curl prints; it must succeed."""
    command = ["curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "20", *arguments]
    done = subprocess.run(command, input=body, capture_output=True, timeout=30)
    assert done.returncode == 0, (command, done.returncode, done.stderr, done.stdout)
    return done.stdout
