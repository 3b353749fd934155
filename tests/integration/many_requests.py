"""As many requests as one likes, and what the server holds before and after."""

import subprocess

from harness import presets
from harness.resources import Resources, resources
from harness.services import Server
from harness.waiting import wait_until

BUFFERS = 100  # KiB: the sockets' buffers of some connections; a byte a request would be ten times as much


def ask(server: Server, count: int) -> None:
    program = presets.build("host", "many_requests") / "tests" / "integration" / "many_requests"
    done = subprocess.run([program, str(server.port), str(count)], stdout=subprocess.PIPE, text=True)
    assert (done.returncode, done.stdout) == (0, f"{count} of {count} answered\n")


def leaves_nothing(server: Server, count: int) -> None:
    """Once every client has gone, the server holds what it held after the first few thousand requests; but for pages of its
    own buffers that it had not touched until then, which are few."""
    idle = resources(server.process.pid).descriptors

    def holds() -> "Resources | None":
        now = resources(server.process.pid)
        return now if now.descriptors == idle else None

    ask(server, 5000)
    before = wait_until(holds, "as many descriptors as without a client", show=lambda: resources(server.process.pid))
    ask(server, count)
    after = wait_until(holds, "as many descriptors as without a client", show=lambda: resources(server.process.pid))
    server.must_be_alive()
    assert after.data == before.data
    assert after.resident - before.resident <= BUFFERS
