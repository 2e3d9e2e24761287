"""Every word that the books write down is explained in GLOSSARY.md."""

from __future__ import annotations

import re

import pytest

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.wire.facts import KINDS
from tests.house.reading import ROOT

# A row of a table begins with the word in backticks.
EXPLAINED = frozenset(
    re.findall(
        r"^\| `([^`]+)` \|", (ROOT / "GLOSSARY.md").read_text(encoding="utf-8"), re.MULTILINE
    )
)


@pytest.mark.parametrize("kind", sorted(kind.word for kind in VoucherKind))
def test_voucher_kind_is_explained(kind: str) -> None:
    assert kind in EXPLAINED


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_fact_kind_is_explained(kind: str) -> None:
    assert kind in EXPLAINED


def test_no_fact_kind_is_explained_that_does_not_exist() -> None:
    camel = {word for word in EXPLAINED if re.fullmatch(r"([A-Z][a-z]+){2,}", word)}
    assert camel <= {*KINDS, *_OTHER_NAMES}


# Names of records in the glossary that are no facts.
_OTHER_NAMES = {"AgeingBucket", "CreditNote", "DebitNote", "PartyStanding"}
