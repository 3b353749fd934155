"""The sets of warnings of those who want to hear of everything, under which the runtime and what is generated say nothing."""

# What -Weverything says that is no fault of a program's, and why.
NOT_HEARD = {
    "c++98-compat": "this is C++20",
    "c++98-compat-pedantic": "this is C++20",
    "c++20-compat": "this is C++20: clang 14 warns of `consteval`",
    "pre-c++20-compat-pedantic": "this is C++20",
    "padded": "where bytes are lost is weighed in tests/size",
    "weak-vtables": "a function in sensors::Driver that only anchors its table of functions would take flash",
    "unsafe-buffer-usage": "wants a class around each pointer",
    "switch-default": "contradicts covered-switch-default: a switch over an enumeration names each value, and nothing else",
    "disabled-macro-expansion": "the C library's own macros",
}
CLANG = (
    "-Weverything",
    "-Wno-unknown-warning-option",  # the list is that of several versions
    *(f"-Wno-{name}" for name in NOT_HEARD),
)
GCC = (
    "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wuseless-cast", "-Wfloat-equal",
    "-Wold-style-cast", "-Wdouble-promotion", "-Wformat=2", "-Wnull-dereference", "-Wduplicated-cond", "-Wduplicated-branches",
    "-Wlogical-op", "-Wswitch-enum", "-Wcast-qual", "-Wundef", "-Wredundant-decls", "-Wnon-virtual-dtor", "-Woverloaded-virtual",
    "-Wmissing-declarations", "-Wzero-as-null-pointer-constant", "-Wextra-semi", "-Wsuggest-override",
)  # fmt: skip


def strictest(compiler: str) -> tuple[str, ...]:
    return CLANG if compiler.startswith("clang") else GCC
