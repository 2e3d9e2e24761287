"""Journal: lines of debit and credit that a person writes out."""
