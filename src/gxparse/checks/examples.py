"""Reports from the examples of a rule: for the tests, and for the page of a code."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gxparse.checks.model import Case
from gxparse.forms.editions import edition_of
from gxparse.model.origin import Section
from gxparse.model.report import Report
from gxparse.model.shape import Figure, shape_of

#: Prose that says nothing a rule could object to.
PLAIN_TEXTS = {
    "overview": "本机关依法做好各项信息公开工作。",
    "proactive": "",
    "requests": "",
    "proceedings": "",
    "problems": "公开的及时性还有不足，将加强业务培训。",
    "other_matters": "本年度没有其他需要报告的事项。",
}


def report_of(case: Case) -> Report:
    """The report that an example describes; see :class:`~gxparse.checks.model.Case`."""
    figures: dict[str, Figure] = {}
    if not case.blank:
        figures = {leaf.path: leaf.type(0) for leaf in shape_of(case.edition).leaves}
    fields: dict[str, Any] = {"title": case.title, "body": case.body, "year": case.year, **case.fields}
    if (case.texts or case.titles) and "sections" not in fields:
        fields["sections"] = _sections(case)
    return Report.from_values(case.edition, figures | dict(case.changes), **fields)


def _sections(case: Case) -> tuple[Section, ...]:
    found = []
    for spec in edition_of(case.edition).sections:
        # ``None`` as the text leaves the section out.
        text = case.texts.get(spec.key, PLAIN_TEXTS[spec.key])
        if text is not None:
            title = case.titles.get(spec.key, f"{spec.ordinal}、{spec.title}")
            found.append(Section(spec.key, title, text))
    return tuple(found)


def money(text: str) -> Decimal:
    """An amount in yuan, for ``changes``."""
    return Decimal(text)
