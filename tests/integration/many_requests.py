"""As many requests as one likes, and what the server holds before and after."""

import subprocess

import presets
from resources import resources
from services import Server
from waiting import wait_until


def ask(server: Server, count: int) -> None:
    program = presets.build("host", "many_requests") / "tests" / "integration" / "many_requests"
    done = subprocess.run([program, str(server.port), str(count)], stdout=subprocess.PIPE, text=True)
    assert (done.returncode, done.stdout) == (0, f"{count} of {count} answered\n")


def leaves_nothing(server: Server, count: int) -> None:
    """Once every client has gone, the server holds what it held after the first few thousand requests."""
    idle = resources(server.process.pid).descriptors

    def holds() -> "tuple[int, int] | None":
        now = resources(server.process.pid)
        return now[1:] if now.descriptors == idle else None

    ask(server, 5000)  # until every page that it ever uses was touched
    before = wait_until(holds, "as many descriptors as without a client", show=lambda: resources(server.process.pid))
    ask(server, count)
    after = wait_until(holds, "as many descriptors as without a client", show=lambda: resources(server.process.pid))
    server.must_be_alive()
    assert after == before
