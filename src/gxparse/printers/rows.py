"""Merged cells in a text that knows no merging: the ways tools flatten a row."""

from __future__ import annotations

from gxparse.printers.paper import Sheet

__all__ = ["NUMBERS", "SPANS", "flat_row", "flat_rows", "numbered"]

#: What becomes of merged cells, by name:
#:
#: ``grid``      every position is a cell, covered ones are empty (spreadsheets, table finders over PDF)
#: ``once``      a horizontal span is one cell; a cell covered from above is an empty one (word processors)
#: ``ragged``    a horizontal span is one cell; covered from above is absent (web pages row by row)
#: ``repeated``  every position holds the text of the cell that covers it (naive loops over Word files)
#: ``labels``    a horizontal span is one cell; covered from above is repeated
#: ``widened``   a horizontal span is padded with empty cells; covered from above is absent (markitdown)
#: ``filled``    as ``ragged``, then empty cells at the end up to the width of the grid (pandoc on OpenDocument)
SPANS = ("grid", "once", "ragged", "repeated", "labels", "widened", "filled")


#: What stands in front of each row of a table to count it: nothing, numbers from 0, or numbers from 1 with a point.
NUMBERS = ("", "0", "1.")


def numbered(rows: list[list[str]], numbers: str) -> list[list[str]]:
    """The rows of a table with a column of numbers in front, see :data:`NUMBERS`."""
    if not numbers:
        return rows
    first, behind = int(numbers[0]), numbers[1:]
    return [[f"{n}{behind}", *row] for n, row in enumerate(rows, first)]


def flat_row(sheet: Sheet, row: int, spans: str, pad: str = "") -> list[str]:
    """The cells of one row as texts; *pad* is the text of what stands for covered positions."""
    texts = []
    for cell, left, above in sheet.row(row):
        covered = left or above
        if not covered or spans == "repeated" or (spans == "labels" and not left):
            texts.append(cell.text)
        elif spans == "grid" or (spans == "once" and not left) or (spans == "widened" and not above):
            texts.append(pad)
    if spans == "filled":
        texts += [pad] * (sheet.width - len(texts))
    return texts


def flat_rows(sheet: Sheet, spans: str, pad: str = "") -> list[list[str]]:
    """The cells of all rows as texts."""
    return [flat_row(sheet, row, spans, pad) for row in range(len(sheet.grid))]
