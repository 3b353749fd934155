"""What firmware must not hold is found, with who refers to it; and the measured firmware holds none of it."""

import json
import subprocess
from pathlib import Path

import symbols

TOOL = Path(symbols.__file__)


def test_every_class_is_found_with_its_user(folder: Path) -> None:
    found = {
        (finding.kind, finding.what): finding.users
        for finding in symbols.check(folder / "size_refused.elf", decimals_only=True)
    }
    application = {key: users for key, users in found.items() if any(user.startswith("refused/") for user in users)}
    expected = {
        ("heap", "malloc"): "refused/main.cpp.obj",
        ("heap", "free"): "refused/main.cpp.obj",
        ("operator new or delete", "operator new(unsigned int)"): "refused/object.cpp.obj",
        ("operator new or delete", "operator delete(void*, unsigned int)"): "refused/object.cpp.obj",
        ("exceptions and other C++ ABI", "__aeabi_atexit"): "refused/object.cpp.obj",
        ("dynamic initialisation", "_GLOBAL__sub_I__Z11constructedv"): "refused/object.cpp.obj",
        ("printf and scanf", "printf"): "refused/main.cpp.obj",
        ("floating-point arithmetic", "__aeabi_dmul"): "refused/number.cpp.obj",
    }
    if folder.parents[1].name == "cortex-m4":
        expected["floating-point arithmetic", "vdiv.f32 in halved(float)"] = "refused/number.cpp.obj"
    else:
        expected["floating-point arithmetic", "__aeabi_fdiv"] = "refused/number.cpp.obj"
    for key, user in expected.items():
        assert user in application[key]
    assert ("heap", "_sbrk") in found


def test_floating_point_is_refused_in_decimals_only(folder: Path) -> None:
    kinds = {finding.kind for finding in symbols.check(folder / "size_refused.elf")}
    assert "heap" in kinds and "floating-point arithmetic" not in kinds


def test_command_fails_and_names_the_program(folder: Path) -> None:
    program = folder / "size_refused.elf"
    result = subprocess.run([TOOL, program], capture_output=True, text=True)
    assert result.returncode == 1
    assert f"{program}: printf and scanf: printf, referred to by refused/main.cpp.obj\n" in result.stdout


def test_symbols_are_told_from_their_lookalikes() -> None:
    def kinds(symbol: str) -> list[str]:
        forbidden = symbols.FORBIDDEN | {"float": symbols.FLOAT_ARITHMETIC}
        return [kind for kind, pattern in forbidden.items() if symbols.re.fullmatch(pattern, symbol)]

    assert kinds("std::ios_base::Init::Init()") == ["iostream and locale"]
    assert kinds("std::basic_ostream<char, std::char_traits<char> >::flush()") == ["iostream and locale"]
    assert kinds("std::locale::classic()") == kinds("setlocale") == ["iostream and locale"]
    assert kinds("std::to_chars(char*, char*, double)") == ["charconv"]
    assert kinds("__cxa_pure_virtual") == kinds("typeinfo for Page") == ["exceptions and other C++ ABI"]
    assert kinds("__atomic_fetch_add_8") == ["libatomic"]
    assert kinds("_vfprintf_r") == kinds("sscanf") == ["printf and scanf"]
    for operation in ("__addsf3", "__aeabi_cdcmple", "__aeabi_ul2d", "__fixunsdfdi", "__ltsf2", "__truncdfsf2"):
        assert kinds(operation) == ["float"]
    for harmless in ("__aeabi_uldivmod", "__aeabi_lmul", "__aeabi_memcpy", "__clzsi2", "memcpy", "freeze", "format(int)"):
        assert kinds(harmless) == []


def test_measured_firmware_holds_none_of_it(folder: Path) -> None:
    for each in json.loads((folder / "configurations.json").read_text()):
        found = symbols.check(folder / f"size_{each['name']}.elf", each["decimals_only"])
        assert found == [], "\n".join(map(str, found))
