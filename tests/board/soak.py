"""Load on a server, over several connections at a time, with every page looked at."""

import http.client
import re
from concurrent.futures import ThreadPoolExecutor

NUMBER = re.compile(rb" -?[0-9][-+.0-9e]*$", re.MULTILINE)


def form(page: bytes) -> bytes:
    """The page without its numbers: the same for every complete one."""
    return NUMBER.sub(b" @", page)


def scrape(connection: http.client.HTTPConnection, path: str = "/metrics") -> bytes:
    """The body of an answer; http.client raises for one that is cut short."""
    connection.request("GET", path)
    with connection.getresponse() as answer:
        assert answer.status == 200
        return answer.read()


def scrapes(address: str, port: int, wanted: bytes, count: int, a_connection: int) -> int:
    """Makes `count` requests one by one, and returns how many pages had the wanted form."""
    good = 0
    for start in range(0, count, a_connection):
        connection = http.client.HTTPConnection(address, port, timeout=20)
        for _ in range(min(a_connection, count - start)):
            good += form(scrape(connection)) == wanted
        connection.close()
    return good


def in_parallel(address: str, port: int, wanted: bytes, connections: int, each: int) -> int:
    """The same over several connections at a time, which stay open for different numbers of requests."""
    with ThreadPoolExecutor(connections) as pool:
        works = [pool.submit(scrapes, address, port, wanted, each, 1 + 37 * number) for number in range(connections)]
        return sum(work.result() for work in works)
