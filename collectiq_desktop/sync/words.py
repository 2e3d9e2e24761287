"""How an exchange ended, in whole sentences that say what to do.

Plain English for the command line; the window says the same in the user's
language.
"""

from __future__ import annotations

from collectiq_desktop.core.domain.calendar import date_of_ymd, format_date
from collectiq_desktop.sync.ended import Ended, Outcome

REFUSED = {
    "unknown": "Head office does not know this counter. If it was put back from an old backup, "
    "another counter that is up to date must exchange first.",
    "pin": "Another server answers at the address of head office. Do not go on before you have "
    "spoken to them.",
    "fork": "Head office has another history of this counter; it will be told apart with the next "
    "exchange.",
    "gap": "Head office lacks something that came before; it is sent with the next exchange.",
}
_OTHERWISE = "Head office says no (%1). Nothing was lost; ask there."


def sentence_of(ended: Ended) -> str:
    """How an exchange ended."""
    moved = f"{ended.pushed_count} sent, {ended.pulled_count} fetched"
    match ended.outcome:
        case Outcome.DONE:
            return f"Both ends have the same: {moved}."
        case Outcome.UPDATE_NEEDED:
            return (
                f"{moved[0].upper()}{moved[1:]}. This CollectIQ is too old to read all of it; "
                "update it. Until then go on as always: everything is sent."
            )
        case Outcome.LINE_DOWN:
            return f"Head office cannot be reached ({ended.detail}). Nothing is lost; {moved}."
        case Outcome.REVOKED:
            return (
                "Head office let this counter take part no more. What was recorded was sent, and "
                "waits there for their word."
            )
        case Outcome.REFUSED:
            return REFUSED.get(ended.detail, _OTHERWISE.replace("%1", ended.detail))
        case Outcome.DIFFERS:
            return _differs(ended)
    return str(ended.told)


def _differs(ended: Ended) -> str:
    day = format_date(date_of_ymd(ended.differs_from_on)) if ended.differs_from_on else ""
    since = f" The first day that differs is {day}." if day else ""
    return f"The sums here and at head office differ, also after working them out anew.{since}"
