"""The firms of one process: opened when asked for, closed when unused, few pushes at once."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BooksTrouble, NotFound
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.wire.joining import tag_of
from sync_server.firms import Firms, TooMany, firm_id_of, name_of
from tests.sync_server.headquarters import Headquarters


def test_a_firm_is_found_by_its_id_without_being_opened(hq: Headquarters) -> None:
    ids = sorted([hq.firm(), hq.firm()])
    firms = hq.another_worker().firms
    assert firms.ids() == ids
    assert firms.tagged(tag_of(ids[1])) == [ids[1]]
    assert firms.open_count == 0


def test_names_that_are_no_firms_are_passed_over(hq: Headquarters) -> None:
    firm_id = hq.firm()
    for name in ("firm_x.collectiq", "other.collectiq", f"{name_of(firm_id)}.collectiq.aside"):
        (hq.folder / name).touch()
    assert hq.office.firms.ids() == [firm_id]
    assert firm_id_of(name_of(firm_id)) == firm_id


def test_an_unknown_firm_is_not_made(hq: Headquarters) -> None:
    with pytest.raises(NotFound), hq.office.firms.using(FirmId(b"x" * 16)):
        pass
    assert list(hq.folder.glob("*.collectiq")) == []


def test_books_stay_open_between_uses(hq: Headquarters) -> None:
    firm_id, firms = hq.firm(), hq.office.firms
    with firms.using(firm_id) as first:
        pass
    with firms.using(firm_id) as second, firms.using(firm_id) as third:
        assert first is second is third


def test_the_longest_unused_is_closed_for_the_next(hq: Headquarters) -> None:
    ids = [hq.firm() for _n in range(3)]
    firms = Firms(hq.office.firms.places, hq.outside, open_at_most=2)
    with firms.using(ids[0]) as kept:
        for firm_id in (*ids[1:], ids[1], ids[2]):
            with firms.using(firm_id):
                assert firms.open_count <= 2
        with firms.using(ids[0]) as again:
            assert again is kept
    firms.close()
    assert firms.open_count == 0


def test_few_pushes_wait_and_the_next_is_sent_away(hq: Headquarters) -> None:
    hq.pushes_in_flight = 2
    firm_id, firms = hq.firm(), hq.another_worker().firms
    inside, leave = threading.Event(), threading.Event()

    def push() -> None:
        with firms.pushing(firm_id):
            inside.set()
            leave.wait()

    def wait() -> None:
        with firms.pushing(firm_id):
            pass

    first = threading.Thread(target=push)
    first.start()
    inside.wait()
    second = threading.Thread(target=wait)
    second.start()
    while firms._open[firm_id].pushes._value:
        pass
    with pytest.raises(TooMany), firms.pushing(firm_id):
        pass
    leave.set()
    first.join()
    second.join()
    with firms.pushing(firm_id):
        pass
    firms.close()


def test_a_file_that_was_replaced_is_opened_anew(hq: Headquarters, tmp_path: Path) -> None:
    firm_id, firms = hq.firm(), hq.office.firms
    path = hq.folder / f"{name_of(firm_id)}.collectiq"
    with firms.using(firm_id) as books:
        books.path.touch()
    copy = tmp_path / "copy"
    shutil.copy(path, copy)
    copy.replace(path)
    with (
        pytest.raises(BooksTrouble),
        firms.using(firm_id) as books,
        books.writing() as (writer, _context),
    ):
        writer.flush()
    with firms.using(firm_id) as books, books.writing() as (writer, _context):
        writer.flush()
