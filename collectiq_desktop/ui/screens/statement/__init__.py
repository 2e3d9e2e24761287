"""Statement: one party's account for a period, line by line or as open bills."""
