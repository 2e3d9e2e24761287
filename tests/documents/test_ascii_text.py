from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.documents.ascii_text import ascii_of


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("मेहता एंड संस", "Mehta End Sans"),
        ("गणेश ट्रेडर्स", "Ganesh Tredars"),
        ("नगरपालिका", "Nagarpalika"),
        ("कृष्ण चन्द्र", "Krishna Chandra"),
        ("संपत दुकान १२", "Sampat Dukan 12"),
        ("શ્રી લક્ષ્મી કિરાણા સ્ટોર્સ", "Shri Lakshmi Kirana Stors"),
        ("রমেশ ভাণ্ডার", "Ramesh Bhandar"),
        ("முருகன்", "Murukan"),
        ("మణి", "Mani"),
        ("ਸਿੰਘ", "Singh"),
        ("₹ 5,000.00 — “Café”…", 'Rs. 5,000.00 - "Cafe"...'),
        ("line\nfeed\tand \u202eturned", "line feed and turned"),
        ("中文", "??"),
        ("Asha Stores", "Asha Stores"),
    ],
)
def test_names_as_a_shop_would_write_them(written: str, printed: str) -> None:
    assert ascii_of(written) == printed


@given(st.text(max_size=60))
def test_every_text_becomes_one_printable_line(text: str) -> None:
    made = ascii_of(text)
    assert made.isascii()
    assert made.isprintable() or made == ""


@given(st.text(alphabet="".join(map(chr, range(0x0900, 0x0D80))), max_size=30))
def test_every_indian_script_is_read(text: str) -> None:
    assert ascii_of(text).isascii()
