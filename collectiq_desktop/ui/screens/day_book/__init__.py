"""Day book: all vouchers of a day or a period."""
