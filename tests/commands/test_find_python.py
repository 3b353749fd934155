"""The search for an interpreter: generator/find-python, the launcher and the CMake function that use it."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from harness.source_tree import ROOT

FIND = ROOT / "generator" / "find-python"
BARE = ["-I", "-S"]  # a Python that sees no installed module


def python_at(folder: Path, *options: str, name: str = "python3") -> Path:
    """A Python of that name, which is the one that runs this test with options in front."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" {" ".join(options)} "$@"\n')
    file.chmod(0o755)
    return file


def find(*modules: str, path: "list[Path] | None" = None, choice: str = "") -> "subprocess.CompletedProcess[str]":
    folders = [*map(str, path or []), "/usr/bin", "/bin"]
    environment = {**os.environ, "PATH": ":".join(folders), "PROMETHEUS_EXPRESS_PYTHON": choice}
    return subprocess.run(["sh", str(FIND), *modules], env=environment, capture_output=True, text=True)


def test_a_python_without_modules_is_passed_over(tmp_path: Path) -> None:
    python_at(tmp_path / "bare", *BARE)
    python_at(tmp_path / "whole")
    found = find(path=[tmp_path / "bare", tmp_path / "whole"])
    assert (found.stdout, found.stderr) == (f"{sys.executable}\n", "")


def test_a_numbered_python_is_found(tmp_path: Path) -> None:
    only_here = tmp_path / "only_here.py"
    only_here.touch()
    python_at(tmp_path / "bare", *BARE)
    numbered = python_at(tmp_path / "whole", name="python3.12")
    numbered.write_text(numbered.read_text().replace("exec ", f'PYTHONPATH="{tmp_path}" exec '))
    assert find("only_here", path=[tmp_path / "bare", tmp_path / "whole"]).stdout == f"{sys.executable}\n"


def test_when_none_fits_each_is_named_with_what_it_lacks(tmp_path: Path) -> None:
    bare = python_at(tmp_path / "bare", *BARE)
    broken = tmp_path / "broken" / "python3"
    broken.parent.mkdir()
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    found = find("yaml", "no_such_module", path=[bare.parent, broken.parent])
    assert (found.returncode, found.stdout) == (1, "")
    assert f"{bare}: lacks yaml, no_such_module\n" in found.stderr
    assert f"{broken}: does not run\n" in found.stderr
    assert "apt-get install python3 python3-yaml python3-no-such-module\n" in found.stderr
    assert "python3 -m pip install pyyaml no-such-module\n" in found.stderr


def test_the_users_choice_is_the_only_candidate(tmp_path: Path) -> None:
    whole = python_at(tmp_path / "my whole")
    assert find(choice=str(whole)).stdout == f"{sys.executable}\n"
    bare = python_at(tmp_path / "bare", *BARE)
    refused = find(path=[whole.parent], choice=str(bare))
    assert refused.returncode == 1
    assert refused.stderr.count(": lacks ") == 1 and str(bare) in refused.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with a blank in its name that holds the launcher and a package that prints its arguments."""
    folder = tmp_path / "my checkout" / "generator"
    package = folder / "prometheus_express"
    package.mkdir(parents=True)
    for name in ("find-python", "prometheus-express"):
        shutil.copy(ROOT / "generator" / name, folder / name)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("import sys, yaml\nprint(sys.argv[1:], yaml.safe_load('1'))\nsys.exit(3)\n")
    return folder


def test_the_launcher_runs_through_links_and_ends_as_the_generator(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "absolute").symlink_to(checkout / "prometheus-express")
    (tmp_path / "bin" / "relative").symlink_to("../absolute")
    done = subprocess.run([tmp_path / "bin" / "relative", "check", "a b.yaml"], cwd="/", capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("['check', 'a b.yaml'] 1\n", 3)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python 3.11 brought the safe path")
def test_a_module_in_the_users_folder_stands_in_for_none(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "yaml.py").write_text("raise SystemExit('the wrong one')\n")
    done = subprocess.run([checkout / "prometheus-express"], cwd=tmp_path, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("[] 1\n", 3)


IMPORT_NAMES = {"Jinja2": "jinja2", "PyYAML": "yaml"}  # of packages


def test_what_is_demanded_is_what_the_generator_imports_what_it_is_packed_with_and_what_the_readme_says() -> None:
    imported = {
        (name.name if isinstance(node, ast.Import) else str(node.module)).partition(".")[0]
        for file in (ROOT / "generator" / "prometheus_express").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) or isinstance(node, ast.ImportFrom) and not node.level
        for name in node.names
    } - set(sys.stdlib_module_names)
    packed = re.search(r"^dependencies = \[(.*)\]", (ROOT / "generator" / "pyproject.toml").read_text(), re.MULTILINE)
    assert packed
    names = re.findall('"([A-Za-z0-9]+)', packed.group(1))
    asked = re.search(r"set -- (.*)", FIND.read_text())
    assert asked and asked.group(1).split() == sorted(imported) == [IMPORT_NAMES[name] for name in names]
    assert f"with {' and '.join(names)}" in (ROOT / "README.md").read_text()


def configure(folder: Path, *options: str, path: "list[Path] | None" = None) -> "subprocess.CompletedProcess[str]":
    folder.joinpath("CMakeLists.txt").write_text(
        "cmake_minimum_required(VERSION 3.22)\nproject(search NONE)\n"
        f'include("{ROOT}/generator/cmake/PrometheusExpressPython.cmake")\n'
        "foreach(again 1 2)\n  prometheus_express_find_python(python)\nendforeach()\n"
        'file(WRITE "${CMAKE_BINARY_DIR}/answer" "${python}")\n'
    )
    folders = [*map(str, path or []), "/usr/bin", "/bin"]
    command = ["cmake", "-S", str(folder), "-B", str(folder / "build"), "-G", "Ninja", *options]
    return subprocess.run(command, env={**os.environ, "PATH": ":".join(folders)}, capture_output=True, text=True)


def test_cmake_finds_a_python_keeps_it_and_looks_again_when_it_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone" / "bin" / "python3"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--system-site-packages", gone.parents[1]], check=True)
    first = configure(tmp_path, path=[gone.parent])
    assert (tmp_path / "build" / "answer").read_text() == str(gone), first.stderr
    assert first.stdout.count(f"Python for prometheus_express: {gone}\n") == 1
    again = configure(tmp_path)  # not on PATH any more, and still the one that was found
    assert (tmp_path / "build" / "answer").read_text() == str(gone)
    assert "Python for" not in again.stdout
    gone.unlink()
    other = python_at(tmp_path / "other")
    configure(tmp_path, path=[other.parent])
    assert (tmp_path / "build" / "answer").read_text() == sys.executable


def test_cmake_stops_with_the_message_of_the_search(tmp_path: Path) -> None:
    bare = python_at(tmp_path / "bare", *BARE)
    done = configure(tmp_path, f"-DPROMETHEUS_EXPRESS_PYTHON={bare}")
    assert done.returncode == 1
    assert f"{bare}: lacks jinja2, yaml" in done.stderr
    assert "apt-get install python3 python3-jinja2 python3-yaml\n" in done.stderr
