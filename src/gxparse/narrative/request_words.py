"""Which 申请 is a request for government information.

Authorities receive applications of every kind: for licences, land, relief, subsidies. No list of them is ever
complete, so the words allowed in front of 申请 are listed instead: a 申请 with any other word in front counts
nothing that the tables hold, and neither does a denial whose object holds any other word.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["PLAIN_AFTER", "is_plain_object", "names_requests", "qualifies", "speaks_of_outcomes"]

_PLAIN_WORDS: Final = (
    "政府信息公开|政务信息公开|信息公开|政务公开|政府信息|信息|公开|依申请|公民|法人|其[他它]组织|组织|自然人|"
    "(?:社会公众|公众|社会各界|群众|市民|村民|居民|个人|各类|各种|各项)(?=[^@,]{0,14}公开)|"
    "申请人|当事人|所有|全部|相关|有关|关于|有效|书面|网上|网络|网站|线上|线下|在线|现场|当面|信函|邮寄|邮政|平台|互联网|"
    "电子邮件|来函|渠道|方式|形式|途径|提出|提交|递交|提起|发来|寄来|申请|要求|获取|"
    "其中|包括|分别|均|都|已|依法|按时|按期|及时|20[0-9]{2}年度?|本年度|本年|全年|当年|年度|今年|上一年度|上年度|上年|去年|上一?年|结转|转入|遗留|新增|新收|共计|合计|总计|累计|各|或者|以及|"
    '新|有|的|了|到|共|总|计|或|和|及|与|向|[我本][县市区省州旗]?(?:街道|中心|办公[室厅]|管委会|委员会|分局|支队|总队|大队|[局镇县市区委办乡街厅院省校])|本机关|本单位|[0-9件条份宗起次例、,“”"《》:]'
)
_VERBS: Final = (
    "收到|收悉|受理|接收|接到|接受|接获|收办|办理|(?<![圾水物料案])处理|办结|答复|回复|(?<![征回吸验])收|对|将|把|未|无|没有|零|"
    "尚未|是|因|按|向"
)
#: 申请 as a request, with nothing but plain words between it and a verb, another sign, or the beginning
_QUALIFIED: Final = re.compile(
    rf"(?:^|[^\u4e00-\u9fff”’」』》\x22]|{_VERBS})(?:{_PLAIN_WORDS}){{0,12}}?(?:申请(?!书|表|行政复议|复议|法院)|依申请公开)"
)
_REQUEST: Final = re.compile("申请(?!书|表)")
#: words between 申请 and its number
PLAIN_AFTER: Final = (
    r"(?:同比|比|较|上年度?|去年|增加|减少|增长|下降|政府信息公开|信息公开|公开|政府信息|信息|事项|案件|数量|总数|总量|总|工作|情况|方面|件数|次数|共计|合计|总计|累计|分别|约|近|达到|收到|"
    r"[件数量条案的共有为是达计了到:,、“”\"逾超]|收件|新增|新收|本年度?|20[0-9]{2}年度?|[0-9]{2,4}年){0,8}"
)
_OUTCOME_SIGNS: Final = re.compile(
    "公开[和或与及、]部分公开|部分公开|不予公开|无法提供|不予处理|不掌握|内部事务|过程性信息|行政执法案卷|行政查询|三安全一稳定|"
    "第三方合法权益|重复申请|投诉类申请|没有现成信息|另行制作|公开出版物|重新出具|其他处理"
)
_OBJECT: Final = re.compile(
    rf"(?>由于|因|由|无|未发生|没有|各类|各种|针对|涉及|对|任何|一[件起例宗条份]|过|工作|事项|案件|案|情况|情形|问题|答复|处理|引起|引发|产生|导致|发生|造成|而|被|"
    rf"复议后(?:提起)?|行政复议|行政诉讼|行政应诉|复议|诉讼|应诉|起诉|信息处理费|处理费|费用|收费|费|检索|复制|邮寄|数量|数|类|事宜|现象|需要|下年度|下一年度|下年|次年|继续|办理|20[0-9]{{2}}年|年|至|"
    rf"{_PLAIN_WORDS})*+\Z"
)
_PERSONS: Final = re.compile("公民|自然人|个人")
_BODIES: Final = re.compile("法人|组织")
_NOT_PLAIN_OBJECT: Final = re.compile(
    r"(?<!任何)(?<!各种)(?<!各类)(?:形式|方式|渠道|途径|平台|网络|网上|在线|当面|现场|信函|邮寄)"
)


def qualifies(key: str) -> bool:
    """Whether a key that speaks of 申请 speaks of requests for information at all.

    >>> qualifies("收到公民提出的政府信息公开申请@"), qualifies("受理不动产登记申请@"), qualifies("办结@")
    (True, False, True)
    """
    return _REQUEST.search(key) is None or _QUALIFIED.search(key) is not None


def names_requests(sentence: str) -> bool:
    """Whether a sentence speaks of requests for information.

    >>> names_requests("全年收到申请5件"), names_requests("办理低保申请5件"), names_requests("公开信息5条")
    (True, False, False)
    """
    return "申请" in sentence and _QUALIFIED.search(sentence.replace(" ", "")) is not None


def speaks_of_outcomes(sentence: str) -> bool:
    """Whether a sentence names several outcomes of requests, so that it speaks of requests without saying 申请.

    >>> speaks_of_outcomes("全部公开9件，部分公开2件，无法提供4件"), speaks_of_outcomes("不予公开的公文3件")
    (True, False)
    """
    found = {match[0] for match in _OUTCOME_SIGNS.finditer(sentence.replace(" ", ""))}
    return len(found) > 1 or any(len(sign) == 7 and sign.startswith("公开") for sign in found)


def is_plain_object(words: str) -> bool:
    """Whether the object of a denial holds nothing that narrows it: ``败诉案件`` does, ``行政诉讼案件`` does not.

    >>> is_plain_object("政府信息公开申请"), is_plain_object("逾期的申请"), is_plain_object("任何形式的申请")
    (True, False, True)
    """
    if _OBJECT.match(words) is None or _NOT_PLAIN_OBJECT.search(words) is not None:
        return False
    # One kind of applicants alone narrows, all of them together do not.
    return (_PERSONS.search(words) is None) == (_BODIES.search(words) is None)
