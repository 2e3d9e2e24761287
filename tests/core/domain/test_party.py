from __future__ import annotations

from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.party import Party, check_party, check_party_terms

GOOD = "24AAACC1206D1ZM"


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "A"},
        {"name": "गणेश ट्रेडर्स"},
        {"name": "x" * 200, "code": "c" * 32, "credit_days": 9_999},
        {"name": "A", "gstin": GOOD, "credit_limit_paise": 1},
    ],
)
def test_usable_master_data_is_let_through(fields: dict[str, Any]) -> None:
    check_party(Party(**fields))


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"name": ""}, "name", "needs a name"),
        ({"name": "  \t"}, "name", "needs a name"),
        ({"name": "x" * 201}, "name", "at most 200 letters"),
        ({"name": "A", "code": " A1"}, "code", "begins with no space"),
        ({"name": "A", "code": "c" * 33}, "code", "at most 32"),
        ({"name": "A", "credit_days": -1}, "credit_days", "between 0 and 9999"),
        ({"name": "A", "credit_days": 10_000}, "credit_days", "between 0 and 9999"),
        ({"name": "A", "credit_limit_paise": -1}, "credit_limit", "cannot be negative"),
    ],
)
def test_unusable_terms_are_refused(fields: dict[str, Any], field: str, sentence: str) -> None:
    for check in (check_party, check_party_terms):
        with pytest.raises(BadInput, match=sentence) as caught:
            check(Party(**fields))
        assert caught.value.field == field


def test_a_wrong_gstin_is_refused_where_it_is_typed_and_kept_where_it_is_read() -> None:
    party = Party(name="A", gstin=GOOD[:-1] + "X")
    check_party_terms(party)
    with pytest.raises(BadInput, match="cannot be right") as caught:
        check_party(party)
    assert caught.value.field == "gstin"
