"""Amend: a voucher of the books in the form of its kind, to be posted anew with a reason."""
