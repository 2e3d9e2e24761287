"""Pictures of papers: what is taken, what is refused, and who sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.attachments import MAX_BYTES, hash_of
from collectiq_desktop.core.domain.errors import BadInput, Clash, CollectIQError, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.attachments import AttachmentsOf
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.attachments import AttachPicture, take_in
from collectiq_desktop.core.services.cheques import ReceiveCheque
from collectiq_desktop.core.storage import attachments
from tests.core.looking import fact_id
from tests.fakes import FixedClock
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books

JPEG, PNG = b"\xff\xd8\xff\xe0 a cheque", b"\x89PNG\r\n\x1a\n a slip"


@dataclass
class Firm:
    """Asha paid by cheque, which is Ravi's to collect and not Meena's."""

    plain: PlainBooks
    owner: UserId
    ravi: UserId
    meena: UserId
    receipt_id: FactId

    def attach(self, content: bytes, by: UserId | None = None, about: FactId | None = None) -> None:
        picture_id = fact_id(self.plain)
        command = AttachPicture(
            fact_id=picture_id, about_id=about or self.receipt_id, content=content
        )
        self.plain.books.run(command, by=by or self.owner)

    def seen(self, by: UserId | None = None) -> list[bytes | None]:
        asked = AttachmentsOf(about_id=self.receipt_id)
        return [each.content for each in self.plain.books.ask(asked, by=by or self.owner)]


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    plain = fresh_books(tmp_path)
    plain.write("invoice  S/1  2025-04-01  Asha  1,000.00")
    plain.write("receipt  R/1  2025-04-02  Asha  500.00  cheque")
    owner = plain.books.acting = employ(plain, "Owner", Role.ADMIN)
    ravi, meena = (employ(plain, name, Role.AGENT) for name in ("Ravi", "Meena"))
    asha = plain.parties["Asha"]
    plain.run(AssignParties(fact_id=fact_id(plain), agent_id=ravi, party_ids=(asha,)))
    yield Firm(plain, owner, ravi, meena, FactId(plain.vouchers["R/1"]))
    plain.books.close()


def test_pictures_come_back_in_their_order(firm: Firm) -> None:
    firm.attach(JPEG)
    firm.attach(PNG)
    assert firm.seen() == [JPEG, PNG]
    types = firm.plain.books.ask(AttachmentsOf(about_id=firm.receipt_id), by=firm.owner)
    assert [each.content_type for each in types] == ["image/jpeg", "image/png"]


def test_the_same_picture_twice_is_kept_once(firm: Firm) -> None:
    firm.attach(JPEG)
    firm.attach(JPEG)
    assert firm.seen() == [JPEG, JPEG]
    with firm.plain.books.reading() as conn:
        assert attachments.here_among(conn, [hash_of(JPEG)]) == {hash_of(JPEG)}


def test_a_command_told_again_does_nothing_more(firm: Firm) -> None:
    command = AttachPicture(fact_id=fact_id(firm.plain), about_id=firm.receipt_id, content=JPEG)
    for _time in range(2):
        firm.plain.books.run(command, by=firm.owner)
    assert firm.seen() == [JPEG]
    other = AttachPicture(fact_id=firm.receipt_id, about_id=firm.receipt_id, content=JPEG)
    with pytest.raises(Clash):
        firm.plain.books.run(other, by=firm.owner)


@pytest.mark.parametrize(
    "content", [b"", b"%PDF-1.7", b"<svg onload=alert(1)>", b"GIF89a", JPEG.ljust(MAX_BYTES + 1)]
)
def test_what_is_no_small_picture_is_refused(firm: Firm, content: bytes) -> None:
    with pytest.raises(BadInput):
        firm.attach(content)
    assert firm.seen() == []


def test_the_largest_picture_is_taken(firm: Firm) -> None:
    firm.attach(JPEG.ljust(MAX_BYTES))
    assert firm.seen() == [JPEG.ljust(MAX_BYTES)]


def test_a_picture_is_of_something_in_the_books(firm: Firm) -> None:
    with pytest.raises(NotFound):
        firm.attach(JPEG, about=fact_id(firm.plain))


def test_a_post_dated_cheque_has_its_picture(firm: Firm) -> None:
    plain, cheque_id = firm.plain, fact_id(firm.plain)
    assert isinstance(plain.clock, FixedClock)
    plain.run(
        ReceiveCheque(
            fact_id=cheque_id,
            party_id=plain.parties["Asha"],
            amount_paise=100,
            number="000123",
            cheque_on=plain.clock.today_on().replace(year=plain.clock.today_on().year + 1),
        )
    )
    firm.attach(JPEG, about=cheque_id, by=firm.ravi)
    for who, count in ((firm.owner, 1), (firm.ravi, 1), (firm.meena, 0)):
        assert len(plain.books.ask(AttachmentsOf(about_id=cheque_id), by=who)) == count


def test_an_agent_sees_and_attaches_pictures_of_own_parties_only(firm: Firm) -> None:
    firm.attach(JPEG, by=firm.ravi)
    assert firm.seen(firm.ravi) == [JPEG]
    assert firm.seen(firm.meena) == []
    with pytest.raises(CollectIQError):
        firm.attach(PNG, by=firm.meena)
    assert firm.seen() == [JPEG]


def test_who_only_reads_attaches_nothing(firm: Firm) -> None:
    reader = employ(firm.plain, "CA", Role.ACCOUNTANT)
    with pytest.raises(Refused):
        firm.attach(JPEG, by=reader)
    firm.attach(JPEG)
    assert firm.seen(reader) == [JPEG]


def test_bytes_that_no_fact_names_are_not_taken_in(firm: Firm) -> None:
    with firm.plain.books.writing() as (writer, _context):
        assert take_in(writer, [JPEG, PNG]) == 0
        assert attachments.here_among(writer.conn, [hash_of(JPEG)]) == set()


def test_rebuilt_books_have_the_same_pictures(firm: Firm) -> None:
    firm.attach(JPEG)
    firm.plain.books.rebuild()
    assert firm.seen() == [JPEG]
    assert firm.plain.books.verify().ok
