"""Copies the schema language, which stands beside the generator in the checkout, into the package."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

GENERATOR = Path(__file__).resolve().parent
COPIED = {"schema": GENERATOR.parent / "schema"}


class BuildWithData(build_py):
    def run(self) -> None:
        super().run()
        for name, folder in COPIED.items():
            shutil.copytree(folder, Path(self.build_lib) / "prometheus_express" / name, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithData})
