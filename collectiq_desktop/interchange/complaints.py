"""Short ways to make a complaint of each severity."""

from __future__ import annotations

from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import Complaint, Severity


def refused(where: str, finding: Finding, reason: Sentence) -> Complaint:
    """Nothing of the import can be taken."""
    return Complaint(where=where, reason=reason, severity=Severity.REFUSED, finding=finding)


def rejected(where: str, finding: Finding, reason: Sentence) -> Complaint:
    """This row is not taken; the others are."""
    return Complaint(where=where, reason=reason, severity=Severity.REJECTED, finding=finding)


def warned(where: str, finding: Finding, reason: Sentence) -> Complaint:
    """The row is taken; a person should look at it."""
    return Complaint(where=where, reason=reason, severity=Severity.WARNING, finding=finding)


def noted(where: str, finding: Finding, reason: Sentence) -> Complaint:
    """Nothing is wrong; this is only said."""
    return Complaint(where=where, reason=reason, severity=Severity.NOTE, finding=finding)
