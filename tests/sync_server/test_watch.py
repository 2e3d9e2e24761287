"""Counts: those of all workers together, as Prometheus reads them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sync_server.watch import Watch, forget_counts, watch_in

LINE = re.compile(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+]+')


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return watch_in(tmp_path / "counts")


def value(text: str, start: str) -> float:
    (line,) = [line for line in text.splitlines() if line.startswith(start + " ")]
    return float(line.rpartition(" ")[2])


def test_requests_are_counted_with_how_long_they_took(watch: Watch) -> None:
    for seconds in (0.004, 0.2, 60.0):
        watch.took("push", 200, seconds)
    text = watch.text()
    assert value(text, 'collectiq_requests_total{verb="push",status="200"}') == 3
    assert value(text, 'collectiq_request_seconds_bucket{verb="push",le="0.005"}') == 1
    assert value(text, 'collectiq_request_seconds_bucket{verb="push",le="0.25"}') == 2
    assert value(text, 'collectiq_request_seconds_bucket{verb="push",le="+Inf"}') == 3
    assert value(text, 'collectiq_request_seconds_sum{verb="push"}') == pytest.approx(60.2, abs=0.1)


def test_every_line_is_one_that_prometheus_reads(watch: Watch) -> None:
    watch.took("push", 503, 0.01)
    watch.add("collectiq_pushed_facts_total", 7)
    watch.set("collectiq_open_firms", 2)
    for line in watch.text().splitlines():
        assert line.startswith(("# HELP collectiq_", "# TYPE collectiq_")) or LINE.fullmatch(line)


def test_whichever_worker_is_asked_tells_the_sum_of_all(watch: Watch) -> None:
    watch.add("collectiq_pushed_facts_total", 7)
    watch.leave()
    (left,) = watch.folder.iterdir()
    left.rename(watch.folder / "1.counts")
    (watch.folder / "2.counts").write_bytes(b"{")
    watch.add("collectiq_pushed_facts_total", 1)
    watch.leave()
    assert value(watch.text(), "collectiq_pushed_facts_total") == 15


def test_a_server_that_starts_counts_from_nothing(watch: Watch) -> None:
    watch.leave()
    forget_counts(watch.folder)
    assert list(watch.folder.iterdir()) == []
