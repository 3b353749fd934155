"""The version of the library and its generator: the one place, which CMakeLists.txt and pyproject.toml read, too."""

VERSION = "0.1.0"
