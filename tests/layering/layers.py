"""The layers of the runtime and the only edges between them. This list is the one place that says so."""

ALLOWED: dict[str, frozenset[str]] = {
    "base": frozenset(),
    "metrics": frozenset({"base"}),
    "exposition": frozenset({"metrics", "base"}),
    "transport": frozenset({"base"}),
    "message": frozenset({"base"}),
    "http": frozenset({"exposition", "message", "transport", "base"}),
    "push": frozenset({"exposition", "message", "transport", "base"}),
    "bus": frozenset({"base"}),
    "sensors": frozenset({"bus", "metrics", "base"}),
    "ports": frozenset({"transport", "bus", "base"}),
    # A port with a server over it, and what a program on a host needs around that: made of both sides of the transport.
    "ports/posix": frozenset({"ports", "http", "transport", "base"}),
}
GENERATED_MAY_USE = frozenset({"base", "metrics", "exposition", "http", "push", "bus", "sensors"})

# The freestanding headers of C++20 ([compliance], table 24) and the four that add no code of a library. Left out are
# <coroutine> and <typeinfo>: what they serve (heap, RTTI) is not used here; <exception> tells a scope, where the host has
# exceptions, that one leaves it. Ports are free.
STANDARD_HEADERS = frozenset({
    "atomic", "bit", "cfloat", "climits", "compare", "concepts", "cstdarg", "cstddef", "cstdint", "cstdlib", "exception",
    "initializer_list", "limits", "new", "source_location", "type_traits", "version",
    "array", "cstring", "span", "string_view",
})
