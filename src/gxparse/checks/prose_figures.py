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
from typing import Final, TypeAlias

from attrs import frozen

from gxparse.checks.model import Finding, Status, Verdict
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.model.shape import shape_of
from gxparse.model.statement import Extent, Statement
from gxparse.span import Span

#: Paths whose figures add up to what a statement may mean.
Reading: TypeAlias = tuple[str, ...]

_ORGANIZATIONS: Final = (
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_services",
    "other_organization",
)
_APPLICANTS: Final[dict[str, tuple[str, ...]]] = {
    "applicant.natural": ("natural_person",),
    "applicant.organizations": _ORGANIZATIONS,
    "applicant.commercial": ("commercial_enterprise",),
    "applicant.research": ("research_institution",),
    "applicant.public_interest": ("public_interest_organization",),
    "applicant.legal": ("legal_services",),
}
_RECEIVED: Final = "requests.received"
_CARRIED: Final = "requests.carried_over"
_CONCLUDED: Final = "requests.results.total"
_CASES: Final = {
    "cases.review": ("review",),
    "cases.direct": ("litigation.direct",),
    "cases.after_review": ("litigation.after_review",),
    "cases.litigation": ("litigation.direct", "litigation.after_review"),
    "cases.all": ("review", "litigation.direct", "litigation.after_review"),
}
#: outcome -> beginning of the rows that it sums up
_OUTCOMES: Final = {
    "outcome.granted": ("granted.",),
    "outcome.partly_granted": ("partly_granted.",),
    "outcome.granted_or_partly": ("granted.", "partly_granted."),
    "outcome.refused": ("refused.",),
    "outcome.unable": ("unable.",),
    "outcome.not_held": ("unable.not_held.",),
    "outcome.needs_creation": ("unable.needs_creation.",),
    "outcome.unclear": ("unable.unclear_after_correction.",),
    "outcome.not_processed": ("not_processed.",),
    "outcome.petition": ("not_processed.petition.",),
    "outcome.duplicate": ("not_processed.duplicate.",),
    "outcome.other": ("other.",),
}
_NORMATIVE: Final = "proactive.documents.normative_documents."
_RULES: Final = "proactive.documents.government_rules."
_SINGLE: Final[dict[str, tuple[str, ...]]] = {
    "documents.normative.issued": (_NORMATIVE + "issued", _NORMATIVE + "newly_made", _NORMATIVE + "newly_disclosed"),
    "documents.normative.repealed": (_NORMATIVE + "repealed",),
    "documents.normative.in_force": (_NORMATIVE + "in_force",),
    "documents.rules.issued": (_RULES + "issued", _RULES + "newly_made", _RULES + "newly_disclosed"),
    "documents.rules.repealed": (_RULES + "repealed",),
    "documents.rules.in_force": (_RULES + "in_force",),
    "decisions.licenses": ("proactive.licensing.licenses.decisions",),
    "decisions.penalties": ("proactive.enforcement.penalties.decisions",),
    "decisions.coercion": ("proactive.enforcement.coercion.decisions",),
    "fees.administrative": ("proactive.fees.administrative_fees.amount_cny",),
    "procurement.amount": ("proactive.procurement.centralized_procurement.amount_cny",),
    "procurement.projects": ("proactive.procurement.centralized_procurement.projects",),
}

#: what the messages call a topic, in Chinese and English
NAMES: Final[dict[str, tuple[str, str]]] = {
    "requests.new": ("本年新收", "requests received"),
    "requests.received": ("本年新收", "requests received"),
    "requests.handled": ("办理的申请", "requests handled"),
    "requests.carried_over": ("上年结转", "requests carried in"),
    "requests.concluded": ("办理结果总计", "requests concluded"),
    "requests.carried_forward": ("结转下年度", "requests carried out"),
    "applicant.natural": ("自然人", "natural persons"),
    "applicant.organizations": ("法人或其他组织", "organisations"),
    "applicant.commercial": ("商业企业", "commercial enterprises"),
    "applicant.research": ("科研机构", "research institutions"),
    "applicant.public_interest": ("社会公益组织", "public-interest organisations"),
    "applicant.legal": ("法律服务机构", "legal services"),
    "outcome.granted": ("予以公开", "granted"),
    "outcome.partly_granted": ("部分公开", "granted in part"),
    "outcome.granted_or_partly": ("予以公开与部分公开", "granted in full or part"),
    "outcome.refused": ("不予公开", "refused"),
    "outcome.unable": ("无法提供", "unable to provide"),
    "outcome.not_held": ("本机关不掌握", "not held"),
    "outcome.needs_creation": ("需要另行制作", "would have to be created"),
    "outcome.unclear": ("补正后仍不明确", "still unclear"),
    "outcome.not_processed": ("不予处理", "not processed"),
    "outcome.petition": ("信访举报投诉类申请", "petitions"),
    "outcome.duplicate": ("重复申请", "duplicates"),
    "outcome.other": ("其他处理", "other outcomes"),
    "cases.review": ("行政复议", "administrative reviews"),
    "cases.litigation": ("行政诉讼", "lawsuits"),
    "cases.direct": ("未经复议直接起诉", "lawsuits without review"),
    "cases.after_review": ("复议后起诉", "lawsuits after review"),
    "cases.all": ("复议和诉讼", "reviews and lawsuits"),
    "case.upheld": ("结果维持", "upheld"),
    "case.corrected": ("结果纠正", "corrected"),
    "case.other": ("其他结果", "other outcome"),
    "case.pending": ("尚未审结", "pending"),
    "documents.normative.issued": ("制发的行政规范性文件", "normative documents issued"),
    "documents.normative.repealed": ("废止的行政规范性文件", "normative documents repealed"),
    "documents.normative.in_force": ("现行有效的行政规范性文件", "normative documents in force"),
    "documents.rules.issued": ("制发的规章", "government rules issued"),
    "documents.rules.repealed": ("废止的规章", "government rules repealed"),
    "documents.rules.in_force": ("现行有效的规章", "government rules in force"),
    "decisions.licenses": ("行政许可处理决定", "licensing decisions"),
    "decisions.penalties": ("行政处罚处理决定", "penalty decisions"),
    "decisions.coercion": ("行政强制处理决定", "coercive measures"),
    "fees.administrative": ("行政事业性收费", "administrative fees"),
    "procurement.amount": ("政府集中采购总金额", "amount of procurement"),
    "procurement.projects": ("政府集中采购项目", "procurement projects"),
}


@functools.cache
def _rows(edition: str, prefixes: tuple[str, ...]) -> Reading:
    """The totals of the result rows whose key begins with one of *prefixes*; of all of them without any."""
    starts = tuple(f"requests.results.{p}" for p in prefixes) or ("requests.results.",)
    return tuple(
        path
        for path in shape_of(edition).paths
        if path.startswith(starts) and path.endswith(".total") and not path.startswith("requests.results.total.")
    )


def results_added_up(subject: Subject) -> int | Decimal | None:
    """The result rows of section three added up, which （七） should give; ``None`` if one is missing."""
    return _sum(subject, _rows(subject.report.edition, ()))


@functools.cache
def readings(edition: str, topic: str, whole: str | None) -> tuple[Reading, ...]:
    """What a topic can mean in the tables of an edition, given the topic of the whole that it is a part of."""
    index = shape_of(edition).index
    found: tuple[Reading, ...] = ()
    if topic == "requests.new":
        found = ((f"{_RECEIVED}.total",),)
    elif topic == "requests.received":
        found = ((f"{_RECEIVED}.total",), (f"{_RECEIVED}.total", f"{_CARRIED}.total"))
    elif topic == "requests.handled":
        found = (
            (f"{_RECEIVED}.total",),
            (f"{_RECEIVED}.total", f"{_CARRIED}.total"),
            (f"{_CONCLUDED}.total",),
        )
    elif topic == "requests.concluded":
        found = ((f"{_CONCLUDED}.total",),)
    elif topic in ("requests.carried_over", "requests.carried_forward"):
        found = ((f"{topic}.total",),)
    elif topic in _APPLICANTS:
        columns = _APPLICANTS[topic]
        new = tuple(f"{_RECEIVED}.{c}" for c in columns)
        both = (*new, *(f"{_CARRIED}.{c}" for c in columns))
        done = tuple(f"{_CONCLUDED}.{c}" for c in columns)
        found = {"requests.new": (new,), "requests.concluded": (done,)}.get(whole or "", (new, both, done))
    elif topic in _OUTCOMES:
        found = (_rows(edition, _OUTCOMES[topic]),)
    elif topic in _CASES:
        found = (tuple(f"proceedings.{block}.total" for block in _CASES[topic]),)
    elif topic.startswith("case.") and whole in _CASES:
        found = (tuple(f"proceedings.{block}.{topic[5:]}" for block in _CASES[whole]),)
    elif topic in _SINGLE:
        found = tuple((path,) for path in _SINGLE[topic])
    return tuple(r for r in found if r and all(path in index for path in r))


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


def contradicted(subject: Subject, topics: Iterable[str]) -> Iterator[Restated | Verdict]:
    """The statements on *topics* that no reading of the tables gives, and verdicts on the others."""
    edition = subject.report.edition
    seen: set[tuple[str | None, int | Decimal]] = set()
    for statement, whole in statements_about(subject, topics):
        possible = readings(edition, statement.topic or "", whole)
        if not possible or not is_comparable(statement):
            continue
        figures = [(reading, _sum(subject, reading)) for reading in possible]
        also = results_added_up(subject) if statement.topic == "requests.concluded" else None
        paths = tuple(dict.fromkeys(path for reading in possible for path in reading))
        # Where （七） does not add up, its rows may; that is the business of the rule on that sum.
        if also == statement.quantity or any(figure == statement.quantity for _, figure in figures):
            yield Verdict(Status.PASS, paths)
            continue
        missing = tuple(p for p in paths if subject[p] is None)
        if missing:
            yield Verdict(Status.NOT_CHECKABLE, paths, missing)
            continue
        if (statement.topic, statement.quantity) in seen:
            continue
        seen.add((statement.topic, statement.quantity))
        reading, figure = figures[0]
        assert figure is not None
        yield Restated(statement, reading, figure)


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
