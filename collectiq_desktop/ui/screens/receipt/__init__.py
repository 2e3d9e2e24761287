"""Receipt: money in from a party, spread over its bills."""
