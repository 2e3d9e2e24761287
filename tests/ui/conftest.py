"""What tests of the windows have at hand: no real screen, books as plain text, a real desk."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

# Before the first QApplication: a machine without a screen is the usual one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collectiq_desktop.ui.work.desk import Desk
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks, plain_books

__all__ = ["plain_books"]


@pytest.fixture
def inline(plain_books: PlainBooks) -> InlineDesk:
    """Work done at once on the test's own books."""
    return InlineDesk(plain_books.books)


@pytest.fixture
def desk(qapp: object, plain_books: PlainBooks) -> Iterator[Desk]:
    """A real desk with its threads, on the test's own books."""
    made = Desk(lambda _progress: plain_books.books)
    yield made
    made.close()
    made.deleteLater()
