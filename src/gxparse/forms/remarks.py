"""What there is to say about a row or a table of the form: mended labels, refused figures, names for messages."""

from __future__ import annotations

from gxparse.diagnostics.catalogue import entry_of
from gxparse.diagnostics.codes import forms as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.forms.figures import Shape
from gxparse.forms.reading import Refusal, RowReading
from gxparse.forms.spec import Edition
from gxparse.model.origin import Repair

__all__ = ["label_mended", "label_repairs", "name_of", "row_refused", "shortened"]

#: what is shown of a text in a message
_EXCERPT = 40


def label_repairs(printed: RowReading, label: str) -> tuple[Repair, ...]:
    """What was done to the label of a row, for the origins of its cells."""
    mending = printed.mending
    if mending is None:
        return ()
    pieces = [row.raws[at].strip() for row, at in printed.label_cells()]
    return (Repair(f"label-{mending.how}", " | ".join(pieces), label, printed.label_span()),)


def label_mended(printed: RowReading, label: str) -> Diagnostic:
    """How a label was read that does not stand there as the form has it."""
    mending = printed.mending
    assert mending is not None
    span = printed.label_span()
    path = f"{printed.table}.{printed.key}"
    if mending.how == "joined":
        return codes.LABEL_JOINED(span, path, pieces=len(mending.pieces), label=label)
    entry = codes.LABEL_CUT if mending.how == "cut" else codes.LABEL_SLIP
    at = printed.facts.label_at
    return entry(span, path, printed=shortened(printed.row.raws[at]), label=label)


def row_refused(form: Edition, refusal: Refusal) -> Diagnostic:
    """Why the figures of a row were put into no cell, with the figures."""
    entry = entry_of(refusal.reason)
    facts = refusal.facts
    figures = [
        raw.strip()
        for raw, sight in zip(refusal.row.raws, facts.sights, strict=False)
        if sight.shape in (Shape.FIGURE, Shape.MARK)
    ]
    label = refusal.key or ""
    path = None
    for table in form.tables:
        if table.key == refusal.table:
            label = next((r.label for r in table.rows if r.key == refusal.key and r.label), "") or name_of(
                form, table.key
            )
            path = f"{table.key}.{refusal.key}" if refusal.key else table.key
    return entry(
        refusal.row.span,
        path,
        label=label,
        table=name_of(form, refusal.table),
        count=len(figures),
        excerpt=shortened(" ".join(figures)),
    )


def name_of(form: Edition, table: str) -> str:
    """A table in words, for messages."""
    for spec in form.tables:
        if spec.key == table:
            section = next(s for s in form.sections if s.key == spec.section)
            return f"{section.title} {spec.caption}" if spec.caption else section.title
    return table


def shortened(text: str) -> str:
    """What is shown of a text in a message: one line of it, no longer than fits."""
    text = " ".join(text.split())
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
