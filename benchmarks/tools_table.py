"""What is read right from the output of each extraction tool: writes ``docs/tools.md``.

Needs a folder of reports with known figures, ``FOLDER/<document>/truth.json`` beside ``<format>.<tool>.txt``.

python benchmarks/tools_table.py ../shared/matrix
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

import gxparse

PAGE = Path(__file__).resolve().parent.parent / "docs" / "tools.md"
HEAD = """# What survives which tool

Made-up reports of both editions (townships, counties and cities; blank cells, wrong totals, narrow columns, rows cut by a page) were printed
to Word, web pages, PDF and more, read back by real extraction tools, and the text given to `gxparse.parse`. *Right* counts cells that are
as the report has them, blank ones included; *not read* counts figures that were refused with a code, most often because the tool dropped
blank cells, so that nobody can tell which column a lone figure belongs to. `benchmarks/tools_table.py` writes this page.

| output of | reports read whole | right | not read | wrong | invented |
|---|---:|---:|---:|---:|---:|
"""


def same(printed: object, read: object) -> bool:
    """Whether two figures are equal, both as ``null`` included."""
    if printed is None or read is None:
        return printed is read
    return Decimal(str(printed)) == Decimal(str(read))


def score(folder: Path) -> dict[str, Counter[str]]:
    """Counts for each tool."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for truth_file in sorted(folder.glob("*/truth.json")):
        truth = json.loads(truth_file.read_text("utf-8"))["values"]
        for file in sorted(truth_file.parent.glob("*.txt")):
            report = gxparse.parse(file.read_text("utf-8")).report
            read = report.values() if report is not None else {}
            count = found[file.stem]
            count["reports"] += 1
            right = 0
            for path, printed in truth.items():
                have = read.get(path)
                kind = "right" if same(printed, have) else "not read" if have is None else "wrong"
                count["invented" if kind == "wrong" and printed is None else kind] += 1
                right += kind == "right"
            count["whole"] += right == len(truth)
    return found


def main() -> None:
    """Score every tool and write the page."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    found = score(Path(sys.argv[1]))
    if not found:
        sys.exit(f"no report with known figures under {sys.argv[1]}")
    total: Counter[str] = Counter()
    lines = []
    for tool, count in [*sorted(found.items()), ("all", total)]:
        if count is not total:
            total.update(count)
        cells = (
            f"{count['whole']} of {count['reports']}",
            *(f"{count[k]:,}" for k in ("right", "not read", "wrong", "invented")),
        )
        name = f"`{tool}`" if count is not total else "**all**"
        lines.append(f"| {name} | {' | '.join(cells)} |")
    PAGE.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
