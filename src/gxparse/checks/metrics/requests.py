"""Metrics over section three: how many requests, how they ended, for whom."""

from __future__ import annotations

from typing import Final

from attrs import fields, frozen

from gxparse.checks.metrics.model import Ratio, metric, total_of
from gxparse.model.report import Report
from gxparse.model.tables import ApplicantCounts, NotProcessed, OtherResults, Refused, Unable

#: kinds of applicants, the total last
APPLICANTS: Final = tuple(attribute.name for attribute in fields(ApplicantCounts))
#: the eight grounds of （三）不予公开
GROUNDS: Final = tuple(attribute.name for attribute in fields(Refused))

_REVISED: Final = ("revised_2021",)


@frozen
class Outcomes:
    """The results of one column of section three, by group; ``None`` where a figure is missing."""

    granted: int | None
    partly_granted: int | None
    refused: int | None
    unable: int | None
    not_processed: int | None
    other: int | None
    #: （七）总计 as printed
    printed: int | None

    @property
    def parts(self) -> int | None:
        """The sum of the six groups."""
        return total_of((self.granted, self.partly_granted, self.refused, self.unable, self.not_processed, self.other))

    @property
    def concluded(self) -> int | None:
        """Requests concluded (办结): as printed, or the sum of the results where that differs or is all there is."""
        parts = self.parts
        return self.printed if parts is None else parts

    @property
    def concluded_from(self) -> str | None:
        """``"printed"`` or ``"parts"``: where :attr:`concluded` was taken from."""
        if self.printed is not None and self.parts in (None, self.printed):
            return "printed"
        return None if self.parts is None else "parts"

    @property
    def disclosed(self) -> int | None:
        """（一）予以公开 + （二）部分公开."""
        return total_of((self.granted, self.partly_granted))


def _group(group: Refused | Unable | NotProcessed | OtherResults, column: str) -> int | None:
    return total_of(getattr(getattr(group, attribute.name), column) for attribute in fields(type(group)))


def outcomes(report: Report, column: str = "total") -> Outcomes:
    """The results of a column (``"natural_person"`` … ``"total"``), grouped as the form groups them."""
    results = report.requests.results
    other = results.other
    return Outcomes(
        getattr(results.granted, column),
        getattr(results.partly_granted, column),
        _group(results.refused, column),
        _group(results.unable, column),
        _group(results.not_processed, column),
        _group(other, column) if isinstance(other, OtherResults) else getattr(other, column),
        getattr(results.total, column),
    )


@metric("新收申请", "requests received", "一", "forms of all years", kind="count")
def requests_new(report: Report) -> int | None:
    """Requests received in the year."""
    return report.requests.received.total


@metric("受理合计", "workload", "一＋二", "KIROGOVCOMPARE 受理合计", kind="count")
def workload(report: Report) -> int | None:
    """Requests in hand during the year: received and carried over."""
    return total_of((report.requests.received.total, report.requests.carried_over.total))


@metric("办结", "requests concluded", "三（七）；与各结果之和不符时取各结果之和", "US FOIA 'processed'", kind="count")
def requests_concluded(report: Report) -> int | None:
    """Requests concluded; see :attr:`Outcomes.concluded`."""
    return outcomes(report).concluded


@metric("办结率", "clearance rate", "办结÷（一＋二）", "reports' prose; UK Cabinet Office 'resolved'")
def clearance_rate(report: Report) -> Ratio:
    """Concluded requests of those in hand."""
    return Ratio(outcomes(report).concluded, workload(report))


@metric(
    "结转率（按在办）",
    "carry-forward rate, of requests in hand",
    "四÷（一＋二）",
    "differs from the share of concluded",
)
def carry_rate(report: Report) -> Ratio:
    """Requests carried forward of those in hand."""
    return Ratio(report.requests.carried_forward.total, workload(report))


@metric("结转率（按办结）", "carry-forward rate, of requests concluded", "四÷办结", "KIROGOVCOMPARE")
def carry_rate_of_concluded(report: Report) -> Ratio:
    """Requests carried forward, to those concluded."""
    return Ratio(report.requests.carried_forward.total, outcomes(report).concluded)


@metric("公开率", "full disclosure rate", "（一）÷办结", "KIROGOVCOMPARE; UK 'granted in full'")
def full_disclosure(report: Report) -> Ratio:
    """Requests granted in full."""
    found = outcomes(report)
    return Ratio(found.granted, found.concluded)


@metric("实质公开率", "substantive disclosure rate", "（（一）＋（二））÷办结", "KIROGOVCOMPARE; academic work")
def substantive_disclosure(report: Report) -> Ratio:
    """Requests granted in full or in part, of those concluded."""
    found = outcomes(report)
    return Ratio(found.disclosed, found.concluded)


@metric(
    "实质公开率（按在办）",
    "substantive disclosure, of requests in hand",
    "（（一）＋（二））÷（一＋二）",
    "KIROGOVCOMPARE",
)
def substantive_disclosure_of_workload(report: Report) -> Ratio:
    """Requests granted in full or in part, of those in hand."""
    return Ratio(outcomes(report).disclosed, workload(report))


@metric("可实质答复", "resolvable requests", "（一）＋（二）＋（三）", "UK Cabinet Office 'resolvable'", kind="count")
def resolvable(report: Report) -> int | None:
    """Requests for information that was held: granted, granted in part or refused."""
    found = outcomes(report)
    return total_of((found.disclosed, found.refused))


@metric(
    "可答复公开率",
    "disclosure of resolvable requests",
    "（（一）＋（二））÷（（一）＋（二）＋（三））",
    "UK Cabinet Office; most comparable across places",
)
def disclosure_of_resolvable(report: Report) -> Ratio:
    """Requests granted in full or in part, of those for information that was held."""
    return Ratio(outcomes(report).disclosed, resolvable(report))


@metric("不予公开率", "refusal rate", "（三）÷办结", "《法学》2011年第10期; KIROGOVCOMPARE")
def refusal_rate(report: Report) -> Ratio:
    """Requests refused."""
    found = outcomes(report)
    return Ratio(found.refused, found.concluded)


@metric(
    "法定理由占比",
    "statutory refusals among all that got nothing",
    "（三）÷（（三）＋（四）＋（五））",
    "《法学》2011年第10期 (statutory against factual grounds)",
)
def statutory_refusal_share(report: Report) -> Ratio:
    """Refusals on legal grounds, of all requests that were refused, could not be met or were not processed."""
    found = outcomes(report)
    return Ratio(found.refused, total_of((found.refused, found.unable, found.not_processed)))


@metric("无法提供率", "unable rate", "（四）÷办结", "KIROGOVCOMPARE")
def unable_rate(report: Report) -> Ratio:
    """Requests for what could not be provided."""
    found = outcomes(report)
    return Ratio(found.unable, found.concluded)


@metric("不掌握占比", "not held, of unable", "（四）1÷（四）", "KIROGOVCOMPARE")
def not_held_share(report: Report) -> Ratio:
    """Information not held, of what could not be provided."""
    return Ratio(report.requests.results.unable.not_held.total, outcomes(report).unable)


@metric("不予处理率", "not-processed rate", "（五）÷办结", "KIROGOVCOMPARE")
def not_processed_rate(report: Report) -> Ratio:
    """Requests not processed."""
    found = outcomes(report)
    return Ratio(found.not_processed, found.concluded)


@metric("信访占比", "petitions, of not processed", "（五）1÷（五）", "KIROGOVCOMPARE")
def petition_share(report: Report) -> Ratio:
    """Petitions and complaints, of the requests not processed."""
    return Ratio(report.requests.results.not_processed.petition.total, outcomes(report).not_processed)


@metric("其他处理率", "rate of other results", "（六）÷办结", "own definition")
def other_rate(report: Report) -> Ratio:
    """Requests that ended in any other way."""
    found = outcomes(report)
    return Ratio(found.other, found.concluded)


@metric(
    "逾期终止率",
    "lapse rate",
    "（（六）1＋（六）2）÷办结",
    "only the revised form tells these rows apart",
    editions=_REVISED,
)
def lapse_rate(report: Report) -> Ratio:
    """Requests that lapsed because the applicant did not correct them or did not pay."""
    other = report.requests.results.other
    if not isinstance(other, OtherResults):
        return Ratio(None, outcomes(report).concluded)
    return Ratio(total_of((other.not_corrected_in_time.total, other.fee_unpaid.total)), outcomes(report).concluded)


@metric("自然人占比", "share of natural persons", "一·自然人÷一·总计", "KIROGOVCOMPARE 自然人占比")
def natural_person_share(report: Report) -> Ratio:
    """Natural persons among those whose requests were received."""
    return Ratio(report.requests.received.natural_person, report.requests.received.total)


@metric("商业企业占比", "share of commercial enterprises", "一·商业企业÷一·总计", "own definition")
def commercial_share(report: Report) -> Ratio:
    """Commercial enterprises among those whose requests were received."""
    return Ratio(report.requests.received.commercial_enterprise, report.requests.received.total)


@metric("法律服务机构占比", "share of legal service providers", "一·法律服务机构÷一·总计", "own definition")
def legal_services_share(report: Report) -> Ratio:
    """Law firms and the like among those whose requests were received."""
    return Ratio(report.requests.received.legal_services, report.requests.received.total)


def refusal_grounds(report: Report) -> dict[str, Ratio]:
    """Refusals by ground, each of all refusals; keys are the eight rows of （三）不予公开.

    Small numbers: look at the denominators before comparing.
    """
    refused = outcomes(report).refused
    return {ground: Ratio(getattr(report.requests.results.refused, ground).total, refused) for ground in GROUNDS}


def refusal_grounds_of_concluded(report: Report) -> dict[str, Ratio]:
    """Refusals by ground, each of all concluded requests."""
    concluded = outcomes(report).concluded
    return {ground: Ratio(getattr(report.requests.results.refused, ground).total, concluded) for ground in GROUNDS}


def disclosure_by_applicant(report: Report) -> dict[str, Ratio]:
    """Substantive disclosure （（一）＋（二））÷办结 for each kind of applicant and in total.

    The gap between kinds of applicants needs every cell of the table; no system that stores totals has it.
    """
    found = {column: outcomes(report, column) for column in APPLICANTS}
    return {column: Ratio(result.disclosed, result.concluded) for column, result in found.items()}
