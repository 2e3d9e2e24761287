"""A paper for a party's phone, without a window."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.ui.printing.sending import Parcel, Sender, SenderParts
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.printing.standins import InlineLane
from tests.ui.screens.kits import Way


@dataclass
class NotedHands:
    """Hands that only note; `is_able` says whether a link has a program."""

    is_able: bool = True
    laid_out: list[tuple[Path, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def lay_out(self, path: Path, words: str) -> None:
        self.laid_out.append((path, words))

    def open(self, link: str) -> bool:
        self.links.append(link)
        return self.is_able


@dataclass
class Room:
    plain: PlainBooks
    hands: NotedHands
    way: Way
    sender: Sender
    folder: Path

    def order(self) -> PrintOrder:
        party_id = self.plain.parties["Asha Stores"]
        return PrintOrder(document=Document.STATEMENT, subject_id=party_id)

    def give_phone(self, phone: str) -> None:
        fact_id = FactId(self.plain.ids.mint())
        party_id = self.plain.parties["Asha Stores"]
        changes = {"phones": [phone], "code": "A/7"}
        self.plain.run(AmendParty(fact_id=fact_id, party_id=party_id, changes=changes))


@pytest.fixture
def room(inline: InlineDesk, plain_books: PlainBooks, tmp_path: Path) -> Room:
    hands, way, folder = NotedHands(), Way(), tmp_path / "Papers"
    parts = SenderParts(
        work=inline,
        outside=InlineLane(),
        clock=plain_books.clock,
        navigation=way,
        hands=hands,
        folder=folder,
    )
    return Room(plain_books, hands, way, Sender(parts), folder)


def test_the_paper_is_on_the_clipboard_and_the_chat_opens(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    room.give_phone("shop 98250 11111")
    room.sender.send(room.order())
    ((path, words),) = room.hands.laid_out
    assert path == room.folder / "Statement A-7 2026-11-22.pdf"
    assert path.read_bytes().startswith(b"%PDF")
    (link,) = room.hands.links
    parts = urlsplit(link)
    assert (parts.netloc, parts.path) == ("wa.me", "/919825011111")
    assert parse_qs(parts.query)["text"] == [words]
    assert room.way.said == [
        (
            "WhatsApp opens for 9825011111: paste “Statement A-7 2026-11-22.pdf” there with "
            "Ctrl+V, and send."
        )
    ]


def test_a_party_without_a_mobile_still_has_its_paper(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    room.sender.send(room.order())
    assert len(room.hands.laid_out) == 1
    assert room.hands.links == []
    assert room.way.said[0].startswith("The party has no mobile number; “Statement ")


def test_a_machine_without_whatsapp_says_where_the_paper_is(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    room.give_phone("9825011111")
    room.hands.is_able = False
    room.sender.send(room.order())
    assert room.way.said[0].startswith("No WhatsApp is found here; “Statement A-7")
    assert str(room.folder) in room.way.said[0]


def test_a_folder_that_cannot_be_written_is_said(room: Room) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    room.folder.write_text("a file where a folder should be", encoding="utf-8")
    room.sender.send(room.order())
    assert room.hands.laid_out == []
    assert "choose another folder, or make room" in room.way.said[0]


def test_a_receipt_is_sent_too(room: Room) -> None:
    """
    receipt  R/1  2026-11-20  Asha Stores  500.00
    """
    room.give_phone("9825011111")
    voucher_id = room.plain.vouchers["R/1"]
    room.sender.send(PrintOrder(document=Document.RECEIPT, subject_id=voucher_id))
    ((path, words),) = room.hands.laid_out
    assert path.name.startswith("Receipt RA01-26-")
    assert "thank you for ₹ 500.00" in words


def test_hindi_words_go_into_a_link_as_whatsapp_wants_them() -> None:
    parcel = Parcel(
        path=Path("x.pdf"),
        words="नमस्ते Mehta & Sons,\nBill SW/26-27/0002 ₹74,342.00 due 25-05-2026.",
        mobile="9800000002",
    )
    assert parcel.link == (
        "https://wa.me/919800000002?text=%E0%A4%A8%E0%A4%AE%E0%A4%B8%E0%A5%8D%E0%A4%A4%E0%A5%87"
        "%20Mehta%20%26%20Sons%2C%0ABill%20SW%2F26-27%2F0002%20%E2%82%B974%2C342.00%20due%20"
        "25-05-2026."
    )
