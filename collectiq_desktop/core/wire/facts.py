"""Facts: what happened, and what each kind of fact says.

The bodies here are a format for ever: a field may be added with a default,
none may be renamed or change its meaning. Voucher facts name parties by id;
names, phones and addresses live in party facts alone, so that a person can be
forgotten without touching money.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, NamedTuple, get_args

import msgspec

from collectiq_desktop.core.domain.ids import (
    BatchId,
    DeviceId,
    FactId,
    FirmId,
    PartyId,
    UserId,
    VoucherId,
)
from collectiq_desktop.core.domain.masters import Edit, Value
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH, Voucher, VoucherKind
from collectiq_desktop.core.wire.collecting import Collecting

EVERY_BRANCH = "*"


Whole = Annotated[int, msgspec.Meta(ge=-(1 << 63), le=(1 << 63) - 1)]
"""A whole number that every table can hold; what is larger was never ours."""


class Fact(NamedTuple):
    """One immutable thing that happened; `body` is its canonical bytes.

    The fields stand in the order of the table's columns. `seen_epoch` and
    `seen_firm_seq` say how much of the firm's order its author knew.
    `branches` are joined by spaces, sorted; `*` for all. `recorded_at` is UTC
    milliseconds by the author's clock.
    """

    fact_id: FactId
    user_id: UserId
    kind: str
    version: Whole
    branches: str
    seen_epoch: Whole
    seen_firm_seq: Whole
    origin: str | None
    recorded_at: Whole
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmCreated:
    """The firm's books begin, with their first branch and first device."""

    firm_id: FirmId
    fields: Mapping[str, Value]
    device_id: DeviceId
    device_name: str
    series_code: str
    branch_id: str = MAIN_BRANCH
    branch_name: str = "Main"


@dataclass(frozen=True, slots=True, kw_only=True)
class FirmAmended:
    """Fields of the firm's master data were changed."""

    edits: Mapping[str, Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountAdded:
    """A ledger head besides the standard ones."""

    account_code: str
    name: str
    nature: str
    group: str = ""
    batch_id: BatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAdded:
    """A party was added; its id is the fact's."""

    fields: Mapping[str, Value]
    batch_id: BatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyAmended:
    """Fields of a party's master data were changed."""

    party_id: bytes
    edits: Mapping[str, Edit]
    batch_id: BatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAdded:
    """An item was added; its id is the fact's."""

    fields: Mapping[str, Value]
    batch_id: BatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAmended:
    """Fields of an item's master data were changed."""

    item_id: bytes
    edits: Mapping[str, Edit]
    batch_id: BatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherAmended:
    """A voucher was posted anew; `base` is the fact that this one replaces."""

    voucher_id: VoucherId
    base: FactId
    reason: str
    voucher: Voucher


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherCancelled:
    """A voucher was cancelled; its number stays used."""

    voucher_id: VoucherId
    base: FactId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBegun:
    """A batch of documents from outside begins; the batch's id is the fact's.

    `voucher_types` maps the source's own types to ours, for later files that
    come without their masters.
    """

    source: str
    files: tuple[str, ...] = ()
    digest: str = ""
    company: str = ""
    company_guid: str = ""
    voucher_types: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportUndone:
    """Everything that an import batch brought was taken back."""

    batch_id: BatchId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPrinted:
    """A document went to a printer; the fact's id is the errand's.

    `subject_id` is the voucher, or the party of a statement; `copy_number`
    counts the prints that this device knew of, and `is_duplicate` is what the
    paper said.
    """

    document: str
    subject_id: bytes
    device_id: DeviceId
    paper: str
    printer: str = ""
    copy_number: int = 1
    is_duplicate: bool = False
    branch_id: str = MAIN_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrandGivenUp:
    """An errand was given up; the fact's id is the errand's."""

    errand_kind: str
    subject_id: bytes
    device_id: DeviceId
    tries_count: int
    problem: str = ""
    branch_id: str = MAIN_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceEnrolled:
    """A device was given its codes, its branches and its key by the server.

    `branches` are those whose facts it gets, `*` for all; `public_key` is
    Ed25519. The server enrols itself, too.
    """

    device_id: DeviceId
    name: str
    series_code: str
    spare_codes: tuple[str, ...] = ()
    branch_id: str = MAIN_BRANCH
    branches: tuple[str, ...] = (EVERY_BRANCH,)
    public_key: bytes = b""
    is_server: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRevoked:
    """A device may no longer take part; what it still sends is held."""

    device_id: DeviceId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesAllotted:
    """Further series codes were kept for a device."""

    device_id: DeviceId
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainBegun:
    """A device begins a new chain, because its file was restored.

    It stands first in the chain of `device_id`, which takes over from
    `replaces_id`, with one of that one's spare codes.
    """

    device_id: DeviceId
    replaces_id: DeviceId
    series_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchAdded:
    """The firm has one more branch."""

    branch_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactReleased:
    """A held fact takes effect, here and now; its place's verdict is that fact's.

    `number` is the new number of a document whose own was used before.
    """

    held_id: FactId
    reason: str = ""
    number: str = ""
    branches: str = EVERY_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRejected:
    """A held fact stays without effect for good."""

    held_id: FactId
    reason: str
    branches: str = EVERY_BRANCH


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeAdded:
    """An employee was added; the employee's id is the fact's, and signs later facts."""

    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeeAmended:
    """Fields of an employee were changed: name, role, rights, limits, whether active."""

    employee_id: UserId
    edits: Mapping[str, Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesAssigned:
    """Parties were given to an agent, or taken away.

    `part` is `main` (the main agent, in place of the one before), `other`
    (besides the main one) or `none` (this agent has them no more).
    """

    agent_id: UserId
    party_ids: tuple[PartyId, ...]
    part: str = "main"
    reason: str = ""


VOUCHER_FACTS: Mapping[VoucherKind, str] = {
    VoucherKind.SALES_INVOICE: "InvoicePosted",
    VoucherKind.RECEIPT: "ReceiptRecorded",
    VoucherKind.CREDIT_NOTE: "CreditNotePosted",
    VoucherKind.DEBIT_NOTE: "DebitNotePosted",
    VoucherKind.JOURNAL: "JournalPosted",
    VoucherKind.CONTRA: "ContraPosted",
    VoucherKind.PAYMENT: "PaymentMade",
    VoucherKind.OPENING_BILL: "OpeningBillPosted",
}

Body = (
    FirmCreated
    | FirmAmended
    | AccountAdded
    | PartyAdded
    | PartyAmended
    | ItemAdded
    | ItemAmended
    | Voucher
    | VoucherAmended
    | VoucherCancelled
    | ImportBegun
    | ImportUndone
    | DocumentPrinted
    | ErrandGivenUp
    | DeviceEnrolled
    | DeviceRevoked
    | SeriesAllotted
    | ChainBegun
    | BranchAdded
    | FactReleased
    | FactRejected
    | EmployeeAdded
    | EmployeeAmended
    | PartiesAssigned
    | Collecting
)

KINDS: Mapping[str, tuple[int, type[Any]]] = {
    **dict.fromkeys(VOUCHER_FACTS.values(), (1, Voucher)),
    **{
        body.__name__: (1, body)
        for body in (
            FirmCreated,
            FirmAmended,
            AccountAdded,
            PartyAdded,
            PartyAmended,
            ItemAdded,
            ItemAmended,
            VoucherAmended,
            VoucherCancelled,
            ImportBegun,
            ImportUndone,
            DocumentPrinted,
            ErrandGivenUp,
            DeviceEnrolled,
            DeviceRevoked,
            SeriesAllotted,
            ChainBegun,
            BranchAdded,
            FactReleased,
            FactRejected,
            EmployeeAdded,
            EmployeeAmended,
            PartiesAssigned,
            *get_args(Collecting),
        )
    },
}
"""Every kind of fact: its present version and the type of its body."""


def kind_of(body: Body) -> str:
    """The kind of fact that a body makes."""
    if isinstance(body, Voucher):
        return VOUCHER_FACTS[body.kind]
    return type(body).__name__


def batch_of(body: Body) -> BatchId | None:
    """The import batch that brought a body, if one did."""
    return getattr(body, "batch_id", None) if not isinstance(body, ImportUndone) else None
