"""The bytes of a thermal receipt printer (ESC/POS): pages as pictures, the cut, the drawer.

Every script is printed as a picture, because no such printer can shape Indian
letters or has a rupee sign. Where the pictures come from is not known here.
"""

from __future__ import annotations

import atexit
import io
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from escpos.printer import Dummy  # type: ignore[import-untyped]

# A profile of the package's own data for each width, so that it knows what cuts.
_PROFILES = {576: "TM-P80", 384: "POS-5890"}
_DRAWER_PIN = 2
_ROWS_AT_ONCE = 480
"""Cheap printers lose rows when a picture is taller than their memory."""


def thermal_bytes(
    pages: Sequence[bytes], *, dots: int, cuts: bool = True, opens_drawer: bool = False
) -> bytes:
    """What a thermal printer of a width must be sent to print the pages.

    Args:
        pages: pictures as PNG, black on white, as wide as the printer's dots.
    """
    printer = _collector(dots)
    printer.hw("INIT")
    if opens_drawer:
        printer.cashdraw(_DRAWER_PIN)
    for page in pages:
        printer.image(
            io.BytesIO(page), impl="bitImageRaster", fragment_height=_ROWS_AT_ONCE, center=False
        )
        if cuts:
            printer.cut(mode="PART")
        else:
            printer.ln(4)
    return cast("bytes", printer.output)


def _collector(dots: int) -> Dummy:
    """A printer of the package that keeps its bytes instead of sending them."""
    return _escpos().printer.Dummy(profile=_PROFILES[dots])


def _escpos() -> Any:
    """The package, imported at its first use; what it leaves on the disk goes at the end."""
    import escpos.printer  # type: ignore[import-untyped]
    from escpos import capabilities

    if capabilities.pickle_dir not in _LEFTOVERS:
        _LEFTOVERS.append(capabilities.pickle_dir)
    return escpos


_LEFTOVERS: list[str] = []


@atexit.register
def _clear_leftovers() -> None:
    for folder in _LEFTOVERS:
        shutil.rmtree(folder, ignore_errors=True)
