"""Voucher rows as vouchers: judged in a first walk, built in a second one.

The first walk says of each row what becomes of it and notes which bills it
names; the second, when all numbers are known, makes the commands one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from collectiq_desktop.core.domain.calendar import format_date, ymd_of
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    MAX_NUMBER_CHARS,
    BillOpened,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.queries.import_lookups import KnownOrigin
from collectiq_desktop.core.services.imports import TakeInVoucher, Taken
from collectiq_desktop.core.services.upkeep import in_chunks
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.plan_bills import BillPlan, Reference, references_of
from collectiq_desktop.interchange.plan_goods import goods_of
from collectiq_desktop.interchange.plan_ledgers import AccountPlan
from collectiq_desktop.interchange.plan_order import Chosen, in_order
from collectiq_desktop.interchange.plan_parties import PartyPlan
from collectiq_desktop.interchange.planned import NotCounted, PlannedParty, Planning
from collectiq_desktop.interchange.rows import (
    Nature,
    PostingRow,
    RowKind,
    RowState,
    VoucherRow,
    VoucherRows,
)
from collectiq_desktop.interchange.tally.groups import key_of

_AT_ONCE = 500
_KINDS = {kind: VoucherKind[kind.name] for kind in RowKind}
_MODES = {mode.value: mode for mode in Mode}
_WHY_NOT = {
    RowState.CANCELLED: say("It is cancelled at its source; its number stays used."),
    RowState.OPTIONAL: say(
        "It is an optional voucher, which does not count until it is made regular."
    ),
    RowState.DELETED: say("It is deleted at its source."),
    RowState.NOT_POSTING: say("Its type posts nothing: an order, a delivery note or a memo."),
}
_NO_PARTY = say("No party takes part in it; these books hold the receivables side only.")
_NO_MONEY = say("It moves no money.")


@dataclass(slots=True)
class VoucherPlan:
    """What becomes of each voucher row.

    Limits: some three hundred bytes stay in memory for each voucher to be
    written, the rows themselves stay where the reader keeps them.
    """

    planning: Planning
    parties: PartyPlan
    accounts: AccountPlan
    bills: BillPlan
    rows: VoucherRows = ()
    chosen: list[Chosen] = field(default_factory=list)
    withdrawn: dict[VoucherId, Sentence] = field(default_factory=dict)
    first_on: date | None = None
    _seen: dict[str, str] = field(default_factory=dict)

    def judge(self, rows: VoucherRows) -> None:
        """Walk all rows once and say of each what becomes of it."""
        self.rows = rows
        for part in in_chunks(iter(enumerate(rows)), _AT_ONCE):
            self._prepare([row for _index, row in part])
            origins = self.planning.lookups.origins(row.origin_key for _index, row in part)
            self._keep_places((row, origins.get(row.origin_key)) for _index, row in part)
            for index, row in part:
                self._judge(index, row, origins.get(row.origin_key))

    def _prepare(self, rows: list[VoucherRow]) -> None:
        names = {one.ledger for row in rows for one in row.party_postings}
        self.parties.look_up(self.planning, names)

    def _keep_places(self, rows: Iterable[tuple[VoucherRow, KnownOrigin | None]]) -> None:
        amended = [
            VoucherId(origin.subject_id)
            for row, origin in rows
            if origin is not None and origin.change != row.change
        ]
        if amended:
            self.bills.keep_places(self.planning.lookups, amended)

    def _judge(self, index: int, row: VoucherRow, origin: KnownOrigin | None) -> None:
        tallied = self.planning.tallied
        if self._is_repeated(row):
            return
        why_not = self._why_not_counted(row)
        if why_not is not None:
            tallied.not_counted.append(NotCounted(row.number, why_not))
            if origin is not None:
                self.withdrawn[VoucherId(origin.subject_id)] = why_not
            return
        missing = self._missing_party(row)
        if missing is not None:
            tallied.reject(row.where, Finding.UNKNOWN_PARTY, missing)
            return
        trouble = _trouble_of(row)
        if trouble is not None:
            tallied.reject(row.where, *trouble)
            return
        self._accept(index, row, origin)

    def _is_repeated(self, row: VoucherRow) -> bool:
        """Whether the same document came before in the same import."""
        before = self._seen.get(row.origin_key)
        if before is None:
            self._seen[row.origin_key] = row.where
            return False
        reason = say(
            "The same document came before ({before}); it is taken once. If it is another one, "
            "give it a number of its own.",
            before=before,
        )
        self.planning.tallied.reject(row.where, Finding.DUPLICATE_ROW, reason)
        return True

    def _why_not_counted(self, row: VoucherRow) -> Sentence | None:
        if row.state in _WHY_NOT:
            return _WHY_NOT[row.state]
        if row.on > self.planning.today_on:
            return say(
                "It is dated after today; import again on {day} or later.", day=format_date(row.on)
            )
        if not any(one.amount_paise for one in row.postings):
            return _NO_MONEY
        return None if row.party_postings else _NO_PARTY

    def _missing_party(self, row: VoucherRow) -> Sentence | None:
        for one in row.party_postings:
            if self.parties.named(one.ledger) is not None:
                continue
            if key_of(one.ledger) in self.parties.rejected_names:
                return say(
                    "Its party “{party}” was not taken; put that right first.", party=one.ledger
                )
            return say(
                "Party “{party}” is neither in this import nor in the books. Import the "
                "masters too, or add the party first.",
                party=one.ledger,
            )
        return None

    def _accept(self, index: int, row: VoucherRow, origin: KnownOrigin | None) -> None:
        tallied = self.planning.tallied
        self.first_on = min(self.first_on or row.on, row.on)
        for one in row.postings:
            if one.nature is Nature.PARTY:
                tallied.add_up(one.amount_paise)
            elif one.amount_paise:
                self.accounts.code_of(one.ledger, one.nature)
        if origin is not None and origin.change == row.change:
            tallied.taken[Taken.UNCHANGED] += 1
            return
        taken = Taken.NEW if origin is None else Taken.AMENDED
        fact_id = FactId(self.planning.mint())
        voucher_id = VoucherId(fact_id if origin is None else origin.subject_id)
        references = self._references(row)
        day = ymd_of(row.on)
        self.bills.note(
            voucher_id,
            references,
            order=(day, index),
            where=row.where,
            is_amended=origin is not None,
        )
        rank = 0 if any(one.is_new for one in references) else 1
        self.chosen.append(Chosen(day, rank, index, fact_id, voucher_id, taken))
        tallied.taken[taken] += 1

    def _party(self, ledger: str) -> PlannedParty:
        party = self.parties.named(ledger)
        assert party is not None, "a voucher that was accepted names a party of the plan"
        return party

    def _references(self, row: VoucherRow) -> list[Reference]:
        return list(references_of((self._party(one.ledger), one) for one in row.party_postings))

    def commands(self) -> Iterator[tuple[TakeInVoucher, str, Taken]]:
        """The commands by day, each with the place of its row and its outcome."""
        for chosen, row in self._in_order():
            yield (
                TakeInVoucher(
                    fact_id=chosen.fact_id,
                    voucher=self._voucher(row, chosen.voucher_id),
                    batch_id=self.planning.batch_id,
                    origin_key=row.origin_key,
                    change=row.change,
                ),
                row.where,
                chosen.taken,
            )

    def _in_order(self) -> Iterator[tuple[Chosen, VoucherRow]]:
        return in_order(self.rows, self.chosen, is_by_rank=self.bills.has_early_claims)

    def _voucher(self, row: VoucherRow, voucher_id: VoucherId) -> Voucher:
        parties = [self._party(one.ledger) for one in row.party_postings]
        named = self.parties.named(row.party) if row.party else None
        main = named if named is not None and named in parties else parties[0]
        bills, claims = self._bills_and_claims(row, voucher_id, main)
        instrument = row.instrument
        return Voucher(
            kind=_KINDS[row.kind],
            number=row.number,
            on=row.on,
            party_id=main.party_id,
            postings=tuple(self._posting(one, main) for one in row.postings if one.amount_paise),
            bills=bills,
            claims=claims,
            mode=_MODES.get(instrument.mode.value) if instrument else None,
            reference=(instrument and instrument.reference) or row.reference or "",
            narration=row.narration or "",
            items=goods_of(row.items, row.gst),
            place_of_supply=(row.gst and row.gst.place_of_supply) or "",
            type_name=row.type_name,
            irn=row.einvoice.irn if row.einvoice else "",
            entered_at=row.entered_at,
            batch_id=self.planning.batch_id,
        )

    def _posting(self, row: PostingRow, main: PlannedParty) -> Posting:
        if row.nature is not Nature.PARTY:
            return Posting(self.accounts.code_of(row.ledger, row.nature), row.amount_paise)
        party = self._party(row.ledger)
        return Posting(DEBTORS, row.amount_paise, None if party == main else party.party_id)

    def _bills_and_claims(
        self, row: VoucherRow, voucher_id: VoucherId, main: PlannedParty
    ) -> tuple[tuple[BillOpened, ...], tuple[Claim, ...]]:
        bills: list[BillOpened] = []
        claims: list[Claim] = []
        references = self._references(row)
        places = self.bills.places(voucher_id, references)
        for reference, n in zip(references, places, strict=True):
            ref, paise = reference.ref, reference.amount_paise
            party_id = None if reference.party == main else reference.party.party_id
            opener = self.bills.opener_of(reference)
            if (opener.voucher_id, opener.n) == (voucher_id, n):
                days = _days_of(reference, row.on)
                bills.append(BillOpened(n, ref.number or "", paise, *days, party_id))
            else:
                claims.append(Claim(opener.voucher_id, opener.n, paise, opener.branch_id, party_id))
        return tuple(bills), tuple(claims)


def _trouble_of(row: VoucherRow) -> tuple[Finding, Sentence] | None:
    """What the books would refuse about a voucher, said in the source's terms."""
    if not 0 < len(row.number) <= MAX_NUMBER_CHARS:
        reason = say(
            "Its number must have 1 to {most} characters. Correct it there.",
            most=MAX_NUMBER_CHARS,
        )
        return Finding.BAD_NUMBER, reason
    difference = sum(one.amount_paise for one in row.postings)
    if difference:
        reason = say(
            "Debits and credits differ by {difference}. Correct it there.",
            difference=format_inr(abs(difference)),
        )
        return Finding.UNBALANCED_VOUCHER, reason
    return None


def _days_of(reference: Reference, on: date) -> tuple[date, date]:
    """The date of a bill and its due date: its own, else by the party's terms."""
    ref = reference.ref
    bill_on = ref.bill_on or on
    if ref.due_on is not None:
        return bill_on, ref.due_on
    days = reference.party.credit_days if reference.amount_paise > 0 and reference.is_new else 0
    return bill_on, bill_on + timedelta(days=days)
