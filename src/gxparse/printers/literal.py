"""``literal``: rows as a program prints its lists, tuples and dictionaries, or puts them into a database."""

from __future__ import annotations

import json
from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.rows import NUMBERS, flat_rows, numbered
from gxparse.printers.style import option


@frozen(kw_only=True)
class Literal(Printer):
    """Rows as lists, tuples, dictionaries, JSON objects or SQL."""

    name: ClassVar[str] = "literal"
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option("grid", "repeated", "ragged", "once")
    #: what a row is
    kind: str = option("list", "tuple", "dict", "object", "sorted", "sql", "array")
    #: what stands for an empty cell
    none: str = option("None", "''")
    #: whether all rows of a table stand in one list
    nested: bool = option(False, True)
    #: what counts the rows of a table, see :data:`~gxparse.printers.rows.NUMBERS`
    numbers: str = option(*NUMBERS)

    def table(self, sheet: Sheet) -> str:
        """One table, a literal for each row."""
        rows = [self._row(texts) for texts in numbered(flat_rows(sheet, self.spans), self.numbers)]
        if self.kind == "sql":
            return "INSERT INTO t VALUES\n" + ",\n".join(rows) + ";\n\n"
        if self.nested:
            return "[" + (",\n ").join(rows) + "]\n\n"
        return "\n".join(rows) + "\n\n"

    def _row(self, texts: list[str]) -> str:
        """One row; keys are the numbers of the columns."""
        values = [text or (None if self.none == "None" else "") for text in texts]
        if self.kind == "tuple":
            return repr(tuple(values))
        if self.kind == "dict":
            return repr(dict(enumerate(values)))
        if self.kind in ("object", "sorted"):
            row = {f"c{n}": value for n, value in enumerate(values)}
            return json.dumps(row, ensure_ascii=False, sort_keys=self.kind == "sorted")
        if self.kind == "sql":
            return "(" + ", ".join("NULL" if v is None else "'" + v.replace("\n", "") + "'" for v in values) + ")"
        if self.kind == "array":
            # Arrays of a numeric library print no commas.
            return "[" + " ".join(map(repr, values)) + "]"
        return repr(values)
