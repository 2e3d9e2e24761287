"""A Tally export of an invented wholesaler, made for demonstrations and tests.

The masters and the day book in Tally's shape and encodings, and the right
answer, reckoned from the story itself and not by reading the files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from string import ascii_uppercase, digits
from typing import Any

from collectiq_desktop.core.domain.gstin import check_gstin
from collectiq_desktop.interchange.sample_firm import (
    ACCOUNTS,
    COMPANY,
    COMPANY_GUID,
    GROUPS,
    ITEMS,
    OPENING_ON_ACCOUNT_PAISE,
    PARTIES,
    VOUCHER_TYPES,
    SampleItem,
    SampleParty,
)
from collectiq_desktop.interchange.sample_story import (
    SampleLine,
    SampleVoucher,
    Story,
    tell_story,
)

_RESERVED = "&#4; "
_DAY_ZERO = dt.date(1899, 12, 31)
_LEDGERS_FROM, _GROUPS_FROM, _TYPES_FROM, _ITEMS_FROM = 0x200, 0x20, 0x60, 0x300


@dataclass(frozen=True, slots=True)
class TallySample:
    """The two files in both encodings, and the right answer on the day."""

    masters_utf16: bytes
    daybook_utf16: bytes
    masters_utf8: bytes
    daybook_utf8: bytes
    expected: dict[str, Any]


def make_sample(today_on: dt.date) -> TallySample:
    """The sample as exported on a day; the same day gives the same bytes."""
    story = tell_story(today_on)
    masters = _file("All Masters", _masters(story))
    daybook = _file("Vouchers", _daybook(story))
    return TallySample(
        masters_utf16=_utf16(masters),
        daybook_utf16=_utf16(daybook),
        masters_utf8=masters.encode(),
        daybook_utf8=daybook.encode(),
        expected=expected_of(story),
    )


def _utf16(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


def _file(report: str, objects: Iterator[str]) -> str:
    head = (
        "<ENVELOPE>\n <HEADER>\n  <TALLYREQUEST>Import Data</TALLYREQUEST>\n </HEADER>\n <BODY>\n"
        "  <IMPORTDATA>\n   <REQUESTDESC>\n"
        f"    <REPORTNAME>{report}</REPORTNAME>\n    <STATICVARIABLES>\n"
        f"     <SVCURRENTCOMPANY>{escape(COMPANY)}</SVCURRENTCOMPANY>\n    </STATICVARIABLES>\n"
        "   </REQUESTDESC>\n   <REQUESTDATA>\n"
    )
    body = "".join(
        f'    <TALLYMESSAGE xmlns:UDF="TallyUDF">\n{one}\n    </TALLYMESSAGE>\n' for one in objects
    )
    tail = "   </REQUESTDATA>\n  </IMPORTDATA>\n </BODY>\n</ENVELOPE>\n"
    return (head + body + tail).replace("\n", "\r\n")


def _tag(name: str, value: object) -> str:
    return f"<{name}>{escape(str(value))}</{name}>"


def _money(paise: int) -> str:
    """Rupees as Tally writes them: debit negative."""
    sign = "-" if paise > 0 else ""
    return f"{sign}{abs(paise) // 100}.{abs(paise) % 100:02d}"


def _day(on: dt.date) -> str:
    return f"{on:%Y%m%d}"


def _guid(number: int) -> str:
    return _tag("GUID", f"{COMPANY_GUID}-{number:08x}")


def _period(days: int, from_on: dt.date) -> str:
    if not days:
        return ""
    number = (from_on - _DAY_ZERO).days
    return f'<BILLCREDITPERIOD JD="{number}" P="{days} Days">{days} Days</BILLCREDITPERIOD>'


def _masters(story: Story) -> Iterator[str]:
    for number, (name, parent) in enumerate(GROUPS, start=_GROUPS_FROM):
        yield _master("GROUP", name, [_guid(number), _tag("PARENT", parent)])
    for number, (name, parent) in enumerate(VOUCHER_TYPES, start=_TYPES_FROM):
        yield _master("VOUCHERTYPE", name, [_guid(number), _tag("PARENT", parent)])
    for number, item in enumerate(ITEMS, start=_ITEMS_FROM):
        yield _stock_item(item, number)
    for number, party in enumerate(PARTIES, start=_LEDGERS_FROM):
        yield _party(story, party, number)
    for number, (name, parent) in enumerate(ACCOUNTS, start=_LEDGERS_FROM + len(PARTIES)):
        yield _master("LEDGER", name, [_guid(number), _tag("PARENT", parent)])


def _master(tag: str, name: str, inside: list[str]) -> str:
    names = f'<LANGUAGENAME.LIST><NAME.LIST TYPE="String">{_tag("NAME", name)}</NAME.LIST>'
    lines = [*inside, f"{names}<LANGUAGEID> 1033</LANGUAGEID></LANGUAGENAME.LIST>"]
    body = "".join(f"      {line}\n" for line in lines if line)
    return f'     <{tag} NAME="{escape(name)}" RESERVEDNAME="">\n{body}     </{tag}>'


def _stock_item(item: SampleItem, number: int) -> str:
    rate = item.gst_rate_bp // 100
    details = (
        "<GSTDETAILS.LIST><APPLICABLEFROM>20250922</APPLICABLEFROM><STATEWISEDETAILS.LIST>"
        f"<STATENAME>{_RESERVED}Any</STATENAME><RATEDETAILS.LIST>"
        f"<GSTRATEDUTYHEAD>IGST</GSTRATEDUTYHEAD><GSTRATE> {rate}</GSTRATE></RATEDETAILS.LIST>"
        "</STATEWISEDETAILS.LIST></GSTDETAILS.LIST>"
    )
    hsn = f"<HSNDETAILS.LIST>{_tag('HSNCODE', item.hsn)}</HSNDETAILS.LIST>"
    return _master(
        "STOCKITEM", item.name, [_guid(number), _tag("BASEUNITS", item.unit), details, hsn]
    )


def gstin_of(head: str) -> str:
    """The GSTIN of fourteen characters with its check character."""
    return next(
        head + last for last in digits + ascii_uppercase if check_gstin(head + last).is_valid
    )


def _opening_paise(story: Story, name: str) -> int:
    bills = sum(bill.open_paise for bill in story.openings if bill.party == name)
    return bills + OPENING_ON_ACCOUNT_PAISE.get(name, 0)


def _party(story: Story, party: SampleParty, number: int) -> str:
    opening_paise = _opening_paise(story, party.name)
    inside = [
        _guid(number),
        _tag("PARENT", party.group),
        f"<TAXCLASSIFICATIONNAME>{_RESERVED}Not Applicable</TAXCLASSIFICATIONNAME>",
        _tag("BILLCREDITPERIOD", f"{party.credit_days} Days") if party.credit_days else "",
        _tag("ISBILLWISEON", "Yes" if party.is_bill_wise else "No"),
        _tag("CREDITLIMIT", _money(-party.limit_paise)) if party.limit_paise else "",
        f"<ALTERID> {number}</ALTERID>",
        _tag("OPENINGBALANCE", _money(opening_paise)) if opening_paise else "",
        *_opening_bills(story, party),
        "<BILLALLOCATIONS.LIST>      </BILLALLOCATIONS.LIST>",
        "<LEDGSTREGDETAILS.LIST><APPLICABLEFROM>20250401</APPLICABLEFROM>"
        + _tag("PLACEOFSUPPLY", party.state)
        + (_tag("GSTIN", gstin_of(party.gstin_head)) if party.gstin_head else "")
        + "</LEDGSTREGDETAILS.LIST>",
        '<LEDMAILINGDETAILS.LIST><ADDRESS.LIST TYPE="String">'
        + _tag("ADDRESS", f"{number - _LEDGERS_FROM + 1}, Main Bazaar")
        + "</ADDRESS.LIST><APPLICABLEFROM>20250401</APPLICABLEFROM>"
        + _tag("STATE", party.state)
        + "</LEDMAILINGDETAILS.LIST>",
        _tag("LEDGERMOBILE", party.phone),
    ]
    return _master("LEDGER", party.name, inside)


def _opening_bills(story: Story, party: SampleParty) -> Iterator[str]:
    for bill in story.openings:
        if bill.party == party.name:
            yield (
                f"<BILLALLOCATIONS.LIST>{_tag('BILLDATE', _day(bill.bill_on))}"
                f"{_tag('NAME', bill.number)}{_period(party.credit_days, bill.bill_on)}"
                f"{_tag('ISADVANCE', 'Yes' if bill.open_paise < 0 else 'No')}"
                f"{_tag('OPENINGBALANCE', _money(bill.open_paise))}</BILLALLOCATIONS.LIST>"
            )


def _daybook(story: Story) -> Iterator[str]:
    for number, voucher in enumerate(story.vouchers, start=1):
        yield _voucher(voucher, number)


def _voucher(voucher: SampleVoucher, number: int) -> str:
    view = "Invoice Voucher View" if voucher.items else "Accounting Voucher View"
    lines = [
        _tag("DATE", _day(voucher.on)),
        _guid(number),
        _tag("NARRATION", voucher.narration) if voucher.narration else "",
        _tag("VOUCHERTYPENAME", voucher.type_name),
        _tag("VOUCHERNUMBER", voucher.number),
        _tag("PARTYLEDGERNAME", voucher.party) if voucher.party else "",
        f"<VCHGSTCLASS>{_RESERVED}Not Applicable</VCHGSTCLASS>",
        *(
            _tag(flag, "Yes" if flag == voucher.flag else "No")
            for flag in ("ISCANCELLED", "ISOPTIONAL", "ISPOSTDATED")
        ),
        f"<ALTERID> {number + 500}</ALTERID>",
        *(_goods(item, quantity, value) for item, quantity, value in voucher.items),
        *(_line(voucher, line) for line in voucher.lines),
    ]
    body = "".join(f"      {line}\n" for line in lines if line)
    return (
        f'     <VOUCHER REMOTEID="{COMPANY_GUID}-{number:08x}" VCHTYPE="{voucher.type_name}" '
        f'ACTION="Create" OBJVIEW="{view}">\n{body}     </VOUCHER>'
    )


def _goods(item: SampleItem, quantity: int, value_paise: int) -> str:
    amount = _tag("AMOUNT", _money(-value_paise))
    return (
        f"<ALLINVENTORYENTRIES.LIST>{_tag('STOCKITEMNAME', item.name)}"
        f"{_tag('GSTHSNNAME', item.hsn)}<ISDEEMEDPOSITIVE>No</ISDEEMEDPOSITIVE>"
        f"{_tag('RATE', f'{_money(-item.rate_paise)}/{item.unit}')}{amount}"
        f"<BILLEDQTY> {quantity} {item.unit}</BILLEDQTY><ACCOUNTINGALLOCATIONS.LIST>"
        f"{_tag('LEDGERNAME', 'Sales GST')}{amount}</ACCOUNTINGALLOCATIONS.LIST>"
        "</ALLINVENTORYENTRIES.LIST>"
    )


def _line(voucher: SampleVoucher, line: SampleLine) -> str:
    tag = "LEDGERENTRIES.LIST" if voucher.items else "ALLLEDGERENTRIES.LIST"
    refs = "".join(
        "<BILLALLOCATIONS.LIST>"
        + (_tag("NAME", ref.number) if ref.number else "")
        + _period(ref.credit_days, voucher.on)
        + _tag("BILLTYPE", ref.kind)
        + _tag("AMOUNT", _money(ref.amount_paise))
        + "</BILLALLOCATIONS.LIST>"
        for ref in line.refs
    )
    bank = ""
    if voucher.instrument and line.ledger.endswith("Current A/c"):
        way, number = voucher.instrument
        bank = (
            f"<BANKALLOCATIONS.LIST>{_tag('TRANSACTIONTYPE', way)}"
            f"{_tag('INSTRUMENTNUMBER', number)}{_tag('INSTRUMENTDATE', _day(voucher.on))}"
            "</BANKALLOCATIONS.LIST>"
        )
    return (
        f"<{tag}>{_tag('LEDGERNAME', line.ledger)}"
        f"{_tag('ISDEEMEDPOSITIVE', 'Yes' if line.amount_paise > 0 else 'No')}"
        f"{_tag('AMOUNT', _money(line.amount_paise))}{refs}{bank}</{tag}>"
    )


def expected_of(story: Story) -> dict[str, Any]:
    """Closings, open bills and money on account by the story's own arithmetic."""
    balances = {party.name: _opening_paise(story, party.name) for party in PARTIES}
    terms = {party.name: party.credit_days for party in PARTIES}
    bills: dict[tuple[str, str], list[Any]] = {
        (bill.party, bill.number): [
            bill.open_paise,
            bill.bill_on,
            bill.bill_on + dt.timedelta(days=terms[bill.party]),
        ]
        for bill in story.openings
    }
    for voucher in story.vouchers:
        if voucher.flag:
            continue
        for line in voucher.lines:
            if line.ledger in balances:
                balances[line.ledger] += line.amount_paise
            for ref in line.refs:
                due_on = voucher.on + dt.timedelta(days=ref.credit_days)
                if ref.number:
                    opened = bills.setdefault((line.ledger, ref.number), [0, voucher.on, due_on])
                    opened[0] += ref.amount_paise
    return {
        "company": COMPANY,
        "as_of_on": story.today_on.isoformat(),
        "vouchers": len(story.vouchers),
        "not_counted": [voucher.number for voucher in story.vouchers if _is_uncounted(voucher)],
        "parties": {name: _closing(name, paise, bills) for name, paise in balances.items()},
        "total_paise": sum(balances.values()),
    }


def _is_uncounted(voucher: SampleVoucher) -> bool:
    names = {party.name for party in PARTIES}
    return bool(voucher.flag) or not any(line.ledger in names for line in voucher.lines)


def _closing(name: str, paise: int, bills: dict[tuple[str, str], list[Any]]) -> dict[str, Any]:
    open_bills = [
        {
            "number": number,
            "bill_on": bill_on.isoformat(),
            "due_on": due_on.isoformat(),
            "open_paise": open_paise,
        }
        for (party, number), (open_paise, bill_on, due_on) in bills.items()
        if party == name and open_paise
    ]
    explained = sum(bill["open_paise"] for bill in open_bills)
    return {"closing_paise": paise, "on_account_paise": paise - explained, "bills": open_bills}
