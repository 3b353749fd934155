"""A scrape is one read, one write and one wait; requests that arrive together share them."""

import pytest

import measure

# User instructions of one request for the page of the weather station (8 series, 895 bytes), a fifth above what g++ 12
# needs at -O2; others differ.
MOST_INSTRUCTIONS = {1: 17_500, 10: 11_000}


@pytest.mark.parametrize("size", [1, 10])
def test_a_batch_is_one_read_one_write_and_one_wait(size: int) -> None:
    cost = measure.cost(size)
    calls = dict(cost.calls)
    calls.pop("clock_gettime", None)  # a system call under valgrind only
    assert calls == {name: pytest.approx(1 / size) for name in ("recvfrom", "sendto", "poll")}
    assert cost.instructions <= MOST_INSTRUCTIONS[size]
