"""The list of properties that do not hold names tests that exist."""

from __future__ import annotations

import importlib

import pytest

from properties.known import KNOWN

MODULES = ("test_checks", "test_conservation", "test_labels", "test_pages", "test_round_trip")


@pytest.mark.parametrize("name", KNOWN)
def test_a_listed_property_exists(name):
    found = [
        m for m in map(importlib.import_module, (f"properties.{module}" for module in MODULES)) if hasattr(m, name)
    ]
    assert len(found) == 1
    assert KNOWN[name]
    assert all(reason for reason in KNOWN[name].values())
