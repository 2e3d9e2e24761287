"""`python -m sync_server` is `collectiq-server`."""

from __future__ import annotations

import sys

from sync_server.cli import main

if __name__ == "__main__":
    sys.exit(main())
