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
    "internet": frozenset({"base"}),
    # Each port is a layer of its own: of a transport or of buses, on an operating system or a vendor's code.
    "ports/posix": frozenset({"base"}),
    "ports/posix_tcp": frozenset({"ports/posix", "transport", "base"}),
    "ports/lwip": frozenset({"transport", "base"}),
    "ports/sockets": frozenset({"transport", "internet", "base"}),
    "ports/w5500": frozenset({"transport", "internet", "bus", "base"}),
    "ports/linux_device": frozenset({"ports/posix", "base"}),
    "ports/linux_i2c": frozenset({"ports/linux_device", "bus", "base"}),
    "ports/linux_spi": frozenset({"ports/linux_device", "bus", "base"}),
    "ports/simulated_bus": frozenset({"bus", "base"}),
    "ports/spi_socket": frozenset({"ports/posix", "bus", "base"}),
    "ports/simulated_w5500": frozenset({"ports/spi_socket", "ports/posix", "bus", "base"}),
}
# For programs on an operating system: may use all of the above.
ALLOWED["host"] = frozenset(ALLOWED)

# Headers that stand in another layer's folder, by their path below include/prometheus_express, because programs include them
# from there: that of the layer `host` from before it was one.
ELSEWHERE = {"ports/posix.hpp": "host"}

# CMake targets that are not called like their folder. Programs link prometheus_express::posix for `host`, from the same time.
TARGETS = {"posix_system": "ports/posix", "posix": "host"}

# Layers that may use all of the system, and of a vendor's API: the runtime's own rules end there.
HOSTED = ("ports/", "host")
GENERATED_MAY_USE = frozenset({"base", "metrics", "exposition", "http", "push", "bus", "sensors"})

# The freestanding headers of C++20 ([compliance], table 24) and the four that add no code of a library. Left out are
# <coroutine> and <typeinfo>: what they serve (heap, RTTI) is not used here; <exception> tells a scope, where the host has
# exceptions, that one leaves it. Ports are free.
STANDARD_HEADERS = frozenset({
    "atomic", "bit", "cfloat", "climits", "compare", "concepts", "cstdarg", "cstddef", "cstdint", "cstdlib", "exception",
    "initializer_list", "limits", "new", "source_location", "type_traits", "version",
    "array", "cstring", "span", "string_view",
})
