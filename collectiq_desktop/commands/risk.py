"""`risk`: who will pay late, why, and how well that was foretold.

Its parts are loaded only when they are called, and calculate with one thread:
two on a busy counter are several times slower than one.
"""

from __future__ import annotations

import os
from importlib import import_module

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import say

ACTIONS = ("score", "explain", "evaluate", "train")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def answer(call: Call) -> Answer:
    """The answer of the part that is meant."""
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    try:
        part = import_module(f"collectiq_desktop.commands.risk_{call.options.action}")
    except ModuleNotFoundError as trouble:
        if trouble.name and trouble.name.startswith("collectiq_desktop"):
            raise
        message = say("This copy of CollectIQ was installed without what foretelling needs.")
        raise Refused(message) from trouble
    found: Answer = part.answer(call)
    return found
