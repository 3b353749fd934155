"""The set-up on machines that this one is not: apt-get, dpkg-query and the like are stand-ins on PATH."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.source_tree import ROOT

PACKAGES = """\
# A comment.

[build]
g++      compiler
old-name | new-name    the same thing
[test]
curl     client
"""


class Machine:
    """Runs setup.sh with a PATH of stand-ins, as a user without root."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        (folder / "tests").mkdir()
        self.bin.mkdir()
        shutil.copy(ROOT / "tests" / "setup.sh", folder / "tests")
        (folder / "tests" / "packages.txt").write_text(PACKAGES)
        for tool in ("bash", "sed", "tr", "dirname", "env", "mkdir"):
            self.bin.joinpath(tool).symlink_to(shutil.which(tool) or tool)

    def tool(self, name: str, script: str) -> None:
        (self.bin / name).write_text(f"#!/bin/bash\n{script}\n")
        (self.bin / name).chmod(0o755)

    def has_installed(self, *packages: str) -> None:
        lines = "".join(f"installed:{package}\\n" for package in packages)
        self.tool("dpkg-query", f"printf '{lines}not-installed:other\\n'; exit 1")
        self.tool("apt-get", "echo must not be called >&2; exit 9")

    def set_up(self, *sections: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        user = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
        command = [shutil.which(user[0]) or user[0], *user[1:]] if user else []
        command += [str(self.folder / "tests" / "setup.sh"), *sections]
        variables = {"PATH": str(self.bin), **environment}
        return subprocess.run(command, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True)


@pytest.fixture
def machine() -> Iterator[Machine]:
    with tempfile.TemporaryDirectory() as folder:  # unlike pytest's, made readable for another user
        os.chmod(folder, 0o755)
        yield Machine(Path(folder))


def test_nothing_missing_is_silent(machine: Machine) -> None:
    machine.has_installed("g++", "new-name")
    done = machine.set_up("build")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_another_package_provides_is_not_missing(machine: Machine) -> None:
    machine.has_installed("g++", "vendors-own old-name-dev, new-name (= 1.0), old-name-doc")
    assert machine.set_up("build").returncode == 0


def test_a_section_not_asked_for_is_not_needed(machine: Machine) -> None:
    machine.has_installed("g++", "old-name")
    assert machine.set_up("build").returncode == 0
    assert "missing packages: curl\n" in machine.set_up("build", "test").stderr


def test_without_root_or_sudo_the_command_is_named(machine: Machine) -> None:
    machine.has_installed("curl")
    done = machine.set_up("build", "test")
    assert (done.returncode, done.stdout) == (1, "")
    assert "missing packages: g++ old-name\n" in done.stderr
    assert "apt-get update && apt-get install --no-install-recommends g++ old-name\n" in done.stderr


def test_a_sudo_that_asks_for_a_password_is_no_way_without_a_terminal(machine: Machine) -> None:
    machine.has_installed()
    machine.tool("sudo", "exit 1")
    assert "installing them takes root" in machine.set_up("build").stderr


def test_sudo_installs_the_names_that_the_archive_has(machine: Machine) -> None:
    machine.has_installed("curl")
    calls = machine.folder / "build" / "calls"
    calls.parent.mkdir()
    calls.touch()
    for path in (calls.parent, calls):
        path.chmod(0o777)
    # What would change this machine is only noted down.
    machine.tool("sudo", f'[[ $* == *apt-get* ]] || exit 0; echo "$*" >>{calls}; [[ $* == *update ]] || exit 0; exit 100')
    machine.tool("apt-cache", "[[ ${!#} == old-name ]] || echo Package: ${!#}")
    done = machine.set_up("build")
    assert done.returncode == 0, done.stderr
    update, install = calls.read_text().splitlines()
    assert update.endswith("apt-get -y -o DPkg::Lock::Timeout=120 update")
    assert "DEBIAN_FRONTEND=noninteractive" in install
    assert install.endswith("install --no-install-recommends g++ new-name")


def test_without_apt_the_packages_are_named(machine: Machine) -> None:
    done = machine.set_up("build")
    assert done.returncode == 1
    assert done.stderr.startswith("g++ old-name\n")
    assert machine.set_up("build", PROMETHEUS_EXPRESS_SETUP="skip").returncode == 0


@pytest.mark.parametrize(("section", "script"), [("board", "fetch_lwip.sh"), ("pico", "fetch_rp2040js.sh")])
def test_what_a_board_needs_is_fetched_also_when_no_package_is_missing(section: str, script: str, machine: Machine) -> None:
    machine.has_installed("g++", "new-name")
    machine.tool(f"../tests/{script}", "echo fetched >&2; exit 3")
    assert machine.set_up("build").returncode == 0
    done = machine.set_up("build", section)
    assert (done.returncode, done.stderr) == (3, "fetched\n")


class Fetch:
    """tests/fetch_lwip.sh in a tree of its own, with an apt-get that has no archive."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tree = folder / "build" / "lwip"
        (folder / "tests").mkdir()
        shutil.copy(ROOT / "tests" / "fetch_lwip.sh", folder / "tests")
        (folder / "apt-get").write_text("#!/bin/sh\necho no archive >&2\nexit 100\n")
        (folder / "apt-get").chmod(0o755)

    def run(self, **environment: str) -> "subprocess.CompletedProcess[str]":
        variables = {"PATH": f"{self.folder}:{os.environ['PATH']}", **environment}
        command = self.folder / "tests" / "fetch_lwip.sh"
        return subprocess.run([command], env=variables, capture_output=True, text=True)


def test_lwip_is_fetched_once_and_not_where_there_is_a_tree(tmp_path: Path) -> None:
    fetch = Fetch(tmp_path)
    elsewhere = fetch.run(PROMETHEUS_EXPRESS_LWIP_DIR="/somewhere")
    assert (elsewhere.returncode, elsewhere.stderr) == (0, "")
    fetch.tree.mkdir(parents=True)
    again = fetch.run()
    assert (again.returncode, again.stderr) == (0, "")


def test_an_archive_without_lwip_is_said_with_what_to_do(tmp_path: Path) -> None:
    fetch = Fetch(tmp_path)
    done = fetch.run()
    assert (done.returncode, done.stdout) == (1, "")
    assert "no archive\n" in done.stderr
    assert "Set PROMETHEUS_EXPRESS_LWIP_DIR to a tree of lwIP 2.1 or later" in done.stderr
    assert [path.name for path in fetch.tree.parent.iterdir()] == ["lwip.log"]
