"""What tests of the exchange have at hand besides: books written as plain text."""

from __future__ import annotations

from tests.engines import files_only
from tests.plain_books import plain_books

__all__ = ["files_only", "plain_books"]
