"""One size of the workload set up twice: in the raw limit's file and in books of ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from random import Random

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import (
    TAIL_BYTES,
    BatchId,
    FactId,
    PartyId,
    VoucherId,
    id_of,
)
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import (
    GoodsLine,
    ReceiptSums,
    Sale,
    credit_note_postings,
    invoice_postings,
    receipt_postings,
)
from collectiq_desktop.core.domain.vouchers import (
    BillOpened,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.services.imports import BeginImport, TakeInParty, TakeInVoucher
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.benchmarks.raw import RawBooks
from tests.benchmarks.workload import TODAY_ON, Workload, WorkVoucher
from tests.fakes import FixedClock

POSTED_SINGLY, TAKEN_IN_LATER = 1_000, 10_000
# A program that reads a file mints so many ids in a millisecond.
_IDS_A_MS = 20
_PARTIES, _VOUCHERS, _OTHERS = b"p", b"v", b"o"


def _id(sort: bytes, no: int) -> bytes:
    tail = blake2b(sort + no.to_bytes(8, "big"), digest_size=TAIL_BYTES).digest()
    return id_of(FixedClock().at + no // _IDS_A_MS, tail)


def party_id(no: int) -> PartyId:
    """The id of a party of the workload."""
    return PartyId(_id(_PARTIES, no))


def voucher_id(no: int) -> VoucherId:
    """The id of a voucher of the workload."""
    return VoucherId(_id(_VOUCHERS, no))


_BATCH_ID = BatchId(_id(_OTHERS, 0))


@dataclass
class SeededIds:
    """Ids with the clock in their head and seeded chance in their tail."""

    rng: Random = field(default_factory=lambda: Random(7))
    count: int = 0

    def mint(self) -> bytes:
        self.count += 1
        return id_of(FixedClock().at + self.count, self.rng.randbytes(TAIL_BYTES))


def commands_of(workload: Workload, vouchers: Iterator[WorkVoucher]) -> Iterator[object]:
    """The commands of one import: batch, parties, vouchers."""
    begun = BeginImport(batch_id=_BATCH_ID, source="benchmark")
    parties = (_party_command(workload, no) for no in range(workload.parties_count))
    return chain([begun], parties, map(voucher_command, vouchers))


def _party_command(workload: Workload, no: int) -> TakeInParty:
    party = workload.parties[no]
    return TakeInParty(
        fact_id=FactId(party_id(no)),
        party=Party(
            name=party.name,
            code=party.code,
            phones=(party.phone,),
            credit_days=party.credit_days,
            address=("Main Bazaar",),
            beat=f"Beat {no % 12}",
        ),
        batch_id=_BATCH_ID,
        origin_key=f"benchmark:party:{no:08x}",
        change="1",
    )


def voucher_command(voucher: WorkVoucher) -> TakeInVoucher:
    """The command that takes a voucher in."""
    return TakeInVoucher(
        fact_id=FactId(voucher_id(voucher.no)),
        voucher=_voucher(voucher),
        batch_id=_BATCH_ID,
        origin_key=f"benchmark:voucher:{voucher.no:08x}",
        change="1",
    )


def _voucher(voucher: WorkVoucher) -> Voucher:
    opened = BillOpened(1, voucher.number, voucher.paise, voucher.on, voucher.due_on)
    return Voucher(
        kind=VoucherKind(voucher.kind),
        number=voucher.number,
        on=voucher.on,
        party_id=party_id(voucher.party_no),
        postings=_postings(voucher),
        bills=(opened,) if voucher.kind == "S" else (),
        claims=tuple(Claim(voucher_id(c.voucher_no), 1, c.paise) for c in voucher.claims),
        mode=Mode.CASH if voucher.kind == "R" else None,
        batch_id=_BATCH_ID,
    )


def _postings(voucher: WorkVoucher) -> tuple[Posting, ...]:
    sale = Sale(voucher.paise - voucher.tax_paise, igst_paise=voucher.tax_paise)
    match voucher.kind:
        case "S":
            return invoice_postings(sale)
        case "R":
            return receipt_postings(ReceiptSums(voucher.paise), Mode.CASH)
        case _:
            return credit_note_postings(sale)


def single_command(voucher: WorkVoucher, new_id: bytes) -> PostInvoice | RecordReceipt:
    """The command with which a clerk posts an invoice or a receipt."""
    if voucher.kind == "R":
        return RecordReceipt(
            voucher_id=VoucherId(new_id),
            party_id=party_id(voucher.party_no),
            amount_paise=voucher.paise,
            # So much cash of one person in a day would be refused.
            mode=Mode.BANK,
        )
    goods = GoodsLine("Goods", 1_000, voucher.paise - voucher.tax_paise, gst_rate_bp=1_800)
    return PostInvoice(
        voucher_id=VoucherId(new_id),
        party_id=party_id(voucher.party_no),
        goods=(goods,),
        is_inter_state=True,
        is_rounded=False,
    )


@dataclass
class Stage:
    """One size: the workload, both files, and the vouchers that come after it."""

    workload: Workload
    folder: Path
    raw: RawBooks = field(init=False)
    books: Books = field(init=False)
    ids: SeededIds = field(default_factory=SeededIds)
    later: list[WorkVoucher] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.raw = RawBooks(self.folder / "raw.sqlite")
        clock = FixedClock()
        clock.set_today(TODAY_ON)
        around = Surroundings(clock=clock, ids=self.ids)
        firm = Firm(name="Benchmark Wholesale", vpa="benchmark@upi")
        self.books = Books.create(self.folder / "ours.collectiq", firm, around)

    @property
    def size(self) -> str:
        """The size as it is asked for: 10k, 100k, 1M."""
        return size_text(self.workload.vouchers_count)

    @property
    def today_on(self) -> date:
        return TODAY_ON

    def raw_vouchers(self) -> Iterator[WorkVoucher]:
        """The workload for the raw limit; what comes later is put aside at its end."""
        walk = self.workload.vouchers()
        yield from islice(walk, self.workload.vouchers_count)
        self.later = list(walk)

    def our_commands(self) -> Iterator[object]:
        """The workload as commands."""
        vouchers = islice(self.workload.vouchers(), self.workload.vouchers_count)
        return commands_of(self.workload, vouchers)

    @property
    def commands_count(self) -> int:
        return 1 + self.workload.parties_count + self.workload.vouchers_count

    def close(self) -> None:
        self.books.close()
        self.raw.close()


def take_all(books: Books, commands: Iterator[object], total: int) -> None:
    """Carry the commands out; a refusal here is a mistake of the benchmark."""
    for result in books.run_many(commands, total):
        assert not isinstance(result, CollectIQError), str(result)


_SUFFIXES = {"k": 1_000, "M": 1_000_000}


def count_of(size: str) -> int:
    """How many vouchers a size names: 10k, 100k, 1M, or a plain number."""
    factor = _SUFFIXES.get(size[-1:], 1)
    return int(size.rstrip("kM")) * factor


def size_text(count: int) -> str:
    """The size that names so many vouchers."""
    for suffix, factor in reversed(_SUFFIXES.items()):
        if count % factor == 0:
            return f"{count // factor}{suffix}"
    return str(count)
