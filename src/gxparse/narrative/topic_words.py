"""The words around a number that tell what it counts, topic by topic: patterns over keys, in the order of trying.

A key is the text before the number, ``@`` for the number, and the text behind it, without white space. A pattern
without a topic is a decoy: something counted in the same words that stands in no table.
"""

from __future__ import annotations

from typing import Final

from gxparse.narrative.request_words import PLAIN_AFTER

__all__ = ["LITERALS", "PATTERNS"]

# Things that are counted in the same words and belong to no table.
_DECOY = (
    "来电|来信|热线|信件|信箱|留言|邮件往来|咨询|投诉|举报|提案|建议|议案|工单|诉求|许可申请|办件|回复网民|网民|"
    "救助申请|补贴申请|贷款申请|法律援助|仲裁|申请书|公证|户籍|来访"
)
_OTHER_CASES = "办理|审理|审结|受理|化解|调解|代理|参与|承办|承接|应对"

#: words between reviews or lawsuits and their number: 复议决定书公开3份 counts something else
_CASE_WORDS = (
    r"(?:案件|案|申请|事项|事件|情况|数量|件数|次数|数|类|共计|总计|合计|分别|累计|发生|受理|收到|接到|提起|答复|新增|本年度?|全年|20\d\d年|"
    r"[件共的为是有达了,:“”约近\"]){0,6}"
)
#: what became of the cases just counted: 2起维持
_RESULT: Final = "^[^@]{0,4}@(?:案件|案)?(?:均|被|予以|获|结果|判决|依法){0,3}"
#: words between a kind of applicant and the number of its requests
_BY = r"(?:的|提出|提交|递交|申请|政府信息公开|信息公开|公开|共|有|为|是|数量|件数|数|,|:|占){0,6}"

#: grounds on which a request is refused or cannot be met, one row of section three each
_GROUNDS: Final = {
    "outcome.state_secret": r"国家秘密",
    "outcome.prohibited_by_law": r"(?:法律|法规)[^@,]{0,6}禁止(?:公开)?",
    "outcome.three_securities": r"(?:三|3)安全一稳定",
    "outcome.third_party": r"第三[方人](?:的)?(?:合法)?权益",
    "outcome.internal": r"内部事务",
    "outcome.deliberative": r"过程性信息",
    "outcome.enforcement_file": r"执法案卷",
    "outcome.query": r"行政查询",
    "outcome.not_held": r"(?:不|未)掌握",
    "outcome.needs_creation": r"(?:没有|无)现成(?:的)?信息|另行制作",
    "outcome.unclear": r"补正后[^@,]{0,6}仍不明确",
}
_GROUND: Final = "(?:" + "|".join(_GROUNDS.values()) + ")"
#: words between a ground and its number; behind 不予公开 or 无法提供 the number may be that of the whole group
_GROUND_AFTER: Final = r"[^@;]{0,14}@"

PATTERNS: Final[tuple[tuple[str | None, str], ...]] = (
    # --- cases ---
    # what a reviewing authority or its lawyers handle is no case against the body itself
    (None, rf"(?:{_OTHER_CASES})[^@]{{0,16}}(?:复议|诉讼|应诉)(?:案件|案)?[^@]{{0,8}}@"),
    (None, r"(?:作为|撤回|听证|被申请人|被告|第三人|出庭|败诉|胜诉)[^@]{0,12}(?:复议|诉讼|应诉)[^@]{0,8}@"),
    (
        "cases.after_review",
        r"(?<!未)经过?(?:行政)?复议(?:程序)?(?:而|再)?(?:提起)?(?:起诉|行政诉讼|诉讼)[^@]{0,8}@|(?:经)?复议后(?:又|再|提起|向法院)?(?:起诉|行政诉讼|诉讼)[^@]{0,8}@",
    ),
    (
        "cases.direct",
        r"未经(?:行政)?复议(?:程序)?(?:而)?(?:直接)?(?:提起)?(?:起诉|行政诉讼|诉讼)[^@]{0,8}@|直接(?:向[^@,]{0,8})?(?:提起)?(?:行政)?(?:起诉|诉讼)[^@]{0,6}@",
    ),
    (
        "cases.all",
        r"复议(?:案件)?(?:[、和及与]|或者?)(?:提起)?(?:行政)?诉讼(?:案件)?[^@]{0,10}@|复议诉讼(?:案件)?[^@]{0,6}@",
    ),
    ("cases.review", rf"复议{_CASE_WORDS}@(?!.{{0,6}}诉讼)"),
    ("cases.litigation", rf"(?:诉讼|应诉|起诉){_CASE_WORDS}@"),
    (
        "cases.review",
        r"@(?:[^@]{0,8}|[因由涉][^@]{0,3}(?:信息|政务)公开[^@]{0,6})行政复议|^[^@]{0,4}@(?:行政)?复议案件",
    ),
    ("cases.litigation", r"@(?:[^@]{0,8}|[因由涉][^@]{0,3}(?:信息|政务)公开[^@]{0,6})行政诉讼"),
    ("case.upheld", rf"维持(?:原[^@]{{0,8}})?[^@]{{0,6}}@|{_RESULT}维持"),
    ("case.corrected", r"(?:纠正|纠错|撤销|确认违法|责令[^@]{0,6})[^@]{0,6}@|" + _RESULT + "(?:纠正|撤销)"),
    (
        "case.pending",
        r"(?:尚未审结|未审结|正在审理|尚?在审理|审理中|未审理|未结案|未结(?!转))[^@]{0,6}@|@[^@]{0,4}(?:尚未审结|未审结|正在审理|尚?在审理|未结案)",
    ),
    ("case.other", r"其[他它](?:方式)?(?:结果|结案|情形)[^@]{0,4}@"),
    # --- carried ---
    (
        "requests.carried_forward",
        (
            r"(?:结转|转入|转至|顺延|延续|延至|留待|滚存|转)(?:至|到|入)?(?:下|次|明|20\d\d)(?:一)?年?度?[^@]{0,14}@|"
            r"(?:下年度?|下一年度?|次年)(?:继续)?(?:结转|办理|处理|答复)[^@]{0,8}@|尚(?:未|在)(?:办结|办理)[^@]{0,8}@|"
            r"^[^@]{0,3}@(?:申请)?(?:结转|顺延|转)(?:至|到|入)?(?:下|次|明|20\d\d)|"
            r"(?:尚有|还有|剩余|其余|另有|余)@(?:申请)?(?:仍|尚|均)?(?:在|正在)?(?:办理|处理)|(?:尚有|还有|剩余|其余|另有|余)@[^@]{0,6}(?:结转|顺延|转)(?:至|到|入)?(?:下|次|明|20\d\d)"
        ),
    ),
    (
        "requests.carried_over",
        (
            r"(?:上|去|前|往)(?:一)?年度?(?:的)?(?:政府信息公开|依申请公开|申请)?(?:件)?(?:结转|转入|转接|遗留|滚存|未办结|转)"
            r"(?!下|至下|到下)[^@]{0,16}@|20\d\d年度?(?:的)?(?:政府信息公开|依申请公开|申请)?件?(?:结转|转入|遗留)"
            r"(?!至?下|到下|至?次|20)[^@]{0,16}@|结转(?:上|去)(?:一)?年度?[^@]{0,12}@"
        ),
    ),
    # in or out, nobody says
    ("requests.carried", r"^[^@]{0,2}结转(?:件|数)?(?:为|共)?@(?:$|[^@年至到下]{0,2}$)"),
    # --- applicants ---
    (
        "requests.received",
        r"(?:收到|接收|受理|接到|收)(?:了|各类|到)?(?:公民|群众|个人|社会公众|公众|市民|社会)[^@、]{0,8}申请[^@]{0,4}@",
    ),
    (
        "applicant.organizations",
        rf"(?:^|[^、])法人(?:或者?|和|及|与|、)?其[他它]组织{_BY}@|(?:法人|单位)(?:提出|申请){_BY}@",
    ),
    ("applicant.commercial", rf"(?<!涉及)(?<!服务)(?<!走访)(?:商业企业|企业){_BY}@"),
    ("applicant.research", rf"科研机构{_BY}@"),
    ("applicant.public_interest", rf"(?:社会)?公益组织{_BY}@"),
    ("applicant.legal", rf"法律服务机构{_BY}@"),
    ("applicant.natural", r"^[^@]{0,4}@(?:申请)?(?:均)?(?:由|为|是|系|来自)(?:自然人|公民|个人)"),
    ("applicant.commercial", r"^[^@]{0,4}@(?:申请)?(?:均)?(?:由|为|是|系|来自)商业企业"),
    (
        "applicant.organizations",
        r"^[^@]{0,4}@(?:申请)?(?:均)?(?:由|为|是|系|来自)法人(?:或者?|和|及|与|、)?其[他它]组织",
    ),
    ("applicant.natural", rf"(?:自然人|公民个人|公民|个人){_BY}@"),
    # --- outcomes ---
    # what is written about answers, or the papers themselves
    (
        None,
        r"(?:部分公开|不予公开|无法提供|不予处理|不掌握)[^@,]{0,8}(?:案例|文本|文书|范本|模板|格式|标准|话术|指引|样式|台账)[^@,]{0,4}@",
    ),
    ("outcome.granted_or_partly", r"(?:予以|同意|准予|全部|主动)?公开(?:和|及|、|或|与)部分公开[^@]{0,6}@"),
    ("outcome.partly_granted", r"(?:部分公开|部分予以公开|区分处理)[^@]{0,8}@"),
    ("outcome.several", rf"{_GROUND}[^@]{{0,8}}(?:[、,和及或与]|以及)[^@]{{0,12}}?{_GROUND}{_GROUND_AFTER}"),
    *((ground, f"(?:{words}){_GROUND_AFTER}") for ground, words in _GROUNDS.items()),
    ("outcome.refused", r"(?:不予|不同意|不|未予|拒绝)公开[^@]{0,8}@"),
    ("outcome.unable", r"(?:无法|不能)(?:提供|公开)[^@]{0,10}@"),
    ("outcome.petition", r"信访[^@]{0,3}(?:举报)?[^@]{0,3}(?:投诉)?类(?:申请[^@]{0,4})?@"),
    ("outcome.duplicate", r"重复申请[^@]{0,6}@"),
    ("outcome.publication", r"公开出版物[^@,]{0,8}@"),
    ("outcome.excessive", r"大量[、,]?反复(?:提出)?申请[^@,]{0,6}@"),
    ("outcome.reconfirmation", r"重新出具[^@,]{0,16}@"),
    ("outcome.not_corrected", r"(?:未|不)[^@,补]{0,8}补正[^@,]{0,6}@"),
    ("outcome.fee_unpaid", r"未[^@,缴]{0,10}缴纳?[^@,]{0,6}费[^@,]{0,8}@"),
    ("outcome.not_processed", r"不予(?:处理|受理)[^@]{0,8}@|@(?:已|均|依法|按规定)*(?:作|作出)?不予处理"),
    ("outcome.granted", r"(?:予以|同意|准予|全部)公开[^@]{0,8}@"),
    ("outcome.other", r"其他(?:处理|情形)(?:结果)?[^@]{0,4}@"),
    # --- fees and documents ---
    (
        "fees.processing",
        r"(?:信息处理费|检索费?|复制费?|邮寄费?|依申请[^@]{0,14}(?:收取|收费)|收取[^@]{0,6}费用)[^@]{0,12}@",
    ),
    (None, r"(?:减免|免征|免收|退还|降低|取消|停征|少收)[^@]{0,8}(?:收费|费用?)[^@]{0,6}@"),
    ("fees.administrative", r"行政事业性收费(?:金额|总额|收入)?(?:共计|共|合计|为|达)?[^@]{0,4}@"),
    ("procurement.amount", r"采购(?:总)?(?:金额|资金|额)(?:共计|共|合计|为|达)?[^@]{0,4}@"),
    (
        "procurement.projects",
        r"(?:政府)?集中采购(?:项目)?(?:共计|共|合计|为)?[^@]{0,4}@|政府采购(?:项目)?(?:共计|共|合计|为)?@",
    ),
    (
        None,
        r"(?:公开|发布|公示|备案|审查|清理|解读|转发|上传|报备|评估|修改|修订|归集)[^@]{0,14}(?:规范性文件|规章)[^@]{0,6}@",
    ),
    ("documents.rules.issued", r"(?:制定|制发|出台|印发|颁布|新制作)[^@]{0,8}规章[^@]{0,4}@"),
    ("documents.rules.repealed", r"废止[^@]{0,8}规章[^@]{0,4}@"),
    ("documents.rules.in_force", r"现行有效[^@]{0,6}规章[^@]{0,4}@"),
    ("documents.normative.repealed", r"废止[^@]{0,10}规范性文件[^@]{0,4}@"),
    ("documents.normative.in_force", r"(?:现行|继续)有效[^@]{0,10}规范性文件[^@]{0,4}@|规范性文件现行有效[^@]{0,3}@"),
    (
        "documents.normative.issued",
        (
            r"(?:制定|制发|出台|印发|新制作|制作|新制定|新增)[^@]{0,12}规范性文件[^@]{0,4}@|"
            r"(?:制定|制发|出台|新制作)[^@]{0,6}@[^@]{0,4}规范性文件|"
            r"^(?:行政)?规范性文件(?:方面|情况)?[:,]?(?:本年度?|全年|新|共)*(?:制发|制定|出台|印发)@"
        ),
    ),
    # --- decisions ---
    (None, r"(?:专项|行动|领域|整治|期间|通办)[^@]{0,10}行政(?:许可|处罚|强制)[^@]{0,10}@"),
    (
        None,
        r"(?:公开|发布|公示|公布|清单|事项|目录|权力|梳理|录入)[^@]{0,16}行政(?:许可|处罚|强制)[^@]{0,10}@|行政(?:许可|处罚|强制)[^@]{0,4}(?:信息|事项|目录|清单|公示|类)[^@]{0,6}@",
    ),
    ("decisions.licenses", r"(?:作出|办理|办结|实施|核发)[^@]{0,6}行政许可(?:决定)?[^@]{0,4}@"),
    ("decisions.penalties", r"(?:作出|办理|办结|实施|下达)[^@]{0,6}行政处罚(?:决定)?[^@]{0,4}@"),
    ("decisions.coercion", r"(?:作出|办理|实施|采取)[^@]{0,6}行政强制(?:决定|措施)?[^@]{0,4}@"),
    # --- requests ---
    (None, r"(?:撤回|撤销|放弃|延期|延长|补正|转办|移交|移送|超期|逾期|超时|转交)[^@]{0,16}@"),
    (
        "channel",
        (
            r"(?:通过|经由?|以|采取|采用|利用)(?!各种|各类|多种|所有|各)[^@]{0,16}(?:平台|网络|网上|网站|信函|当面|邮寄|邮件|窗口|系统|传真|形式|方式|渠道|信箱)"
            r"[^@]{0,8}(?:收到|接收|受理|提交|提出|申请|接到)[^@]{0,14}@"
        ),
    ),
    (
        "channel",
        (
            r"(?:^|[,、;:和及])(?:通过)?(?:网络|网上|线上|线下|信函|现场|当面|邮寄|窗口|邮件|互联网|传真)(?:平台|渠道|方式|途径|形式)?共?(?:收到|接收|受理|提交|提出)"
            r"[^@,]{0,14}@"
        ),
    ),
    (None, rf"(?:{_DECOY})[^@]{{0,10}}@"),
    (
        "channel",
        r"(?:互联网|网络|网上|网站|在线|平台|信函|当面|现场|邮寄|邮政|邮件|电子邮件|传真|窗口|来函|快递|EMS|书面|线上|线下|其他(?:形式|方式|渠道|途径))(?:提交|受理|接收|提出|方式|渠道|形式)?(?:的)?(?:申请)?[^@申]{0,4}@",
    ),
    (None, r"(?<!申请)(?:公开|公布|发布)[^@]{0,12}(?:答复|办结|回复)[^@]{0,12}@"),
    # The number must stand close behind 申请: 申请逐件抽查@ counts something else.
    # 收到并答复申请37件: of those received or of those concluded, nobody can say.
    (
        "requests.handled",
        rf"(?:收到|受理|接收|登记)(?:并|且|、|和|及)[^@]{{0,4}}(?:答复|办结|办理|处理|回复)[^@]{{0,20}}申请{PLAIN_AFTER}@",
    ),
    (None, r"(?:日之?内|当场|当日|当天|即时|提前|口头|当面)[^@]{0,4}(?:答复|办结)[^@]{0,8}@"),
    (
        "requests.concluded",
        (
            rf"(?:办结|答复|办理完毕|回复)(?:了|各类|全部|依申请|政府信息公开|信息公开|公开|政府信息|上年结转的?|公民|法人|或|和|其他组织|提出|的){{0,8}}"
            rf"(?:申请|依申请公开)?{PLAIN_AFTER}@"
        ),
    ),
    ("requests.handled", r"(?:应办|应处理|待办)(?:理|结)?(?:的)?(?:申请)?(?:总数|总量|件数)?(?:共计|共|合计|为|达)?@"),
    ("requests.concluded", r"^@(?:申请)?(?:均|都|全部)已?(?:依法|按时|按期|及时|全部)*(?:予以|作出)?(?:答复|办结)"),
    ("requests.new", r"(?:新收|本年新增|当年新增|新接收|新受理|新收到)[^@]{0,24}@(?!.{0,8}信息(?!公开申请))"),
    ("requests.handled", rf"(?:办理|处理|收办)[^@]{{0,20}}(?:申请|依申请公开){PLAIN_AFTER}@"),
    (
        "requests.received",
        (
            rf"(?:收到|新收|受理|接收|接到|接受|接获|收悉|登记|收)[^@]{{0,36}}(?:申请|依申请公开|申请公开){PLAIN_AFTER}@|"
            r"(?:收到|新收|受理|接收|接到|接受|收)[^@]{0,24}@[^@]{0,16}申请|"
            rf"(?:公开申请|依申请公开|申请公开|申请公开政府信息){PLAIN_AFTER}(?:收到|受理|接收|接到)?{PLAIN_AFTER}@|"
            r"申请(?:总量|总数|数量|件数|量|数)(?:共计|共|为|有|合计|总计|达|计)?@|"
            rf"提出[^@]{{0,14}}申请{PLAIN_AFTER}@"
        ),
    ),
    # --- published, which no table counts ---
    ("published", r"(?:公开|发布|公布|推送|上传|更新|刊发|编发)[^@]{0,30}@|@[^@]{0,8}(?:信息|消息|动态|讯息)"),
)

#: Literals of which a key must hold one for the patterns of a family to be tried at all: looking for a literal costs
#: a tenth of a search.
LITERALS: Final = {
    "cases": ("复议", "诉"),
    "case": (
        "结案",
        "未结",
        "其他情形",
        "维持",
        "纠正",
        "纠错",
        "撤销",
        "确认违法",
        "责令",
        "审",
        "未结案",
        "其他结果",
    ),
    "requests.carried": ("结转",),
    "requests.carried_forward": ("年", "尚", "余", "还", "另"),
    "requests.carried_over": ("年",),
    "requests.new": ("新",),
    "requests.concluded": ("办结", "答复", "办理完毕", "回复"),
    "requests.received": ("申请",),
    "requests.handled": ("办", "处理", "答复", "回复"),
    "applicant": ("法人", "企业", "科研", "公益", "法律", "自然人", "公民", "个人", "单位"),
    "outcome": (
        "公开",
        "秘密",
        "禁止",
        "安全",
        "权益",
        "内部",
        "过程",
        "案卷",
        "查询",
        "掌握",
        "现成",
        "另行",
        "补正",
        "缴",
        "提供",
        "信访",
        "重复",
        "反复",
        "出具",
        "不予",
        "其他",
    ),
    "fees": ("费",),
    "procurement": ("采购",),
    "documents": ("规章", "规范性", "废止", "现行有效"),
    "decisions": ("行政",),
}
