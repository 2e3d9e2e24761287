"""Who acts on the command line: `--user NAME`, with the password asked for or on stdin."""

from __future__ import annotations

import getpass
import sys

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.services.signing_in import sign_in


def sign_in_as(books: Books, name: str) -> None:
    """Let an employee act on these books until they are closed.

    Raises:
        Refused: name and password do not go together, or too many were tried.
    """
    is_asked = sys.stdin.isatty()
    password = getpass.getpass("Password: ") if is_asked else sys.stdin.readline().rstrip("\n")
    books.acting = sign_in(books, name, password, books.identity.branch_id).employee_id
