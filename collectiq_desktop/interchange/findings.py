"""The stable names of what a reader may find wrong in a file.

A finding's name is for programs, tests and help pages and never changes; the
sentence beside it in a complaint is for people. No reading happens here.
"""

from __future__ import annotations

from enum import StrEnum


class Finding(StrEnum):
    """What was found; the value is the name used in machine output."""

    # Of a whole file: nothing of it can be taken.
    NOT_TALLY = "not_tally"
    NOT_A_SHEET = "not_a_sheet"
    EMPTY_FILE = "empty_file"
    TRUNCATED_FILE = "truncated_file"
    MALFORMED_XML = "malformed_xml"
    MALFORMED_JSON = "malformed_json"
    LOSSY_NAMES = "lossy_names"
    REVERSED_SIGNS = "reversed_signs"
    WRONG_COMPANY = "wrong_company"
    TWO_COMPANIES = "two_companies"
    FAILURE_REPLY = "failure_reply"
    IMPORT_REPLY = "import_reply"
    REPORT_FORM = "report_form"
    COUNT_MISMATCH = "count_mismatch"
    MAPPING_MISMATCH = "mapping_mismatch"
    NOTHING_TO_IMPORT = "nothing_to_import"

    # Of one voucher, party or row.
    UNBALANCED_VOUCHER = "unbalanced_voucher"
    ALLOCATION_MISMATCH = "allocation_mismatch"
    NO_POSTINGS = "no_postings"
    UNKNOWN_VOUCHER_TYPE = "unknown_voucher_type"
    UNKNOWN_LEDGER = "unknown_ledger"
    UNKNOWN_GROUP = "unknown_group"
    DUPLICATE_GUID = "duplicate_guid"
    DUPLICATE_NUMBER = "duplicate_number"
    DUPLICATE_NAME = "duplicate_name"
    DUPLICATE_ROW = "duplicate_row"
    DATE_OUTSIDE = "date_outside"
    BAD_DATE = "bad_date"
    BAD_AMOUNT = "bad_amount"
    BAD_CREDIT_PERIOD = "bad_credit_period"
    BAD_GSTIN = "bad_gstin"
    BAD_PHONE = "bad_phone"
    BAD_NUMBER = "bad_number"
    MISSING_FIELD = "missing_field"
    UNKNOWN_PARTY = "unknown_party"
    CLOSING_AS_OPENING = "closing_as_opening"
    TOTAL_ROW = "total_row"

    # Of a row next to what is in the books.
    UNKNOWN_REFERENCE = "unknown_reference"
    OVER_SETTLED = "over_settled"
    DUPLICATE_CODE = "duplicate_code"
    NOT_ACCEPTED = "not_accepted"
    OPENING_LEFT_OUT = "opening_left_out"
    CONTROL_TOTAL = "control_total"
