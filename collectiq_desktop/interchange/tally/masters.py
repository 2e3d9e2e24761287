"""Ledgers, items and voucher types of Tally as rows.

A ledger under the accepted groups is a party, any other an account. What is
dated in Tally (GSTIN, address, tax rates) is taken as it holds on the day
asked for.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from itertools import chain

from collectiq_desktop.interchange.quantities import quantity_of, rate_bp_of, rate_of
from collectiq_desktop.interchange.rows import (
    AccountRow,
    GstRateRow,
    ItemRow,
    OpeningBillRow,
    PartyRow,
)
from collectiq_desktop.interchange.tally.decoder import is_reserved, shown
from collectiq_desktop.interchange.tally.groups import GroupTree
from collectiq_desktop.interchange.tally.nodes import Node
from collectiq_desktop.interchange.tally.values import (
    date_of,
    day_of_jd,
    days_of_period,
    due_on_of,
    money_of,
    optional_date,
)

_LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a master came from: its stable key, its state, its place."""

    key: str
    change: str
    where: str


def name_of(node: Node) -> str:
    """The object's own name, from its attribute or its first name."""
    return shown(node.attr("NAME") or node.text("name"))


def origin_of(node: Node, source: str, where: str) -> Origin:
    """The GUID where there is one, else kind and name; state by ALTERID."""
    guid = node.text("guid") or node.attr("GUID")
    name = name_of(node)
    key = f"{source}:{guid}" if guid else f"{source}:{node.tag}:{name.casefold()}"
    return Origin(key, change_of(node), where)


def change_of(node: Node) -> str:
    """Tally's change counter, or a digest of the object where there is none."""
    counter = (node.text("alterid") or node.attr("ALTERID")).strip()
    return f"a{counter}" if counter else f"h{digest_of(node)}"


def digest_of(node: Node) -> str:
    """A digest of everything the object says."""
    return hashlib.blake2b(_canonical(node).encode(), digest_size=12).hexdigest()


def _canonical(node: Node) -> str:
    leaves = sorted(node.fields.items())
    texts = sorted(node.strings.items())
    nested = sorted((tag, [_canonical(one) for one in many]) for tag, many in node.nodes.items())
    return repr((sorted(node.attrs.items()), leaves, texts, nested))


def aliases_of(node: Node, name: str) -> tuple[str, ...]:
    """Other names of an object, in every language, without its own."""
    found: dict[str, None] = {}
    for languages in node.each("languagename"):
        for alias in map(shown, languages.texts("name")):
            if alias and alias.casefold() != name.casefold():
                found.setdefault(alias)
    return tuple(found)


def account_row(node: Node, path: tuple[str, ...], tree: GroupTree, origin: Origin) -> AccountRow:
    """A ledger that is no party."""
    name = name_of(node)
    return AccountRow(
        name=name,
        origin_key=origin.key,
        change=origin.change,
        where=origin.where,
        group_path=path,
        nature=tree.nature_of(name, path),
        opening_paise=money_of(node.text("openingbalance") or "0"),
    )


def party_row(node: Node, path: tuple[str, ...], origin: Origin, as_of_on: date | None) -> PartyRow:
    """A ledger that is a party, with terms, address and opening bills.

    Raises:
        ValueError: an amount or a date of the opening cannot be read.
    """
    name = name_of(node)
    mailing = dated(node, "ledmailingdetails", as_of_on)
    tax = dated(node, "ledgstregdetails", as_of_on)
    period = shown(node.text("billcreditperiod"))
    limit = node.text("creditlimit")
    return PartyRow(
        name=name,
        origin_key=origin.key,
        change=origin.change,
        where=origin.where,
        aliases=aliases_of(node, name),
        group_path=path,
        is_bill_wise=node.says("isbillwiseon") if node.text("isbillwiseon") else True,
        opening_paise=money_of(node.text("openingbalance") or "0"),
        opening_bills=opening_bills(node),
        credit_days=_days_or_none(period),
        credit_limit_paise=abs(money_of(limit)) if limit else None,
        gstin=_plain((tax.text("gstin") if tax else "") or node.text("partygstin")),
        pan=_plain(node.text("incometaxnumber")),
        state=_state(node, mailing, tax),
        address=tuple(map(shown, mailing.texts("address") if mailing else node.texts("address"))),
        pincode=_plain((mailing.text("pincode") if mailing else "") or node.text("pincode")),
        phones=phones_of(node),
        email=_plain(node.text("email")),
        contact=_plain(node.text("ledgercontact")),
    )


def opening_bills(node: Node) -> tuple[OpeningBillRow, ...]:
    """The bills that were open when the books began.

    Empty lists fall away; so do bills without a date, which cannot be aged and
    stay on account in the opening balance (see `undated_bills`).
    """
    bills: list[OpeningBillRow] = []
    for bill in node.each("billallocations"):
        number = shown(bill.text("name"))
        open_paise = money_of(bill.text("openingbalance", "amount") or "0")
        if not number or open_paise == 0 or not bill.text("billdate"):
            continue
        bill_on = date_of(bill.text("billdate"))
        bills.append(
            OpeningBillRow(
                number=number,
                bill_on=bill_on,
                due_on=due_on(bill, bill_on),
                open_paise=open_paise,
                is_advance=bill.says("isadvance") or open_paise < 0,
            )
        )
    return tuple(bills)


def undated_bills(node: Node) -> tuple[str, ...]:
    """The numbers of opening bills that the file gives no date."""
    return tuple(
        shown(bill.text("name"))
        for bill in node.each("billallocations")
        if bill.text("name") and not bill.text("billdate")
    )


def due_on(bill: Node, bill_on: date) -> date:
    """The due date of an allocation: its period counts from the date in JD."""
    base = day_of_jd(bill.mark("billcreditperiod", "JD")) or bill_on
    return due_on_of(shown(bill.text("billcreditperiod")), base)


def has_good_period(node: Node) -> bool:
    """Whether the party's own credit period can be read."""
    try:
        days_of_period(shown(node.text("billcreditperiod")))
    except ValueError:
        return False
    return True


def _days_or_none(period: str) -> int | None:
    try:
        return days_of_period(period)
    except ValueError:
        return None


def dated(node: Node, tag: str, as_of_on: date | None) -> Node | None:
    """Of a dated list the member in force on a day; the first one before all."""
    members = list(node.each(tag))
    if not members:
        return None
    ranked = sorted(members, key=lambda one: optional_date(one.text("applicablefrom")) or _LONG_AGO)
    begun = [
        one
        for one in ranked
        if as_of_on is None or (optional_date(one.text("applicablefrom")) or _LONG_AGO) <= as_of_on
    ]
    return begun[-1] if begun else ranked[0]


def phones_of(node: Node) -> tuple[str, ...]:
    """Every telephone number the ledger carries, as written, each once."""
    contacts = (one.text("phonenumber") for one in node.each("contactdetails"))
    found: dict[str, None] = {}
    for phone in chain(contacts, (node.text("ledgermobile"), node.text("ledgerphone"))):
        if phone and not is_reserved(phone):
            found.setdefault(phone)
    return tuple(found)


def _state(node: Node, mailing: Node | None, tax: Node | None) -> str | None:
    for source, tags in (
        (mailing, ("state",)),
        (tax, ("placeofsupply", "state")),
        (node, ("ledstatename", "priorstatename", "statename")),
    ):
        for tag in tags:
            value = source.text(tag) if source else ""
            if value and not is_reserved(value):
                return value
    return None


def _plain(value: str) -> str | None:
    return None if not value or is_reserved(value) else value


def item_row(node: Node, origin: Origin) -> ItemRow:
    """A stock item with HSN, unit, usual rate and dated GST rates."""
    hsn = dated(node, "hsndetails", None)
    rate_text = node.text("standardprice", "lastsaleprice", "openingrate", "rate")
    prices = [one.text("rate") for one in node.each("standardpricelist") if one.text("rate")]
    rate, _unit = rate_of(prices[-1] if prices else rate_text)
    unit = node.text("baseunits") or quantity_of(node.text("openingbalance"))[1]
    return ItemRow(
        name=name_of(node),
        origin_key=origin.key,
        change=origin.change,
        where=origin.where,
        hsn=_plain((hsn.text("hsncode") if hsn else "") or node.text("gsthsnname", "hsncode")),
        unit=None if not unit or is_reserved(unit) else unit,
        rate=rate,
        gst_rates=gst_rates(node),
    )


def gst_rates(node: Node) -> tuple[GstRateRow, ...]:
    """The item's GST rates by date: the integrated rate, else both halves."""
    rates: dict[date, int] = {}
    for details in node.each("gstdetails"):
        from_on = optional_date(details.text("applicablefrom")) or _LONG_AGO
        for place in details.each("statewisedetails"):
            rate_bp = rate_of_details(place)
            if rate_bp is not None:
                rates[from_on] = rate_bp
    return tuple(GstRateRow(from_on=on, rate_bp=rates[on]) for on in sorted(rates))


def rate_of_details(node: Node) -> int | None:
    """The whole GST rate of a `RATEDETAILS` list in basis points."""
    heads = {
        one.text("gstratedutyhead").casefold(): rate_bp_of(one.text("gstrate"))
        for one in node.each("ratedetails")
        if one.text("gstrate")
    }
    whole = heads.get("igst") or heads.get("integrated tax")
    if whole:
        return whole
    halves = [
        heads[head] for head in ("cgst", "sgst/utgst", "central tax", "state tax") if head in heads
    ]
    return sum(halves) if halves else whole
