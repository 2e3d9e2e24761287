"""Edit log: who did what, when and at which counter, old beside new."""
