"""From a draft to a voucher row, now that ledgers and types are known.

Each voucher is either a row that closes to zero, or a complaint that says why
it is none; it is never mended on the quiet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import rejected, warned
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.instruments import guess_instrument
from collectiq_desktop.interchange.rows import (
    Complaint,
    GstRow,
    InstrumentRow,
    Nature,
    PostingRow,
    RowKind,
    RowState,
    VoucherRow,
)
from collectiq_desktop.interchange.tally.drafts import UNNAMED_SALES, BankLine, Draft, DraftLine
from collectiq_desktop.interchange.tally.groups import key_of, nature_of_name
from collectiq_desktop.interchange.tally.voucher_types import BUILT_IN, VoucherTypes

_COUNTING = frozenset({RowState.OK, RowState.POST_DATED})
_PAPERS = frozenset({RowKind.SALES_INVOICE, RowKind.CREDIT_NOTE, RowKind.DEBIT_NOTE})
_MONEY = frozenset({Nature.CASH, Nature.BANK})


class Ledger(NamedTuple):
    """A ledger's name as its master spells it, and what it is to us."""

    name: str
    nature: Nature
    is_bill_wise: bool = True


@dataclass(slots=True)
class Resolver:
    """Turns drafts into rows; keeps what it has already complained about."""

    ledgers: Mapping[str, Ledger]
    types: VoucherTypes
    guessed: set[str] = field(default_factory=set)

    def resolve(self, draft: Draft) -> tuple[VoucherRow | None, tuple[Complaint, ...]]:
        """The row, or None with the complaint that says why."""
        base = self.types.base_of(draft.type_name)
        if base is None:
            return None, (_unknown_type(draft),)
        kind = BUILT_IN[base]
        state = draft.state
        if kind is None:
            kind, state = RowKind.JOURNAL, RowState.NOT_POSTING
        if state not in _COUNTING:
            return self._row(draft, base, kind, state), ()
        trouble = _trouble_of(draft) or self._unknown_ledger(draft)
        if trouble is not None:
            return None, (trouble,)
        postings = tuple(map(self._posting, draft.lines))
        row = self._row(draft, base, kind, state, postings)
        return row, (*self._guesses(draft), *self._allocation_gaps(draft))

    def _ledger(self, name: str) -> Ledger | None:
        return self.ledgers.get(key_of(name))

    def _is_party(self, name: str) -> bool:
        ledger = self._ledger(name)
        return ledger is not None and ledger.nature is Nature.PARTY

    def _unknown_ledger(self, draft: Draft) -> Complaint | None:
        """A ledger without a master that may well be a party."""
        has_party = any(self._is_party(line.ledger) for line in draft.lines)
        for line in draft.lines:
            if self._ledger(line.ledger) is not None or line.ledger == UNNAMED_SALES:
                continue
            guess = nature_of_name(line.ledger)
            looks_like_party = line.is_party_line or key_of(draft.party_ledger) == key_of(
                line.ledger
            )
            is_stranger = guess is Nature.OTHER and not has_party
            if line.refs or is_stranger or (looks_like_party and guess not in _MONEY):
                reason = say(
                    "Ledger “{ledger}” is in no master of this import, so it is not known whether "
                    "it is a party. Export All Masters too and import both together.",
                    ledger=line.ledger,
                )
                return rejected(draft.where, Finding.UNKNOWN_LEDGER, reason)
        return None

    def _guesses(self, draft: Draft) -> Iterable[Complaint]:
        for line in draft.lines:
            key = key_of(line.ledger)
            if self._ledger(line.ledger) is not None or key in self.guessed:
                continue
            self.guessed.add(key)
            nature = nature_of_name(line.ledger).value.replace("_", " ")
            reason = say(
                "Ledger “{ledger}” has no master in this import; by its name it is taken as "
                "“{nature}”. Export All Masters too if that is wrong.",
                ledger=line.ledger,
                nature=nature,
            )
            yield warned(draft.where, Finding.UNKNOWN_LEDGER, reason)

    def _posting(self, line: DraftLine) -> PostingRow:
        ledger = self._ledger(line.ledger)
        if ledger is None:
            ledger = Ledger(line.ledger, nature_of_name(line.ledger))
        keeps_bills = ledger.nature is Nature.PARTY and ledger.is_bill_wise
        return PostingRow(
            ledger=ledger.name,
            amount_paise=line.amount_paise,
            nature=ledger.nature,
            refs=line.refs if keeps_bills else (),
        )

    def _allocation_gaps(self, draft: Draft) -> Iterable[Complaint]:
        for line in draft.lines:
            ledger = self._ledger(line.ledger)
            if ledger is None or ledger.nature is not Nature.PARTY or not line.refs:
                continue
            gap_paise = line.amount_paise - sum(ref.amount_paise for ref in line.refs)
            if ledger.is_bill_wise and gap_paise:
                reason = say(
                    "The bill-wise details of “{ledger}” differ from its amount by {gap}; the "
                    "difference is kept on account.",
                    ledger=line.ledger,
                    gap=format_inr(abs(gap_paise)),
                )
                yield warned(draft.where, Finding.ALLOCATION_MISMATCH, reason)

    def _row(
        self,
        draft: Draft,
        base: str,
        kind: RowKind,
        state: RowState,
        postings: tuple[PostingRow, ...] = (),
    ) -> VoucherRow:
        money = next((one.nature for one in postings if one.nature in _MONEY), None)
        return VoucherRow(
            origin_key=origin_key_of(draft),
            change=draft.change,
            where=draft.where,
            kind=kind,
            type_name=draft.type_name,
            base_type=base,
            number=draft.number or f"#{(draft.guid or draft.digest)[-8:]}",
            on=draft.on,
            state=state,
            party=self._party_of(draft, postings),
            postings=postings,
            reference=draft.reference or None,
            narration=draft.narration or None,
            items=draft.items,
            gst=_gst_of(draft, kind, postings) if kind in _PAPERS else None,
            einvoice=draft.einvoice,
            instrument=None if kind in _PAPERS else _instrument_of(draft, money),
        )

    def _party_of(self, draft: Draft, postings: tuple[PostingRow, ...]) -> str | None:
        parties = [one.ledger for one in postings if one.nature is Nature.PARTY]
        named = self._ledger(draft.party_ledger)
        if (
            named is not None
            and named.nature is Nature.PARTY
            and (not postings or named.name in parties)
        ):
            return named.name
        return parties[0] if parties else None


def origin_key_of(draft: Draft) -> str:
    """The voucher's GUID, else its type, number and date."""
    if draft.guid:
        return f"tally:{draft.guid}"
    return f"tally:voucher:{key_of(draft.type_name)}:{draft.number}:{draft.on.isoformat()}"


def _unknown_type(draft: Draft) -> Complaint:
    reason = say(
        "Voucher type “{type}” is not known, so it cannot be said whether this is a "
        "sale, a receipt or something else. Export All Masters too: they hold the voucher "
        "types.",
        type=draft.type_name,
    )
    return rejected(draft.where, Finding.UNKNOWN_VOUCHER_TYPE, reason)


def _trouble_of(draft: Draft) -> Complaint | None:
    if not draft.lines:
        reason = say(
            "The voucher has no amounts. Export the day book with all details, not as a summary."
        )
        return rejected(draft.where, Finding.NO_POSTINGS, reason)
    difference = sum(line.amount_paise for line in draft.lines)
    if difference:
        reason = say(
            "Debits and credits differ by {difference}. Open the voucher in Tally, save it "
            "again and export it anew.",
            difference=format_inr(abs(difference)),
        )
        return rejected(draft.where, Finding.UNBALANCED_VOUCHER, reason)
    return None


def _instrument_of(draft: Draft, money: Nature | None) -> InstrumentRow | None:
    bank = draft.bank or BankLine()
    if money is None:
        return None
    return guess_instrument(
        money=money,
        told=bank.transaction_type,
        narration=draft.narration,
        reference=bank.number or bank.unique_reference,
        instrument_on=bank.instrument_on,
        bank=bank.bank,
    )


_TAX_HEADS = (
    ("igst", ("igst", "integrated")),
    ("cgst", ("cgst", "central")),
    ("sgst", ("sgst", "utgst", "state tax")),
    ("cess", ("cess",)),
)


def _tax_head(ledger: str) -> str | None:
    folded = ledger.casefold()
    for head, words in _TAX_HEADS:
        if any(word in folded for word in words):
            return head
    return None


def _gst_of(draft: Draft, kind: RowKind, postings: tuple[PostingRow, ...]) -> GstRow | None:
    """The tax as on the paper; a credit note's lines stand the other way round."""
    turn = 1 if kind is RowKind.CREDIT_NOTE else -1
    tax = dict.fromkeys(("igst", "cgst", "sgst", "cess"), 0)
    taxable_paise = 0
    for one in postings:
        head = _tax_head(one.ledger) if one.nature is Nature.TAX else None
        if head is not None:
            tax[head] += turn * one.amount_paise
        elif one.nature in {Nature.SALES, Nature.OTHER, Nature.DISCOUNT}:
            taxable_paise += turn * one.amount_paise
    if not any(tax.values()) and not draft.items:
        return None
    return GstRow(
        taxable_paise=taxable_paise,
        cgst_paise=tax["cgst"],
        sgst_paise=tax["sgst"],
        igst_paise=tax["igst"],
        cess_paise=tax["cess"],
        place_of_supply=draft.place_of_supply or None,
        party_gstin=draft.party_gstin or None,
    )
