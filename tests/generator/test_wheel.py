"""The generator as pip installs it: an sdist of a checkout, a wheel of that, and the commands in an environment without the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

import pytest
import schemas
from harness.source_tree import ROOT, relative, tracked_files

BUILD = "import sys, setuptools.build_meta as backend; getattr(backend, sys.argv[1])(sys.argv[2])"


def built(kind: str, source: Path, folder: Path) -> Path:
    """What setuptools makes of a source tree, with what this machine has and nothing from elsewhere."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run([sys.executable, "-c", BUILD, kind, str(folder)], cwd=source, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("setuptools", minversion="61")
    pytest.importorskip("wheel")
    work = tmp_path_factory.mktemp("wheel")
    for path in tracked_files("generator", "schema", "runtime", "README.md"):
        copy = work / "checkout" / relative(path)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    sdist = built("build_sdist", work / "checkout" / "generator", work / "sdist")
    shutil.rmtree(work / "checkout")
    with tarfile.open(sdist) as archive:
        archive.extractall(work / "unpacked")
    (source,) = (work / "unpacked").iterdir()
    return built("build_wheel", source, work / "wheel")


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The folder of commands of an environment that pip has put the wheel into."""
    environment = wheel.parent.parent / "environment"
    venv.create(environment, system_site_packages=True, with_pip=True)
    pip = [environment / "bin" / "python", "-m", "pip", "install", "--no-index", "--quiet", wheel]
    subprocess.run(pip, check=True, timeout=120)
    return environment / "bin"


def run(command: Path, *arguments: "str | Path") -> "subprocess.CompletedProcess[str]":
    return subprocess.run([command, *arguments], cwd=command.parent, capture_output=True, text=True, timeout=60, check=False)


def test_the_installed_command_knows_parts_templates_and_the_schema_language(installed: Path, tmp_path: Path) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text(schemas.VALID, encoding="utf-8")
    done = run(installed / "prometheus-express", "generate", schema, "--output", tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    there = run(ROOT / "generator" / "prometheus-express", "generate", schema, "--output", tmp_path / "checkout")
    assert there.returncode == 0
    names = sorted(path.name for path in (tmp_path / "checkout").iterdir())
    assert [(tmp_path / "out" / name).read_bytes() for name in names] == [(tmp_path / "checkout" / name).read_bytes() for name in names]


def test_the_installed_command_exports_the_runtime(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "prometheus-express", "export", "--sources", tmp_path / "installed").returncode == 0
    assert run(ROOT / "generator" / "prometheus-express", "export", "--sources", tmp_path / "checkout").returncode == 0
    subprocess.run(["diff", "-r", tmp_path / "installed", tmp_path / "checkout"], check=True)


def test_the_version_is_that_of_the_package(installed: Path, wheel: Path) -> None:
    version = run(installed / "prometheus-express", "--version").stdout.split()[-1]
    assert wheel.name == f"prometheus_express-{version}-py3-none-any.whl"
