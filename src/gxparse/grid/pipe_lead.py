"""Rows whose cells begin with a pipe, see :mod:`gxparse.grid.pipes`."""

from __future__ import annotations

from gxparse.grid.pipes import piped_rows as read_rows

__all__ = ["read_rows"]
