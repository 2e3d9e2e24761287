from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.diagnostics import redacted, start_logging, stop_logging, write_report


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    yield
    stop_logging()
    logging.getLogger("collectiq_desktop").setLevel(logging.NOTSET)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call 9876543210 now", "call [phone] now"),
        ("call +91 98765 43210 now", "call [phone] now"),
        ("call 091-98765-43210", "call [phone]"),
        ("call 00919876543210.", "call [phone]."),
        ("phones 9876543210,9876543211", "phones [phone],[phone]"),
        ("GSTIN 27AAPFU0939F1ZV is known", "GSTIN [gstin] is known"),
        ("gstin 27aapfu0939f1zv", "gstin [gstin]"),
        ("PAN AAPFU0939F", "PAN [pan]"),
        ("pay asha.stores@okhdfc", "pay [address]"),
        ("mail asha@example.co.in!", "mail [address]!"),
    ],
)
def test_personal_data_goes(text: str, expected: str) -> None:
    assert redacted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "voucher RA01/26/000123 posted",
        "took 1234567890 ns",
        "party 3 of 50000, 12345.67 rupees",
        "on 2026-11-22 at 10:00:00,123",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert redacted(text) == text


@given(before=st.text(), digits=st.from_regex(r"[6-9][0-9]{9}", fullmatch=True), after=st.text())
def test_no_phone_is_left(before: str, digits: str, after: str) -> None:
    assert digits not in redacted(f"{before} {digits} {after}")


def _failing_call(phone: str) -> None:
    message = f"no party has {phone}"
    raise LookupError(message)


def test_log_holds_neither_arguments_nor_tracebacks_in_the_clear(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    path = start_logging(tmp_path / "logs")
    logger = logging.getLogger("collectiq_desktop.somewhere")
    logger.info("searching %s", "9876543210")
    try:
        _failing_call("9876543210")
    except LookupError:
        logger.exception("search failed for %s", "27AAPFU0939F1ZV")
    stop_logging()
    text = path.read_text(encoding="utf-8")
    assert "searching [phone]" in text
    assert "LookupError: no party has [phone]" in text
    assert "9876543210" not in text
    assert "AAPFU0939F" not in text
    err = capsys.readouterr().err
    assert "search failed for [gstin]" in err
    assert "searching" not in err
    caplog.clear()


def test_debug_lines_are_kept_only_when_asked(tmp_path: Path) -> None:
    for is_verbose in (False, True):
        path = start_logging(tmp_path, is_verbose=is_verbose)
        logging.getLogger("collectiq_desktop.x").debug("detail %s", is_verbose)
    stop_logging()
    assert "detail True" in path.read_text(encoding="utf-8")
    assert "detail False" not in path.read_text(encoding="utf-8")


def test_starting_twice_writes_each_line_once(tmp_path: Path) -> None:
    start_logging(tmp_path)
    path = start_logging(tmp_path)
    logging.getLogger("collectiq_desktop.x").info("once")
    stop_logging()
    assert path.read_text(encoding="utf-8").count("once") == 1


def _nested(phone: str) -> None:
    try:
        _failing_call(phone)
    except LookupError as error:
        raise RuntimeError(f"Asha Stores {phone}") from error


def test_a_report_tells_the_places_and_nobodys_name(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="Asha") as caught:
        _nested("9876543210")
    path = write_report(tmp_path / "log", caught.value, doing="collectiq parties", now_at=12)
    text = path.read_text(encoding="utf-8")
    assert path.name == "report-12.txt"
    assert "Doing: collectiq parties" in text
    assert text.index("builtins.RuntimeError") < text.index("builtins.LookupError")
    assert "_failing_call" in text
    assert "Asha" not in text
    assert "9876543210" not in text
