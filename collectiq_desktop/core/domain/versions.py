"""Which version of a voucher stands, when several hands amended it.

A correction names by id the fact it replaces. In the firm's order the first
that names the newest version stands; one that names an older version was made
without knowledge of the newer and is overruled: recorded, without effect.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Correction(NamedTuple):
    """An amendment or cancellation, and its place in the firm's order.

    `is_idle` when the server gave it the verdict overruled or held.
    """

    order: int
    fact_id: bytes
    base_id: bytes
    is_idle: bool


class Standing(NamedTuple):
    """The fact that stands, and the corrections that were overruled."""

    newest_id: bytes
    overruled: tuple[bytes, ...]


def newest_of(
    first_id: bytes, corrections: Iterable[Correction], *, is_begun: bool = True
) -> Standing:
    """The version that stands after all corrections, earliest place first.

    Args:
        is_begun: whether the first version is here. Where a voucher came into
            our branches by an amendment, it and others before lie elsewhere;
            then the server has judged what names one of them as its base.
    """
    ordered = sorted(corrections)
    here = {correction.fact_id for correction in ordered}
    newest = first_id
    overruled: list[bytes] = []
    for correction in ordered:
        is_next = correction.base_id == newest or not (is_begun or correction.base_id in here)
        if is_next and not correction.is_idle:
            newest = correction.fact_id
        else:
            overruled.append(correction.fact_id)
    return Standing(newest, tuple(overruled))
