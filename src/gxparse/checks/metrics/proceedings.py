"""Metrics over section four: review and litigation.

A case may stand under review and again under litigation after review, so these figures are never added up as
persons or disputes without saying so.
"""

from __future__ import annotations

from gxparse.checks.metrics.model import Ratio, difference, metric, total_of
from gxparse.checks.metrics.requests import outcomes
from gxparse.model.report import Report
from gxparse.model.tables import CaseOutcomes


def _decided(block: CaseOutcomes) -> int | None:
    return difference(block.total, block.pending)


def _lawsuits(report: Report) -> tuple[CaseOutcomes, CaseOutcomes]:
    litigation = report.proceedings.litigation
    return litigation.direct, litigation.after_review


@metric("复议率", "review rate", "行政复议总计÷办结", "KIROGOVCOMPARE uses requests received instead")
def review_rate(report: Report) -> Ratio:
    """Reviews to concluded requests."""
    return Ratio(report.proceedings.review.total, outcomes(report).concluded)


@metric("诉讼率", "litigation rate", "（直接起诉总计＋复议后起诉总计）÷办结", "academic work")
def litigation_rate(report: Report) -> Ratio:
    """Lawsuits to concluded requests."""
    return Ratio(total_of(block.total for block in _lawsuits(report)), outcomes(report).concluded)


@metric(
    "争议转化率",
    "dispute conversion",
    "（复议＋直接起诉＋复议后起诉）÷一",
    "KIROGOVCOMPARE; counts a case twice that was reviewed and sued",
)
def dispute_conversion(report: Report) -> Ratio:
    """Reviews and lawsuits to requests received; double counts cases that went through both."""
    review = report.proceedings.review
    return Ratio(
        total_of((review.total, *(block.total for block in _lawsuits(report)))), report.requests.received.total
    )


@metric(
    "争议件数（下限）", "disputes, lower bound", "复议＋直接起诉", "own definition; no case counts twice", kind="count"
)
def disputes_at_least(report: Report) -> int | None:
    """Disputes counted once: reviews, and lawsuits that no review came before."""
    return total_of((report.proceedings.review.total, report.proceedings.litigation.direct.total))


@metric(
    "复议纠错率",
    "correction rate in review",
    "结果纠正÷（总计－尚未审结）",
    "of decided cases, which is the right base",
)
def correction_rate(report: Report) -> Ratio:
    """Decided reviews that ended in a correction."""
    review = report.proceedings.review
    return Ratio(review.corrected, _decided(review))


@metric(
    "复议纠错率（按总计）",
    "correction rate in review, of all",
    "结果纠正÷总计",
    "KIROGOVCOMPARE; pending cases lower it",
)
def correction_rate_of_all(report: Report) -> Ratio:
    """Reviews that ended in a correction, of all reviews, the pending ones included."""
    review = report.proceedings.review
    return Ratio(review.corrected, review.total)


@metric(
    "诉讼败诉率",
    "litigation loss rate",
    "两类诉讼结果纠正之和÷两类已审结之和",
    "own definition; KIROGOVCOMPARE combines all",
)
def litigation_loss_rate(report: Report) -> Ratio:
    """Decided lawsuits that ended in a correction."""
    blocks = _lawsuits(report)
    return Ratio(total_of(block.corrected for block in blocks), total_of(_decided(block) for block in blocks))


@metric("复议未审结占比", "pending share of reviews", "尚未审结÷总计", "own definition")
def review_pending_share(report: Report) -> Ratio:
    """Reviews that are pending at the end of the year."""
    return Ratio(report.proceedings.review.pending, report.proceedings.review.total)


@metric("诉讼未审结占比", "pending share of lawsuits", "两类尚未审结之和÷两类总计之和", "own definition")
def litigation_pending_share(report: Report) -> Ratio:
    """Lawsuits that are pending at the end of the year."""
    blocks = _lawsuits(report)
    return Ratio(total_of(block.pending for block in blocks), total_of(block.total for block in blocks))
