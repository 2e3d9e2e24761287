"""Print queue: what waits for paper, what went wrong, and trying again."""
