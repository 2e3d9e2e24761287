"""What stands around the objects of a Tally file: company, period, status.

A reply of Tally's server may say that it failed, or only count what it took
in; a report carries rows that are no masters and no vouchers. All that is
noticed here and named.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import refused, warned
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import Complaint
from collectiq_desktop.interchange.tally.decoder import shown
from collectiq_desktop.interchange.tally.nodes import Leaf
from collectiq_desktop.interchange.tally.values import date_of, money_of, optional_date

_COUNTERS = frozenset({"created", "altered", "deleted", "ignored", "errors", "exceptions"})
_ROOTS = frozenset({"envelope", "response", "tallymessage", "collection"})


@dataclass(frozen=True, slots=True)
class ReportBill:
    """One row of a Bills Receivable report, debit positive."""

    number: str
    party: str
    bill_on: date
    due_on: date
    open_paise: int
    line: int


@dataclass(slots=True)
class Envelope:
    """The loose values of one file, gathered as they come."""

    name: str
    status: str = ""
    company: str = ""
    company_guid: str = ""
    reply: str = ""
    line_errors: list[str] = field(default_factory=list)
    counters: dict[str, str] = field(default_factory=dict)
    from_on: date | None = None
    to_on: date | None = None
    declared: tuple[str, int] | None = None
    bills: list[ReportBill] = field(default_factory=list)
    has_tally_words: bool = False
    _bill: dict[str, Leaf] = field(default_factory=dict)
    _object_type: str = ""

    def take(self, leaf: Leaf) -> None:
        """Notice one loose value."""
        if leaf.tag in _ROOTS and not leaf.parent:
            self.has_tally_words = True
        if leaf.tag == "companycontext" or leaf.parent == "companycontext":
            self._take_context(leaf)
        elif leaf.tag == "requestwindow":
            self.from_on = optional_date(leaf.attrs.get("FROMDATE", ""))
            self.to_on = optional_date(leaf.attrs.get("TODATE", ""))
        elif leaf.tag.startswith("bill"):
            self._take_bill(leaf)
        elif leaf.text:
            self._take_text(leaf)

    def _take_text(self, leaf: Leaf) -> None:
        tag, text = leaf.tag, shown(leaf.text)
        if tag == "status" and leaf.parent in {"header", ""}:
            self.status = text
            self.has_tally_words = True
        elif tag == "lineerror":
            self.line_errors.append(text)
        elif tag in {"svcurrentcompany", "remotecmpname"}:
            self.company = text
        elif tag == "svfromdate":
            self.from_on = optional_date(text)
        elif tag == "svtodate":
            self.to_on = optional_date(text)
        elif tag == "response":
            self.reply = text
        elif tag in _COUNTERS and leaf.parent in {"response", "importresult"}:
            self.counters[tag] = text

    def _take_context(self, leaf: Leaf) -> None:
        """A reply of a custom report that names the company and counts its rows."""
        said = {key.lower(): value for key, value in leaf.attrs.items()}
        if leaf.parent == "companycontext" and leaf.text:
            said = {leaf.tag: leaf.text}
        self.company = said.get("name", self.company)
        self.company_guid = said.get("guid", self.company_guid)
        self._object_type = said.get("objecttype", self._object_type).casefold()
        count = said.get("recordcount", "")
        if count.lstrip("-").isdecimal():
            self.declared = (self._object_type, int(count))

    def _take_bill(self, leaf: Leaf) -> None:
        if leaf.tag == "billdate":
            self._flush_bill()
        if leaf.text:
            self._bill[leaf.tag] = leaf

    def _flush_bill(self) -> None:
        bill, self._bill = self._bill, {}
        if "billref" not in bill or "billcl" not in bill:
            return
        bill_on = date_of(bill["billdate"].text)
        due = bill["billdue"].text if "billdue" in bill else ""
        self.bills.append(
            ReportBill(
                number=shown(bill["billref"].text),
                party=shown(bill["billparty"].text) if "billparty" in bill else "",
                bill_on=bill_on,
                due_on=date_of(due) if due else bill_on,
                open_paise=money_of(bill["billcl"].text),
                line=bill["billref"].line,
            )
        )

    def close(self) -> None:
        """The file has ended; a report's last row is complete."""
        self._flush_bill()

    def refusals(self, *, objects: int, bills_as_opening: bool) -> list[Complaint]:
        """Why nothing of this file can be taken, if so."""
        failures = self._failures()
        if failures:
            return failures
        if self.declared is not None and self.declared[1] != objects:
            reason = say(
                "The file says that it holds {declared} objects, but {objects} were found: it is "
                "incomplete. Export it again.",
                declared=self.declared[1],
                objects=objects,
            )
            return [refused(self.name, Finding.COUNT_MISMATCH, reason)]
        if self.bills and not bills_as_opening:
            return [self._report_refusal()]
        if objects == 0 and not self.bills:
            return [self._emptiness()]
        return []

    def _failures(self) -> list[Complaint]:
        told = "; ".join(self.line_errors) or self.reply
        if self.counters:
            created, altered = (self.counters.get(tag, "0") for tag in ("created", "altered"))
            answer = f"{created} created, {altered} altered"
            reason = say(
                "This is Tally's answer to an import ({answer}), "
                "not an export. Export All Masters and the Day Book as XML.",
                answer=f"{answer}, {told}" if told else answer,
            )
            return [refused(self.name, Finding.IMPORT_REPLY, reason)]
        has_failed = self.status not in {"", "1"}
        if has_failed or self.line_errors or self.reply:
            reason = say(
                "Tally answered with a failure. Open the company in Tally and export again."
            )
            if told:
                reason = say(
                    "Tally answered with a failure: {told}. "
                    "Open the company in Tally and export again.",
                    told=told,
                )
            return [refused(self.name, Finding.FAILURE_REPLY, reason)]
        return []

    def _report_refusal(self) -> Complaint:
        total_paise = sum(bill.open_paise for bill in self.bills)
        side = "Receivable" if total_paise >= 0 else "Payable"
        reason = say(
            "This is Tally's report “Bills {side}” ({bills} bills, {total}). It leaves "
            "out money on account and all vouchers. Export All Masters and the Day Book, or "
            "choose to take its bills as opening bills.",
            side=side,
            bills=len(self.bills),
            total=format_inr(total_paise),
        )
        return refused(self.name, Finding.REPORT_FORM, reason)

    def _emptiness(self) -> Complaint:
        if self.has_tally_words or self.company:
            reason = say(
                "The file holds no party, no voucher and no other master. Check the company and "
                "the period in Tally and export again."
            )
            return warned(self.name, Finding.NOTHING_TO_IMPORT, reason)
        reason = say(
            "This is not a Tally export. Export All Masters and the Day Book as XML or JSON."
        )
        return refused(self.name, Finding.NOT_TALLY, reason)
