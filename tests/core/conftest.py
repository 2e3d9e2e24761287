"""What tests of the core have at hand besides: books written as plain text."""

from __future__ import annotations

from tests.plain_books import plain_books

__all__ = ["plain_books"]
