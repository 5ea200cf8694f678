"""The quantities that the prose of a report states, with what they count, their extent and their parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from gxparse.model.origin import Section
from gxparse.model.report import Report, must_be_report
from gxparse.model.statement import Statement
from gxparse.narrative.drafts import Draft
from gxparse.narrative.reader import Reader
from gxparse.narrative.sentences import find_sentences
from gxparse.span import Span

__all__ = ["relevant_statements", "statements"]

#: topics that no table counts
_UNCOMPARED = (None, "channel", "published")


class _Finisher:
    """Makes the statements of one section from what its reader drafted."""

    def __init__(self, section: Section) -> None:
        self.section = section
        self.starts = [at for at, _ in section.places]
        self.done: dict[int, Statement] = {}

    def source(self, offset: int) -> int:
        """Where a character of the section's text stands in the source."""
        at, place = self.section.places[max(0, bisect_right(self.starts, offset) - 1)]
        return place + offset - at

    def is_joined(self, draft: Draft) -> bool:
        """Whether the digits of a number come from two lines of the source, so that it may be two numbers."""
        first = bisect_right(self.starts, draft.number)
        last = bisect_right(self.starts, draft.stop - 1)
        text = self.section.text
        return any(text[at - 1].isdigit() and text[at].isdigit() for at in self.starts[first:last])

    def statement(self, draft: Draft) -> Statement:
        """The statement of a draft, its parts first."""
        found = self.done.get(id(draft))
        if found is None:
            parts = tuple([self.statement(part) for part in draft.parts]) if draft.parts else ()
            start, stop = draft.start, draft.stop
            span = Span(self.source(start), self.source(stop - 1) + 1) if self.starts else None
            found = self.done[id(draft)] = Statement(
                draft.topic,
                draft.quantity,
                draft.unit,
                draft.subject,
                draft.extent,
                draft.year,
                draft.negated,
                draft.inexact or (draft.number > 0 and len(self.starts) > 1 and self.is_joined(draft)),
                parts,
                draft.complete and not draft.nested,
                draft.nested,
                self.section.key,
                Span(start, stop),
                span,
                self.section.text[start:stop],
            )
        return found


def _read_section(section: Section, report: Report, *, everything: bool) -> Iterator[Statement]:
    reader: Reader | None = None
    for sentence in find_sentences(section.text, everything=everything):
        if reader is None:
            reader = Reader(report.year, report.body)
        reader.read(sentence)
    if reader is None or not reader.drafts:
        return
    finisher = _Finisher(section)
    parts = {id(part) for draft in reader.drafts for part in draft.parts}
    for draft in reader.drafts:
        alone = not draft.parts and id(draft) not in parts
        if alone and draft.topic in _UNCOMPARED and not (everything and draft.unit is not None):
            continue  # counts nothing that could be compared
        yield finisher.statement(draft)


def relevant_statements(report: Report) -> tuple[Statement, ...]:
    """The statements that could contradict the tables or each other: what the rules on prose are given."""
    return tuple(
        statement
        for section in report.sections
        if section.text
        for statement in _read_section(section, report, everything=False)
    )


def statements(report: Report) -> tuple[Statement, ...]:
    """The quantities that the prose of a report states, in the order of the text.

    Sentences that name a matter of the report (requests, reviews, documents, fees, published information, channels)
    are read: numbers with their unit, lists of parts, percentages, and denials. The parts of a statement are in the
    result on their own as well. Nothing is compared here; that is done by the rules of the family GX8.

    >>> from gxparse.model.origin import Section
    >>> text = "收到政府信息公开申请5件，其中自然人3件。未发生行政复议。"
    >>> report = Report.from_values("revised_2021", {}, sections=(Section("overview", None, text),))
    >>> [(s.topic, s.quantity, s.negated) for s in statements(report)]
    [('requests.received', 5, False), ('applicant.natural', 3, False), ('cases.review', 0, True)]
    """
    must_be_report(report)
    return tuple(
        statement
        for section in report.sections
        if section.text
        for statement in _read_section(section, report, everything=True)
    )
