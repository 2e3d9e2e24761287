"""Cash hand-over: counted in by notes and coins, without knowing what it should be."""
