"""What the prose of a report says: its sections, its title, body, year and dates, and the figures it restates."""

from __future__ import annotations

from gxparse.narrative.headings import TableSpan
from gxparse.narrative.metadata import Metadata, read_metadata
from gxparse.narrative.passages import Line
from gxparse.narrative.sections import find_sections
from gxparse.narrative.statements import relevant_statements, statements

__all__ = ["Line", "Metadata", "TableSpan", "find_sections", "read_metadata", "relevant_statements", "statements"]
