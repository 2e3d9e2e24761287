"""What each fact needs of its author: permissions, limits, days.

`record` asks before a command's fact enters the log, `judging` when a device
pushes one. Nothing else decides on rights, but the table of commands (`gate`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import msgspec

from collectiq_desktop.core.domain.calendar import business_date, format_date
from collectiq_desktop.core.domain.errors import DayNotAllowed, Refused
from collectiq_desktop.core.domain.firm import BACK_DATE_FIELDS
from collectiq_desktop.core.domain.masters import MasterFact
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.roles import (
    ALLOW_DAYS,
    DATED_ROLES,
    EVERYTHING,
    Employee,
    Permission,
    Rights,
    rights_of,
    rights_of_role,
    role_days_of,
)
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.domain.settlement import UNPLACED
from collectiq_desktop.core.domain.verdicts import Judged, Reason, Verdict
from collectiq_desktop.core.domain.vouchers import DEBTORS, Voucher, VoucherKind
from collectiq_desktop.core.queries.allowed import allowed_from
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.own_name import in_others_name, of_others_party
from collectiq_desktop.core.storage import corrections, employees, masters
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire import collecting as c
from collectiq_desktop.core.wire import facts as f
from collectiq_desktop.core.wire.facts import Body, Fact, batch_of

_P = Permission
OF_VOUCHERS: Mapping[VoucherKind, tuple[Permission, ...]] = {
    VoucherKind.SALES_INVOICE: (_P.POST_SALES,),
    VoucherKind.RECEIPT: (_P.POST_RECEIPTS,),
    VoucherKind.CREDIT_NOTE: (_P.POST_NOTES,),
    VoucherKind.DEBIT_NOTE: (_P.POST_NOTES, _P.HANDLE_CHEQUES),
    VoucherKind.JOURNAL: (_P.POST_JOURNALS, _P.HANDLE_CHEQUES, _P.COUNT_IN_CASH),
    VoucherKind.CONTRA: (_P.POST_JOURNALS, _P.HANDLE_CHEQUES, _P.COUNT_IN_CASH),
    VoucherKind.PAYMENT: (_P.POST_JOURNALS,),
    VoucherKind.OPENING_BILL: (_P.POST_JOURNALS,),
}
OF_FACTS: Mapping[type[Any], tuple[Permission, ...]] = {
    f.FirmCreated: (_P.SETTINGS,),
    f.FirmAmended: (_P.SETTINGS,),
    f.AccountAdded: (_P.POST_JOURNALS,),
    f.PartyAdded: (_P.MANAGE_PARTIES,),
    f.PartyAmended: (_P.MANAGE_PARTIES,),
    f.ItemAdded: (_P.MANAGE_ITEMS,),
    f.ItemAmended: (_P.MANAGE_ITEMS,),
    f.VoucherAmended: (_P.AMEND,),
    f.VoucherCancelled: (_P.CANCEL,),
    f.ImportBegun: (_P.IMPORT,),
    f.ImportUndone: (_P.IMPORT,),
    f.DocumentPrinted: (),
    f.ErrandGivenUp: (),
    f.DeviceEnrolled: (_P.MANAGE_DEVICES,),
    f.DeviceRevoked: (_P.MANAGE_DEVICES,),
    f.SeriesAllotted: (_P.MANAGE_DEVICES,),
    f.ChainBegun: (),
    f.BranchAdded: (_P.SETTINGS,),
    f.FactReleased: (_P.MANAGE_DEVICES,),
    f.FactRejected: (_P.MANAGE_DEVICES,),
    f.EmployeeAdded: (_P.MANAGE_EMPLOYEES,),
    f.EmployeeAmended: (_P.MANAGE_EMPLOYEES,),
    f.PartiesAssigned: (_P.ASSIGN,),
    c.ChequeReceived: (_P.POST_RECEIPTS, _P.HANDLE_CHEQUES),
    c.ChequeCleared: (_P.HANDLE_CHEQUES,),
    c.ChequeGivenBack: (_P.HANDLE_CHEQUES,),
    c.PromiseMade: (_P.CHASE,),
    c.PromiseWithdrawn: (_P.CHASE,),
    c.VisitMade: (_P.CHASE,),
    c.BeatPlanned: (_P.MANAGE_PARTIES,),
    c.RunSheetIssued: (_P.MANAGE_PARTIES,),
    c.RunSheetClosed: (_P.CHASE,),
    c.CashSigned: (),
    c.CategoryPinned: (_P.SETTINGS,),
    c.CategoryChanged: (),
    c.CreditAllowed: (_P.OVERRIDE_CREDIT,),
    c.DayAllowed: ALLOW_DAYS,
    c.PhoneAsked: (_P.CHASE, _P.MANAGE_PARTIES),
    c.PictureAttached: (_P.POST_RECEIPTS, _P.HANDLE_CHEQUES),
    c.ReminderOpened: (_P.CHASE,),
}
"""Any one of the permissions is enough; a fact with none needs none."""

_SETTING_OFF = (_P.POST_RECEIPTS, _P.POST_JOURNALS)
_CREDIT_TERMS = frozenset(
    {
        "credit_limit_paise",
        "credit_days",
        "late_limit_days",
        "bills_limit_count",
        "stops_at_limit",
    }
)
_WRITTEN_OFF = ("bad_debts", "round_off")


def check_fact(writer: Writer, context: Context, body: Body, fact_id: bytes) -> None:
    """Refuse a fact that the one who acts may not record.

    Raises:
        DayNotAllowed: its day is locked or too early, and nobody has let it pass.
        Refused: says what is not permitted, and who can permit it.
    """
    locked = _in_locked_days(writer, body, fact_id)
    if locked is not None:
        raise DayNotAllowed(locked, from_on=min(_days_of(writer, body)))
    if context.rights != EVERYTHING:
        found = lacks(writer, context.rights, body, fact_id, context.today_on) or in_others_name(
            writer, context.rights, context.user_id, body
        )
        if found is not None:
            field, message = found
            days = _days_of(writer, body) if field == "on" else []
            if days:
                raise DayNotAllowed(message, from_on=min(days))
            raise Refused(message, field=field)


def lacks(
    writer: Writer, rights: Rights, body: Body, fact_id: bytes, today_on: date
) -> tuple[str, Sentence] | None:
    """What rights lack for a fact: the field that it is about and a sentence; None for nothing."""
    wanted = _wanted(body)
    if wanted and not any(map(rights.may, wanted)):
        return "user", not_permitted()
    if batch_of(body) is not None:
        return None
    days = [body.from_on] if isinstance(body, c.DayAllowed) else _days_of(writer, body)
    if days:
        sums = _sums_lack(writer, rights, body)
        return sums or _day_lacks(writer, rights, min(days), fact_id, today_on)
    if isinstance(body, f.PartyAmended) and _CREDIT_TERMS & body.edits.keys():
        allowed = rights.may(Permission.OVERRIDE_CREDIT)
        return None if allowed else ("credit_limit_paise", not_permitted())
    if isinstance(body, (f.EmployeeAdded, f.EmployeeAmended)):
        return _employee_lacks(writer, rights, body)
    if isinstance(body, f.FirmAmended):
        return _role_days_lack(rights, body)
    return None


def _wanted(body: Body) -> tuple[Permission, ...]:
    if batch_of(body) is not None:
        return (Permission.IMPORT,)
    if isinstance(body, Voucher):
        return _SETTING_OFF if _only_sets_off(body) else OF_VOUCHERS[body.kind]
    return OF_FACTS[type(body)]


def _only_sets_off(voucher: Voucher) -> bool:
    """Whether a journal moves money of one party between its own bills."""
    is_one_party = voucher.party_id is not None and len(voucher.party_ids) == 1
    is_journal = voucher.kind is VoucherKind.JOURNAL
    codes = {posting.account_code for posting in voucher.postings}
    return is_journal and is_one_party and codes == {DEBTORS}


def not_permitted() -> Sentence:
    """What is said of anything that the user's role does not permit."""
    return say("You are not permitted to do this; ask an admin.")


def _sums_lack(writer: Writer, rights: Rights, body: Body) -> tuple[str, Sentence] | None:
    """Limits count for what a correction adds."""
    base = None
    if isinstance(body, (f.VoucherAmended, f.VoucherCancelled)):
        base = corrections.version_at(writer, body.base).voucher
    voucher = body if isinstance(body, Voucher) else getattr(body, "voucher", base)
    if voucher is None:
        return None
    discount, written_off = _let_off(voucher)
    discount_before, written_off_before = _let_off(base) if base is not None else (0, 0)
    if discount > max(rights.discount_most_paise, discount_before):
        most = format_inr(rights.discount_most_paise)
        message = say("You may give at most ₹{most} discount; an admin may give more.", most=most)
        return "discount", message
    if written_off > max(rights.write_off_most_paise, written_off_before):
        most = format_inr(rights.write_off_most_paise)
        message = say("You may write off at most ₹{most}; an admin may write off more.", most=most)
        return "round_off", message
    return None


def _day_lacks(
    writer: Writer, rights: Rights, on: date, fact_id: bytes, today_on: date
) -> tuple[str, Sentence] | None:
    """Days count for both versions of a correction; somebody may have let the fact pass."""
    days = rights.back_date_most_days
    if (today_on - on).days <= days or _is_allowed(writer, fact_id, on):
        return None
    first = today_on - timedelta(days=days)
    message = say(
        "You may enter vouchers from {first} on; an admin may enter earlier ones.",
        first=format_date(first),
    )
    return "on", message


def _is_allowed(writer: Writer, fact_id: bytes, on: date) -> bool:
    writer.flush_rows()
    from_on = allowed_from(writer.conn, fact_id)
    return from_on is not None and from_on <= on


def _let_off(voucher: Voucher) -> tuple[int, int]:
    """What a voucher lets off as discount, and what it writes off, in paise."""
    if voucher.kind not in (VoucherKind.RECEIPT, VoucherKind.JOURNAL):
        return 0, 0
    sums = {"discount": 0, "bad_debts": 0, "round_off": 0}
    for posting in voucher.postings:
        if posting.account_code in sums:
            sums[posting.account_code] += posting.amount_paise
    return sums["discount"], sum(sums[code] for code in _WRITTEN_OFF)


def _employee_lacks(
    writer: Writer, rights: Rights, body: f.EmployeeAdded | f.EmployeeAmended
) -> tuple[str, Sentence] | None:
    """Nobody gives more than they have themselves, nor changes who has more."""
    try:
        before, after = _employee_versions(writer, body)
    except msgspec.ValidationError:
        return None
    days = employees.role_days(writer.conn)
    if all(rights.covers(rights_of(each, days)) for each in (before, after) if each is not None):
        return None
    return "role", say("Only an admin may give rights that you do not have yourself.")


def _role_days_lack(rights: Rights, body: f.FirmAmended) -> tuple[str, Sentence] | None:
    """How far back a role may date is set by who manages employees, and no further than the own."""
    for role, name in zip(DATED_ROLES, BACK_DATE_FIELDS, strict=True):
        if name not in body.edits:
            continue
        if not rights.may(Permission.MANAGE_EMPLOYEES):
            return name, not_permitted()
        after = rights_of_role(role, role_days_of({name: body.edits[name].value}))
        if after.back_date_most_days > rights.back_date_most_days:
            return name, say("Only an admin may give rights that you do not have yourself.")
    return None


def _employee_versions(
    writer: Writer, body: f.EmployeeAdded | f.EmployeeAmended
) -> tuple[Employee | None, Employee | None]:
    if isinstance(body, f.EmployeeAdded):
        return None, masters.master_of(Employee, body.fields)
    writer.flush_rows()
    before = employees.employee(writer.conn, body.employee_id)
    if before is None:
        return None, None
    change = MasterFact(b"\xff" * 16, 1 << 62, UNPLACED, body.edits)
    return before, employees.after_edits(writer.conn, body.employee_id, change)


def by_rights(writer: Writer, fact: Fact, body: Any) -> Judged | None:
    """Why a pushed fact is held for its author's rights, None where they are enough.

    What was posted at a counter is judged by the rights that its author could
    know of, or has by now; everything else by those at its place. Money in
    is taken from whoever was an employee, with attention.

    An agent's fact in another's name, or of another's party, is beyond the
    rights (`own_name`).

    Source: sync page §1, "Rights".
    """
    now = employees.rights_now(writer, fact.user_id)
    if now == EVERYTHING:
        return None
    day = business_date(fact.recorded_at)
    if not isinstance(body, Voucher):
        # What it corrects may have come just before it.
        writer.flush_rows()
    if _is_within(writer, now, fact, body, day):
        return None
    if isinstance(body, Voucher):
        writer.flush_rows()
        then = employees.rights_at(writer.conn, fact.user_id, fact.seen_firm_seq)
        if _is_within(writer, then, fact, body, day):
            return None
        if body.kind is VoucherKind.RECEIPT and (then.is_known or now.is_known):
            return Judged(Verdict.ACCEPTED, Reason.NO_RIGHT)
    return Judged(Verdict.HELD, Reason.NO_RIGHT)


def _is_within(writer: Writer, rights: Rights, fact: Fact, body: Any, day: date) -> bool:
    """Whether rights are enough for a fact, its name and its parties."""
    if rights == EVERYTHING:
        return True
    if lacks(writer, rights, body, fact.fact_id, day) is not None:
        return False
    author = fact.user_id
    return batch_of(body) is not None or not (
        in_others_name(writer, rights, author, body)
        or of_others_party(writer, rights, author, body, fact.seen_firm_seq)
    )


def _in_locked_days(writer: Writer, body: Body, fact_id: bytes) -> Sentence | None:
    """Why nothing can be dated so far back any more; the same for everybody."""
    if batch_of(body) is not None:
        return None
    days = _days_of(writer, body)
    locked = masters.locked_until(writer) if days else None
    if locked is None or min(days) > locked or _is_allowed(writer, fact_id, min(days)):
        return None
    return say(
        "The books are locked up to {day}; with the right to the settings the lock can be moved.",
        day=format_date(locked),
    )


def _days_of(writer: Writer, body: Body) -> list[date]:
    """The business dates that a fact moves."""
    if isinstance(body, Voucher):
        return [body.on]
    if isinstance(body, (f.VoucherAmended, f.VoucherCancelled)):
        base = corrections.version_at(writer, body.base).voucher
        return [base.on, body.voucher.on] if isinstance(body, f.VoucherAmended) else [base.on]
    return []
