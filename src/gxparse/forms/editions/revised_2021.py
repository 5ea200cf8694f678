"""The revised edition of the form, for reports on 2021 and later years.

Source: 国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知.
"""

from __future__ import annotations

from gxparse.forms.common import PROCEEDINGS_TABLE, RESULTS, equations_of, requests_table
from gxparse.forms.sections import SECTIONS
from gxparse.forms.spec import Column, Edition, Kind, Row, Table
from gxparse.model.shape import Shape
from gxparse.model.tables import Proactive2021, Proceedings, Requests2021

_OTHER = (RESULTS, "（六）其他处理")

_DECISIONS = Column("decisions", "本年处理决定数量", variants=("处理决定数量", "本年处理绝对数量"))

_TABLES = (
    Table(
        "proactive.documents",
        "proactive",
        (
            Column("issued", "本年制发件数"),
            Column("repealed", "本年废止件数"),
            Column("in_force", "现行有效件数", variants=("现行有效件",)),
        ),
        (
            Row("government_rules", "规章", law=("20(1)",)),
            Row("normative_documents", "行政规范性文件", variants=("规范性文件",), law=("20(1)",)),
        ),
        caption="第二十条第（一）项",
        en="rules and administrative normative documents",
    ),
    Table(
        "proactive.licensing",
        "proactive",
        (_DECISIONS,),
        (Row("licenses", "行政许可", law=("20(5)",)),),
        caption="第二十条第（五）项",
        en="administrative licensing decisions",
    ),
    Table(
        "proactive.enforcement",
        "proactive",
        (_DECISIONS,),
        (Row("penalties", "行政处罚", law=("20(6)",)), Row("coercion", "行政强制", law=("20(6)",))),
        caption="第二十条第（六）项",
        en="administrative penalties and coercive measures",
    ),
    Table(
        "proactive.fees",
        "proactive",
        (
            Column(
                "amount_cny",
                "本年收费金额（单位：万元）",
                Kind.MONEY,
                unit="万元",
                variants=("本年收费金额", "本年收费金额（万元）"),
            ),
        ),
        (Row("administrative_fees", "行政事业性收费", law=("20(8)",)),),
        caption="第二十条第（八）项",
        en="administrative and institutional charges collected",
    ),
    requests_table(
        (
            Row(
                "results.other.not_corrected_in_time",
                "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                _OTHER,
                variants=("1.逾期不补正", "1.申请人无正当理由逾期不补正"),
                law=("30",),
                en="lapsed: not corrected in time",
            ),
            Row(
                "results.other.fee_unpaid",
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                _OTHER,
                variants=("2.逾期不缴费", "2.申请人逾期未按收费通知要求缴纳费用"),
                law=("42",),
                en="lapsed: information-processing fee not paid",
            ),
            Row("results.other.rest", "3.其他", _OTHER, en="any other outcome (withdrawn, transferred)"),
        )
    ),
    PROCEEDINGS_TABLE,
)

REVISED_2021 = Edition(
    key="revised_2021",
    title="中华人民共和国政府信息公开工作年度报告格式",
    instrument=("国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知"),
    first_year=2021,
    last_year=None,
    tables=_TABLES,
    sections=SECTIONS,
    shape=Shape(Proactive2021, Requests2021, Proceedings),
    equations=equations_of(_TABLES),
)
