"""Attention: what went another way than somebody meant, each with a key that acts."""
