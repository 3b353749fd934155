"""Write a metrics schema, add one line of CMake, compile it into the firmware: in a project that is not this one."""

from pathlib import Path

import pytest

from conftest import TARGETS, Prefix
from project import LIBRARY, PACKAGE, PAGE, SUBDIRECTORY, WITHOUT_PYTHON, Project



@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where projects are that have the library in their own build, which is compiled once for a target."""
    return tmp_path_factory.mktemp("projects")


def set_up(project: Project, way: str, target: str, installed: Prefix, *options: str, generated: str = "") -> None:
    """Writes and configures the project; `generated` names a folder of files that were generated before."""
    project.write(PACKAGE if way == "package" else SUBDIRECTORY, generated=generated)
    if generated:
        project.generate(generated)
    prefix = [f"-DCMAKE_PREFIX_PATH={installed(target)}"] if way == "package" else []
    project.configure(TARGETS[target], *prefix, *options)


@pytest.fixture
def project(way: str, target: str, projects: Path, tmp_path: Path) -> Project:
    folder = projects / target if way == "subdirectory" else tmp_path / "firmware"
    project = Project(folder)
    project.start_again()
    return project


every_way = pytest.mark.parametrize("way", ["subdirectory", "package"])
every_target = pytest.mark.parametrize("target", list(TARGETS))
host_subdirectory = pytest.mark.parametrize(("way", "target"), [("subdirectory", "host")])


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


@host_subdirectory
def test_only_what_the_program_links_is_compiled(project: Project, way: str, target: str, installed: Prefix) -> None:
    set_up(project, way, target, installed)
    project.build()
    compiled = {file.parent.name for file in (project.build_folder / LIBRARY).rglob("*.o")}
    archives = {file.stem.removeprefix("libprometheus_express_") for file in (project.build_folder / LIBRARY).rglob("*.a")}
    assert archives == {"base", "exposition", "message", "http"}
    assert compiled == archives

@every_way
@every_target
def test_checked_in_files_need_no_python(project: Project, way: str, target: str, installed: Prefix) -> None:
    set_up(project, way, target, installed, WITHOUT_PYTHON, generated="checked_in")
    project.build()
    assert "# HELP level Level of the tank" in project.page()
    assert "no work to do" in project.build()


def test_a_release_whose_warnings_are_errors_builds(tmp_path: Path, installed: Prefix) -> None:
    project = Project(tmp_path / "firmware")
    set_up(project, "subdirectory", "host", installed, "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror")
    project.build()
    assert project.page() == PAGE


def test_installing_needs_no_python(installed: Prefix) -> None:
    assert (installed("host") / "include" / "prometheus_express").is_dir()


@host_subdirectory
def test_a_wrong_schema_stops_the_build_with_its_position(project: Project, way: str, target: str, installed: Prefix) -> None:
    set_up(project, way, target, installed)
    project.edit("type: gauge", "type: gaug")
    with pytest.raises(AssertionError, match=r"metrics\.yaml:5:\d+: error\["):
        project.build()


@host_subdirectory
def test_a_port_that_is_not_linked_is_named(project: Project, way: str, target: str, installed: Prefix) -> None:
    set_up(project, way, target, installed)
    program = project.folder / "main.cpp"
    program.write_text("#include <prometheus_express/ports/linux_i2c/adapter.hpp>\n" + program.read_text())
    with pytest.raises(AssertionError, match=r"target_link_libraries\(YOUR_TARGET PRIVATE prometheus_express::linux_i2c\)"):
        project.build()
    with project.folder.joinpath("CMakeLists.txt").open("a") as lists:
        lists.write("target_link_libraries(firmware PRIVATE prometheus_express::linux_i2c)\n")
    project.build()
    assert project.page() == PAGE
