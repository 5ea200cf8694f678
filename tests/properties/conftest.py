"""Properties over every layout and every damage.

They look further than what is read right today: layouts and damage for which a property does not hold yet are listed
by the run as expected failures. They are run all the same, so that nobody has to remember them, and the mark goes when
the last of them holds.
"""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items):
    for item in items:
        if HERE in Path(item.path).parents:
            item.add_marker(pytest.mark.xfail(strict=False, reason="does not hold in every layout and damage yet"))
