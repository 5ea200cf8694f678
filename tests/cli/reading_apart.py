"""What other processes are asked to do in tests of reading in parallel; they can import this module, not a test."""

from __future__ import annotations

import os
import signal


def here_or_there(parent, name):
    return name, os.getpid() == parent


def ended_by_the_system(parent, name):
    if os.getpid() != parent and name == "7":
        os.kill(os.getpid(), signal.SIGTERM)
    return name
