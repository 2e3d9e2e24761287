"""Who is let in, by which code, and what the same question twice gives."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.queries.founding import founding_links
from collectiq_desktop.core.storage import devices
from collectiq_desktop.core.wire.joining import AskedEnrolment, code_for
from collectiq_desktop.core.wire.peer import PeerRefused
from sync_server.waiting import WaitingCode
from tests.plain_books import fresh_books
from tests.sync_server.headquarters import HOUR_MS, KEYS, Headquarters, asked


def refused(hq: Headquarters, question: AskedEnrolment) -> str:
    with pytest.raises(PeerRefused) as refusal:
        hq.office.door.enrol(question)
    return refusal.value.word


def counters(hq: Headquarters, firm_id: FirmId) -> list[str]:
    with hq.office.firms.using(firm_id) as books, books.reading() as conn:
        return [each.series_code for each in devices.devices(conn) if not each.is_server]


def test_a_new_firm_has_the_server_as_its_first_device(hq: Headquarters) -> None:
    firm_id = hq.firm()
    with hq.office.firms.using(firm_id) as books:
        assert books.verify().ok
        (line,) = books.ask(FirmCard()).devices
        assert (line.name, line.series_code) == ("Head office", "H01")


def test_a_firm_without_a_name_leaves_nothing(hq: Headquarters) -> None:
    with pytest.raises(BadInput):
        hq.office.door.create(Firm(name=" "))
    assert hq.office.firms.ids() == []


def test_each_counter_gets_a_series_code_and_spares_of_its_own(hq: Headquarters) -> None:
    firm_id = hq.firm()
    codes = [hq.office.door.enrol(asked(hq.code(firm_id), bytes([n]) * 32, n=n)) for n in (1, 2, 3)]
    given = [code for each in codes for code in (each.series_code, *each.spare_codes)]
    assert [each.series_code for each in codes] == ["A01", "A04", "A07"]
    assert len(set(given)) == len(given) == 9


def test_head_offices_name_and_branches_go_before_the_counters_own(hq: Headquarters) -> None:
    firm_id = hq.firm()
    code = hq.code(firm_id, name="Bhuj shop", branch_id="B", branches=("B",))
    told = hq.office.door.enrol(asked(code))
    assert (told.branch_id, told.branches, told.firm_name) == ("B", ("B",), "Shree Test Wholesale")
    with hq.office.firms.using(firm_id) as books, books.reading() as conn:
        device = devices.device(conn, told.device_id)
    assert device is not None
    assert device.name == "Bhuj shop"


def test_a_code_lets_in_one_and_the_same_one_again(hq: Headquarters) -> None:
    firm_id = hq.firm()
    code = hq.code(firm_id)
    first = hq.office.door.enrol(asked(code))
    again = hq.office.door.enrol(asked(code))
    assert (again.series_code, again.spare_codes) == (first.series_code, first.spare_codes)
    assert refused(hq, asked(code, b"B" * 32, n=2)) == "code"
    assert counters(hq, firm_id) == ["A01"]


def test_of_two_workers_one_lets_the_code_in(hq: Headquarters) -> None:
    firm_id = hq.firm()
    code = hq.code(firm_id)
    outcomes: list[str] = []
    begin = threading.Barrier(4)

    def ask(n: int) -> None:
        worker = hq.another_worker()
        begin.wait()
        try:
            worker.door.enrol(asked(code, bytes([n]) * 32, n=n))
            outcomes.append("in")
        except PeerRefused as refusal:
            outcomes.append(refusal.word)
        worker.firms.close()

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["code", "code", "code", "in"]
    assert counters(hq, firm_id) == ["A01"]


def test_codes_that_are_none(hq: Headquarters) -> None:
    firm_id = hq.firm()
    other = code_for(firm_id, b"x" * 10, None).text
    elsewhere = code_for(FirmId(b"E" * 16), b"x" * 10, None).text
    assert [refused(hq, asked(code)) for code in (other, elsewhere, "ABCD", "")] == ["code"] * 4
    late = hq.code(firm_id)
    hq.clock.move(ms=HOUR_MS + 1)
    assert refused(hq, asked(late)) == "code"
    assert counters(hq, firm_id) == []


def test_a_key_that_is_not_ones_own_is_not_let_in(hq: Headquarters) -> None:
    firm_id = hq.firm()
    code = hq.code(firm_id)
    stolen = replace(asked(code), public_key=b"P" * 32)
    assert refused(hq, stolen) == "corrupt"
    assert hq.office.door.enrol(asked(code)).series_code == "A01"


def test_another_version_of_the_protocol_is_not_let_in(hq: Headquarters) -> None:
    assert refused(hq, replace(asked(hq.code(hq.firm())), versions=(99,))) == "version"


def test_a_device_of_the_firm_does_not_change_its_key(hq: Headquarters) -> None:
    firm_id = hq.firm()
    hq.office.door.enrol(asked(hq.code(firm_id)))
    with pytest.raises(Refused, match="another key"):
        hq.office.door.enrol(asked(hq.code(firm_id), b"Z" * 32))


def test_a_firm_that_began_alone_is_adopted(hq: Headquarters, tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    identity = plain.books.identity
    with plain.books.reading() as conn:
        founding = founding_links(conn, identity.device_id)
    plain.books.close()
    waiting = WaitingCode(name="First", valid_until_at=hq.clock.now_at() + HOUR_MS)
    code = hq.office.door.wait_for_firm(waiting, None).text
    question = replace(asked(code, founding=founding), device_id=identity.device_id)
    question = _signed(question)
    assert refused(hq, _signed(replace(question, founding=()))) == "alone"
    told = hq.office.door.enrol(question)
    again = hq.office.door.enrol(question)
    assert (told.firm_id, told.series_code) == (identity.firm_id, "A01")
    assert told.server_key == KEYS.public
    assert (again.series_code, again.spare_codes) == (told.series_code, told.spare_codes)
    assert refused(hq, asked(code, b"B" * 32, founding, n=2)) == "code"
    assert hq.office.firms.ids() == [identity.firm_id]


def _signed(question: AskedEnrolment) -> AskedEnrolment:
    from collectiq_desktop.core.wire.joining import enrolment_words
    from collectiq_desktop.core.wire.signing import sign

    words = enrolment_words(question.code, question.device_id, question.public_key)
    return replace(question, signature=sign(words, b"A" * 32))


def test_a_code_for_a_counter_takes_no_books_in(hq: Headquarters, tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    with plain.books.reading() as conn:
        founding = founding_links(conn, plain.books.identity.device_id)
    plain.books.close()
    assert refused(hq, asked(hq.code(hq.firm()), founding=founding)) == "counter"
