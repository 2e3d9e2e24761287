"""An early or a locked day is let pass by somebody who may, for one document, and said why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput, DayNotAllowed, Refused
from collectiq_desktop.core.domain.ids import FactId, UserId, VoucherId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.allowers import Allowers
from collectiq_desktop.core.queries.edit_log import EditLog
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.allowing import AllowDay
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.core.looking import fact_id
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books

EARLY = date(2026, 10, 3)


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    plain = fresh_books(tmp_path)
    plain.party_id("Ganesh")
    plain.write("receipt  R/1  2026-10-03  Ganesh  400.00")
    plain.books.acting = employ(plain, "Asha", Role.ADMIN)
    return plain


def _receipt(plain: PlainBooks, on: date = EARLY) -> RecordReceipt:
    return RecordReceipt(
        voucher_id=VoucherId(plain.ids.mint()),
        party_id=plain.parties["Ganesh"],
        amount_paise=5_000,
        on=on,
    )


def _allow(plain: PlainBooks, *for_ids: bytes, on: date = EARLY, reason: str = "Old slip") -> Any:
    ids = tuple(FactId(each) for each in for_ids)
    return AllowDay(fact_id=fact_id(plain), for_ids=ids, from_on=on, reason=reason)


def _refused(plain: PlainBooks, command: object, by: UserId) -> Refused:
    with pytest.raises(Refused) as caught:
        plain.books.run(command, by=by)
    return caught.value


def test_a_clerks_early_receipt_is_stopped_let_pass_once_and_told(plain: PlainBooks) -> None:
    admin, bina = plain.books.acting, employ(plain, "Bina")
    assert admin is not None
    receipt = _receipt(plain)
    stopped = _refused(plain, receipt, bina)
    assert isinstance(stopped, DayNotAllowed)
    assert (stopped.field, stopped.from_on) == ("on", EARLY)
    plain.books.run(_allow(plain, receipt.voucher_id), by=admin)
    posted = plain.books.run(receipt, by=bina).result
    assert plain.ask(VoucherCard(voucher_id=posted.voucher_id)).voucher.on == EARLY
    told = plain.ask(EditLog(limit=2)).rows
    assert {line.told.kind: (line.user, line.reason) for line in told} == {
        "ReceiptRecorded": ("Bina", ""),
        "DayAllowed": ("Asha", "Old slip"),
    }
    assert {line.told.number for line in told} == {posted.number}, "the word names its voucher"
    assert isinstance(_refused(plain, _receipt(plain), bina), DayNotAllowed), "once, no more"


def test_an_earlier_day_than_was_said_is_still_stopped(plain: PlainBooks) -> None:
    bina = employ(plain, "Bina")
    receipt = _receipt(plain)
    plain.run(_allow(plain, receipt.voucher_id, on=date(2026, 10, 4)))
    assert isinstance(_refused(plain, receipt, bina), DayNotAllowed)
    plain.books.run(replace(receipt, on=date(2026, 10, 4)), by=bina)


def test_a_correction_and_a_cancellation_need_a_word_of_their_own(plain: PlainBooks) -> None:
    bina = employ(plain, "Bina", granted=("cancel",))
    voucher_id = plain.vouchers["R/1"]
    plain.run(_allow(plain, voucher_id))
    amended = replace(plain.ask(VoucherCard(voucher_id=voucher_id)).voucher, narration="cash")
    amend = AmendVoucher(
        fact_id=fact_id(plain), voucher_id=voucher_id, voucher=amended, reason="words"
    )
    assert isinstance(_refused(plain, amend, bina), DayNotAllowed)
    plain.run(_allow(plain, amend.fact_id))
    plain.books.run(amend, by=bina)
    cancel = CancelVoucher(fact_id=fact_id(plain), voucher_id=voucher_id, reason="twice")
    assert isinstance(_refused(plain, cancel, bina), DayNotAllowed)
    plain.run(_allow(plain, cancel.fact_id))
    plain.books.run(cancel, by=bina)
    numbers = {line.told.number for line in plain.ask(EditLog(limit=5)).rows}
    assert numbers == {amended.number}


def test_locked_days_are_let_pass_by_whom_the_settings_are_open(plain: PlainBooks) -> None:
    admin = plain.books.acting
    assert admin is not None
    wide = employ(plain, "Bina", back_date_most_days=400)
    locked = {"locked_until_on": date(2026, 10, 31)}
    plain.run(AmendFirm(fact_id=fact_id(plain), changes=locked))
    receipt = _receipt(plain)
    for who in (admin, wide):
        assert isinstance(_refused(plain, receipt, who), DayNotAllowed)
    assert "not permitted" in str(_refused(plain, _allow(plain, receipt.voucher_id), wide))
    plain.run(_allow(plain, receipt.voucher_id))
    plain.books.run(receipt, by=wide)
    names = [row.employee.name for row in plain.ask(Allowers(from_on=EARLY))]
    assert names == ["Asha"]


def test_nobody_lets_pass_what_is_beyond_the_own_days(plain: PlainBooks) -> None:
    narrow = employ(plain, "Bina", back_date_most_days=3)
    wide = employ(plain, "Chetan", back_date_most_days=90)
    reader = employ(plain, "Dev", Role.ACCOUNTANT, back_date_most_days=400)
    receipt = _receipt(plain)
    assert "from 19-11-2026 on" in str(_refused(plain, _allow(plain, receipt.voucher_id), narrow))
    _refused(plain, _allow(plain, receipt.voucher_id), reader)
    names = [row.employee.name for row in plain.ask(Allowers(from_on=EARLY))]
    assert names == ["Asha", "Chetan"]
    plain.books.run(_allow(plain, receipt.voucher_id), by=wide)
    plain.books.run(receipt, by=narrow)


def test_a_word_is_given_once_with_a_reason_and_for_days_that_are_over(plain: PlainBooks) -> None:
    receipt = _receipt(plain)
    for wrong in ({"reason": " "}, {"on": date(2027, 1, 1)}):
        with pytest.raises(BadInput):
            plain.run(_allow(plain, receipt.voucher_id, **wrong))
    command = _allow(plain, receipt.voucher_id)
    assert plain.run(command) == plain.run(command)
    kinds = [line.told.kind for line in plain.ask(EditLog(limit=9)).rows]
    assert kinds.count("DayAllowed") == 1
