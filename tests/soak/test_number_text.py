"""Every one of the 2^32 floats and a billion doubles read as std::to_chars has it: 7 minutes on two cores."""

import subprocess

from harness import presets


def test_every_float_and_a_billion_doubles() -> None:
    program = presets.build("host", "number_text_soak") / "tests" / "runtime" / "base" / "number_text_soak"
    result = subprocess.run([program], capture_output=True, text=True)
    print(result.stdout)
    assert result.returncode == 0
    assert "4294967296 floats agree" in result.stdout
    assert "1000000000 doubles agree" in result.stdout
