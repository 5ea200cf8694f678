"""Whom and when a quantity covers, and whether it is a rough one, told from the words around it."""

from __future__ import annotations

import re
from typing import Final

from gxparse.model.statement import Extent

__all__ = ["extent_of", "is_rough"]

_ABOUT: Final = re.compile(r"(?:将近|接近|大约|约|近|超过|超|逾|不少于|至少|最多|不足|上)\Z")
_ABOUT_LAST: Final = frozenset("近约过超逾于少多足上")
_ABOUT_AFTER: Final = ("左右", "以上", "以下", "以内", "上下")

# One search for everything that takes a quantity out of the tables' reach; most clauses have none of it.
_COMPARED = (
    r"(?:增加|减少|增长|下降|上升|降低|增幅|降幅|增多|多收|少收|提高|超出|[上去]年多|[上去]年少|同期多|同期少)"
    r"(?:了|约|近|到|至)?[^@,]{0,6}\Z"
)
_COMPARES: Final = re.compile(_COMPARED)
_EXTENT: Final = re.compile(
    rf"(?P<compared>{_COMPARED})"
    r"|(?P<part>季度|[0-9一二三四五六七八九十]个月|[上下前后]半年|(?:国庆|元旦|五一|[春佳]?节|两会|年底|月底)前|(?<!1)(?<!\d)(?:[1-9]|1[01])月(?!1日[起]?[-至到—~－]+(?:20\d\d年)?12月)|\d[-至到—~－]+(?:[1-9]|1[01])月)"
    r"|(?P<year>(?<!过)[上去前往][一1]?年(?!度?(?:的)?(?:没有|无|未)?(?:政府信息公开|依申请公开|申请)?件?(?:结转|转|遗留|滚存|未办结))(?!度?末))"
    r"|(?P<since>历年|近[两二三四五六七八九十几2-9]年|(?:[二两三四五六七八九十几多数2-9]|1\d)年(?:来|间)|历史|自20\d\d年[^@]{0,8}以来|(?:成立|开通|建立|运行|施行|实施|上线|开设)以来)"
    r"|(?P<wider>全[省市县区州盟旗国系]|各[级部乡镇街单科县区市州处股下村社]|辖区|[所下]辖|辖内|[县市区]\([县市区]|政府系统|(?<!本)行政机关(?!负责人)|[我本][市县区省州](?![^@,]{0,8}[局委办厅署])|本(?:科室|股室|处室)|下属|所属|下级|直属|[局厅委]属|事业单位|便民大厅|服务大厅|(?:部分|个别|有的|其他|各)(?:科室|单位|部门|镇|乡|股室|处室|机关)|系统内|基层单位|[市县区]直|镇街|本级|部门|办公[室厅])"
)
_EXTENTS: Final = {
    "compared": Extent.COMPARED,
    "year": Extent.OTHER_YEAR,
    "part": Extent.PART_OF_YEAR,
    "since": Extent.CUMULATIVE,
    "wider": Extent.WIDER,
}


def extent_of(lead: str) -> Extent:
    """What the words before a number say about its extent; :attr:`Extent.OWN` if they say nothing.

    >>> extent_of("全市共收到申请"), extent_of("比上年增加"), extent_of("上年结转申请"), extent_of("共收到申请")
    (<Extent.WIDER: 'wider'>, <Extent.COMPARED: 'compared'>, <Extent.OWN: 'own'>, <Extent.OWN: 'own'>)
    """
    match = _EXTENT.search(lead)
    if match is None:
        return Extent.OWN
    found = _EXTENTS[match.lastgroup or ""]
    # 比上年增加 names another year, but what is counted is the difference.
    return Extent.COMPARED if found is Extent.OTHER_YEAR and _COMPARES.search(lead) else found


def is_rough(words: str, tail: str) -> bool:
    """Whether the words around a number make it a rough one: ``近600条``, ``600条左右``."""
    if words and words[-1] in _ABOUT_LAST and _ABOUT.search(words):
        return True
    return tail.startswith(_ABOUT_AFTER)
