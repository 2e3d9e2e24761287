"""Money on its way from the till to the bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from collectiq_desktop.core.domain.custody import amount_of
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.custody import CountInCash
from collectiq_desktop.core.services.journals import PostContra
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.demo.chance import SUNDAY, Act, Chance

_FEWEST_FOR_DEPOSITS = 1_000


def deposit_days(days: Sequence[date], count: int) -> list[date]:
    """Saturdays, on which cash goes to the bank; none in small books."""
    if count < _FEWEST_FOR_DEPOSITS:
        return []
    return [day for day in days if day.weekday() == SUNDAY - 1][3:]


def deposits(chance: Chance, acts: Sequence[Act], days: Sequence[date]) -> Iterator[Act]:
    """A contra each Saturday: what came into the till since the last."""
    came_in = [(act.on, paise) for act in acts if (paise := _into_till_paise(act.command))]
    since = date.min
    for day in days:
        taken_paise = sum(paise for on, paise in came_in if since < on <= day)
        since = day
        yield chance.act(day, _deposit(chance, taken_paise, day))


def _into_till_paise(command: object) -> int:
    """What cash a command brings into the till; what an agent takes stays with the agent."""
    if isinstance(command, CountInCash):
        return amount_of(command.counted)
    if isinstance(command, RecordReceipt) and command.agent_id is None:
        return command.amount_paise if command.mode is Mode.CASH else 0
    return 0


def _deposit(chance: Chance, taken_paise: int, day: date) -> PostContra:
    rounded_paise = taken_paise // 1_00_000 * 1_00_000
    return PostContra(
        voucher_id=chance.voucher_id(),
        amount_paise=max(1_00_000, rounded_paise),
        from_code="cash",
        on=day,
        narration="Cash deposited",
    )
