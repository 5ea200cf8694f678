"""Layouts: the ways in which tables are written as text, one grammar each."""

from __future__ import annotations

from gxparse.layout.ast import Cell, Document, Prose, Row, Table
from gxparse.layout.grammar import layout_names
from gxparse.layout.read import read_layout

__all__ = ["Cell", "Document", "Prose", "Row", "Table", "layout_names", "read_layout"]
