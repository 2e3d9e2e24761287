from __future__ import annotations

import pytest

from collectiq_desktop.commands.goods import goods_line
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.posting import GoodsLine

KNOWN = {"sugar": GoodsLine("Sugar", 0, 2_105_00, "BAG", "1701", 500)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tea;2;100", GoodsLine("Tea", 2_000, 10_000)),
        ("Tea; 1.5 ; 1,000.50 ; 18%", GoodsLine("Tea", 1_500, 1_00_050, gst_rate_bp=1_800)),
        ("Tea;0.0005;1;0.25", GoodsLine("Tea", 1, 100, gst_rate_bp=25)),
        ("Tea;3*12;5", GoodsLine("Tea", 36_000, 500)),
        ("sugar;3", GoodsLine("Sugar", 3_000, 2_105_00, "BAG", "1701", 500)),
        ("SUGAR;3;2000", GoodsLine("Sugar", 3_000, 2_000_00, "BAG", "1701", 500)),
        ("sugar;3;;0", GoodsLine("Sugar", 3_000, 2_105_00, "BAG", "1701", 0)),
    ],
)
def test_goods(text: str, expected: GoodsLine) -> None:
    assert goods_line(text, KNOWN) == expected


@pytest.mark.parametrize(
    "text",
    ["", "Tea", "Tea;", ";1;2", "Tea;2", "Tea;x;2", "Tea;1;2;3;4", "Tea;1;2;101", "Tea;1;2;0.001"],
)
def test_what_is_no_line_of_goods(text: str) -> None:
    with pytest.raises(BadInput):
        goods_line(text, KNOWN)
