"""Cheque register: what is in hand, at the bank, bounced; each step is a key."""
