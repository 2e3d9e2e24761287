"""Reading a Tally day book, apart from what the books then do with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

from collectiq_desktop.interchange.tally.reading import read_tally
from tests.benchmarks.measure import Stopwatch
from tests.benchmarks.stage import Stage
from tests.benchmarks.table import Row, row_of
from tests.benchmarks.workload import Workload, WorkVoucher

_MOST = 10_000
_GUID = "0b9a7c44-2d1e-4a53-8a60-9f00c0ffee00"
_TYPES = {"S": "Sales", "R": "Receipt", "C": "Credit Note"}
_HEAD = (
    "<ENVELOPE><HEADER><TALLYREQUEST>Import Data</TALLYREQUEST></HEADER><BODY><IMPORTDATA>"
    "<REQUESTDESC><REPORTNAME>All Masters</REPORTNAME><STATICVARIABLES>"
    "<SVCURRENTCOMPANY>Benchmark Wholesale</SVCURRENTCOMPANY>"
    "</STATICVARIABLES></REQUESTDESC><REQUESTDATA>\r\n"
)
_TAIL = "</REQUESTDATA></IMPORTDATA></BODY></ENVELOPE>\r\n"
_OTHERS = (("Sales GST", "Sales Accounts"), ("IGST", "Duties & Taxes"), ("Cash", "Cash-in-hand"))


def rows(stage: Stage) -> Iterator[Row]:
    count = min(_MOST, stage.workload.vouchers_count)
    path = stage.folder / "tally.xml"
    write_export(path, stage.workload, count)
    reading_time = Stopwatch()
    with reading_time:
        read = sum(1 for _voucher in read_tally([path]).vouchers)
    assert read == count
    rate, mb = count / reading_time.cpu_s, path.stat().st_size / 1e6
    path.unlink()
    yield row_of("reading Tally XML", stage.size, rate, "vouchers/CPU s")
    yield row_of("reading Tally XML, bytes", stage.size, mb / reading_time.cpu_s, "MB/CPU s")


def write_export(path: Path, workload: Workload, count: int) -> None:
    """Masters and day book in one file, UTF-16 as Tally writes it."""
    with path.open("w", encoding="utf-16", newline="") as file:
        file.write(_HEAD)
        for no, party in enumerate(workload.parties):
            file.write(_ledger(no, party.name, "Sundry Debtors", "Yes"))
        for no, (name, parent) in enumerate(_OTHERS, start=workload.parties_count):
            file.write(_ledger(no, name, parent, "No"))
        bills: dict[int, str] = {}
        for voucher in islice(workload.vouchers(), count):
            bills[voucher.no] = voucher.number
            file.write(_voucher(voucher, workload.parties[voucher.party_no].name, bills))
        file.write(_TAIL)


def _ledger(no: int, name: str, parent: str, bill_wise: str) -> str:
    return (
        f'<TALLYMESSAGE xmlns:UDF="TallyUDF">\r\n<LEDGER NAME="{escape(name)}" RESERVEDNAME="">\r\n'
        f"<GUID>{_GUID}-{no:08x}</GUID>\r\n<PARENT>{escape(parent)}</PARENT>\r\n"
        f"<ISBILLWISEON>{bill_wise}</ISBILLWISEON>\r\n<ALTERID> {no + 1}</ALTERID>\r\n"
        f"<LANGUAGENAME.LIST><NAME.LIST><NAME>{escape(name)}</NAME></NAME.LIST>"
        "</LANGUAGENAME.LIST>\r\n</LEDGER>\r\n</TALLYMESSAGE>\r\n"
    )


def _rupees(paise: int) -> str:
    """Rupees as Tally writes them: debit negative."""
    return f"{'-' if paise > 0 else ''}{abs(paise) // 100}.{abs(paise) % 100:02d}"


def _line(name: str, paise: int, refs: str = "") -> str:
    return (
        f"<ALLLEDGERENTRIES.LIST>\r\n<LEDGERNAME>{escape(name)}</LEDGERNAME>\r\n"
        f"<ISDEEMEDPOSITIVE>{'Yes' if paise > 0 else 'No'}</ISDEEMEDPOSITIVE>\r\n"
        f"<AMOUNT>{_rupees(paise)}</AMOUNT>\r\n{refs}</ALLLEDGERENTRIES.LIST>\r\n"
    )


def _ref(number: str, kind: str, paise: int) -> str:
    return (
        f"<BILLALLOCATIONS.LIST>\r\n<NAME>{number}</NAME>\r\n<BILLTYPE>{kind}</BILLTYPE>\r\n"
        f"<AMOUNT>{_rupees(paise)}</AMOUNT>\r\n</BILLALLOCATIONS.LIST>\r\n"
    )


def _lines(voucher: WorkVoucher, party: str, bills: dict[int, str]) -> str:
    sign = 1 if voucher.kind == "S" else -1
    if voucher.kind == "S":
        refs = _ref(voucher.number, "New Ref", voucher.paise)
    else:
        refs = "".join(_ref(bills[c.voucher_no], "Agst Ref", c.paise) for c in voucher.claims)
    own = _line(party, sign * voucher.paise, refs)
    if voucher.kind == "R":
        return own + _line("Cash", voucher.paise)
    net = voucher.paise - voucher.tax_paise
    return own + _line("Sales GST", -sign * net) + _line("IGST", -sign * voucher.tax_paise)


def _voucher(voucher: WorkVoucher, party: str, bills: dict[int, str]) -> str:
    kind = _TYPES[voucher.kind]
    return (
        f'<TALLYMESSAGE xmlns:UDF="TallyUDF">\r\n<VOUCHER REMOTEID="{_GUID}-{voucher.no:08x}" '
        f'VCHTYPE="{kind}" ACTION="Create" OBJVIEW="Accounting Voucher View">\r\n'
        f"<DATE>{voucher.on:%Y%m%d}</DATE>\r\n<GUID>{_GUID}-{voucher.no:08x}</GUID>\r\n"
        f"<VOUCHERTYPENAME>{kind}</VOUCHERTYPENAME>\r\n"
        f"<VOUCHERNUMBER>{voucher.number}</VOUCHERNUMBER>\r\n"
        f"<PARTYLEDGERNAME>{escape(party)}</PARTYLEDGERNAME>\r\n<ISCANCELLED>No</ISCANCELLED>\r\n"
        f"<ALTERID> {voucher.no + 500}</ALTERID>\r\n{_lines(voucher, party, bills)}"
        "</VOUCHER>\r\n</TALLYMESSAGE>\r\n"
    )
