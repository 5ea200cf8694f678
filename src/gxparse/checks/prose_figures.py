"""Which cells a quantity of the prose restates, and the comparison that the rules on prose share.

A sentence can leave open what it counts: 收到申请37件 may mean the year's new requests or those and the ones carried
in. Every topic therefore has readings, each a sum of cells; a statement is contradicted only if every reading can be
computed and none gives the number. What is said about other years, a wider circle of bodies, or roughly, is never
contradicted.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from attrs import frozen

from gxparse.checks.model import Finding, Status, Verdict
from gxparse.checks.prose_readings import NAMES, Reading, readings, result_rows
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.model.statement import Extent, Statement
from gxparse.span import Span


@frozen
class Restated:
    """A statement with what the tables give for it."""

    statement: Statement
    #: the reading that comes first among those that are possible
    paths: Reading
    #: what the tables give under that reading
    figure: int | Decimal


def _sum(subject: Subject, reading: Reading) -> int | Decimal | None:
    total: int | Decimal = 0
    for path in reading:
        value = subject[path]
        if value is None:
            return None
        total += value
    return total


def results_added_up(subject: Subject) -> int | Decimal | None:
    """The result rows of section three added up, which （七） should give; ``None`` if one is missing."""
    return _sum(subject, result_rows(subject.report.edition, ()))


def _by_topic(subject: Subject) -> dict[str, list[tuple[Statement, str | None]]]:
    """The statements by topic, each with the topic of the whole it is a part of."""
    statements: tuple[Statement, ...] = subject.evidence("statements")
    wholes = {id(part): s.topic for s in statements for part in s.parts}
    found: dict[str, list[tuple[Statement, str | None]]] = {}
    for statement in statements:
        if statement.topic is not None:
            found.setdefault(statement.topic, []).append((statement, wholes.get(id(statement))))
    return found


def statements_about(subject: Subject, topics: Iterable[str]) -> Iterator[tuple[Statement, str | None]]:
    """The statements on some topics, in the order of the text, each with the topic of its whole."""
    table = subject.memo("statements by topic", _by_topic)
    if table:
        for topic in topics:
            yield from table.get(topic, ())


def is_comparable(statement: Statement) -> bool:
    """Whether a statement speaks exactly, and of what the tables count."""
    return statement.extent is Extent.OWN and not statement.inexact


def _compared(subject: Subject) -> dict[str, list[Restated | Verdict]]:
    """Every comparable statement by topic: contradicted, or what was verified or could not be checked."""
    edition = subject.report.edition
    found: dict[str, list[Restated | Verdict]] = {}
    for topic, said in subject.memo("statements by topic", _by_topic).items():
        seen: set[tuple[int | Decimal, str | None]] = set()
        for statement, whole in said:
            possible = readings(edition, topic, whole)
            if possible and is_comparable(statement) and (statement.quantity, whole) not in seen:
                seen.add((statement.quantity, whole))
                found.setdefault(topic, []).append(_compare(subject, statement, possible))
    return found


def _compare(subject: Subject, statement: Statement, possible: tuple[Reading, ...]) -> Restated | Verdict:
    figures = [_sum(subject, reading) for reading in possible]
    paths = tuple(dict.fromkeys(path for reading in possible for path in reading))
    if statement.quantity in figures:
        return Verdict(Status.PASS, paths)
    # Where （七） does not add up, its rows may; that is the business of the rule on that sum.
    if statement.topic == "requests.concluded" and results_added_up(subject) == statement.quantity:
        return Verdict(Status.PASS, paths)
    first = figures[0]
    if first is None or None in figures:
        return Verdict(Status.NOT_CHECKABLE, paths, tuple(p for p in paths if subject[p] is None))
    return Restated(statement, possible[0], first)


def contradicted(subject: Subject, topics: Iterable[str]) -> Iterator[Restated | Verdict]:
    """The statements on *topics* that no reading of the tables gives, and verdicts on the others."""
    table: dict[str, list[Restated | Verdict]] = subject.memo("compared statements", _compared)
    if table:
        for topic in topics:
            yield from table.get(topic, ())


def compare(subject: Subject, entry: Entry, topics: Iterable[str]) -> Iterator[Finding]:
    """Findings of *entry* for the statements on *topics* that contradict the tables.

    A denial or a plain 0 against a figure above 0 is left to the rule on denials, so that nothing is said twice.
    """
    for item in contradicted(subject, topics):
        if isinstance(item, Verdict):
            if subject.detail:
                yield item
        elif item.statement.quantity != 0:
            yield finding(subject, entry, item)


def finding(subject: Subject, entry: Entry, item: Restated) -> Finding:
    """The diagnostic for one contradicted statement."""
    statement = item.statement
    zh, en = NAMES[statement.topic or ""]
    return entry(
        place_of(subject, statement),
        item.paths[0],
        related=subject.related(item.paths, "cell"),
        quote=statement.text,
        name=zh,
        name_en=en,
        said=shown(statement.quantity),
        printed=shown(item.figure),
        difference=_signed(statement.quantity - item.figure),
    )


def place_of(subject: Subject, *statements: Statement) -> Span | None:
    """Where statements of one section stand in the source, or their section if that is not known."""
    spans = [s.span for s in statements if s.span is not None]
    if spans:
        return functools.reduce(Span.cover, spans)
    section = subject.report.section(statements[0].section)
    return None if section is None else section.span


def part_groups(subject: Subject) -> Iterator[tuple[Statement, tuple[Statement, ...]]]:
    """Each exact whole of the prose with its exact parts of one kind: channels, applicants, outcomes, others."""
    statements: tuple[Statement, ...] = subject.evidence("statements")
    for whole in statements:
        if not whole.parts or whole.inexact or whole.topic in _RATES:
            continue
        groups: dict[str, list[Statement]] = {}
        for part in whole.parts:
            groups.setdefault(_kind(part, whole), []).append(part)
        for group in groups.values():
            if not any(part.inexact or part.extent is not whole.extent for part in group):
                yield whole, tuple(group)


_RATES: Final = ("rate.concluded", "rate.share", "rate.growth", "rate.decline")


def _kind(part: Statement, whole: Statement) -> str:
    family = "none" if part.topic is None else part.topic.partition(".")[0]
    if family in ("published", "channel", "none") and not (whole.topic or "").startswith("requests."):
        return "published"
    return family


def shown(value: int | Decimal) -> int | str:
    """A number as a parameter of a message."""
    return printable(value) if isinstance(value, int) else f"{value:f}"


def _signed(value: int | Decimal) -> str:
    text = str(shown(value))
    return text if text.startswith("-") else f"+{text}"
