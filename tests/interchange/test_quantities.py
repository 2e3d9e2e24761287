from __future__ import annotations

from decimal import Decimal

import pytest

from collectiq_desktop.interchange.quantities import quantity_of, rate_bp_of, rate_of


def test_quantities_and_rates() -> None:
    assert quantity_of(" 670 Pair") == (Decimal(670), "Pair")
    assert quantity_of("1,200.5 Kgs = 12 Bag") == (Decimal("1200.5"), "Kgs")
    assert quantity_of("") == (None, None)
    assert rate_of("57.00/Pair") == (Decimal("57.00"), "Pair")
    assert rate_of("57.00") == (Decimal("57.00"), None)
    assert rate_bp_of(" 9") == 900
    assert rate_bp_of("2.5%") == 250
    with pytest.raises(ValueError, match="x"):
        rate_bp_of("x")
