"""``gxparse check --statistics``: how often each code came up, in how many files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TextIO

from gxparse.cli.checked import Checked, Wishes
from gxparse.cli.options import said
from gxparse.cli.output import console_for, show

__all__ = ["write_counts"]


def write_counts(file: TextIO, files: Sequence[Checked], wishes: Wishes) -> None:
    """Print a line for each code, the most frequent first, and one for all files together."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from gxparse.diagnostics.catalogue import find_entry
    from gxparse.diagnostics.render import severity_word, visible

    lang = wishes.lang
    often: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    severities = {}
    for checked in files:
        shown = checked.shown if wishes.notes else checked.serious
        often.update(found.code for found in shown)
        spread.update({found.code for found in shown})
        severities.update({found.code: found.severity for found in shown})
    console = console_for(file, wishes.color)
    if often:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for words in (("代码", "code"), ("名称", "name"), ("程度", "severity")):
            table.add_column(said(*words, lang))
        for words in (("处", "findings"), ("文件", "files")):
            table.add_column(said(*words, lang), justify="right")
        for code, number in sorted(often.items(), key=lambda item: (-item[1], item[0])):
            entry = find_entry(code)
            name = "" if entry is None else entry.slug
            table.add_row(visible(code), name, severity_word(severities[code], lang), str(number), str(spread[code]))
        show(console, table)
    unread = sum(checked.report is None for checked in files)
    found = sum(bool(checked.serious) and checked.report is not None for checked in files)
    clean = len(files) - unread - found
    words = (
        f"{len(files)} 个文件：{clean} 个没有发现问题，{found} 个有发现，{unread} 个不能读取或没有年度报告。",
        f"{len(files)} files: {clean} with nothing found, {found} with findings, {unread} not read or without a report.",
    )
    show(console, Text(said(*words, lang), "bold"))
