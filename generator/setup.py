"""Copies into the package what stands beside the generator in the checkout: the schema language, and the runtime for `export`.

An sdist has them in the package already, so that a wheel can be made of it."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.command.sdist import sdist

GENERATOR = Path(__file__).resolve().parent
COPIED = ("schema", "runtime")
README = next(path for path in (GENERATOR.parent / "README.md", GENERATOR / "README.md") if path.is_file())


def copy_into(package: Path) -> None:
    for name in COPIED:
        for place in (GENERATOR.parent / name, GENERATOR / "prometheus_express" / name):
            if place.is_dir():
                shutil.copytree(place, package / name, dirs_exist_ok=True)
                break
        else:
            raise SystemExit(f"{GENERATOR.parent / name} is missing: build from a whole checkout, or from an sdist")


class BuildWithData(build_py):
    def run(self) -> None:
        super().run()
        copy_into(Path(self.build_lib) / "prometheus_express")


class SdistWithData(sdist):
    def make_release_tree(self, base_dir: str, files: "list[str]") -> None:
        super().make_release_tree(base_dir, files)
        copy_into(Path(base_dir) / "prometheus_express")
        shutil.copy(README, base_dir)


setup(
    cmdclass={"build_py": BuildWithData, "sdist": SdistWithData},
    long_description=README.read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
)
