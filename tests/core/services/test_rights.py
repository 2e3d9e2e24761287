"""What the server says of facts whose authors had no right to them, and locked days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.masters import Edit
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.domain.verdicts import Judged
from collectiq_desktop.core.domain.vouchers import DEBTORS, Mode, Posting, Voucher, VoucherKind
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.employees import AmendEmployee
from collectiq_desktop.core.services.judging import Sender, judge
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage import devices
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.wire.facts import (
    Body,
    EmployeeAdded,
    EmployeeAmended,
    FirmAmended,
    PartyAmended,
    VoucherCancelled,
)
from tests.core.looking import fact_id, placed_links
from tests.core.services.elsewhere import Elsewhere
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books

DAY = date(2026, 11, 22)
NOBODY = UserId(b"n" * 16)


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    plain = fresh_books(tmp_path)
    plain.party_id("Ganesh")
    plain.write("receipt  R/1  2026-11-20  Ganesh  400.00")
    return plain


def _judged(
    plain: PlainBooks, body: Body, author: UserId, *, seen: int = 0, accepted_before: bool = False
) -> Judged:
    """The verdict on a fact that a counter pushes now."""
    with plain.books.writing() as (writer, context):
        known = read_fact(writer.conn, plain.parties["Ganesh"])
        device = devices.device(writer.conn, context.device_id)
        assert known is not None
        assert device is not None
        fact = known._replace(
            fact_id=fact_id(plain),
            user_id=author,
            seen_epoch=1,
            seen_firm_seq=seen,
            recorded_at=context.now_at,
        )
        return judge(writer, fact, body, Sender(device=device, was_accepted=accepted_before))


def _receipt(plain: PlainBooks, discount_paise: int = 0, on: date = DAY) -> Voucher:
    money = [Posting("cash", 1_000), Posting("discount", discount_paise)]
    lines = [each for each in money if each.amount_paise]
    return Voucher(
        kind=VoucherKind.RECEIPT,
        number="RB01/26/000001",
        on=on,
        party_id=plain.parties["Ganesh"],
        mode=Mode.CASH,
        postings=(*lines, Posting(DEBTORS, -1_000 - discount_paise)),
    )


def _journal(plain: PlainBooks) -> Voucher:
    lines = (Posting("bad_debts", 100_000), Posting(DEBTORS, -100_000))
    return replace(
        _receipt(plain),
        kind=VoucherKind.JOURNAL,
        number="JB01/26/000001",
        mode=None,
        postings=lines,
    )


def _told(judged: Judged) -> tuple[str, str]:
    return str(judged.verdict), str(judged.reason)


def _placed_all(plain: PlainBooks) -> int:
    """Place all there is; gives the last place."""
    Elsewhere(plain).place_own()
    return len(placed_links(plain.books, is_placed=True))


FINE, HELD, NOTED = ("accepted", ""), ("held", "no_right"), ("accepted", "no_right")


def test_books_without_employees_judge_nobody(plain: PlainBooks) -> None:
    assert _told(_judged(plain, _journal(plain), NOBODY)) == FINE


@pytest.mark.parametrize("role", Role)
def test_each_role_is_judged_by_its_rights(plain: PlainBooks, role: Role) -> None:
    admin = employ(plain, "Asha", Role.ADMIN)
    plain.books.acting = admin
    author = employ(plain, "Bina", role)
    is_admin = role is Role.ADMIN
    cancel = VoucherCancelled(
        voucher_id=plain.vouchers["R/1"], base=FactId(plain.vouchers["R/1"]), reason="x"
    )
    credit = PartyAmended(party_id=plain.parties["Ganesh"], edits={"credit_days": Edit(9, None)})
    told: dict[str, Any] = {
        "receipt": _receipt(plain),
        "discount": _receipt(plain, discount_paise=500_01),
        "back-dated": _receipt(plain, on=date(2026, 1, 1)),
        "journal": _journal(plain),
        "cancel": cancel,
        "credit": credit,
        "employee": EmployeeAdded(fields={"name": "Me", "role": "admin"}),
    }
    seen = _placed_all(plain)
    found = {name: _told(_judged(plain, body, author, seen=seen)) for name, body in told.items()}
    # The party is not the agent's; what is pushed in whose name stands in test_own_name.
    own_right = FINE if role in (Role.ADMIN, Role.CLERK) else NOTED
    assert found == {
        "receipt": own_right,
        "discount": FINE if is_admin else NOTED,
        "back-dated": FINE if is_admin else NOTED,
        "journal": FINE if is_admin else HELD,
        "cancel": FINE if is_admin else HELD,
        "credit": FINE if is_admin else HELD,
        "employee": FINE if is_admin else HELD,
    }


def test_who_is_no_employee_is_held_even_with_money(plain: PlainBooks) -> None:
    admin = employ(plain, "Asha", Role.ADMIN)
    seen = _placed_all(plain)
    assert _told(_judged(plain, _receipt(plain), NOBODY, seen=seen)) == HELD
    assert _told(_judged(plain, _receipt(plain), admin, seen=seen)) == FINE


def test_what_was_accepted_before_a_restore_is_not_judged_again(plain: PlainBooks) -> None:
    employ(plain, "Asha", Role.ADMIN)
    judged = _judged(plain, _journal(plain), NOBODY, accepted_before=True)
    assert _told(judged) == FINE


def test_a_counter_that_knew_of_no_employees_yet_is_believed(plain: PlainBooks) -> None:
    """Its sales and receipts stand; what needs the rights of its place is held."""
    employ(plain, "Asha", Role.ADMIN)
    Elsewhere(plain).place_own()
    assert _told(_judged(plain, _receipt(plain), NOBODY, seen=1)) == FINE
    assert _told(_judged(plain, _journal(plain), NOBODY, seen=1)) == FINE
    body = EmployeeAdded(fields={"name": "Me", "role": "admin"})
    assert _told(_judged(plain, body, NOBODY, seen=1)) == HELD


def test_who_was_put_out_meanwhile_keeps_what_was_posted_before(plain: PlainBooks) -> None:
    admin = employ(plain, "Asha", Role.ADMIN)
    plain.books.acting = admin
    bina = employ(plain, "Bina")
    elsewhere = Elsewhere(plain)
    elsewhere.place_own()
    seen = len(placed_links(plain.books, is_placed=True))
    left = {"is_active": False}
    plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=bina, changes=left))
    elsewhere.place_own()
    assert _told(_judged(plain, _receipt(plain), bina, seen=seen)) == FINE
    assert _told(_judged(plain, _receipt(plain), bina, seen=seen + 1)) == HELD


def test_an_employee_who_manages_others_gives_no_more_than_the_own_rights(
    plain: PlainBooks,
) -> None:
    admin = employ(plain, "Asha", Role.ADMIN)
    plain.books.acting = admin
    bina = employ(plain, "Bina", granted=("manage_employees",))
    plain.books.acting = bina
    employ(plain, "Chetan", discount_most_paise=100)
    with pytest.raises(Refused, match="Only an admin") as refused:
        employ(plain, "Dev", Role.ADMIN)
    assert refused.value.field == "role"
    for employee_id, changes in (
        (bina, {"role": "admin"}),
        (bina, {"granted": ("manage_employees", "cancel")}),
        (admin, {"phone": "1"}),
    ):
        with pytest.raises(Refused, match="Only an admin"):
            plain.run(
                AmendEmployee(fact_id=fact_id(plain), employee_id=employee_id, changes=changes)
            )
    edits = {"role": Edit("admin", None)}
    body = EmployeeAmended(employee_id=bina, edits=edits)
    assert _told(_judged(plain, body, bina)) == HELD


# Days back of a role -----------------------------------------------------------------


def _set_days(plain: PlainBooks, **changes: int | None) -> None:
    plain.run(AmendFirm(fact_id=fact_id(plain), changes=changes))


def test_the_days_of_a_role_hold_at_the_counter_until_the_employee_has_own_ones(
    plain: PlainBooks,
) -> None:
    plain.books.acting = admin = employ(plain, "Asha", Role.ADMIN)
    bina = employ(plain, "Bina")
    _set_days(plain, clerk_back_date_days=1)
    plain.books.acting = bina
    plain.run(_command(plain.parties["Ganesh"], plain, date(2026, 11, 21)))
    with pytest.raises(Refused, match="from 21-11-2026 on") as refused:
        plain.run(_command(plain.parties["Ganesh"], plain, date(2026, 11, 20)))
    assert refused.value.field == "on"
    plain.books.acting = admin
    own = {"back_date_most_days": 2}
    plain.run(AmendEmployee(fact_id=fact_id(plain), employee_id=bina, changes=own))
    plain.books.acting = bina
    plain.run(_command(plain.parties["Ganesh"], plain, date(2026, 11, 20)))


@pytest.mark.parametrize("role", [Role.CLERK, Role.AGENT])
def test_a_push_is_judged_by_the_days_that_its_author_knew_or_has_by_now(
    plain: PlainBooks, role: Role
) -> None:
    plain.books.acting = employ(plain, "Asha", Role.ADMIN)
    author = employ(plain, "Bina", role, granted=("see_all_parties",))
    _set_days(plain, **{f"{role.value}_back_date_days": 30})
    wide = _placed_all(plain)
    _set_days(plain, **{f"{role.value}_back_date_days": 0})
    narrow = _placed_all(plain)
    receipt = replace(_receipt(plain, on=date(2026, 11, 1)), agent_id=author)
    assert _told(_judged(plain, receipt, author, seen=wide)) == FINE
    assert _told(_judged(plain, receipt, author, seen=narrow)) == NOTED
    _set_days(plain, **{f"{role.value}_back_date_days": 21})
    assert _told(_judged(plain, receipt, author, seen=narrow)) == FINE


def test_the_days_of_a_role_are_set_by_who_manages_employees_and_no_further_than_the_own(
    plain: PlainBooks,
) -> None:
    plain.books.acting = employ(plain, "Asha", Role.ADMIN)
    keeper = employ(plain, "Bina", granted=("settings", "manage_employees"))
    setter = employ(plain, "Chetan", granted=("settings",))
    plain.books.acting = setter
    with pytest.raises(Refused, match="ask an admin"):
        _set_days(plain, agent_back_date_days=0)
    plain.books.acting = keeper
    _set_days(plain, agent_back_date_days=7)
    with pytest.raises(Refused, match="Only an admin") as refused:
        _set_days(plain, agent_back_date_days=8)
    assert refused.value.field == "agent_back_date_days"
    body = FirmAmended(edits={"agent_back_date_days": Edit(8, None)})
    assert _told(_judged(plain, body, keeper, seen=_placed_all(plain))) == HELD


@pytest.mark.parametrize("days", [-1, 3_651])
def test_days_that_cannot_be_meant_are_refused(plain: PlainBooks, days: int) -> None:
    with pytest.raises(BadInput, match="whole number from 0 to 3650") as refused:
        _set_days(plain, clerk_back_date_days=days)
    assert refused.value.field == "clerk_back_date_days"


# Locked days ------------------------------------------------------------------------


def test_nothing_is_dated_into_locked_days_by_anybody(plain: PlainBooks) -> None:
    changes = {"locked_until_on": date(2026, 11, 20)}
    plain.run(AmendFirm(fact_id=fact_id(plain), changes=changes))
    for employee in (None, Employee(name="Asha", role="admin")):
        if employee is not None:
            plain.books.acting = employ(plain, employee.name, Role.ADMIN)
        with pytest.raises(Refused, match="locked up to 20"):
            plain.run(_command(plain.parties["Ganesh"], plain, date(2026, 11, 20)))
        with pytest.raises(Refused, match="locked"):
            plain.run(
                CancelVoucher(
                    fact_id=fact_id(plain), voucher_id=plain.vouchers["R/1"], reason="wrong"
                )
            )
        plain.run(_command(plain.parties["Ganesh"], plain, date(2026, 11, 21)))
    plain.run(AmendFirm(fact_id=fact_id(plain), changes={"locked_until_on": None}))
    plain.run(_command(plain.parties["Ganesh"], plain, date(2026, 11, 20)))


def _command(party_id: PartyId, plain: PlainBooks, on: date) -> RecordReceipt:
    voucher_id = VoucherId(plain.ids.mint())
    return RecordReceipt(voucher_id=voucher_id, party_id=party_id, amount_paise=100, on=on)
