"""Reading in several processes gives what reading in one gives."""

from __future__ import annotations

import os
from functools import partial

import pytest

from cli.reading_apart import ended_by_the_system, here_or_there
from gxparse.cli.parallel import in_order

NAMES = [str(number) for number in range(40)]


@pytest.mark.slow
def test_results_come_in_order_and_one_name_is_read_here():
    found = list(in_order(partial(here_or_there, os.getpid()), NAMES, 2, here="3"))
    assert [name for name, _ in found] == NAMES
    assert [name for name, here in found if here] == ["3"]


@pytest.mark.slow
def test_a_process_that_is_ended_costs_nothing():
    assert list(in_order(partial(ended_by_the_system, os.getpid()), NAMES, 2, here="-")) == NAMES


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_process_or_one_name_needs_no_other(jobs):
    names = NAMES if jobs == 1 else NAMES[:1]
    assert list(in_order(partial(here_or_there, os.getpid()), names, jobs, here="-")) == [(n, True) for n in names]
