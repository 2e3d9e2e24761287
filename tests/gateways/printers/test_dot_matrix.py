from __future__ import annotations

import pytest

from collectiq_desktop.gateways.printers.dot_matrix import dot_matrix_bytes


def test_pages_between_the_codes() -> None:
    made = dot_matrix_bytes(["one\ntwo\n\n", "three"], page_lines=36)
    assert made == b"\x1b@\x1b2\x1bC\x24one\r\ntwo\r\n\x0cthree\r\n\x0c"


def test_condensed_and_back() -> None:
    made = dot_matrix_bytes(["one"], page_lines=72, is_condensed=True)
    assert made == b"\x1b@\x1b2\x1bC\x48\x0fone\r\n\x0c\x12"


def test_other_letters_are_a_fault_of_who_made_the_page() -> None:
    with pytest.raises(UnicodeEncodeError):
        dot_matrix_bytes(["₹"], page_lines=72)
