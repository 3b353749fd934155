"""What `cmake --install` puts down: the command in bin, and a prefix that can be staged and moved as a whole."""

import os
import subprocess
from pathlib import Path

import pytest

from harness.source_tree import ROOT
from project import HOST, PACKAGE, PAGE, WITHOUT_PYTHON, Project, install, run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder of a library that is installed in `prefix` beside it."""
    work = tmp_path_factory.mktemp("installed")
    install(work / "prefix", work / "build", HOST, WITHOUT_PYTHON)
    return work / "build"


def generates(command: Path, folder: Path) -> None:
    """The command makes the files of a schema, from a folder that has nothing to do with it."""
    project = Project(folder)
    project.write(PACKAGE)
    run(command, "generate", "metrics.yaml", "--output", "generated", cwd=folder)
    assert sorted(file.name for file in (folder / "generated").iterdir()) == ["probe.cpp", "probe.hpp"]


def test_the_command_is_in_bin(built: Path, tmp_path: Path) -> None:
    generates(built.parent / "prefix" / "bin" / "prometheus-express", tmp_path)


def test_the_command_knows_the_parts(built: Path, tmp_path: Path) -> None:
    (tmp_path / "metrics.yaml").write_text(
        "version: 1\napplication: probe\nbuses: {i2c0: {type: i2c}}\n"
        "sensors: {attic: {device: sensirion/sht31, bus: i2c0, every: 5s}}\n"
        "metrics: {temperature: {help: Air, read: attic.temperature}}\n"
    )
    assert run(built.parent / "prefix" / "bin" / "prometheus-express", "check", tmp_path / "metrics.yaml") == ""


@pytest.mark.parametrize("folders", [("bin", "share"), ("usr/tools", "data/of/all")])
def test_a_staged_install_works_where_it_is_moved_to(built: Path, folders: "tuple[str, str]", tmp_path: Path) -> None:
    """As a package is made: DESTDIR in front of a prefix that this machine does not have, and unpacked elsewhere."""
    bin_folder, data_folder = folders
    run("cmake", "-S", ROOT, "-B", built, f"-DCMAKE_INSTALL_BINDIR={bin_folder}", f"-DCMAKE_INSTALL_DATAROOTDIR={data_folder}")
    run("cmake", "--build", built)
    staged = {**os.environ, "DESTDIR": str(tmp_path / "stage")}
    subprocess.run(["cmake", "--install", built, "--prefix", "/opt/px"], env=staged, check=True, stdout=subprocess.DEVNULL)
    assert not Path("/opt/px").exists()
    moved = tmp_path / "elsewhere"
    (tmp_path / "stage" / "opt" / "px").rename(moved)

    generates(moved / bin_folder / "prometheus-express", tmp_path / "by_hand")
    project = Project(tmp_path / "firmware")
    project.write(PACKAGE)
    project.configure(HOST, f"-DCMAKE_PREFIX_PATH={moved}")
    project.build()
    assert project.page() == PAGE
    commands = run("ninja", "-C", project.build_folder, "-t", "commands")
    assert f"{moved}/{data_folder}/prometheus_express/generator" in commands, "the generator is that of the prefix"
    assert str(ROOT) not in commands and "/opt/px" not in commands


def test_the_command_exports_the_runtime(built: Path, tmp_path: Path) -> None:
    run(built.parent / "prefix" / "bin" / "prometheus-express", "export", "--sources", tmp_path)
    assert (tmp_path / "prometheus_express" / "exposition" / "renderer.cpp").is_file()
