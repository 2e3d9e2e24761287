"""How claims settle a bill: a pure fold, in the firm's order.

A claim that lowers the bill takes at most what is still open; what it cannot
take stays on account. A claim the other way (a charge put on an old bill)
raises what is open; that of a bounced cheque gives back exactly what the cheque
took. So a bill never goes beyond nothing, whatever arrives in whatever order,
and no receipt is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

UNPLACED = 1 << 62
"""Added to a device's own number while the server has not placed the fact."""


class LaidClaim(NamedTuple):
    """A claim as it lies on one bill.

    `order` is the place of the version that carries it: firm_seq, or
    UNPLACED + device_seq for an own fact not yet placed. `voucher` tells apart
    the vouchers that carry claims; `undoes` is the one of which this claim
    gives back what it took.
    """

    order: int
    claim_no: int
    amount_paise: int
    claim_on: date | int
    voucher: int = 0
    undoes: int | None = None


class Settlement(NamedTuple):
    """What became of a bill and of each claim on it.

    Money: debit positive; `settled_paise` has one figure per claim, in order.
    """

    open_paise: int
    settled_paise: tuple[int, ...]


def take(open_paise: int, claim_paise: int, *, bill_paise: int) -> int:
    """The part of a claim that settles, debit positive like the claim.

    Money: for a bill of positive amount a credit takes at most what is open,
    a debit raises it; for an advance the other way round.
    """
    if bill_paise > 0:
        return claim_paise if claim_paise > 0 else max(claim_paise, -open_paise)
    return claim_paise if claim_paise < 0 else min(claim_paise, -open_paise)


def give_back(taken_paise: int, claim_paise: int) -> int:
    """The part of a claim that gives back what another voucher took of the bill.

    So the bill is as it was, whatever that one could settle of its own claim.

    Money: debit positive; never more than was taken, nor than is claimed.
    """
    if claim_paise > 0:
        return min(claim_paise, max(-taken_paise, 0))
    return max(claim_paise, min(-taken_paise, 0))


def settle(bill_paise: int, claims: Sequence[LaidClaim]) -> Settlement:
    """Fold the claims over the bill, earliest place first.

    Limits: a bill has seldom more than twenty claims.
    Source: ARCHITECTURE, "How claims settle"; sync page §1.
    """
    open_paise = bill_paise
    settled: dict[int, int] = {}
    taken: Counter[int] = Counter()
    for index in sorted(range(len(claims)), key=lambda i: claims[i][:2]):
        claim = claims[index]
        if claim.undoes is None:
            part = take(open_paise, claim.amount_paise, bill_paise=bill_paise)
        else:
            given = give_back(taken[claim.undoes], claim.amount_paise)
            # A charge that was paid meanwhile leaves nothing to take back.
            part = take(open_paise, given, bill_paise=bill_paise)
        taken[claim.voucher if claim.undoes is None else claim.undoes] += part
        settled[index] = part
        open_paise += part
    assert open_paise * bill_paise >= 0, "a bill never turns its sign"
    return Settlement(open_paise, tuple(settled[i] for i in range(len(claims))))


def unsettled(amounts_paise: Iterable[int], settled_paise: Iterable[int]) -> int:
    """The part of several claims that no bill took; it stays on account."""
    return sum(amounts_paise) - sum(settled_paise)
