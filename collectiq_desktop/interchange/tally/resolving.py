"""All files are in: ledgers become parties and accounts, drafts become rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from collectiq_desktop.core.domain.firm import company_key
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import refused, warned
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import (
    Complaint,
    Counts,
    Reading,
    Severity,
    VoucherRow,
)
from collectiq_desktop.interchange.spool import Spool
from collectiq_desktop.interchange.tally.checks import Checks
from collectiq_desktop.interchange.tally.collecting import Collected
from collectiq_desktop.interchange.tally.envelope import Envelope
from collectiq_desktop.interchange.tally.groups import key_of
from collectiq_desktop.interchange.tally.ledgers import Masters, masters_of, take_report
from collectiq_desktop.interchange.tally.options import TallyOptions
from collectiq_desktop.interchange.tally.vouchers import Resolver

_SOURCE = "tally"


def resolve_all(
    collected: Collected,
    envelopes: Sequence[Envelope],
    options: TallyOptions,
    complaints: Iterable[Complaint],
) -> Reading:
    """The reading made of everything collected; `complaints` came with the files."""
    masters = masters_of(collected, options)
    for envelope in envelopes:
        if options.bills_as_opening:
            take_report(masters, envelope.name, envelope.bills)
    checks = Checks()
    checks.expect(masters.parties.values())
    rows, found = _resolve_drafts(
        collected, Resolver(masters.ledgers(options), collected.types), checks
    )
    guid = _main_guid(collected)
    types = tuple(collected.types.rows())
    reading = Reading(
        source=_SOURCE,
        files=tuple(envelope.name for envelope in envelopes),
        company_name=next((one.company for one in envelopes if one.company), None)
        or _sole(collected.companies),
        company_guid=guid
        or next((one.company_guid for one in envelopes if one.company_guid), None),
        books_from_on=collected.books_from_on,
        parties=tuple(masters.parties.values()),
        accounts=tuple(masters.accounts.values()),
        items=tuple(masters.items.values()),
        voucher_types=types,
        vouchers=rows,
        complaints=(
            *complaints,
            *_two_companies(collected, envelopes),
            *_lossy(collected, masters, options),
            *collected.complaints,
            *masters.complaints,
            *found,
            *checks.verdicts(),
            *collected.repetition_notes(),
        ),
        sums=checks.sums(masters.parties.values()),
    )
    return _counted(reading, collected)


def _resolve_drafts(
    collected: Collected, resolver: Resolver, checks: Checks
) -> tuple[Spool[VoucherRow], list[Complaint]]:
    rows = Spool(VoucherRow)
    found: list[Complaint] = []
    for index, draft in enumerate(collected.drafts):
        if index in collected.superseded:
            continue
        row, complaints = resolver.resolve(draft)
        found.extend(complaints)
        if row is not None:
            found.extend(checks.look(row, draft))
            rows.add(row)
    return rows, found


def _sole(names: Sequence[str]) -> str | None:
    return names[0] if len(set(names)) == 1 else None


def _main_guid(collected: Collected) -> str | None:
    """The company behind most objects; masters taken over keep an older one."""
    total: Counter[str] = Counter()
    for counter in collected.guids.values():
        total.update(counter)
    return total.most_common(1)[0][0] if total else None


def _two_companies(collected: Collected, envelopes: Sequence[Envelope]) -> Iterator[Complaint]:
    """One import is of one company; two are never poured together."""
    named = [(one.name, one.company) for one in envelopes if one.company]
    for file, company in named[1:]:
        if company_key(company) != company_key(named[0][1]):
            reason = say(
                "This file is of company “{company}”, but {other_file} is of company “{other}”. "
                "Import one company at a time.",
                company=company,
                other_file=named[0][0],
                other=named[0][1],
            )
            yield refused(file, Finding.TWO_COMPANIES, reason)
            return
    mains = [(file, counter.most_common(1)[0][0]) for file, counter in collected.guids.items()]
    for file, guid in mains[1:]:
        if guid != mains[0][1]:
            reason = say(
                "This file comes from another Tally company ({guid}) than {other_file} ({other}). "
                "Import one company at a time.",
                guid=guid,
                other_file=mains[0][0],
                other=mains[0][1],
            )
            yield refused(file, Finding.TWO_COMPANIES, reason)
            return


def _lossy(collected: Collected, masters: Masters, options: TallyOptions) -> Iterator[Complaint]:
    lossy = dict(collected.lossy)
    for party in masters.parties.values():
        if "?" in party.name and party.change == "report":
            lossy.setdefault(party.where.partition(",")[0], []).append(party.name)
    for file, names in lossy.items():
        count = len({key_of(name) for name in names})
        reason = say(
            "Ledger names have lost letters ({count}, first “{names}”), so two parties could "
            "become one. Export again from Tally with Unicode, not ASCII, as the encoding.",
            count=count,
            names=names[0],
        )
        if options.accept_question_marks:
            yield warned(file, Finding.LOSSY_NAMES, reason)
        else:
            yield refused(file, Finding.LOSSY_NAMES, reason)


def _counted(reading: Reading, collected: Collected) -> Reading:
    rejected = reading.rejected
    counts = Counts(
        parties=len(reading.parties),
        accounts=len(reading.accounts),
        items=len(reading.items),
        voucher_types=len(reading.voucher_types),
        vouchers=collected.voucher_count,
        rejected=len(rejected),
        by_type=tuple(sorted(collected.by_type.items())),
    )
    has_said = any(
        one.severity in {Severity.REFUSED, Severity.REJECTED}
        or one.finding is Finding.NOTHING_TO_IMPORT
        for one in reading.complaints
    )
    if counts.read == 0 and not has_said:
        reason = say(
            "There is no party, no voucher and no other master in what was read. Export All "
            "Masters and the Day Book."
        )
        where = ", ".join(reading.files) or "no file"
        empty = warned(where, Finding.NOTHING_TO_IMPORT, reason)
        return replace(reading, counts=counts, complaints=(*reading.complaints, empty))
    return replace(reading, counts=counts)
