"""Rows of the generated header about routes: how a request reaches a member of the application."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Firmware, Route
from ..names.cpp import enumerator
from .text import WIDTH, Row, comment, quoted


def requirements(firmware: Firmware) -> Iterator[Row]:
    """The application's members that are called, each once, in the order of the schema."""
    seen = set()
    for route in firmware.routes:
        middleware = [(name, "px::http::Next", "Middleware of") for name in route.middleware]
        role = "Receives the body of" if route.streams else "Handler of"
        for name, result, role in [*middleware, (route.handler, "px::Status", role)]:
            if name not in seen:
                seen.add(name)
                text = f"{{ application.{name}(request, response) }} -> std::same_as<{result}>;"
                if route.streams and name == route.handler:
                    text = f"requires px::http::Receiver<decltype(application.{name})>;"
                yield {"comment": comment(f"{role} {route.method} {route.path}", WIDTH - 2, "//"), "text": text}


def calls(firmware: Firmware) -> Iterator[Row]:
    """Each middleware and handler of the application once."""
    names = {name: "px::http::Next" for route in firmware.routes for name in route.middleware}
    names.update({route.handler: "px::Status" for route in firmware.routes})
    ends = {name: f"{name}.on_end" for name in receivers(firmware)}
    return ({"name": name, "member": ends.get(name, name), "result": result} for name, result in names.items())


def receivers(firmware: Firmware) -> list[str]:
    """The objects of the application that bodies are streamed to, each once."""
    return list(dict.fromkeys(route.handler for route in firmware.routes if route.streams))


def route_lists(number: int, route: Route) -> Iterator[Row]:
    if route.middleware:
        names = ", ".join(f"call_{name}" for name in route.middleware)
        yield {"type": "px::http::Middleware", "name": f"middleware_{number}", "texts": names}
    if route.headers:
        names = ", ".join(quoted(name) for name in route.headers)
        yield {"type": "std::string_view", "name": f"headers_{number}", "texts": names}


def page_route(path: str, page_name: str) -> str:
    return f"{{px::http::Method::get, {quoted(path)}, answer_{page_name}, {{}}, {{}}, 0, false}}"


def route_row(number: int, route: Route) -> str:
    middleware = f"middleware_{number}" if route.middleware else "{}"
    headers = f"headers_{number}" if route.headers else "{}"
    method = f"px::http::Method::{enumerator(route.method)}"
    receiving = f", true, &receiving_{route.handler}" if route.streams else ""
    return f"{{{method}, {quoted(route.path)}, call_{route.handler}, {middleware}, {headers}, {route.body}{receiving}}}"
