"""What can be told only from many vouchers together.

Signs the wrong way round, a number used twice, closing balances exported as
opening ones: each needs more than one row to be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from collectiq_desktop.core.domain.calendar import financial_year_of
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import refused, warned
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import (
    Complaint,
    Nature,
    PartyRow,
    RefKind,
    RowKind,
    RowState,
    Sums,
    VoucherRow,
)
from collectiq_desktop.interchange.tally.drafts import Draft
from collectiq_desktop.interchange.tally.groups import key_of

_DEBITS_PARTY = {RowKind.SALES_INVOICE: True, RowKind.RECEIPT: False}


@dataclass(slots=True)
class Checks:
    """Looks at each voucher once, in order, and speaks at the end."""

    opening: dict[tuple[str, str], str] = field(default_factory=dict)
    judged: int = 0
    reversed_count: int = 0
    first_reversed: str = ""
    debit_paise: int = 0
    credit_paise: int = 0
    _numbers: set[tuple[str, str, int]] = field(default_factory=set)
    _opened_again: list[str] = field(default_factory=list)

    def expect(self, parties: Iterable[PartyRow]) -> None:
        """Remember which bills the masters say were open at the beginning."""
        for party in parties:
            for bill in party.opening_bills:
                self.opening[key_of(party.name), key_of(bill.number)] = bill.number

    def look(self, row: VoucherRow, draft: Draft) -> Iterator[Complaint]:
        """What is odd about one voucher next to those before it."""
        yield from self._number(row)
        if not row.postings:
            return
        yield from self._signs(row, draft)
        self._sums(row)
        for posting in row.party_postings:
            for ref in posting.refs:
                key = key_of(posting.ledger), key_of(ref.number or "")
                if ref.kind is RefKind.NEW and key in self.opening:
                    self._opened_again.append(f"{ref.number} of {posting.ledger}")

    def _number(self, row: VoucherRow) -> Iterator[Complaint]:
        if row.state in {RowState.DELETED, RowState.NOT_POSTING}:
            return
        year = financial_year_of(row.on).start_year
        key = key_of(row.type_name), key_of(row.number), year
        if key in self._numbers:
            reason = say(
                "Number {number} of “{type}” is used twice in the financial year; both are "
                "taken. Look which of them is meant.",
                number=row.number,
                type=row.type_name,
            )
            yield warned(row.where, Finding.DUPLICATE_NUMBER, reason)
        self._numbers.add(key)

    def _signs(self, row: VoucherRow, draft: Draft) -> Iterator[Complaint]:
        parties = {one.ledger for one in row.party_postings}
        flagged = [
            line.is_debit_flagged == (line.amount_paise > 0)
            for line in draft.lines
            if line.is_debit_flagged is not None and _is_of(line.ledger, parties)
        ]
        moved_paise = sum(one.amount_paise for one in row.party_postings)
        is_odd_kind = (
            row.kind in _DEBITS_PARTY
            and moved_paise != 0
            and ((moved_paise > 0) != _DEBITS_PARTY[row.kind])
        )
        if not parties:
            return
        self.judged += 1
        has_wrong_flag = not all(flagged)
        if has_wrong_flag or is_odd_kind:
            self.reversed_count += 1
            self.first_reversed = self.first_reversed or row.where
        if has_wrong_flag:
            reason = say(
                "The amount's sign and the debit mark of the party's line contradict each other; "
                "the sign was followed, as Tally does. Compare the voucher with Tally."
            )
            yield warned(row.where, Finding.REVERSED_SIGNS, reason)

    def _sums(self, row: VoucherRow) -> None:
        if row.state is not RowState.OK:
            return
        for one in row.postings:
            if one.nature is Nature.PARTY and one.amount_paise > 0:
                self.debit_paise += one.amount_paise
            elif one.nature is Nature.PARTY:
                self.credit_paise -= one.amount_paise

    def sums(self, parties: Iterable[PartyRow]) -> Sums:
        """Opening and movement of all parties, by side."""
        opening = [party.opening_paise for party in parties]
        return Sums(
            opening_debit_paise=sum(paise for paise in opening if paise > 0),
            opening_credit_paise=-sum(paise for paise in opening if paise < 0),
            debit_paise=self.debit_paise,
            credit_paise=self.credit_paise,
        )

    def verdicts(self) -> Iterator[Complaint]:
        """What all vouchers together show."""
        if self.reversed_count * 2 > self.judged:
            reason = say(
                "In {count} of {whole} vouchers debit and credit stand the wrong way "
                "round: sales lower what a party owes, or marks and signs disagree. The file was "
                "not written by Tally itself; export it from Tally.",
                count=self.reversed_count,
                whole=self.judged,
            )
            yield refused(self.first_reversed, Finding.REVERSED_SIGNS, reason)
        if self._opened_again:
            first, count = self._opened_again[0], len(self._opened_again)
            reason = say(
                "Bills of the masters are opened again by vouchers ({count}, first {first}). The "
                "masters seem to be exported with “closing balance as opening balance”, which "
                "counts them twice. Export the masters again without it, or "
                "leave the vouchers out.",
                count=count,
                first=first,
            )
            yield warned("opening bills", Finding.CLOSING_AS_OPENING, reason)


def _is_of(ledger: str, names: set[str]) -> bool:
    key = key_of(ledger)
    return any(key_of(name) == key for name in names)
