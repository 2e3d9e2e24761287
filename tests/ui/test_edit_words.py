"""The edit log speaks the clerk's words: no field of any fact is told by its own name."""

from __future__ import annotations

import pytest

from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.queries import edits
from collectiq_desktop.core.wire.collecting import CategoryChanged
from collectiq_desktop.core.wire.facts import (
    Body,
    PartiesAssigned,
    VoucherAmended,
    VoucherCancelled,
    kind_of,
)
from collectiq_desktop.ui import edit_words, party_words
from tests.old_books.golden import samples

_TOLD_OTHERWISE = (CategoryChanged, Voucher, VoucherAmended, VoucherCancelled, PartiesAssigned)


def _told_field_by_field() -> dict[str, list[Body]]:
    found: dict[str, list[Body]] = {}
    for body in samples():
        is_master = hasattr(body, "edits") or hasattr(body, "fields")
        if not (is_master or isinstance(body, _TOLD_OTHERWISE)):
            found.setdefault(kind_of(body), []).append(body)
    return found


@pytest.mark.parametrize(("kind", "bodies"), sorted(_told_field_by_field().items()))
def test_every_field_that_is_told_has_a_word(kind: str, bodies: list[Body]) -> None:
    known = edit_words._FIELDS.keys() | party_words._FIELDS.keys()
    told = {line.subject for body in bodies for line in edits._plain(body, {})}
    assert told <= known, f"{kind}: {sorted(told - known)}"
