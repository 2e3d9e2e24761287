"""Set off: money that a party paid ahead goes to its bills."""
