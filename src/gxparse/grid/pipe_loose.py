"""Cells between pipes that stand alone: a table is one run of cells, see :mod:`gxparse.grid.pipe_cell`."""

from __future__ import annotations

from gxparse.grid.pipe_cell import read_rows

__all__ = ["read_rows"]
