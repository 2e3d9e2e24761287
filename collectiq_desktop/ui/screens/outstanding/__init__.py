"""Outstanding: who owes what on a day, and which bills make it up."""
