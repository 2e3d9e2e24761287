"""Bytes of every kind of fact as they were first written: `python -m tests.old_books.golden`.

The file that it writes only grows: a kind or version that is kept there is
never written again, since those bytes lie in people's books.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from collectiq_desktop.core.domain.ids import (
    BatchId,
    DeviceId,
    FactId,
    FirmId,
    PartyId,
    UserId,
    VoucherId,
)
from collectiq_desktop.core.domain.masters import Edit
from collectiq_desktop.core.domain.vouchers import (
    BillOpened,
    Claim,
    ItemLine,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.wire.codec import encode, fact_hash, version_of
from collectiq_desktop.core.wire.collecting import (
    BeatPlanned,
    CashSigned,
    CategoryChanged,
    CategoryPinned,
    ChequeCleared,
    ChequeGivenBack,
    ChequeReceived,
    CreditAllowed,
    DayAllowed,
    PhoneAsked,
    PictureAttached,
    PromiseMade,
    PromiseWithdrawn,
    ReminderOpened,
    RunSheetClosed,
    RunSheetIssued,
    SheetRow,
    VisitMade,
)
from collectiq_desktop.core.wire.facts import (
    AccountAdded,
    Body,
    BranchAdded,
    ChainBegun,
    DeviceEnrolled,
    DeviceRevoked,
    DocumentPrinted,
    EmployeeAdded,
    EmployeeAmended,
    ErrandGivenUp,
    Fact,
    FactRejected,
    FactReleased,
    FirmAmended,
    FirmCreated,
    ImportBegun,
    ImportUndone,
    ItemAdded,
    ItemAmended,
    PartiesAssigned,
    PartyAdded,
    PartyAmended,
    SeriesAllotted,
    VoucherAmended,
    VoucherCancelled,
    kind_of,
)

GOLDEN = Path(__file__).with_name("golden.json")
DAY, DUE = date(2026, 4, 1), date(2026, 5, 1)
PARTY, OTHER = PartyId(b"p" * 16), PartyId(b"q" * 16)
AGENT = UserId(b"e" * 16)
BATCH, DEVICE, BILL = BatchId(b"b" * 16), DeviceId(b"d" * 16), VoucherId(b"v" * 16)


def _bare(kind: VoucherKind) -> Voucher:
    postings = (Posting("debtors", 100), Posting("sales", -100))
    return Voucher(kind=kind, number=f"{kind}A01/26/000001", on=DAY, postings=postings)


def _full(kind: VoucherKind) -> Voucher:
    line = ItemLine("साबुन", "3401", 2_500, "KGS", 1_999, 4_998, 1_800, 450, 450, 0, b"i" * 16)
    return Voucher(
        kind=kind,
        number=f"{kind}A01/26/999999",
        on=DAY,
        postings=(
            Posting("debtors", 2**53 - 1),
            Posting("debtors", -1, OTHER),
            Posting("x0123456789a", -(2**53) + 2),
        ),
        party_id=PARTY,
        bills=(
            BillOpened(1, "S/1", 100, DAY, DUE),
            BillOpened(2, "अग्रिम", -100, DAY, DAY, OTHER),
        ),
        claims=(Claim(BILL, 1, -50), Claim(BILL, 2, 50, "SURAT", OTHER)),
        branch_id="SURAT",
        mode=Mode.CHEQUE,
        reference="000123",
        narration="गणेश\nsecond line",
        items=(line,),
        place_of_supply="27",
        type_name="GST Sale Invoice",
        irn="i" * 64,
        entered_at=1_795_321_800_000,
        batch_id=BATCH,
    )


def _vouchers() -> Iterator[Body]:
    for kind in VoucherKind:
        yield _bare(kind)
        yield _full(kind)
    base = FactId(b"f" * 16)
    voucher = _full(VoucherKind.RECEIPT)
    yield VoucherAmended(voucher_id=BILL, base=base, reason="wrong sum", voucher=voucher)
    yield VoucherCancelled(voucher_id=BILL, base=base, reason="दो बार")


def _masters() -> Iterator[Body]:
    said = {"name": "गणेश ट्रेडर्स", "phones": ["98250 11111"], "credit_days": 30, "is_active": False}
    edits = {
        "beat": Edit("North", None),
        "tags": Edit(["a", "b"], b"f" * 16),
        "gstin": Edit("", b"g"),
    }
    yield FirmCreated(
        firm_id=FirmId(b"F" * 16),
        fields={"name": "Shree", "state_code": "24"},
        device_id=DEVICE,
        device_name="First counter",
        series_code="A01",
    )
    yield FirmAmended(edits=edits)
    yield AccountAdded(account_code="x0123456789a", name="Freight", nature="income")
    yield AccountAdded(
        account_code="x", name="N", nature="bank", group="Bank Accounts", batch_id=BATCH
    )
    yield PartyAdded(fields=said)
    yield PartyAdded(fields={}, batch_id=BATCH)
    yield PartyAmended(party_id=PARTY, edits=edits, batch_id=BATCH)
    yield ItemAdded(fields={"name": "Soap", "gst_rates": [["2017-07-01", 1_800]]})
    yield ItemAmended(item_id=b"i" * 16, edits={"rate_paise": Edit(4_550, None)})


def _rest() -> Iterator[Body]:
    yield ImportBegun(source="tally")
    yield ImportBegun(
        source="tally",
        files=("masters.xml", "daybook.xml"),
        digest="ab12",
        company="Shree (from 1-Apr-25)",
        company_guid="guid",
        voucher_types={"GST Sale Invoice": "S", "Cash Receipt": "R"},
    )
    yield ImportUndone(batch_id=BATCH, reason="wrong file")
    yield DocumentPrinted(
        document="invoice",
        subject_id=BILL,
        device_id=DEVICE,
        paper="A4",
        printer="Counter",
        copy_number=2,
        is_duplicate=True,
    )
    yield ErrandGivenUp(
        errand_kind="print", subject_id=BILL, device_id=DEVICE, tries_count=3, problem="no paper"
    )


def _about_devices() -> Iterator[Body]:
    yield DeviceEnrolled(device_id=DEVICE, name="Counter 2", series_code="A02")
    yield DeviceEnrolled(
        device_id=DEVICE,
        name="सूरत",
        series_code="B01",
        spare_codes=("B02", "B03"),
        branch_id="SURAT",
        branches=("SURAT", "MAIN"),
        public_key=b"k" * 32,
        is_server=True,
    )
    yield DeviceRevoked(device_id=DEVICE, reason="stolen")
    yield SeriesAllotted(device_id=DEVICE, codes=("A05",))
    yield ChainBegun(device_id=DEVICE, replaces_id=DeviceId(b"c" * 16), series_code="A05")
    yield BranchAdded(branch_id="SURAT", name="सूरत")
    yield FactReleased(held_id=FactId(b"h" * 16))
    yield FactReleased(
        held_id=FactId(b"h" * 16), reason="asked", number="SA05/26/000001", branches="MAIN SURAT"
    )
    yield FactRejected(held_id=FactId(b"h" * 16), reason="stolen", branches="SURAT")


def _about_people() -> Iterator[Body]:
    yield EmployeeAdded(fields={"name": "आशा", "role": "admin"})
    yield EmployeeAdded(
        fields={"name": "Ravi", "phone": "98250 22222", "role": "agent", "granted": ["export"]}
    )
    edits = {"taken": Edit(["chase"], b"f" * 16), "discount_most_paise": Edit(10_000, None)}
    yield EmployeeAmended(employee_id=AGENT, edits=edits)
    yield PartiesAssigned(agent_id=AGENT, party_ids=(PARTY,))
    yield PartiesAssigned(agent_id=AGENT, party_ids=(PARTY, PARTY), part="none", reason="बदली")


def _collected() -> Iterator[Body]:
    cheque_id, agent_id = FactId(b"c" * 16), UserId(b"a" * 16)
    yield ChequeReceived(
        party_id=PARTY, amount_paise=100, number="000123", cheque_on=DUE, received_on=DAY
    )
    yield ChequeReceived(
        party_id=PARTY,
        amount_paise=2**53 - 1,
        number="000124",
        cheque_on=DUE,
        received_on=DAY,
        bank="बैंक ऑफ़ बड़ौदा",
        wished=(Claim(BILL, 1, -50), Claim(BILL, 2, -50, "SURAT", OTHER)),
        agent_id=agent_id,
        note="at the shop",
        branch_id="SURAT",
    )
    yield ChequeCleared(cheque_id=cheque_id, cleared_on=DUE)
    yield ChequeCleared(cheque_id=cheque_id, cleared_on=DUE, branch_id="SURAT")
    yield ChequeGivenBack(cheque_id=cheque_id, given_back_on=DUE)
    yield ChequeGivenBack(
        cheque_id=cheque_id, given_back_on=DUE, reason="paid in cash", branch_id="SURAT"
    )
    yield PromiseMade(party_id=PARTY, amount_paise=100, promised_on=DUE, made_on=DAY)
    yield PromiseMade(
        party_id=PARTY,
        amount_paise=2**53 - 1,
        promised_on=DUE,
        made_on=DAY,
        agent_id=AGENT,
        bill_voucher_id=BILL,
        bill_n=1,
        note="शुक्रवार को",
    )
    yield CategoryPinned(party_id=PARTY, category="risky", until_on=DUE, reason="दुकान बंद")
    yield CategoryChanged(party_id=PARTY, category="risky", was="watch", changed_on=DAY)
    yield CreditAllowed(
        party_id=PARTY, reason="माल भेजो", voucher_id=VoucherId(b"v" * 16), most_paise=5
    )
    yield CreditAllowed(party_id=PARTY, reason="Diwali", until_on=DAY)
    yield DayAllowed(for_ids=(FactId(b"v" * 16),), from_on=DAY, reason="पुराना बिल")
    yield CategoryChanged(party_id=PARTY, category="safe", was="risky", changed_on=DAY, score=149)
    yield PromiseWithdrawn(promise_id=FactId(b"P" * 16), reason="wrong party")
    yield PhoneAsked(party_id=PARTY, phone="", asked_on=DAY)
    yield PhoneAsked(
        party_id=PARTY, phone="9825012345", asked_on=DAY, instead_of="98250 ११", agent_id=AGENT
    )
    yield VisitMade(party_id=PARTY, visited_on=DAY, outcome="shut")
    yield VisitMade(
        party_id=PARTY,
        visited_on=DAY,
        outcome="dispute",
        agent_id=AGENT,
        note="rate",
        sheet_id=FactId(b"L" * 16),
        sheet_row=60,
    )


def _rounds() -> Iterator[Body]:
    sheet_id, cheque_id = FactId(b"L" * 16), FactId(b"c" * 16)
    yield PictureAttached(
        about_id=cheque_id, content_hash=b"h" * 32, content_type="image/jpeg", size_bytes=1
    )
    yield PictureAttached(
        about_id=FactId(BILL),
        content_hash=b"H" * 32,
        content_type="image/png",
        size_bytes=150 << 10,
    )
    yield ReminderOpened(party_id=PARTY, opened_on=DAY, channel="whatsapp", amount_paise=1)
    yield ReminderOpened(
        party_id=PARTY,
        opened_on=DAY,
        channel="whatsapp",
        amount_paise=2**53 - 1,
        language="hi",
        agent_id=AGENT,
    )
    yield BeatPlanned(beat="North")
    yield BeatPlanned(beat="उत्तर", weekdays=(0, 3), party_ids=(PARTY, OTHER))
    rows = (SheetRow(PARTY, 100), SheetRow(OTHER, 0, "promise overdue"))
    yield RunSheetIssued(number="LA01/26/000001", agent_id=AGENT, sheet_on=DAY, rows=rows)
    yield RunSheetIssued(
        number="LA01/26/000002", agent_id=AGENT, sheet_on=DAY, rows=(), title="North"
    )
    yield RunSheetClosed(sheet_id=sheet_id, closed_on=DAY)
    yield RunSheetClosed(sheet_id=sheet_id, closed_on=DAY, note="rain")
    yield CashSigned(voucher_id=BILL, agent_id=AGENT)
    yield CashSigned(voucher_id=BILL, agent_id=AGENT, is_agreed=False, note="₹500 more")


def samples() -> Iterator[Body]:
    """Bodies of every kind, some with nothing but what they need, some with everything."""
    yield from _vouchers()
    yield from _masters()
    yield from _rest()
    yield from _about_devices()
    yield from _about_people()
    yield from _collected()
    yield from _rounds()


def fact_with(kind: str, version: int, body: bytes) -> Fact:
    """The fact whose hash is kept beside the bytes."""
    return Fact(
        fact_id=FactId(b"f" * 16),
        user_id=b"u" * 16,  # type: ignore[arg-type]
        kind=kind,
        version=version,
        branches="MAIN SURAT",
        seen_epoch=1,
        seen_firm_seq=2**40,
        origin="tally/guid#7",
        recorded_at=1_795_321_800_000,
        body=body,
    )


def kept() -> list[dict[str, Any]]:
    """The bytes that are kept, with their kind, version and fact's hash."""
    if not GOLDEN.exists():
        return []
    found: list[dict[str, Any]] = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return found


def write_golden() -> None:
    """Keep the bytes of kinds and versions that are not kept yet."""
    rows = kept()
    known = {(row["kind"], row["version"]) for row in rows}
    for body in samples():
        kind, version, data = kind_of(body), version_of(body), encode(body)
        if (kind, version) not in known:
            hashed = fact_hash(fact_with(kind, version, data)).hex()
            rows.append({"kind": kind, "version": version, "body": data.hex(), "hash": hashed})
    lines = ",\n".join(json.dumps(row) for row in rows)
    GOLDEN.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write_golden()
