"""The trial edition of the form, for reports on 2019 and 2020.

Source: 国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知, annex
中华人民共和国政府信息公开工作年度报告格式（试行）.
"""

from __future__ import annotations

from gxparse.forms.common import PROCEEDINGS_TABLE, RESULTS, equations_of, requests_table
from gxparse.forms.sections import SECTIONS
from gxparse.forms.spec import Column, Edition, Kind, Row, Table
from gxparse.model.shape import Shape
from gxparse.model.tables import Proactive2019, Proceedings, Requests2019

_PREVIOUS = Column("items_previous_year", "上一年项目数量", unit="项", variants=("上年项目数量",))
_CHANGE = Column("items_change", "本年增/减", Kind.CHANGE, unit="项", variants=("本年增减", "本年增/"))
_DECISIONS = Column("decisions", "处理决定数量", unit="件")

_TABLES = (
    Table(
        "proactive.documents",
        "proactive",
        (
            Column("newly_made", "本年新制作数量"),
            Column("newly_disclosed", "本年新公开数量"),
            Column("total_disclosed", "对外公开总数量", variants=("对外公开数量",)),
        ),
        (
            Row("government_rules", "规章", law=("20(1)",)),
            Row("normative_documents", "规范性文件", variants=("行政规范性文件",), law=("20(1)",)),
        ),
        caption="第二十条第（一）项",
        en="rules and normative documents",
    ),
    Table(
        "proactive.licensing",
        "proactive",
        (_PREVIOUS, _CHANGE, _DECISIONS),
        (
            Row("licenses", "行政许可", law=("20(5)",)),
            Row("other_external_services", "其他对外管理服务事项", law=("20(5)",)),
        ),
        caption="第二十条第（五）项",
        en="licensing and other external management and service items",
    ),
    Table(
        "proactive.enforcement",
        "proactive",
        (_PREVIOUS, _CHANGE, _DECISIONS),
        (Row("penalties", "行政处罚", law=("20(6)",)), Row("coercion", "行政强制", law=("20(6)",))),
        caption="第二十条第（六）项",
        en="penalties and coercive measures",
    ),
    Table(
        "proactive.fees",
        "proactive",
        (_PREVIOUS, _CHANGE),
        (Row("administrative_fees", "行政事业性收费", law=("20(8)",)),),
        caption="第二十条第（八）项",
        en="charge items (counts, not money)",
    ),
    Table(
        "proactive.procurement",
        "proactive",
        (
            Column("projects", "采购项目数量", unit="个"),
            # The form prints no unit here; reports write 元 or 万元 in the cell, or nothing.
            Column("amount_cny", "采购总金额", Kind.MONEY, unit=None),
        ),
        (Row("centralized_procurement", "政府集中采购", law=("20(9)",)),),
        caption="第二十条第（九）项",
        en="centralised government procurement",
    ),
    requests_table((Row("results.other", "（六）其他处理", (RESULTS,), en="any other outcome"),)),
    PROCEEDINGS_TABLE,
)

TRIAL_2019 = Edition(
    key="trial_2019",
    title="中华人民共和国政府信息公开工作年度报告格式（试行）",
    instrument="国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知",
    first_year=2019,
    last_year=2020,
    tables=_TABLES,
    sections=SECTIONS,
    shape=Shape(Proactive2019, Requests2019, Proceedings),
    equations=equations_of(_TABLES),
)
