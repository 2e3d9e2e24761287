"""Small Tally files in Tally's shape, for tests that need one odd thing in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from collectiq_desktop.interchange.rows import Reading
from collectiq_desktop.interchange.tally.options import TallyOptions
from collectiq_desktop.interchange.tally.reading import read_tally

COMPANY = "0b9a7c44-2d1e-4a53-8a60-9f00c0ffee00"
AS_OF_ON = date(2026, 11, 22)


def file_of(*objects: str, company: str = "Test Traders", extra: str = "") -> str:
    head = (
        "<ENVELOPE><HEADER><TALLYREQUEST>Import Data</TALLYREQUEST></HEADER><BODY><IMPORTDATA>"
        "<REQUESTDESC><REPORTNAME>All Masters</REPORTNAME><STATICVARIABLES>"
        f"<SVCURRENTCOMPANY>{escape(company)}</SVCURRENTCOMPANY>{extra}"
        "</STATICVARIABLES></REQUESTDESC><REQUESTDATA>"
    )
    body = "".join(f'<TALLYMESSAGE xmlns:UDF="TallyUDF">{one}</TALLYMESSAGE>' for one in objects)
    return head + body + "</REQUESTDATA></IMPORTDATA></BODY></ENVELOPE>"


def ledger(
    name: str, parent: str = "Sundry Debtors", inside: str = "", *, n: int | None = None
) -> str:
    guid = f"<GUID>{COMPANY}-{n:08x}</GUID>" if n is not None else ""
    return (
        f'<LEDGER NAME="{escape(name, {chr(34): "&quot;"})}" RESERVEDNAME="">{guid}'
        f"<PARENT>{escape(parent)}</PARENT>{inside}</LEDGER>"
    )


def line(
    name: str, rupees: str, bills: str = "", *, flag: str | None = None, extra: str = ""
) -> str:
    """A ledger line; `rupees` as Tally writes it, debit negative."""
    says = flag or ("Yes" if rupees.startswith("-") else "No")
    return (
        f"<ALLLEDGERENTRIES.LIST><LEDGERNAME>{escape(name)}</LEDGERNAME>"
        f"<ISDEEMEDPOSITIVE>{says}</ISDEEMEDPOSITIVE>{extra}<AMOUNT>{rupees}</AMOUNT>{bills}"
        "</ALLLEDGERENTRIES.LIST>"
    )


def bill(kind: str, name: str, rupees: str, extra: str = "") -> str:
    return (
        f"<BILLALLOCATIONS.LIST><NAME>{escape(name)}</NAME>{extra}<BILLTYPE>{kind}</BILLTYPE>"
        f"<AMOUNT>{rupees}</AMOUNT></BILLALLOCATIONS.LIST>"
    )


def voucher(
    *inside: str,
    kind: str = "Sales",
    number: str = "S/1",
    on: str = "20260405",
    n: int = 1,
    alter: int = 7,
) -> str:
    return (
        f'<VOUCHER REMOTEID="{COMPANY}-{n:08x}" VCHTYPE="{kind}"><DATE>{on}</DATE>'
        f"<GUID>{COMPANY}-{n:08x}</GUID><VOUCHERTYPENAME>{kind}</VOUCHERTYPENAME>"
        f"<VOUCHERNUMBER>{number}</VOUCHERNUMBER><ALTERID> {alter}</ALTERID>"
        f"{''.join(inside)}</VOUCHER>"
    )


def sale(
    rupees: str = "1000.00", *, number: str = "S/1", party: str = "Asha Stores", n: int = 1
) -> str:
    return voucher(
        line(party, f"-{rupees}", bill("New Ref", number, f"-{rupees}")),
        line("Sales", rupees),
        number=number,
        n=n,
    )


ASHA = ledger("Asha Stores", n=0x201)
SALES = ledger("Sales", "Sales Accounts", n=0x202)
CASH = ledger("Cash", "Cash-in-Hand", n=0x203)


def read_text(folder: Path, *texts: str | bytes, options: TallyOptions | None = None) -> Reading:
    """What is read of these file contents, in this order."""
    paths = []
    for count, text in enumerate(texts, start=1):
        path = folder / f"file{count}.xml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        paths.append(path)
    return read_tally(paths, options or TallyOptions(as_of_on=AS_OF_ON))


def findings(reading: Reading) -> list[tuple[str, str]]:
    """Every complaint as severity and finding, in order."""
    return [(one.severity.value, one.finding.value) for one in reading.complaints]
