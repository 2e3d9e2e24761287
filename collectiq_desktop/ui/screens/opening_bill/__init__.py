"""Opening bill: what a party owed, or had paid ahead, when the books began."""
