"""A second shop for tests of what is shown: added, and written at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.services.branches import AddBranch
from tests.plain_books import PlainBooks

SURAT = "SURAT"


def add_surat(plain: PlainBooks) -> None:
    """One more branch, Surat shop."""
    fact_id = FactId(plain.ids.mint())
    plain.run(AddBranch(fact_id=fact_id, branch_id=SURAT, name="Surat shop"))


@contextmanager
def at_surat(plain: PlainBooks) -> Iterator[PlainBooks]:
    """The books as a counter of that branch writes them."""
    with plain.books.becoming(branch_id=SURAT):
        pass
    yield plain
    with plain.books.becoming(branch_id=MAIN_BRANCH):
        pass
