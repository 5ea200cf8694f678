"""Labels and the concepts they stand for."""

from __future__ import annotations

import pytest

from gxparse.forms.editions import EDITIONS
from gxparse.forms.lexicon import look_at, split_label
from gxparse.forms.rows import Role, read_row, row_term

ROWS = [(e.key, t.key, r) for e in EDITIONS.values() for t in e.tables for r in t.rows if r.label]


@pytest.mark.parametrize(("edition", "table", "row"), ROWS, ids=lambda v: getattr(v, "key", v))
def test_every_row_label_and_variant_names_its_row(edition: str, table: str, row) -> None:  # type: ignore[no-untyped-def]
    for label in (row.label, *row.variants):
        keys = {(t.table, t.key) for t in look_at(label).terms if t.role == "row" and edition in t.editions}
        assert keys == {(table, row.key)}


@pytest.mark.parametrize(("edition", "table", "row"), ROWS, ids=lambda v: getattr(v, "key", v))
def test_dress_does_not_change_a_label(edition: str, table: str, row) -> None:  # type: ignore[no-untyped-def]
    wide = row.label.replace("(", "（").replace(")", "）")
    dresses = [
        " ".join(row.label),
        row.label.replace("（", "(").replace("）", ")"),
        row.label.replace("“", '"').replace("”", '"'),
        row.label.replace(".", "、"),
        f"\xa0{wide}\u3000",
        f"**{row.label}**",
        row.label.replace("人", "⼈").replace("行", "⾏"),
    ]
    for dress in dresses:
        assert {t.key for t in look_at(dress).terms if t.role == "row" and edition in t.editions} == {row.key}


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("第二十條第（一）項", "第二十条第一项"),
        ("規範性檔案", "规范性档案"),
        ("申請(qǐng)數(shù)量", "申请数量"),
        ("三、（一）予以公开", "予以公开"),
    ],
)
def test_folding_of_labels(raw: str, key: str) -> None:
    assert split_label(raw)[1] == key


def test_the_same_word_has_four_roles_told_apart_by_its_number() -> None:
    assert row_term(look_at("3.其他")).key == "results.other.rest"  # type: ignore[union-attr]
    assert row_term(look_at("（六）其他")) is None
    assert row_term(look_at("（七）总计")).key == "results.total"  # type: ignore[union-attr]
    assert {t.key for t in look_at("其他结果").terms} == {
        "review.other",
        "litigation.direct.other",
        "litigation.after_review.other",
    }


@pytest.mark.parametrize(
    ("cells", "role"),
    [
        (("", "\xa0"), Role.EMPTY),
        (("第二十条第（五）项",), Role.CAPTION),
        (("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"), Role.HEADER),
        (("", "自然人", "法人或其他组织", "总计"), Role.HEADER),
        (("规章", "0", "0", "0"), Role.DATA),
        (("规章", "", "", ""), Role.DATA),
        (("", "0", "1", "0"), Role.VALUES),
        (("活动", "4次", "1次"), Role.UNKNOWN),
        (("处理", "府信息公开申请", ""), Role.PIECE),
        (("（一）热线来电数", "件", "3"), Role.UNKNOWN),
        (("统计指标", "单位", "统计数"), Role.ANNEX),
    ],
)
def test_roles_of_rows(cells: tuple[str, ...], role: Role) -> None:
    assert read_row(cells).role is role


def test_of_several_labels_the_last_names_the_row() -> None:
    facts = read_row(("三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", "2", "0", "0", "0", "0", "0", "2"))
    assert facts.term is not None
    assert facts.term.key == "results.refused.state_secret"
    assert facts.filled == (3, 4, 5, 6, 7, 8, 9)
    assert facts.plain == (2, 0, 0, 0, 0, 0, 2)
