"""Write a metrics schema, add one line of CMake, compile it into the firmware: in a project that is not this one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from project import ARM, HOST, PACKAGE, PAGE, SUBDIRECTORY, WITHOUT_PYTHON, Project, install, run

TARGETS = {"host": HOST, "arm": ARM}
Prefix = Callable[[str], Path]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Prefix:
    """The installed library for a target, built once."""
    prefixes: dict[str, Path] = {}

    def prefix(target: str) -> Path:
        if target not in prefixes:
            work = tmp_path_factory.mktemp(f"install-{target}")
            prefixes[target] = install(work / "prefix", work / "build", TARGETS[target])
        return prefixes[target]

    return prefix


def set_up(project: Project, way: str, target: str, installed: Prefix, *options: str, generated: str = "") -> None:
    """Writes and configures the project; `generated` names a folder of files that were generated before."""
    project.write(PACKAGE if way == "package" else SUBDIRECTORY, generated=generated)
    if generated:
        project.generate(generated)
    prefix = [f"-DCMAKE_PREFIX_PATH={installed(target)}"] if way == "package" else []
    project.configure(TARGETS[target], *prefix, *options)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "firmware")


every_way = pytest.mark.parametrize("way", ["subdirectory", "package"])
every_target = pytest.mark.parametrize("target", list(TARGETS))


@every_way
@every_target
def test_three_files_make_a_firmware_that_follows_its_schema(
    project: Project, way: str, target: str, installed: Prefix
) -> None:
    set_up(project, way, target, installed)
    project.build()
    if target == "host":
        assert project.page() == PAGE
    else:
        assert "# HELP level Level of the tank" in project.page()
    assert "no work to do" in project.build()

    project.edit("Level of the tank", "Level of the lake")
    assert "no work to do" not in project.build()
    assert "# HELP level Level of the lake" in project.page()
    assert "Level of the tank" not in project.page()
    assert "no work to do" in project.build()


@every_way
@every_target
def test_checked_in_files_need_no_python(project: Project, way: str, target: str, installed: Prefix) -> None:
    set_up(project, way, target, installed, WITHOUT_PYTHON, generated="checked_in")
    project.build()
    assert "# HELP level Level of the tank" in project.page()
    assert "no work to do" in project.build()


def test_a_release_whose_warnings_are_errors_builds(project: Project, installed: Prefix) -> None:
    set_up(project, "subdirectory", "host", installed, "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror")
    project.build()
    assert project.page() == PAGE


def test_installing_needs_no_python(tmp_path: Path) -> None:
    install(tmp_path / "prefix", tmp_path / "build", HOST, WITHOUT_PYTHON)


def test_a_wrong_schema_stops_the_build_with_its_position(project: Project, installed: Prefix) -> None:
    set_up(project, "subdirectory", "host", installed)
    project.edit("type: gauge", "type: gaug")
    with pytest.raises(AssertionError, match=r"metrics\.yaml:5:\d+: error\["):
        project.build()


def test_the_generator_runs_through_a_link_from_any_folder(tmp_path: Path, project: Project) -> None:
    project.write(SUBDIRECTORY)
    launcher = tmp_path / "bin" / "prometheus-express"
    launcher.parent.mkdir()
    launcher.symlink_to(Path(__file__).resolve().parents[2] / "generator" / "prometheus-express")
    run(launcher, "generate", project.folder / "metrics.yaml", "--output", tmp_path / "out", cwd=tmp_path)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"probe.hpp", "probe.cpp"}
