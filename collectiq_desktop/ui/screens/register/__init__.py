"""Collection register: what came in, by day and mode, tied to the cash count."""
