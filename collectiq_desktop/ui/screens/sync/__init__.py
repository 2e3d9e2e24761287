"""Sync: how this counter stands with the head office, and joining one."""
