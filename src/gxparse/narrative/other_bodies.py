"""Sentences whose subject is another body than the one that reports: ``县教育局收到申请2件`` in the report of a county."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["names_another_body", "short_name"]

#: the end of a body's name and what may stand between it and the verb
_SUBJECT: Final = re.compile(
    r"(?:局|委员会|委|办公室|办公厅|办|厅|院|中心|政府(?!信息)|办事处|镇|乡|街道|集团|公司|机构|单位|居委会|村委会|学校|医院|大学|[总支大]队)"
    r"(?P<rest>(?:\(本级\)|20\d\d年度?|全年|本年度?|今年|共计|总共|共|累计|合计|新|分别|依法|已|按时){0,4}"
    r"(?:收到|新收|受理|接收|接到|收办|办理|办结|答复|被申请|被提起|[,:]?(?:政府信息公开|信息公开|公开)?(?:申请)?\Z))"
)
_OWN: Final = re.compile(r"[我本全](?:[县市区省州旗镇乡]|\w{0,6}?)\Z")
_SHORTER: Final = (("人民政府", "政府"), ("办公室", "办"), ("办公厅", "办"), ("委员会", "委"), ("办事处", ""))
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,16}\Z")
#: so many characters at the end of a name must stand in the name of the body, in their order
_TELLING: Final = 3


def short_name(name: str) -> str:
    """A body's name without the words that prose leaves out.

    >>> short_name("临溪县人民政府办公室"), short_name("东街街道办事处")
    ('临溪县政府办', '东街街道')
    """
    for long, short in _SHORTER:
        name = name.replace(long, short)
    return name


def names_another_body(lead: str, body: str | None) -> bool:
    """Whether the words in front of a number name a body that is not *body* (a short name) as what counted.

    Without the name of the body nobody can say which one is meant, so that every name is another.

    >>> names_another_body("县教育局收到申请", "临溪县水务局"), names_another_body("市卫健委共收到申请", "临溪市卫生健康委")
    (True, False)
    >>> names_another_body("我局收到申请", "临溪县水务局"), names_another_body("全年收到申请", "临溪县水务局")
    (False, False)
    """
    match = _SUBJECT.search(lead)
    if match is None:
        return False
    before = _HAN.search(lead, 0, match.start("rest"))
    if before is None or _OWN.search(lead, max(0, before.start()), match.start()):
        return False
    name = short_name(before[0])[-_TELLING:]
    if len(name) < _TELLING:
        return False
    return body is None or not _stands_in(name, body)


def _stands_in(name: str, body: str) -> bool:
    """Whether the characters of *name* stand in *body* in their order, the last of them at its end."""
    if not (body.endswith(name[-1]) or name in body):
        return False
    at = 0
    for character in name:
        at = body.find(character, at) + 1
        if at == 0:
            return False
    return True
