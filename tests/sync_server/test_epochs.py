"""A server that lost the end of its order begins a new epoch, once, whoever notices it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

import pytest

from collectiq_desktop.core.domain.ids import FactId, FirmId, UserId
from collectiq_desktop.core.domain.verdicts import Reason
from collectiq_desktop.core.queries.items import Items
from collectiq_desktop.core.queries.syncing import Held
from collectiq_desktop.core.services.ordering import signed_words
from collectiq_desktop.core.storage import places
from collectiq_desktop.core.wire.codec import encode, fact_hash, first_hash, link_hash, version_of
from collectiq_desktop.core.wire.facts import KINDS, Fact, ItemAdded
from collectiq_desktop.core.wire.peer import PROTOCOL_VERSIONS, Hello, Push, PushedLink, ToldEpoch
from collectiq_desktop.core.wire.signing import sign
from sync_server.book_peer import BookPeer
from sync_server.firms import Firms, name_of
from tests.sync_server.headquarters import KEYS, Headquarters, asked, device_of, fill


def test_two_workers_that_notice_at_once_begin_one_epoch(
    hq: Headquarters, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm_id = hq.firm()
    device_id = device_of(hq.office.door.enrol(asked(hq.code(firm_id))))
    hello = Hello(
        versions=PROTOCOL_VERSIONS,
        device_id=device_id,
        program="test",
        device_seq=0,
        hash=b"",
        epochs=(ToldEpoch(epoch=1, after_firm_seq=0),),
        firm_seq=99,
    )
    other = hq.another_worker()
    look = BookPeer._has_lost_the_end
    with hq.office.firms.using(firm_id) as here, other.firms.using(firm_id) as there:
        one, two = (BookPeer(books, device_id, KEYS.signing) for books in (here, there))

        def meanwhile(peer: BookPeer, told: Hello) -> bool:
            found = look(peer, told)
            if peer is one:
                two.hello(told)
            return found

        monkeypatch.setattr(BookPeer, "_has_lost_the_end", meanwhile)
        welcome = one.hello(hello)
        with here.reading() as conn:
            assert len(places.epochs(conn)) == len(welcome.epochs) == 2
        assert here.verify().ok
    other.firms.close()


def epochs(firms: Firms, firm_id: FirmId) -> int:
    with firms.using(firm_id) as books, books.reading() as conn:
        return len(places.epochs(conn))


def test_a_file_that_was_put_back_in_silence_begins_a_new_epoch_when_it_is_opened(
    hq: Headquarters, tmp_path: Path
) -> None:
    firm_id, firms = hq.firm(), hq.office.firms
    path, kept = hq.folder / f"{name_of(firm_id)}.collectiq", tmp_path / "kept"
    with firms.using(firm_id) as books:
        fill(books, 2)
    firms.close_all()
    shutil.copy(path, kept)
    assert epochs(firms, firm_id) == 1
    with firms.pushing(firm_id) as books:
        fill(books, 3, "Lost")
    firms.close_all()
    assert epochs(firms, firm_id) == 1

    firms.close_all()
    shutil.copy(kept, path)
    assert epochs(firms, firm_id) == 2
    firms.close_all()
    assert epochs(firms, firm_id) == 2
    with firms.using(firm_id) as books:
        assert books.verify().ok


def test_what_cannot_be_read_any_more_is_no_note(hq: Headquarters) -> None:
    firm_id, firms = hq.firm(), hq.office.firms
    assert epochs(firms, firm_id) == 1
    firms.close_all()
    for path in (hq.folder / "heads").iterdir():
        path.write_text("{")
    assert epochs(firms, firm_id) == 1


def test_what_was_too_new_is_judged_after_the_update(
    hq: Headquarters, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm_id, firms = hq.firm(), hq.office.firms
    device_id = device_of(hq.office.door.enrol(asked(hq.code(firm_id))))
    body = ItemAdded(fields={"name": "Tea"})
    fact = Fact(
        fact_id=FactId(b"t" * 16),
        user_id=UserId(b"u" * 16),
        kind="ItemAdded",
        version=version_of(body),
        branches="*",
        seen_epoch=1,
        seen_firm_seq=0,
        origin=None,
        recorded_at=hq.clock.now_at(),
        body=encode(body),
    )
    hashed = fact_hash(fact)
    last = link_hash(first_hash(firm_id, device_id), hashed)
    push = Push(
        device_id=device_id,
        first_seq=1,
        links=(PushedLink(fact_id=fact.fact_id, fact_hash=hashed, fact=fact),),
        last_hash=last,
        signature=sign(signed_words(firm_id, device_id, 1, last), b"A" * 32),
    )
    with monkeypatch.context() as older:
        older.delitem(cast("dict[str, object]", KINDS), "ItemAdded")
        with firms.pushing(firm_id) as books:
            BookPeer(books, device_id, KEYS.signing).push(push)
            assert [line.reason for line in books.ask(Held())] == [Reason.TOO_NEW]
        firms.close_all()
        with firms.using(firm_id) as books:
            assert len(books.ask(Held())) == 1
        firms.close_all()
    with firms.using(firm_id) as books:
        assert books.ask(Held()) == ()
        assert [line.item.name for line in books.ask(Items())] == ["Tea"]
        assert books.verify().ok
