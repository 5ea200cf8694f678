"""What takes too long is found out, on a busy machine too; what is only disturbed once is not blamed."""

from __future__ import annotations

import time

import timing


def spend(seconds):
    stop = time.process_time() + seconds
    while time.process_time() < stop:
        pass


def test_what_is_slow_every_time_stays_slow():
    assert timing.least(lambda: spend(0.05), enough=0.01, attempts=2) >= 0.05
    assert timing.idle_seconds(lambda: spend(0.5), enough=0.1, attempts=2) > 0.1


def test_one_slow_run_is_made_good_by_a_quick_one():
    runs = iter((0.05, 0.0))
    assert timing.least(lambda: spend(next(runs)), enough=0.02) <= 0.02


def test_no_machine_is_as_slow_as_one_likes():
    assert 1.0 <= timing.slowness() <= 4.0
