"""A firm that began alone joins a head office, over a port, with all its books."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.sync import enrolment
from collectiq_desktop.sync.device_keys import FileKeys
from tests.e2e.running import Counter, RunningServer, same
from tests.plain_books import fresh_books


def test_a_firm_that_began_alone_is_taken_in_with_all_its_books(
    server: RunningServer, folder: Path
) -> None:
    folder.mkdir()
    plain = fresh_books(folder)
    plain.write("""
        invoice  S/1  2025-04-01  Asha Stores  10,000.00  due 30 days
        receipt  R/1  2025-05-20  Asha Stores   4,000.00  upi
    """)
    books, keys = plain.books, FileKeys(folder / "keys")
    code = str(server.say("create-firm", "--adopt")["code"])
    invitation = enrolment.parse_invitation(server.address, code)
    first = enrolment.founder(books, "Old shop", keys)
    enrolment.join(invitation, first)
    joined = enrolment.join(invitation, enrolment.founder(books, "Old shop", keys))
    enrolment.hand_over(books, joined)
    counter = Counter(books, keys)
    done = counter.exchange()
    assert done.pushed_count == 3
    firm = str(joined.enrolled.firm_id.hex())
    code = server.code("Second", "--firm", firm)
    second = Counter.enrol(folder / "second", server.address, code)
    second.exchange()
    counter.exchange()
    assert same(books, second.books)
    with pytest.raises(Refused):
        enrolment.founder(books, "Old shop", keys)
    second.close()
    counter.close()
