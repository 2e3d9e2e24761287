"""Pictures between counters: after their facts, by branch, and back from any disk."""

from __future__ import annotations

import shutil

import pytest
from sqlalchemy import delete

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.attachments import MAX_BYTES, hash_of
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.attachments import AttachmentsOf
from collectiq_desktop.core.services.attachments import AttachPicture
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.wire.peer import (
    MAX_ATTACHMENTS,
    AskedAttachments,
    Attachments,
    PeerRefused,
)
from sync_server.book_peer import BookPeer, begin_epoch
from tests.firms import SERVER_KEY, Shop, TestFirm


def picture(n: int, size: int = 60) -> bytes:
    return (b"\xff\xd8\xff" + n.to_bytes(4, "big")).ljust(size, b".")


def paid_by_cheque(shop: Shop) -> FactId:
    shop.exchange()
    shop.plain.write("invoice  S/1  2025-04-01  Asha  1,000.00")
    shop.plain.write("receipt  R/1  2025-04-02  Asha  500.00  cheque")
    return FactId(shop.plain.vouchers["R/1"])


def attach(shop: Shop, about_id: FactId, content: bytes) -> None:
    fact_id = FactId(shop.books.mint_id())
    shop.books.run(AttachPicture(fact_id=fact_id, about_id=about_id, content=content))


def seen(books: Books, about_id: FactId) -> list[bytes | None]:
    return [each.content for each in books.ask(AttachmentsOf(about_id=about_id))]


def forget(books: Books) -> None:
    """The pictures are lost here; the facts are not."""
    with books.writing() as (writer, _context):
        writer.conn.execute(delete(tables.attachment_bytes))


def peer(firm: TestFirm, shop: Shop) -> BookPeer:
    return BookPeer(firm.server, shop.books.identity.device_id, SERVER_KEY)


def test_a_picture_reaches_every_counter_with_its_fact(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    about_id = paid_by_cheque(one)
    attach(one, about_id, picture(1))
    one.exchange()
    assert seen(firm.server, about_id) == [picture(1)]
    two.exchange()
    assert seen(two.books, about_id) == [picture(1)]


def test_nothing_is_asked_where_nothing_lacks(firm: TestFirm) -> None:
    one = firm.enrol("One")
    attach(one, paid_by_cheque(one), picture(1))
    one.exchange()
    one.wire.asked.clear()
    one.exchange()
    assert not {"attachments", "attach"}.intersection(one.wire.asked)


def test_more_than_one_message_holds_goes_in_several(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    about_id = paid_by_cheque(one)
    pictures = [picture(n, MAX_BYTES) for n in range(20)]
    for each in pictures:
        attach(one, about_id, each)
    one.exchange()
    assert seen(firm.server, about_id) == pictures
    assert one.wire.asked.count("attach") > 2
    two.exchange()
    assert seen(two.books, about_id) == pictures


def test_small_ones_beyond_a_message_come_with_the_next_exchange(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    about_id = paid_by_cheque(one)
    pictures = [picture(n) for n in range(MAX_ATTACHMENTS + 5)]
    for each in pictures:
        attach(one, about_id, each)
    one.exchange()
    assert seen(firm.server, about_id).count(None) == 5
    one.exchange()
    assert seen(firm.server, about_id) == pictures
    two.exchange()
    assert seen(two.books, about_id) == pictures


@pytest.mark.parametrize("who", ["server", "author", "other"])
def test_what_one_disk_has_lost_comes_back_from_another(firm: TestFirm, who: str) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    about_id = paid_by_cheque(one)
    attach(one, about_id, picture(1))
    for shop in (one, two):
        shop.exchange()
    lost = {"server": firm.server, "author": one.books, "other": two.books}[who]
    forget(lost)
    assert seen(lost, about_id) == [None]
    two.exchange()
    one.exchange()
    assert seen(lost, about_id) == [picture(1)]


def test_a_server_that_was_put_back_gets_its_pictures_again(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    two.exchange()
    path, kept = firm.folder / "server.collectiq", firm.folder / "kept.collectiq"
    firm.server.close()
    shutil.copy(path, kept)
    firm.server = Books.open(path, firm.around)
    about_id = paid_by_cheque(one)
    attach(one, about_id, picture(1))
    one.exchange()
    firm.server.close()
    shutil.copy(kept, path)
    firm.server = Books.open(path, firm.around)
    begin_epoch(firm.server, SERVER_KEY)
    one.exchange()
    two.exchange()
    assert seen(firm.server, about_id) == seen(two.books, about_id) == [picture(1)]


def test_a_counter_gets_pictures_of_its_branches_only(firm: TestFirm) -> None:
    firm.add_branch("SURAT", "Surat")
    one = firm.enrol("One")
    surat = firm.enrol("Surat", branch_id="SURAT", branches=("SURAT",))
    about_id = paid_by_cheque(one)
    attach(one, about_id, picture(1))
    one.exchange()
    surat.exchange()
    assert "attachments" not in surat.wire.asked
    asked = AskedAttachments(hashes=(hash_of(picture(1)),))
    assert peer(firm, surat).attachments(asked).contents == ()
    assert peer(firm, one).attachments(asked).contents == (picture(1),)


def test_a_revoked_counter_neither_sends_nor_fetches(firm: TestFirm) -> None:
    one = firm.enrol("One")
    about_id = paid_by_cheque(one)
    attach(one, about_id, picture(1))
    one.exchange()
    firm.revoke(one)
    asked = AskedAttachments(hashes=(hash_of(picture(1)),))
    for ask in (
        lambda: peer(firm, one).attachments(asked),
        lambda: peer(firm, one).send_attachments(Attachments(contents=(picture(1),))),
    ):
        with pytest.raises(PeerRefused) as refusal:
            ask()
        assert refusal.value.word == "revoked"


def test_too_many_at_once_are_refused_and_what_no_fact_names_is_left(firm: TestFirm) -> None:
    one = firm.enrol("One")
    one.exchange()
    many = tuple(picture(n) for n in range(MAX_ATTACHMENTS + 1))
    with pytest.raises(PeerRefused):
        peer(firm, one).send_attachments(Attachments(contents=many))
    with pytest.raises(PeerRefused):
        peer(firm, one).attachments(AskedAttachments(hashes=tuple(map(hash_of, many))))
    peer(firm, one).send_attachments(Attachments(contents=many[:2]))
    asked = AskedAttachments(hashes=(hash_of(many[0]),))
    assert peer(firm, one).attachments(asked).contents == ()
