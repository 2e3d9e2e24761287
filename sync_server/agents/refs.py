"""What a receipt is called before it has a number, and the code by which anybody verifies it.

Both are made of the receipt's id, on the phone as here: the same is worked
out in `web/ids.js`.
"""

from __future__ import annotations

from collectiq_desktop.core.domain.ids import ID_BYTES
from collectiq_desktop.core.wire.joining import TAG_BYTES, tag_of

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 5
_REF_DIGITS, _REF_HEAD = 6, 4
_CODE_BYTES = TAG_BYTES + ID_BYTES
_CODE_DIGITS = -(-_CODE_BYTES * 8 // _BITS)
_MISREAD = str.maketrans("OIL", "011")


def ref_of(voucher_id: bytes) -> str:
    """What people call a receipt of a phone: `7F3K-2Q`, from the random end of its id."""
    told = _written(
        int.from_bytes(voucher_id, "big") & ((1 << _REF_DIGITS * _BITS) - 1), _REF_DIGITS
    )
    return f"{told[:_REF_HEAD]}-{told[_REF_HEAD:]}"


def code_of(firm_id: bytes, voucher_id: bytes) -> str:
    """The code of a receipt's public page: nobody can guess one."""
    return _written(int.from_bytes(tag_of(firm_id) + voucher_id, "big"), _CODE_DIGITS)


def parsed_code(text: str) -> tuple[bytes, bytes] | None:
    """The mark of the firm and the id of the receipt; None for what is no code."""
    plain = text.upper().replace("-", "").translate(_MISREAD)
    if len(plain) != _CODE_DIGITS or set(plain) - set(_DIGITS):
        return None
    number = 0
    for digit in plain:
        number = number << _BITS | _DIGITS.index(digit)
    if number >> _CODE_BYTES * 8:
        return None
    told = number.to_bytes(_CODE_BYTES, "big")
    return told[:TAG_BYTES], told[TAG_BYTES:]


def _written(number: int, count: int) -> str:
    return "".join(_DIGITS[number >> _BITS * n & 31] for n in reversed(range(count)))
