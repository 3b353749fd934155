"""The firmwares for the Feather M4, which nothing runs: that they are where the board's boot loader looks for them, and whole."""

import re
import struct
import subprocess
from pathlib import Path

import pytest

import measure

BOOT_LOADER = 0x4000  # bytes of the flash that it has for itself
END_OF_FLASH = 512 * 1024
RAM = range(0x20000000, 0x20000000 + 192 * 1024 - 8 + 1)  # without the words of the boot loader; a stack may start at its end


@pytest.fixture(scope="module", params=["feather_m4", "feather_m4_random"])
def firmware(request: pytest.FixtureRequest) -> Path:
    return measure.build_feather().with_name(f"{request.param}.elf")


@pytest.fixture(scope="module")
def image(firmware: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What is to lie in flash, as binutils have it."""
    file = tmp_path_factory.mktemp("image") / "image"
    subprocess.run(["arm-none-eabi-objcopy", "-O", "binary", firmware, file], check=True)
    return file.read_bytes()


def test_its_vectors_are_where_the_boot_loader_takes_them_from(firmware: Path, image: bytes) -> None:
    stack, reset, *faults = struct.unpack_from("<16I", image)
    assert stack in RAM and stack % 8 == 0
    assert all(address % 2 == 1 and BOOT_LOADER < address < BOOT_LOADER + len(image) for address in (reset, *faults))
    symbols = subprocess.run(["arm-none-eabi-nm", firmware], check=True, capture_output=True, text=True).stdout
    assert re.search(f"^{reset - 1:08x} T reset$", symbols, re.MULTILINE)


def test_the_boot_loaders_file_is_the_firmware_and_nothing_else(firmware: Path, image: bytes) -> None:
    """By the UF2 format's description: https://github.com/microsoft/uf2."""
    file = firmware.with_suffix(".uf2").read_bytes()
    assert len(file) % 512 == 0
    count, flash = len(file) // 512, b""
    for number in range(count):
        block = file[512 * number : 512 * (number + 1)]
        family = (0x2000, BOOT_LOADER + 256 * number, 256, number, count, 0x55114460)
        assert struct.unpack_from("<8I", block) == (0x0A324655, 0x9E5D5157, *family)
        assert block[508:] == struct.pack("<I", 0x0AB16F30) and not any(block[32 + 256 : 508])
        flash += block[32 : 32 + 256]
    assert flash[: len(image)] == image and not any(flash[len(image) :])
    assert BOOT_LOADER + len(flash) <= END_OF_FLASH
    said = subprocess.run(["file", "--brief", firmware.with_suffix(".uf2")], check=True, capture_output=True, text=True).stdout
    assert "UF2 firmware image" in said and "SAMD51, address 0x004000, " in said and f" {count} total blocks" in said
