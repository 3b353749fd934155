"""The generated C++."""
