"""`python -m collectiq_desktop` is the command `collectiq`."""

from __future__ import annotations

import sys

from collectiq_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
