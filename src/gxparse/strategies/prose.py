"""A small pool of invented bodies and sentences, so that generated reports read like reports."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import combinations

from attrs import frozen
from hypothesis import strategies as st

from gxparse.forms.editions import edition_of
from gxparse.model.origin import Section
from gxparse.model.report import Period, Signature
from gxparse.model.shape import Figure

#: No such places are known to exist.
PLACES = ("云汀", "鹿吟", "霁川", "栖梧", "苇洲", "澄砚")
LEVELS = ("镇人民政府", "乡人民政府", "县人民政府", "市教育局", "街道办事处", "县卫生健康局")

#: Sentences of section one; none of them names a figure of a table.
_OVERVIEW = (
    "本机关把公开清单贴进办事大厅，让来访的人先看到要看的内容。",
    "公开目录按主题重新归并，旧条目保留原网址。",
    "每份文件起草时一并写明是否公开，并由两人复核。",
    "政策文件发布后三个工作日内配上一页图解。",
    "档案室整理了历年公文目录，供公众在阅览室查阅。",
    "窗口工作人员轮流参加答复文书写作练习。",
)
_PROBLEMS = (
    "个别栏目更新偏慢。",
    "解读材料的形式还比较单一。",
    "基层单位的台账格式不一。",
    "下一步将按月抽查栏目，并把结果公布在政务公开专栏。",
    "下一步将统一台账格式，补齐缺漏的附件。",
)
_NOTHING = ("无。", "无其他需要报告的事项。", "本年度没有需要另行报告的事项。")

_DAYS = st.integers(5, 31)


@frozen
class Setting:
    """Everything of a report that is no figure."""

    title: str
    body: str
    year: int
    period: Period
    signature: Signature
    sections: tuple[Section, ...]


def _paragraphs(pool: tuple[str, ...]) -> st.SearchStrategy[str]:
    # One draw for a whole text: half of all draws of a report would be spent on sentences else.
    texts = ["\n".join(chosen) for size in (1, 2, 3) for chosen in combinations(pool, size)]
    return st.integers(0, len(texts) - 1).map(texts.__getitem__)


_OVERVIEWS, _PROBLEM_TEXTS, _OTHERS = _paragraphs(_OVERVIEW), _paragraphs(_PROBLEMS), st.sampled_from(_NOTHING)
_BODIES = tuple(place + level for level in LEVELS for place in PLACES)
_BODY = st.integers(0, len(_BODIES) - 1)


@st.composite
def settings(draw: st.DrawFn, edition: str, year: int | None) -> Setting:
    """Title, body, year, sections and signature of a report on the edition's form."""
    spec = edition_of(edition)
    if year is None:
        last = spec.last_year if spec.last_year is not None else spec.first_year + 4
        year = draw(st.integers(spec.first_year, last))
    body = _BODIES[draw(_BODY)]
    written = {
        "overview": f"本报告的统计期限自{year}年1月1日起至{year}年12月31日止。\n{draw(_OVERVIEWS)}",
        "problems": draw(_PROBLEM_TEXTS),
        "other_matters": draw(_OTHERS),
    }
    sections = tuple(
        Section(section.key, f"{section.ordinal}、{section.title}", written.get(section.key, ""))
        for section in spec.sections
    )
    return Setting(
        f"{body}{year}年政府信息公开工作年度报告",
        body,
        year,
        Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31)),
        Signature(body, datetime.date(year + 1, 1, draw(_DAYS))),
        sections,
    )


def restatement(values: Mapping[str, Figure]) -> str:
    """A paragraph that says again, truly, what the tables say of requests and cases."""
    total = {key: values[f"requests.{key}.total"] for key in ("received", "carried_over", "carried_forward")}
    said = []
    if total["received"] is not None:
        said.append(f"本年新收政府信息公开申请{total['received']}件")
    if total["carried_over"] is not None:
        said.append(f"上年结转{total['carried_over']}件")
    if total["carried_forward"] is not None:
        said.append(f"结转下年度继续办理{total['carried_forward']}件")
    review = values["proceedings.review.total"]
    if review is not None:
        said.append(f"行政复议{review}件")
    return "，".join(said) + "。" if said else ""
