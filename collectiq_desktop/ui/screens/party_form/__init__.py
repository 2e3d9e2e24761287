"""A party's master data: a new party, or one that is altered."""
