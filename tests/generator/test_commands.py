"""The commands: exit statuses, what is shown, and which files are touched."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from prometheus_express.cli import main
from prometheus_express.output.files import write_files
from schemas import CHECKOUT, THERMOMETER, VALID


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "metrics.yaml"
    path.write_text(VALID, encoding="utf-8")
    return path


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "prometheus_express", *arguments]
    return subprocess.run(command, cwd=CHECKOUT / "generator", capture_output=True, text=True, timeout=60, check=False)


def test_a_valid_schema_passes_the_check_in_silence(schema: Path) -> None:
    done = run("check", str(schema))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_errors_go_to_standard_error_with_status_1(schema: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text(VALID.replace("type: gauge", "type: guage"), encoding="utf-8")
    done = run("check", str(schema), str(broken), str(tmp_path / "none.yaml"))
    assert done.returncode == 1 and done.stdout == ""
    assert f"{broken}:10:11: error[unknown-metric-type]" in done.stderr
    assert f"{tmp_path / 'none.yaml'}:1:1: error[unreadable-file]" in done.stderr
    assert done.stderr.endswith("\n3 errors\n")


def test_misuse_is_status_2() -> None:
    assert run().returncode == run("generate", "metrics.yaml").returncode == 2


def test_a_schema_with_errors_touches_no_output(schema: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "weather_station.hpp").write_text("old")
    schema.write_text(VALID.replace("unit: celsius", "unit: Celsius"), encoding="utf-8")
    before = os.stat(output / "weather_station.hpp").st_mtime_ns
    assert main(["generate", str(schema), "--output", str(output)]) == 1
    assert "error[invalid-unit]" in capfd.readouterr().err
    assert os.listdir(output) == ["weather_station.hpp"]
    assert os.stat(output / "weather_station.hpp").st_mtime_ns == before
    assert main(["generate", str(schema), "--output", str(tmp_path / "new")]) == 1
    assert not (tmp_path / "new").exists()


def test_generate_writes_the_two_files_of_the_application(schema: Path, tmp_path: Path) -> None:
    assert main(["generate", str(schema), "--output", str(tmp_path / "a/b")]) == 0
    assert sorted(os.listdir(tmp_path / "a/b")) == ["weather_station.cpp", "weather_station.hpp"]


def test_generating_again_leaves_the_files_alone(schema: Path, tmp_path: Path) -> None:
    files = [tmp_path / "weather_station.hpp", tmp_path / "weather_station.cpp"]
    assert main(["generate", str(schema), "--output", str(tmp_path)]) == 0
    for file in files:
        os.utime(file, ns=(1, 1))
    assert main(["generate", str(schema), "--output", str(tmp_path)]) == 0
    assert [os.stat(file).st_mtime_ns for file in files] == [1, 1]


def test_a_depfile_names_every_schema_file_absolutely(tmp_path: Path) -> None:
    folder = tmp_path / "a b#$"
    folder.mkdir()
    (folder / "metrics.yaml").write_text("version: 1\napplication: demo\ninclude: [b.yaml, c.yaml]\n")
    (folder / "b.yaml").write_text("version: 1\nmetrics: {x: {type: counter, help: x}}\n")
    command = ["generate", str(folder / "metrics.yaml"), "--output", str(tmp_path), "--depfile", str(tmp_path / "d/x.d")]
    assert main(command) == 1 and not (tmp_path / "d").exists()  # there is no c.yaml
    (folder / "metrics.yaml").write_text("version: 1\napplication: demo\ninclude: [b.yaml]\n")
    assert main(command) == 0
    inside = f"{tmp_path}/a\\ b\\#$$"
    assert (tmp_path / "d/x.d").read_text() == (
        f"{tmp_path}/demo.hpp {tmp_path}/demo.cpp: \\\n  {inside}/metrics.yaml \\\n  {inside}/b.yaml\n"
    )


def test_strict_makes_errors_of_warnings(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text("version: 1\napplication: demo\nmetrics: {wait_ms: {type: gauge, help: x}}\n")
    assert main(["check", str(schema)]) == 0
    assert "warning[abbreviated-unit]" in capfd.readouterr().err
    assert main(["generate", str(schema), "--output", str(tmp_path / "out"), "--strict"]) == 1
    assert "error[abbreviated-unit]" in capfd.readouterr().err and not (tmp_path / "out").exists()


def test_definitions_have_a_name_and_a_value(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    schema = tmp_path / "metrics.yaml"
    schema.write_text("version: 1\napplication: demo\nconstant_labels: {a: '${B}'}\nmetrics: {x: {type: counter, help: x}}\n")
    assert main(["check", str(schema)]) == 1
    assert main(["check", str(schema), "--define", "B=c=d"]) == 0
    for wrong in ("B", "=c", "1=c"):
        with pytest.raises(SystemExit):
            main(["check", str(schema), "--define", wrong])


def test_an_output_that_cannot_be_written_is_an_error(schema: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["generate", str(schema), "--output", str(tmp_path / "file")]) == 1
    assert "error[cannot-write]" in capfd.readouterr().err


@pytest.mark.parametrize("arguments", [["reference"], ["catalogue"], ["outputs", "{schema}"]])
def test_a_standard_output_that_is_full_is_an_error(arguments: list[str], schema: Path) -> None:
    command = [sys.executable, "-m", "prometheus_express", *(argument.format(schema=schema) for argument in arguments)]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, cwd=CHECKOUT / "generator", stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, "standard output: error[cannot-write]: No space left on device\n")


def test_inputs_that_cannot_be_written_are_an_error(schema: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["outputs", str(schema), "--inputs", str(tmp_path / "file" / "inputs")]) == 1
    assert "file: error[cannot-write]" in capfd.readouterr().err


def test_an_interrupt_ends_without_a_traceback(schema: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("prometheus_express.cli.schemas.check_file", interrupt)
    assert main(["check", str(schema)]) == 130
    assert capfd.readouterr().err == ""


def test_only_files_that_change_are_written(tmp_path: Path) -> None:
    assert write_files(tmp_path, {"a": "1\n", "b": "é"}) == [tmp_path / "a", tmp_path / "b"]
    assert write_files(tmp_path, {"a": "2\n", "b": "é"}) == [tmp_path / "a"]
    assert (tmp_path / "a").read_bytes() == b"2\n" and (tmp_path / "b").read_bytes() == "é".encode()
    assert stat.S_IMODE(os.stat(tmp_path / "a").st_mode) == 0o666 & ~current_umask()


def test_a_failure_leaves_the_old_files_and_nothing_else(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "old"})
    (tmp_path / "b").mkdir()
    with pytest.raises(OSError):
        write_files(tmp_path, {"a": "new", "b": "new"})
    assert sorted(os.listdir(tmp_path)) == ["a", "b"] and (tmp_path / "a").read_text() == "old"


def current_umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_check_takes_the_description_of_a_device(tmp_path: Path) -> None:
    sound, broken = tmp_path / "sound.yaml", tmp_path / "broken.yaml"
    sound.write_text(THERMOMETER, encoding="utf-8")
    broken.write_text(THERMOMETER.replace("code / 256", "cod / 256"), encoding="utf-8")
    done = run("check", str(sound))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = run("check", str(sound), str(broken))
    assert done.returncode == 1
    assert f"{broken}:7:48: error[unknown-name]" in done.stderr and done.stderr.endswith("\n1 error\n")


def test_every_device_of_the_library_passes_the_check() -> None:
    done = run("check", *map(str, sorted((CHECKOUT / "schema" / "devices").glob("*/*.yaml"))))
    assert (done.returncode, done.stderr) == (0, "")
