"""Party: all that one party's card shows."""
