"""Turns of phrase that the reader of sentences goes by."""

from __future__ import annotations

import re

__all__ = [
    "ALL_CONCLUDED",
    "ALL_OF_THEM",
    "AROUND",
    "BARE_GRANTED",
    "BREAKS",
    "CARRIED_AFTER",
    "CARRIED_BEFORE",
    "COUNTS",
    "DECISIONS",
    "DECISION_KIND",
    "DENIED_NUMBER",
    "DENIES",
    "DOCUMENT_KIND",
    "DOCUMENT_STATE",
    "LONGEST_LEAD",
    "MONEY",
    "NOW",
    "OF_WHICH",
    "OF_WHICH_SIGN",
    "OTHER_CASES",
    "OTHER_OUTCOME",
    "OUTCOME_WORDS",
    "OWN",
    "PUBLISHED",
    "RATES",
    "RECEIVED",
    "RESPECTIVELY",
    "SERVICES",
    "SORTS_DOCUMENTS",
    "YEAR",
]

AROUND = " 、"
OF_WHICH = re.compile(r"其中|包括|包含|(?:^|[(,，])含|分别(?:为|是|有)?|按[^@]{0,8}(?:分|看)")
OF_WHICH_SIGN = re.compile("[其包含分按]")
RESPECTIVELY = re.compile("分别|其他|其它|其余|剩余")
YEAR = re.compile(r"(20\d\d) ?年")
COUNTS = frozenset("件条份宗起次项个例篇期则") | {"件次", "件/次", "人次"}
MONEY = frozenset({"fees.processing", "fees.administrative", "procurement.amount"})
#: labels of the tables, which are no prose where a table was not recognised
LABEL = re.compile(r"(?:申请数量|继续办理|总计|件数|数量)[|:\t ]*\Z")
BREAKS = frozenset({"COMMA", "SEMICOLON", "COLON", "OPEN", "CLOSE", "STOP"})
PUBLISHED = frozenset("条件份篇则项期") | {"件次", "件/次"}
ALL_OF_THEM = re.compile(
    r"(?P<all>均|都|全部)?(?:已|被|为|是|获|依法|一审|二审|终审|经法院)*(?P<result>结果|判决|裁定)?(?:均|都|为|是|予以)*"
    r"(?P<outcome>维持|纠正|尚未审结|未审结|正在审理)(?:原[^,]{0,8})?\Z"
)
CARRIED_AFTER = re.compile(r"\s*(?:的|政府信息公开|依申请公开|申请|件)*(?:结转|转|遗留)")
CARRIED_BEFORE = re.compile(r"(?:转|延|至|到|入)\s*\Z")
NOW = re.compile("本年|今年|当年|本期")
#: 我市 and the like mean the place, not the body
OWN = re.compile(
    "[我本][局镇委办乡街厅院署]|[我本][县市区省州][^@,]{0,8}[局委办厅署]|本机关|本单位|[局厅委办]机关(?!各)"
)
#: 废止1件、现行有效9件 behind 制定规范性文件3件
DOCUMENT_STATE = re.compile(
    r"(?:同时|已|共|并|和|、|目前|现|本年度?|全年)*(?:(?P<repealed>废止|宣布失效|失效)|(?:现行|继续|保留)有效)[^@]{0,4}\Z"
)
DOCUMENT_KIND = re.compile(r"(?:和|及|、)*(?:行政)?规范性文件")
#: 公开3件 in a sentence about requests
BARE_GRANTED = re.compile(r"(?:其中|已|均|依法|含|,)*公开")
DENIES = re.compile("[未没无零]")
OUTCOME_WORDS = (("维持", "case.upheld"), ("纠正", "case.corrected"), ("审", "case.pending"))
LONGEST_LEAD = 56
#: 行政处罚3件 behind 办理行政许可5件
DECISION_KIND = re.compile(r"(?:和|及|、)*行政(?P<kind>许可|处罚|强制)(?:决定|措施)?\Z")
DECISIONS = {"许可": "decisions.licenses", "处罚": "decisions.penalties", "强制": "decisions.coercion"}
RECEIVED = re.compile("收到|受理|接收|接到|办理|答复|办结")
#: sentences that sort documents by whether they may be published, in the words of outcomes
SORTS_DOCUMENTS = re.compile(r"属性|公文|拟公开|主动公开[^,;。]{0,14}[0-9]|保密审查")
#: words of services for which people apply every day
SERVICES = re.compile("政务服务|审批|许可|补贴|补助|救助|登记|证照|窗口|大厅|业务|社保|医保|低保|不动产")
#: 未收到一起申请: the number belongs to the denial
DENIED_NUMBER = re.compile(r"(?:未|无|没有|零)[^,，、]{0,6}\Z")
#: cases of which other words of the sentence say that they are not those of section four
OTHER_CASES = re.compile("复议|诉讼|应诉")
#: 其他2件 at the end of a list of outcomes
OTHER_OUTCOME = re.compile(r"其[他它]\Z")
RATES = (
    ("rate.concluded", re.compile(r"(?<!按时)(?<!按期)(?<!及时)(?<!限时)办结率[^@]{0,8}\Z")),
    ("rate.share", re.compile(r"占(?:比|[^@,，]{0,12})?[^@,，]{0,6}\Z")),
    ("rate.growth", re.compile(r"(?:增长|上升|增加|提高|增幅)[^@,，]{0,6}\Z")),
    ("rate.decline", re.compile(r"(?:下降|减少|降低|降幅)[^@,，]{0,6}\Z")),
)
ALL_CONCLUDED = re.compile(r"(?:全部|均已|已全部|都已|均)(?:按时|按期|依法|及时|在[^,，]{0,8}内)*(?:办结|办理完毕)")
