"""Clients that others wrote, kept from going through a proxy of the machine."""

import subprocess
import urllib.request

CURL = ("curl", "--silent", "--show-error", "--noproxy", "*", "--max-time", "20")

direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def curl(*arguments: str, body: bytes = b"") -> bytes:
    """What curl prints; it must succeed."""
    done = subprocess.run([*CURL, *arguments], input=body, capture_output=True, timeout=30)
    assert done.returncode == 0, (arguments, done.returncode, done.stderr, done.stdout)
    return done.stdout
