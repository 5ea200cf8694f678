"""``--baseline``: findings that were accepted, kept in a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from gxparse.cli.checked import Checked, name_of
from gxparse.cli.options import said
from gxparse.errors import SchemaError

if TYPE_CHECKING:
    from gxparse.checks.baseline import Baseline
    from gxparse.diagnostics.model import Diagnostic

__all__ = ["accept", "open_baseline"]


def open_baseline(path: str, *, new: bool) -> Baseline:
    """Read a baseline; with *new* a file that is not there yet is an empty one.

    Raises :class:`click.UsageError` for a file that is missing, unreadable or no baseline: nothing would be worse
    than findings that are hidden, or shown, by mistake.
    """
    from gxparse.checks.baseline import Baseline

    try:
        text = Path(path).read_text("utf-8")
    except FileNotFoundError:
        if new:
            return Baseline()
        words = (f"没有基线文件 {path}；加 --accept 新建。", f"there is no baseline {path}; --accept makes one")
        raise click.UsageError(said(*words)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(
            said(f"不能读取基线 {path}：{error}", f"cannot read the baseline {path}: {error}")
        ) from error
    try:
        return Baseline.loads(text)
    except SchemaError as error:
        raise click.UsageError(f"{path}: {error}") from error


def accept(path: str, baseline: Baseline, files: Sequence[Checked]) -> int:
    """Write all that was found into a baseline and return how many findings that are.

    Entries about other reports stay, and so do the reasons that people wrote beside entries.
    """
    from gxparse.checks.baseline import Baseline

    findings: dict[str, list[Diagnostic]] = {}
    for checked in files:
        findings.setdefault(name_of(checked.reading), []).extend((*checked.known, *checked.serious))
    reasons = {(item.report, item.fingerprint): item.reason for item in baseline.accepted}
    kept = [item for item in baseline.accepted if item.report not in findings]
    made = [
        evolve(item, reason=reasons.get((item.report, item.fingerprint), item.reason))
        for item in Baseline.of(findings).accepted
    ]
    merged = Baseline(tuple(sorted((*kept, *made), key=lambda item: (item.report, item.code, item.path or ""))))
    try:
        Path(path).write_text(merged.dumps(), "utf-8")
    except OSError as error:
        raise click.UsageError(
            said(f"不能写入基线 {path}：{error}", f"cannot write the baseline {path}: {error}")
        ) from error
    return sum(item.count for item in made)
