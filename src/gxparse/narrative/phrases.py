"""Turns of phrase that the reader of sentences goes by."""

from __future__ import annotations

import re

__all__ = [
    "ADDED",
    "ADDED_UP",
    "ALL_APPLICANTS",
    "ALL_CONCLUDED",
    "ALL_OF_THEM",
    "AROUND",
    "BARE_DECISIONS",
    "BARE_GRANTED",
    "BARE_HANDLED",
    "BREAKS",
    "CARRIED_AFTER",
    "CARRIED_BEFORE",
    "COUNTS",
    "DECISIONS",
    "DECISION_KIND",
    "DENIED_NUMBER",
    "DENIES",
    "DOCUMENTS_HEAD",
    "DOCUMENT_KIND",
    "DOCUMENT_STATE",
    "EXAMINED",
    "GROUPS",
    "LAST_YEAR_BEHIND",
    "LISTED",
    "LONGEST_LEAD",
    "MONEY",
    "MORE",
    "NOW",
    "OF_WHICH",
    "OF_WHICH_SIGN",
    "ORDINAL",
    "OTHER_CASES",
    "OTHER_OUTCOME",
    "OUTCOME_WORDS",
    "OWN",
    "PLAIN_CHANGE",
    "PUBLISHED",
    "RATES",
    "RECEIVED",
    "RESPECTIVELY",
    "SEPARATORS",
    "SERVICES",
    "SHARE_OF_ALL",
    "SORTS_DOCUMENTS",
    "TAKEN_IN",
    "THAN",
    "UNRELATED",
    "YEAR",
]

AROUND = " 、"
#: marks between clauses, which patterns over several clauses pass over
SEPARATORS = re.compile(r"[,:()\[\]〔〕【】]")
OF_WHICH = re.compile(r"其中|包括|包含|(?:^|[(,，])含|分别(?:为|是|有)?|按[^@]{0,8}(?:分|看)")
OF_WHICH_SIGN = re.compile("[其包含分按]")
RESPECTIVELY = re.compile("分别|其他|其它|其余|剩余")
YEAR = re.compile(r"(20\d\d) ?年")
COUNTS = frozenset("件条份宗起次项个例篇期则") | {"件次", "件/次", "人次"}
MONEY = frozenset({"fees.processing", "fees.administrative", "procurement.amount"})
#: labels of the tables, which are no prose where a table was not recognised
#: what officials do with answers besides giving them
EXAMINED = re.compile("抽查|评查|审查|审核|复核|核查|检查|培训|模板|范本|样本|编印|督办|指导")
#: cases about something else
UNRELATED = re.compile("信息公开[^,;。]{0,4}无关|[不未]涉及?(?:政府)?信息公开|调解|仲裁")
LABEL = re.compile(r"(?:申请数量|继续办理|总计|件数|数量)[|:\t ]*\Z")
BREAKS = frozenset({"COMMA", "SEMICOLON", "COLON", "OPEN", "CLOSE", "STOP"})
PUBLISHED = frozenset("条件份篇则项期") | {"件次", "件/次"}
ALL_OF_THEM = re.compile(
    r"(?P<all>均|都|全部)?(?:已|被|为|是|获|依法|一审|二审|终审|经法院)*(?P<result>(?:复议)?结果|判决|裁定)?(?:均|都|被|为|是|予以)*"
    r"(?P<outcome>维持|纠正|撤销|尚未审结|未审结|正在审理)(?:原[^,]{0,8})?\Z"
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
    r"(?:同时|已|共|并|和|、|,|截至目前|截至[^,]{0,8}底|目前|现|年内|本年度?|全年|当年|清理|依法|新)*(?:(?P<issued>制发|制定|出台|印发)|(?P<repealed>废止|宣布失效|失效)|(?:现行|继续|保留)有效)[^@]{0,4}\Z"
)
DOCUMENT_KIND = re.compile(r"(?:和|及|、)*(?:行政)?规范性文件")
#: 公开3件 in a sentence about requests
BARE_GRANTED = re.compile(r"(?:其中|已|均|依法|含|,)*公开")
#: 全年办理41件 in a sentence about requests
BARE_HANDLED = re.compile(
    r"(?:20\d\d年度?|全年|本年度?|年内|今年|当年|共计|共|累计|总共|合计|依法|已|[我本][局镇委办乡街厅院县市区]|本机关|本单位|[,:])*"
    r"(?:收到|受理|接收|办理|处理|收办)(?:共计|共)?"
)
#: 全年行政许可120件, with no verb
BARE_DECISIONS = re.compile(
    r"(?:20\d\d年度?|全年|本年度?|年内|今年|共计|共|累计|[我本][局镇委办乡街厅院县市区]|本机关|[,:和及、])*"
    r"行政(?P<kind>许可|处罚|强制)(?:处理)?(?:决定|措施)?(?:共计|共)?"
)
#: words of lists and notices, in which decisions and items are published rather than taken
LISTED = re.compile("公开|公示|公布|发布|清单|录入|归集|事项|目录|权责|权力|信息")
#: 新增46件 behind 上年结转4件
ADDED = re.compile(r"(?:和|及|,)?(?:本年度?|当年|今年|全年)?(?:新增|新收)(?:申请)?")
#: 共计50件 behind the items of a list
#: heads of lists: 政府规章:制发3件,废止1件
DOCUMENTS_HEAD = re.compile(r"[^,]{0,6}?(?:(?P<rules>规章)|规范性文件)(?:方面|情况|制发情况)?")
#: (二) in front of a sentence
ORDINAL = re.compile(r"[\s,]*\(? ?[0-9一二三四五六七八九十]{1,3} ?\)")
ADDED_UP = re.compile(r"(?:以上|[两三四]项|[两三四]者)?(?:共计|合计|总计|总共|共)(?:办理|受理|处理|应办|收到)?")
#: groups of outcomes, of which the words before may give the ground
GROUPS = frozenset({"outcome.refused", "outcome.unable", "outcome.not_processed"})
DENIES = re.compile("[未没无零]")
OUTCOME_WORDS = (
    ("维持", "case.upheld"),
    ("纠正", "case.corrected"),
    ("撤销", "case.corrected"),
    ("审", "case.pending"),
)
LONGEST_LEAD = 56
#: 行政处罚3件 behind 办理行政许可5件
DECISION_KIND = re.compile(r"(?:和|及|、)*行政(?P<kind>许可|处罚|强制)(?:决定|措施)?\Z")
DECISIONS = {"许可": "decisions.licenses", "处罚": "decisions.penalties", "强制": "decisions.coercion"}
RECEIVED = re.compile("收到|受理|接收|接到|办理|答复|办结")
TAKEN_IN = re.compile("收到|受理|接收|接到|办结")
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
#: 占比12.8%, 占办结总数的12.8%: behind an outcome or a kind of applicants, of all requests
SHARE_OF_ALL = re.compile(
    r"[,(:]?(?:约)?(?:占(?:比|(?:办结|答复|办理|受理|收到|全部|所有)?(?:政府信息公开|信息公开)?(?:申请|办件)?(?:总数|总量|总件数|数量|量|数|件)?的?))(?:为|达|约)?"
)
#: 同比增长15%: of what was counted before, and not of anything else
PLAIN_CHANGE = re.compile(
    r"[,(:]?(?:申请|受理|收件|总)?(?:数量|总量|量|数|件数)?(?:同比|环比|[比较与]?[上去]年(?:度)?(?:同期)?(?:相比)?|[比较]20\d\d年(?:同期|度)?|上年度?|年)*,?"
    r"(?:增长|上升|增加|提高|增幅|下降|减少|降低|降幅|增加了|减少了)(?:率|幅度|比例|了|约|为|达到|达|至)*"
)
#: 增长15%(上年40件)
LAST_YEAR_BEHIND = re.compile(
    r"[,(](?:20\d\d年|[上去]年)(?:度|同期)?(?:收到|受理|申请|共|为|是|的){0,3}([0-9]+)件(?:[,;。)]|\Z)"
)
#: words of a difference upwards
MORE = re.compile("增|多|上升|提高")
#: 比2030年的23件增长
THAN = re.compile(r"(?:[比较与])(?:20\d\d年|[上去]年)(?:度|同期)?(?:的|为|是)?\Z")
RATES = (
    (
        "rate.concluded",
        re.compile(r"(?<!按时)(?<!按期)(?<!及时)(?<!限时)办结率(?![^@]*(?:提高|上升|提升|增|降))[^@]{0,8}\Z"),
    ),
    ("rate.share", re.compile(r"占(?:比|[^@,，]{0,12})?[^@,，]{0,6}\Z")),
    ("rate.growth", re.compile(r"(?:增长|上升|增加|提高|增幅)[^@,，]{0,6}\Z")),
    ("rate.decline", re.compile(r"(?:下降|减少|降低|降幅)[^@,，]{0,6}\Z")),
)
#: 申请人均为自然人, of the requests counted just before
ALL_APPLICANTS = re.compile(
    r"(?:申请人|申请主体)?(?P<all>均|都|全部)?(?:为|是|系|由)(?:(?P<natural>自然人|公民个人)|商业企业|企业)(?:申请|提出|提交)?"
)
ALL_CONCLUDED = re.compile(r"(?:全部|均已|已全部|都已|均)(?:按时|按期|依法|及时|在[^,，]{0,8}内)*(?:办结|办理完毕)")
