"""Which cells of the tables a quantity of the prose restates, and what messages call it."""

from __future__ import annotations

import functools
from typing import Final, TypeAlias

from gxparse.model.shape import shape_of

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
    "outcome.state_secret": ("refused.state_secret.",),
    "outcome.prohibited_by_law": ("refused.prohibited_by_law.",),
    "outcome.three_securities": ("refused.three_securities_one_stability.",),
    "outcome.third_party": ("refused.third_party_rights.",),
    "outcome.internal": ("refused.internal_affairs.",),
    "outcome.deliberative": ("refused.deliberative_process.",),
    "outcome.enforcement_file": ("refused.enforcement_file.",),
    "outcome.query": ("refused.administrative_query.",),
    "outcome.unable": ("unable.",),
    "outcome.not_held": ("unable.not_held.",),
    "outcome.needs_creation": ("unable.needs_creation.",),
    "outcome.unclear": ("unable.unclear_after_correction.",),
    "outcome.not_processed": ("not_processed.",),
    "outcome.petition": ("not_processed.petition.",),
    "outcome.duplicate": ("not_processed.duplicate.",),
    "outcome.publication": ("not_processed.publication.",),
    "outcome.excessive": ("not_processed.excessive.",),
    "outcome.reconfirmation": ("not_processed.reconfirmation.",),
    "outcome.not_corrected": ("other.not_corrected_in_time.",),
    "outcome.fee_unpaid": ("other.fee_unpaid.",),
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
    "requests.carried": ("结转", "requests carried in or out"),
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
    "outcome.state_secret": ("属于国家秘密", "state secrets"),
    "outcome.prohibited_by_law": ("法律行政法规禁止公开", "prohibited by law"),
    "outcome.three_securities": ("危及“三安全一稳定”", "threats to security and stability"),
    "outcome.third_party": ("保护第三方合法权益", "rights of third parties"),
    "outcome.internal": ("三类内部事务信息", "internal affairs"),
    "outcome.deliberative": ("四类过程性信息", "deliberative information"),
    "outcome.enforcement_file": ("行政执法案卷", "enforcement files"),
    "outcome.query": ("行政查询事项", "administrative queries"),
    "outcome.unable": ("无法提供", "unable to provide"),
    "outcome.not_held": ("本机关不掌握", "not held"),
    "outcome.needs_creation": ("需要另行制作", "would have to be created"),
    "outcome.unclear": ("补正后仍不明确", "still unclear"),
    "outcome.not_processed": ("不予处理", "not processed"),
    "outcome.petition": ("信访举报投诉类申请", "petitions"),
    "outcome.duplicate": ("重复申请", "duplicates"),
    "outcome.publication": ("要求提供公开出版物", "requests for publications"),
    "outcome.excessive": ("无正当理由大量反复申请", "excessive requests"),
    "outcome.reconfirmation": ("要求确认或重新出具已获取信息", "requests for what was already given"),
    "outcome.not_corrected": ("逾期不补正", "not corrected in time"),
    "outcome.fee_unpaid": ("逾期未缴费", "fees not paid"),
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
def result_rows(edition: str, prefixes: tuple[str, ...]) -> Reading:
    """The totals of the result rows whose key begins with one of *prefixes*; of all of them without any."""
    starts = tuple(f"requests.results.{p}" for p in prefixes) or ("requests.results.",)
    return tuple(
        path
        for path in shape_of(edition).paths
        if path.startswith(starts) and path.endswith(".total") and not path.startswith("requests.results.total.")
    )


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
    elif topic == "requests.carried":
        found = (("requests.carried_over.total",), ("requests.carried_forward.total",))
    elif topic in ("requests.carried_over", "requests.carried_forward"):
        found = ((f"{topic}.total",),)
    elif topic in _APPLICANTS:
        columns = _APPLICANTS[topic]
        new = tuple(f"{_RECEIVED}.{c}" for c in columns)
        both = (*new, *(f"{_CARRIED}.{c}" for c in columns))
        carried = tuple(f"{_CARRIED}.{c}" for c in columns)
        done = tuple(f"{_CONCLUDED}.{c}" for c in columns)
        found = {
            "requests.new": (new,),
            "requests.concluded": (done,),
            "requests.carried_over": (carried,),
        }.get(whole or "", (new, both, done))
    elif topic in _OUTCOMES:
        rows = _OUTCOMES[topic]
        found = (result_rows(edition, rows),)
        if found == ((),):
            return ()  # the older form has no row for it
        group = rows[0].partition(".")[0] + "."
        if rows != (group,) and len(rows) == 1:
            # 无法提供（本机关不掌握等）8件: the ground in brackets need not be all of it.
            found += (result_rows(edition, (group,)),)
    elif topic in _CASES:
        found = (tuple(f"proceedings.{block}.total" for block in _CASES[topic]),)
    elif topic.startswith("case.") and whole in _CASES:
        found = (tuple(f"proceedings.{block}.{topic[5:]}" for block in _CASES[whole]),)
    elif topic in _SINGLE:
        found = tuple((path,) for path in _SINGLE[topic])
    return tuple(r for r in found if r and all(path in index for path in r))
