"""Voucher: everything about one, and putting it right or cancelling it with a reason."""
