"""Metrics over section two, and about the report itself: how complete, how timely, how consistent."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Final

from gxparse.checks.arithmetic import all_broken, compiled
from gxparse.checks.metrics.model import Ratio, metric
from gxparse.checks.subject import Subject
from gxparse.model.report import Report
from gxparse.model.tables import Proactive2019, Proactive2021

_REVISED: Final = ("revised_2021",)
_TRIAL: Final = ("trial_2019",)


@metric(
    "规范性文件制发",
    "normative documents issued",
    "行政规范性文件·本年制发",
    "KIROGOVCOMPARE",
    kind="count",
    editions=_REVISED,
)
def documents_issued(report: Report) -> int | None:
    """Normative documents issued in the year."""
    found = report.proactive
    return found.documents.normative_documents.issued if isinstance(found, Proactive2021) else None


@metric(
    "规范性文件废止",
    "normative documents repealed",
    "行政规范性文件·本年废止",
    "KIROGOVCOMPARE",
    kind="count",
    editions=_REVISED,
)
def documents_repealed(report: Report) -> int | None:
    """Normative documents repealed in the year."""
    found = report.proactive
    return found.documents.normative_documents.repealed if isinstance(found, Proactive2021) else None


@metric(
    "规范性文件现行有效",
    "normative documents in force",
    "行政规范性文件·现行有效",
    "KIROGOVCOMPARE",
    kind="count",
    editions=_REVISED,
)
def documents_in_force(report: Report) -> int | None:
    """Normative documents in force at the end of the year."""
    found = report.proactive
    return found.documents.normative_documents.in_force if isinstance(found, Proactive2021) else None


@metric(
    "许可处罚比",
    "licences to penalties",
    "行政许可÷行政处罚",
    "KIROGOVCOMPARE 监管服务比; the trial form counts otherwise",
    editions=_REVISED,
)
def licensing_to_penalties(report: Report) -> Ratio:
    """Licensing decisions to penalty decisions."""
    found = report.proactive
    if not isinstance(found, Proactive2021):
        return Ratio(None, None)
    return Ratio(found.licensing.licenses.decisions, found.enforcement.penalties.decisions)


@metric(
    "行政事业性收费", "administrative fees", "本年收费金额，元", "the form prints 万元", kind="money", editions=_REVISED
)
def fees_charged(report: Report) -> Decimal | None:
    """Administrative fees charged, in yuan."""
    found = report.proactive
    return found.fees.administrative_fees.amount_cny if isinstance(found, Proactive2021) else None


@metric("政府集中采购金额", "procurement", "采购总金额，元", "the form prints no unit", kind="money", editions=_TRIAL)
def procurement_amount(report: Report) -> Decimal | None:
    """Centralised government procurement, in yuan."""
    found = report.proactive
    return found.procurement.centralized_procurement.amount_cny if isinstance(found, Proactive2019) else None


@metric("填报完整度", "completeness", "有数的格÷全部格", "CASS 要素齐全")
def completeness(report: Report) -> Ratio:
    """Cells of the form that hold a figure."""
    row = Subject(report).row
    return Ratio(sum(value is not None for value in row), len(row))


@metric("等式不成立占比", "broken sums", "不成立的等式÷可检查的等式", "counts, not an invented score")
def broken_sums(report: Report) -> Ratio:
    """Sums of the form that do not hold, of those that are checkable."""
    subject = Subject(report)
    items = [item for group in compiled(report.edition).values() for item in group]
    checkable = sum(None not in item.cells(subject.row) for item in items)
    return Ratio(len(all_broken(subject)), checkable)


@metric(
    "迟报天数",
    "days late",
    "公布日期－法定期限（负数为提前）",
    "《政府信息公开条例》第四十九条; CASS 按时发布",
    kind="count",
)
def days_late(report: Report) -> int | None:
    """Days from the statutory deadline to publication, negative if early; ``None`` without a day of publication."""
    due = deadline(report)
    return None if due is None or report.published is None else (report.published - due).days


_DEPARTMENT: Final = re.compile(r"(?:[局厅部署委]|委员会|办公[室厅])(?:[（(].{0,16}[）)])?$")
_GOVERNMENT: Final = re.compile(r"(?:政府|街道|[镇乡])(?:办公[室厅])?$")


def deadline(report: Report) -> datetime.date | None:
    """The day by which the report has to be public (条例第四十九条); ``None`` if the year is not known.

    31 January for departments, 31 March for governments of counties and above. Where the name of the body does not
    tell, and for townships and subdistricts, which the regulation does not mention, the later day.
    """
    year, body = report.year, report.body
    if year is None or not 2008 <= year < 9999:
        return None
    department = body is not None and _DEPARTMENT.search(body) and not _GOVERNMENT.search(body)
    return datetime.date(year + 1, 1, 31) if department else datetime.date(year + 1, 3, 31)


def per_head(report: Report, population: int, *, per: int = 100_000) -> Ratio:
    """Requests received per *per* inhabitants; the caller brings the population."""
    received = report.requests.received.total
    return Ratio(None if received is None else received * per, population)
