"""Copies the schema language, which stands beside the generator in the checkout, into the package."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SCHEMA = Path(__file__).resolve().parent.parent / "schema" / "metrics.schema.json"


class BuildWithSchema(build_py):
    def run(self) -> None:
        super().run()
        folder = Path(self.build_lib) / "prometheus_express" / "schema"
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(SCHEMA, folder)


setup(cmdclass={"build_py": BuildWithSchema})
