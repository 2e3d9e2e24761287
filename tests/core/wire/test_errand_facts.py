"""The facts of errands: bytes that must decode, and hash the same, for ever."""

from __future__ import annotations

import pytest

from collectiq_desktop.core.domain.ids import DeviceId, FactId, UserId
from collectiq_desktop.core.wire.codec import decode, encode, fact_hash
from collectiq_desktop.core.wire.facts import Body, DocumentPrinted, ErrandGivenUp, Fact, kind_of

DEVICE = DeviceId(b"d" * 16)
PRINTED = DocumentPrinted(
    document="receipt",
    subject_id=b"v" * 16,
    device_id=DEVICE,
    paper="80mm",
    printer="Till",
    copy_number=2,
    is_duplicate=True,
    branch_id="NORTH",
)
FIRST_PRINT = DocumentPrinted(
    document="invoice", subject_id=b"v" * 16, device_id=DEVICE, paper="A5"
)
GIVEN_UP = ErrandGivenUp(
    errand_kind="print",
    subject_id=b"v" * 16,
    device_id=DEVICE,
    tries_count=12,
    problem="The printer is switched off.",
)
GOLDEN: list[tuple[Body, str, str]] = [
    (
        PRINTED,
        (
            "88a96272616e63685f6964a54e4f525448ab636f70795f6e756d62657202a96465766963655f6964"
            "c41064646464646464646464646464646464a8646f63756d656e74a772656365697074ac69735f64"
            "75706c6963617465c3a57061706572a438306d6da77072696e746572a454696c6caa7375626a6563"
            "745f6964c41076767676767676767676767676767676"
        ),
        "b4631b6ef1d180a27293b83652e16e8e6fcf03708233b28a55aeafb79dccea5d",
    ),
    (
        FIRST_PRINT,
        (
            "84a96465766963655f6964c41064646464646464646464646464646464a8646f63756d656e74a769"
            "6e766f696365a57061706572a24135aa7375626a6563745f6964c410767676767676767676767676"
            "76767676"
        ),
        "701e364bc0de34f3f5b7b012901de67643efae2609e3a092c211212f8c511be8",
    ),
    (
        GIVEN_UP,
        (
            "85a96465766963655f6964c41064646464646464646464646464646464ab657272616e645f6b696e"
            "64a57072696e74a770726f626c656dbc546865207072696e74657220697320737769746368656420"
            "6f66662eaa7375626a6563745f6964c41076767676767676767676767676767676ab74726965735f"
            "636f756e740c"
        ),
        "e2c408ffdce6154bdfb26dafb761f16d1a8686df6afa99fa597fc4a5e251ff46",
    ),
]


def _fact(body: Body) -> Fact:
    return Fact(
        fact_id=FactId(b"f" * 16),
        user_id=UserId(b"u" * 16),
        kind=kind_of(body),
        version=1,
        branches="MAIN",
        seen_epoch=1,
        seen_firm_seq=7,
        origin=None,
        recorded_at=1_795_321_800_000,
        body=encode(body),
    )


@pytest.mark.parametrize(
    ("body", "golden", "hashed"), GOLDEN, ids=lambda value: type(value).__name__
)
def test_bytes_and_hash_stay_for_ever(body: Body, golden: str, hashed: str) -> None:
    assert encode(body).hex() == golden
    assert decode(kind_of(body), 1, bytes.fromhex(golden)) == body
    assert fact_hash(_fact(body)).hex() == hashed
