"""Agents: what each is to collect, what came by him, and the cash that is with him."""
