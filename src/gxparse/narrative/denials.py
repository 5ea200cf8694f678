"""Clauses that deny: ``未收到申请``, ``无行政复议``, ``没有收取费用``, ``依申请公开为零``."""

from __future__ import annotations

import functools
import re

from gxparse.narrative.request_words import is_plain_object

__all__ = ["denied_topics"]

_DENIAL = re.compile(
    r"(?:未|没有|没|尚无|暂无|均无|也无|无|零)(?P<verb>有|曾|曾有)?"
    r"(?P<act>收到|接到|接收到|接收|受理|接受|新增|发生|产生|出现|发现|引发|涉及|收取|办理|提起|被提起|被申请|制定|制发|出台|印发)?(?P<object>.{0,48})"
)
#: 无 as part of another word denies nothing
_NO_DENIAL = re.compile(
    r"无(?:法|关|误|需|须|偿|障|正当|论|条件|缝|纸|人机|偏差|线)|未(?:来|成年|按|能|及|公开|完|经|尽|办)|没有(?:最|更)"
)
_AGAIN = re.compile("不|未|逾|超|延误|违规|拒")
_NORMATIVE = re.compile("(?:过|任何|新的?|行政)*规范性文件")
_CASE_WORDS = re.compile("复议|诉讼|应诉|起诉")
_REVIEW = re.compile("复议")
_LITIGATION = re.compile("诉讼|应诉|起诉")
_REQUEST = re.compile(r"申请(?!人|行政|复议|法院)|申请公开|公开申请|依申请公开")
_AFTER_REVIEW = re.compile("复议后")
#: 未办理依申请公开事项, and not what was left undone
_HANDLED = re.compile(r"(?:过|任何)?(?:依申请公开|政府信息公开申请|信息公开申请)(?:的)?(?:事项|件|业务|申请)?")
_REQUEST_BEFORE_CASE = re.compile(r"(?:申请|依申请公开)(?:事项|件)?[、和及与或]")
_FEE = re.compile(r"费用|收费|处理费|[^经公]费$|任何费")
_CARRIED = re.compile(r"结转|转下年")
_CARRIED_IN = re.compile(r"[上去前往](?:一)?年度?[^,]{0,8}(?:结转|转入|遗留)|结转(?:自|的)?[上去]")
_ZERO_AFTER = re.compile(
    r"(?P<what>(?<!复议)申请|依申请公开|复议|诉讼|收费)(?:件|案件|数量|件数|数|情况|事项|工作|申请|费用|总数|总量)*(?:均|都|全部)?(?:为|是)?(?:零|无)(?:件|报告|申请|起|受理)?\Z"
)
_NOBODY = re.compile(r"(?:无人|没有人)(?:提出|提交)?(?:政府信息公开|信息公开)?申请(?:公开)?(?:政府信息|信息)?\Z")
_OTHERS = re.compile("热线|来信|信箱|提案|建议|投诉|举报|许可|救助|不良|负面|事故")


@functools.lru_cache(maxsize=4096)
def denied_topics(clause: str) -> tuple[str, ...]:
    """The topics of which a clause (without white space) says that there was none.

    >>> denied_topics("我镇未收到政府信息公开申请"), denied_topics("未发生行政复议、行政诉讼案件")
    (('requests.received',), ('cases.review', 'cases.litigation'))
    >>> denied_topics("无法提供"), denied_topics("没有未办结的申请"), denied_topics("未收取任何费用")
    ((), (), ('fees.processing',))
    """
    found: list[str] = []
    for match in _DENIAL.finditer(clause):
        if _NO_DENIAL.match(clause, match.start()):
            continue
        act, target = match["act"], match["object"]
        if act == "办理" and _HANDLED.fullmatch(target) is None:
            continue
        if act in ("制定", "制发", "出台", "印发"):
            if _NORMATIVE.fullmatch(target):
                found.append("documents.normative.issued")
                break
            continue
        if (
            not is_plain_object(target)
            or _AGAIN.search(target)
            or (_OTHERS.search(target) and not _CASE_WORDS.search(target))
        ):
            continue
        if _CASE_WORDS.search(target):
            if "费" in target:
                continue
            if _AFTER_REVIEW.search(target):
                return ("cases.after_review",)
            if _REVIEW.search(target):
                found.append("cases.review")
            if _LITIGATION.search(target):
                found.append("cases.litigation")
            if act in (None, "收到", "新增", "接到", "受理", "接收", "接收到") and _REQUEST_BEFORE_CASE.search(target):
                found.append("requests.received")
        elif _CARRIED.search(target):
            found.append("requests.carried_over" if _CARRIED_IN.search(target) else "requests.carried_forward")
        elif _FEE.search(target) and (act in ("收取", "产生", "发生", None)):
            found.append("fees.processing")
        elif _REQUEST.search(target):
            found.append("requests.received")
        if found:
            break
    if not found and _NOBODY.search(clause):
        found.append("requests.received")
    if not found:
        zero = _ZERO_AFTER.search(clause)
        if zero is not None and not _OTHERS.search(clause):
            if _CASE_WORDS.search(clause):
                if _REVIEW.search(clause):
                    found.append("cases.review")
                if _LITIGATION.search(clause):
                    found.append("cases.litigation")
            elif zero["what"] in ("申请", "依申请公开"):
                found.append("requests.received")
    return tuple(found)
