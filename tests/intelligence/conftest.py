"""Plain books for the tests of what is foretold; and one thread, as the program itself takes."""

from __future__ import annotations

import os

from tests.plain_books import plain_books

__all__ = ["plain_books"]

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
