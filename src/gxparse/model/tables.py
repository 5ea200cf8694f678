"""The figures of the statutory tables, one attribute for each cell.

Every leaf is a count (``int | None``) or an amount of money in yuan (``Decimal | None``). ``None`` means that the
report gives no figure; it never means zero. The nesting of the classes *is* the list of field paths: walking the
attributes in order gives the paths in the order of the printed form.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

#: A count of cases, items or documents; ``None`` if the report gives none.
Count: TypeAlias = int | None
#: An amount of money in yuan; ``None`` if the report gives none.
Money: TypeAlias = Decimal | None


# --- Section three: 收到和处理政府信息公开申请情况 -------------------------------------------------------------


# Without slots, since setting the fields of a frozen class takes half the time then, and a report has some 25 of these.
@frozen(slots=False)
class ApplicantCounts:
    """One row of the requests table: requests (件) by kind of applicant (申请人情况)."""

    #: 自然人
    natural_person: Count = None
    #: 商业企业
    commercial_enterprise: Count = None
    #: 科研机构
    research_institution: Count = None
    #: 社会公益组织
    public_interest_organization: Count = None
    #: 法律服务机构
    legal_services: Count = None
    #: 其他
    other_organization: Count = None
    #: 总计, as printed (never computed)
    total: Count = None


def _row() -> ApplicantCounts:
    return field(factory=ApplicantCounts)


@frozen
class Refused:
    """（三）不予公开: requests refused, by ground (条例 art. 14 to 16, 36)."""

    #: 1.属于国家秘密
    state_secret: ApplicantCounts = _row()
    #: 2.其他法律行政法规禁止公开
    prohibited_by_law: ApplicantCounts = _row()
    #: 3.危及“三安全一稳定”
    three_securities_one_stability: ApplicantCounts = _row()
    #: 4.保护第三方合法权益
    third_party_rights: ApplicantCounts = _row()
    #: 5.属于三类内部事务信息
    internal_affairs: ApplicantCounts = _row()
    #: 6.属于四类过程性信息
    deliberative_process: ApplicantCounts = _row()
    #: 7.属于行政执法案卷
    enforcement_file: ApplicantCounts = _row()
    #: 8.属于行政查询事项
    administrative_query: ApplicantCounts = _row()


@frozen
class Unable:
    """（四）无法提供: information that could not be provided (条例 art. 30, 36, 38)."""

    #: 1.本机关不掌握相关政府信息
    not_held: ApplicantCounts = _row()
    #: 2.没有现成信息需要另行制作
    needs_creation: ApplicantCounts = _row()
    #: 3.补正后申请内容仍不明确
    unclear_after_correction: ApplicantCounts = _row()


@frozen
class NotProcessed:
    """（五）不予处理: requests not processed (条例 art. 35, 36, 39)."""

    #: 1.信访举报投诉类申请
    petition: ApplicantCounts = _row()
    #: 2.重复申请
    duplicate: ApplicantCounts = _row()
    #: 3.要求提供公开出版物
    publication: ApplicantCounts = _row()
    #: 4.无正当理由大量反复申请
    excessive: ApplicantCounts = _row()
    #: 5.要求行政机关确认或重新出具已获取信息
    reconfirmation: ApplicantCounts = _row()


@frozen
class OtherResults:
    """（六）其他处理 of the 2021 edition: three rows where the 2019 edition has one."""

    #: 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
    not_corrected_in_time: ApplicantCounts = _row()
    #: 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
    fee_unpaid: ApplicantCounts = _row()
    #: 3.其他
    rest: ApplicantCounts = _row()


@frozen
class Results2019:
    """三、本年度办理结果 in the edition ``trial_2019``."""

    #: （一）予以公开
    granted: ApplicantCounts = _row()
    #: （二）部分公开
    partly_granted: ApplicantCounts = _row()
    refused: Refused = field(factory=Refused)
    unable: Unable = field(factory=Unable)
    not_processed: NotProcessed = field(factory=NotProcessed)
    #: （六）其他处理
    other: ApplicantCounts = _row()
    #: （七）总计, as printed
    total: ApplicantCounts = _row()


@frozen
class Results2021:
    """三、本年度办理结果 in the edition ``revised_2021``."""

    #: （一）予以公开
    granted: ApplicantCounts = _row()
    #: （二）部分公开
    partly_granted: ApplicantCounts = _row()
    refused: Refused = field(factory=Refused)
    unable: Unable = field(factory=Unable)
    not_processed: NotProcessed = field(factory=NotProcessed)
    other: OtherResults = field(factory=OtherResults)
    #: （七）总计, as printed
    total: ApplicantCounts = _row()


@frozen
class Requests2019:
    """Section three of the edition ``trial_2019``: 23 rows by 7 columns."""

    #: 一、本年新收政府信息公开申请数量
    received: ApplicantCounts = _row()
    #: 二、上年结转政府信息公开申请数量
    carried_over: ApplicantCounts = _row()
    results: Results2019 = field(factory=Results2019)
    #: 四、结转下年度继续办理
    carried_forward: ApplicantCounts = _row()


@frozen
class Requests2021:
    """Section three of the edition ``revised_2021``: 25 rows by 7 columns."""

    #: 一、本年新收政府信息公开申请数量
    received: ApplicantCounts = _row()
    #: 二、上年结转政府信息公开申请数量
    carried_over: ApplicantCounts = _row()
    results: Results2021 = field(factory=Results2021)
    #: 四、结转下年度继续办理
    carried_forward: ApplicantCounts = _row()


# --- Section four: 政府信息公开行政复议、行政诉讼情况 -----------------------------------------------------------


@frozen
class CaseOutcomes:
    """Cases (件) by outcome: one of the three blocks of section four."""

    #: 结果维持
    upheld: Count = None
    #: 结果纠正
    corrected: Count = None
    #: 其他结果
    other: Count = None
    #: 尚未审结
    pending: Count = None
    #: 总计, as printed
    total: Count = None


@frozen
class Litigation:
    """行政诉讼: administrative litigation."""

    #: 未经复议直接起诉
    direct: CaseOutcomes = field(factory=CaseOutcomes)
    #: 复议后起诉
    after_review: CaseOutcomes = field(factory=CaseOutcomes)


@frozen
class Proceedings:
    """Section four: administrative review and litigation, 15 figures."""

    #: 行政复议
    review: CaseOutcomes = field(factory=CaseOutcomes)
    litigation: Litigation = field(factory=Litigation)


# --- Section two: 主动公开政府信息情况, edition trial_2019 -------------------------------------------------------


@frozen
class DocumentsMade:
    """第二十条第（一）项 of the 2019 edition: documents made and disclosed (件)."""

    #: 本年新制作数量
    newly_made: Count = None
    #: 本年新公开数量
    newly_disclosed: Count = None
    #: 对外公开总数量
    total_disclosed: Count = None


@frozen
class Documents2019:
    """第二十条第（一）项 of the 2019 edition."""

    #: 规章
    government_rules: DocumentsMade = field(factory=DocumentsMade)
    #: 规范性文件
    normative_documents: DocumentsMade = field(factory=DocumentsMade)


@frozen
class ItemDecisions:
    """Items of a kind of action (项) and decisions taken under them (件), 2019 edition."""

    #: 上一年项目数量
    items_previous_year: Count = None
    #: 本年增/减, signed
    items_change: Count = None
    #: 处理决定数量
    decisions: Count = None


@frozen
class Licensing2019:
    """第二十条第（五）项 of the 2019 edition."""

    #: 行政许可
    licenses: ItemDecisions = field(factory=ItemDecisions)
    #: 其他对外管理服务事项
    other_external_services: ItemDecisions = field(factory=ItemDecisions)


@frozen
class Enforcement2019:
    """第二十条第（六）项 of the 2019 edition."""

    #: 行政处罚
    penalties: ItemDecisions = field(factory=ItemDecisions)
    #: 行政强制
    coercion: ItemDecisions = field(factory=ItemDecisions)


@frozen
class FeeItems:
    """Kinds of administrative fees (项), 2019 edition: a number of items, not money."""

    #: 上一年项目数量
    items_previous_year: Count = None
    #: 本年增/减, signed
    items_change: Count = None


@frozen
class Fees2019:
    """第二十条第（八）项 of the 2019 edition."""

    #: 行政事业性收费
    administrative_fees: FeeItems = field(factory=FeeItems)


@frozen
class ProcurementFigures:
    """Centralised government procurement, 2019 edition."""

    #: 采购项目数量
    projects: Count = None
    #: 采购总金额, in yuan
    amount_cny: Money = None


@frozen
class Procurement2019:
    """第二十条第（九）项 of the 2019 edition."""

    #: 政府集中采购
    centralized_procurement: ProcurementFigures = field(factory=ProcurementFigures)


@frozen
class Proactive2019:
    """Section two of the edition ``trial_2019``."""

    documents: Documents2019 = field(factory=Documents2019)
    licensing: Licensing2019 = field(factory=Licensing2019)
    enforcement: Enforcement2019 = field(factory=Enforcement2019)
    fees: Fees2019 = field(factory=Fees2019)
    procurement: Procurement2019 = field(factory=Procurement2019)


# --- Section two, edition revised_2021 --------------------------------------------------------------------------


@frozen
class DocumentsInForce:
    """Documents of one kind (件), 2021 edition."""

    #: 本年制发件数
    issued: Count = None
    #: 本年废止件数
    repealed: Count = None
    #: 现行有效件数
    in_force: Count = None


@frozen
class Documents2021:
    """第二十条第（一）项 of the 2021 edition."""

    #: 规章
    government_rules: DocumentsInForce = field(factory=DocumentsInForce)
    #: 行政规范性文件
    normative_documents: DocumentsInForce = field(factory=DocumentsInForce)


@frozen
class Decisions:
    """Decisions of one kind (件), 2021 edition."""

    #: 本年处理决定数量
    decisions: Count = None


@frozen
class Licensing2021:
    """第二十条第（五）项 of the 2021 edition."""

    #: 行政许可
    licenses: Decisions = field(factory=Decisions)


@frozen
class Enforcement2021:
    """第二十条第（六）项 of the 2021 edition."""

    #: 行政处罚
    penalties: Decisions = field(factory=Decisions)
    #: 行政强制
    coercion: Decisions = field(factory=Decisions)


@frozen
class FeesCharged:
    """Administrative fees charged, 2021 edition."""

    #: 本年收费金额（单位：万元）, converted to yuan
    amount_cny: Money = None


@frozen
class Fees2021:
    """第二十条第（八）项 of the 2021 edition."""

    #: 行政事业性收费
    administrative_fees: FeesCharged = field(factory=FeesCharged)


@frozen
class Proactive2021:
    """Section two of the edition ``revised_2021``."""

    documents: Documents2021 = field(factory=Documents2021)
    licensing: Licensing2021 = field(factory=Licensing2021)
    enforcement: Enforcement2021 = field(factory=Enforcement2021)
    fees: Fees2021 = field(factory=Fees2021)
