"""Title, body, year, period and signature in every shape that was seen."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.narrative import read_metadata

REST = "\n一、总体情况\n做好公开工作。\n六、其他需要报告的事项\n无。\n"
KIND = "政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("header", "body", "year"),
    [
        (f"青石镇2031年{KIND}", "青石镇", 2031),
        (f"2031年青石镇{KIND}", "青石镇", 2031),
        (f"2031年度青石镇{KIND}", "青石镇", 2031),
        ("青石镇政府信息公开工作2031年度报告", "青石镇", 2031),
        (f"青石镇{KIND}\n(2031年度)", "青石镇", 2031),
        (f"青石镇{KIND}\n（2031年）", "青石镇", 2031),
        (f"青石镇{KIND}（2031年度）", "青石镇", 2031),
        (f"青石镇 2031 年{KIND}", "青石镇", 2031),
        (f"青 石 镇２０３１年{KIND}", "青石镇", 2031),
        (f"青石镇二〇三一年{KIND}", "青石镇", 2031),
        (f"青石镇\n2031年{KIND}", "青石镇", 2031),
        (f"青石镇人民政府\n\n2031年{KIND}", "青石镇人民政府", 2031),
        (f"青石镇\n2031\n年{KIND}", "青石镇", 2031),
        ("青石镇2031年政府信息公开\n工作年度报告", "青石镇", 2031),
        ("关于青石镇2031年政府信息公开工作的报告", "青石镇", 2031),
        ("青石镇2031年政务公开工作年报", "青石镇", 2031),
        ("青石镇2031年信息公开年度报告", "青石镇", 2031),
        (f"白沙县水利局（机关本级）2031年{KIND}", "白沙县水利局（机关本级）", 2031),
        (f"[bookmark: _GoBack]青石镇2031年{KIND}", "青石镇", 2031),
        (f"**青石镇2031年{KIND}**", "青石镇", 2031),
        (f"# 青石镇2031年{KIND}", "青石镇", 2031),
        ("⻘⽯镇2031年政府信息公开⼯作年度报告", "青石镇", 2031),
        (f"1\n青石镇2031年{KIND}", "青石镇", 2031),
        (f"2033年3月9日 星期三\n首页 > 政务公开\n青石镇2031年{KIND}", "青石镇", 2031),
        (f"首页\n政府信息公开年报\n青石镇2031年{KIND}\n打印 关闭", "青石镇", 2031),
        (f"青石镇2031年{KIND}\n青石镇2031年{KIND}", "青石镇", 2031),
        (f"青石镇2031年{KIND}（图解）", "青石镇", 2031),
        (f"首页 | 公开 字号：大 中 小 打印 青石镇人民政府 2031年{KIND}", "青石镇人民政府", 2031),
        (f"2031年{KIND}", None, 2031),
        ("青石镇关于2031年度政府信息公开工作情况的报告", "青石镇", 2031),
        ("2031年青石镇关于政府信息公开工作的年度报告", "青石镇", 2031),
        ("青石镇2031年度法治政府建设暨政府信息公开工作年度报告", "青石镇", 2031),
        (f"青石镇2031年政府{KIND}", "青石镇", 2031),
        (f"2031年青石镇政府{KIND}", "青石镇政府", 2031),
        ("青石镇2031年政府信息公开工作年度度报告", "青石镇", 2031),
        ("青石镇2031年政府信息公开工作年度报", "青石镇", 2031),
        ("青石镇2031年政府信息主动公开工作年度报告", "青石镇", 2031),
        ("青石镇人民政府信息公开工作2031年度报告", "青石镇人民政府", 2031),
        (f"白沙县政府办公室信息公开科2031年{KIND}", "白沙县政府办公室信息公开科", 2031),
        (f"青石镇2031年{KIND}_白沙县人民政府", "青石镇", 2031),
        (f"标题：青石镇2031年{KIND}", "青石镇", 2031),
        (f"【年度报告】青石镇2031年{KIND}", "青石镇", 2031),
        (f"《青石镇2031年{KIND}》", "青石镇", 2031),
        (f"Page 1 - 青石镇2031年{KIND}", "青石镇", 2031),
        (f"青石镇2031年{KIND}正文", "青石镇", 2031),
        (f"青石镇\n2031年度\n{KIND}", "青石镇", 2031),
        (f"青石镇\n{KIND}\n2031年度", "青石镇", 2031),
        (f"青石镇{KIND}\n二〇三一年", "青石镇", 2031),
        (f"2031年{KIND}\n（青石镇）", "青石镇", 2031),
        (f"2031年{KIND}\n青石镇人民政府", "青石镇人民政府", 2031),
        # What stands above is a page's, not the report's.
        (f"登录 注册 无障碍\n2031年{KIND}", None, 2031),
        (f"政府信息公开年报\n2031年{KIND}", None, 2031),
        (f"欢迎访问白沙县人民政府门户网站\n2031年{KIND}", None, 2031),
        (f"信息来源：\n白沙县水利局\n2031年{KIND}", None, 2031),
        (f"信息公开年报\n2030年\n2029年\n青石镇2031年{KIND}", "青石镇", 2031),
        (f"白沙县2030年{KIND} 2031-01-20\n2031年{KIND}", None, 2031),
        (f"市政府部门 | 白沙县水利局 | 政府信息公开年报\n2031年{KIND}", None, 2031),
    ],
)
def test_titles(prose, header, body, year):
    read = prose(header + REST)
    assert (read.metadata.body, read.metadata.year) == (body, year)
    assert read.metadata.title is not None
    origin = read.metadata.origins["year"]
    assert origin.span.of(read.text) == origin.raw
    if body is not None:
        assert read.metadata.origins["body"].span.of(read.text) == read.metadata.origins["body"].raw


@pytest.mark.parametrize("years", ["2030年度、2031年度", "2030-2031年", "2030年和2031年"])
def test_two_years_are_none(prose, years):
    read = prose(f"青石镇{years}{KIND}{REST}")
    assert (read.metadata.body, read.metadata.year) == ("青石镇", None)
    assert "GX506" in read.codes


@pytest.mark.parametrize(
    "header",
    [
        "青石镇2031年度公共资源交易暨政府信息公开工作年度报告",
        "市政府部门 | 白沙县水利局 | 政府信息公开年报",
        "信息来源：\n白沙县水利局",
        "发布机构\n白沙县水利局",
    ],
)
def test_no_body_rather_than_a_wrong_one(prose, header):
    read = prose(header + REST)
    assert read.metadata.body is None
    assert "GX502" in read.codes


def test_a_title_on_two_lines_becomes_one(prose):
    read = prose("青石镇\n2031年" + KIND + REST)
    assert read.metadata.title == "青石镇2031年" + KIND
    assert read.metadata.origins["title"].raw == "青石镇\n2031年" + KIND


@pytest.mark.parametrize(
    "line",
    [
        "现编制并公布青石镇人民政府2031年政府信息公开工作年度报告。",
        "根据要求，公布2031年政府信息公开工作年度报告",
        "当前位置：首页 > 青石镇2031年政府信息公开工作年度报告",
        "政府信息公开指南",
    ],
)
def test_sentences_and_paths_are_no_titles(prose, line):
    read = prose(line + REST)
    assert read.metadata.title is None
    assert "GX501" in read.codes


# --- the year -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "year", "codes"),
    [
        # the title first
        (f"青石镇2031年{KIND}\n一、总体情况\n统计期限自2031年1月1日起至12月31日止。", 2031, set()),
        (f"青石镇2031年{KIND}\n一、总体情况\n统计期限自2030年1月1日起至2030年12月31日止。", 2031, {"GX505"}),
        # then the period
        (f"青石镇{KIND}\n一、总体情况\n统计期限自2031年1月1日起至2031年12月31日止。2030年收到3件。", 2031, set()),
        # then a paragraph that begins with it
        (f"青石镇{KIND}\n一、总体情况\n2031年，我镇做好公开工作。", 2031, set()),
        (f"青石镇{KIND}\n一、总体情况\n2031年以来，我镇做好公开工作。", 2031, set()),
        (f"青石镇{KIND}\n现将2031年工作情况报告如下。\n一、总体情况\n做好公开工作。", 2031, set()),
        # two of them are none
        (f"青石镇{KIND}\n一、总体情况\n2030年，我镇起步。\n2031年，我镇继续。", None, {"GX503"}),
        # last the signature
        (f"青石镇{KIND}{REST}青石镇人民政府\n2032年1月9日", 2031, {"GX504"}),
        (f"青石镇{KIND}{REST}青石镇人民政府\n2032年12月30日", None, {"GX503"}),
        # never the clock of a page, never a damaged number
        (f"2027年3月9日 星期二\n青石镇{KIND}{REST}", None, {"GX503"}),
        (f"青石镇203131年{KIND}{REST}", None, {"GX503", "GX506"}),
        (f"青石镇203131年{KIND}\n一、总体情况\n2031年，我镇做好公开工作。", 2031, {"GX506"}),
        (f"青石镇{KIND}\n一、总体情况\n统计期限自203111日起至20311231日止。", None, {"GX503", "GX507"}),
    ],
)
def test_the_year_comes_from_the_first_place_that_gives_one(prose, text, year, codes):
    read = prose(text)
    assert read.metadata.year == year
    assert {c for c in read.codes if "GX503" <= c <= "GX508"} == codes


# --- the period -----------------------------------------------------------------------------------------------

FULL = (datetime.date(2031, 1, 1), datetime.date(2031, 12, 31))


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("数据的统计期限自2031年1月1日起至2031年12月31日止", FULL),
        ("统计时限为2031年1月1日起至12月31日", FULL),
        ("统计期间为2031年1月1日至2031年12月31日", FULL),
        ("统计期限：2031年1月1日—2031年12月31日", FULL),
        ("统计期限从２０３１年１月１日到２０３１年１２月３１日", FULL),
        ("统计期限为 2031 年 1 月 1 日至 2031 年 12 月 31 日", FULL),
        ("统计期限为二〇三一年一月一日至二〇三一年十二月三十一日", FULL),
        ("统计期限为2031年1⽉1⽇⾄2031年12⽉31⽇", FULL),
        ("统计期限为2031年1月\n1日至2031年12月31日", FULL),
        ("统计期限为2031.1.1-2031.12.31", FULL),
        ("统计期限自2031年1月1日起，至2031年12月31日止", FULL),
        ("统计期限自2031年1月1日始至2031年12月31日止", FULL),
        ("统计期限自2031年1月1日（含）起至2031年12月31日止", FULL),
        ("统计期限为2031年1月至12月", FULL),
        ("统计期限为2031年1-12月", FULL),
        ("统计期限：2031年度", FULL),
        ("统计期限为2031年1月1日至2031年12月31日，2030年同期为2030年1月1日至2030年12月31日", FULL),
    ],
)
def test_periods(prose, sentence, period):
    read = prose(f"一、总体情况\n本报告{sentence}。\n")
    assert (read.metadata.period.start, read.metadata.period.end) == period
    raw = read.metadata.origins["period"].raw
    assert raw.startswith(("2", "２", "二"))


@pytest.mark.parametrize(
    "sentence",
    [
        "统计期限自203111日起至20311231日止",
        "统计期限自20311月1日起至203112月31日止",
        "统计期限自2031年13月1日起至2031年12月31日止",
        "统计期限自2031年12月31日起至2031年1月1日止",
        "统计期限自2031年1月1日",
    ],
)
def test_damaged_periods_are_left_empty_and_named(prose, sentence):
    read = prose(f"一、总体情况\n{sentence}。\n")
    assert read.metadata.period is None
    (found,) = [d for d in read.said if d.code == "GX507"]
    assert found.span.of(read.text) == dict(found.params)["printed"]


def test_the_word_alone_states_no_period(prose):
    assert "GX507" not in prose("一、总体情况\n统计期限内共收到2031件。\n统计时间另行公布。").codes


def test_a_period_of_eleven_months(prose):
    read = prose("一、总体情况\n统计期限自2031年1月1日起至2031年11月30日止。")
    assert read.metadata.period is not None
    assert "GX508" in read.codes


# --- signature and publication ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "body", "day"),
    [
        ("青石镇人民政府\n2032年1月9日", "青石镇人民政府", (2032, 1, 9)),
        ("                青石镇人民政府\n\u3000\u3000\u30002032年1月9日\n \n", "青石镇人民政府", (2032, 1, 9)),
        ("青石镇人民政府 2032年1月9日", "青石镇人民政府", (2032, 1, 9)),
        ("青石镇人民政府\n二〇三二年一月九日", "青石镇人民政府", (2032, 1, 9)),
        ("青石镇人民政府\n2032 年 1 月 9 日\n- 4 -", "青石镇人民政府", (2032, 1, 9)),
        ("2032年1月9日", None, (2032, 1, 9)),
        ("青石镇人民政府", "青石镇人民政府", None),
        ("青石镇人民政府\n2032年1月9日\n上一篇：无\n主办单位：青石镇", "青石镇人民政府", (2032, 1, 9)),
        ("青石镇人民政府（印章）\n2032年1月9日", "青石镇人民政府", (2032, 1, 9)),
        ("青石镇人民政府（公章）2032年1月9日", "青石镇人民政府", (2032, 1, 9)),
    ],
)
def test_signatures(prose, tail, body, day):
    read = prose(f"青石镇2031年{KIND}{REST}{tail}")
    assert read.metadata.signature.body == body
    assert read.metadata.signature.date == (None if day is None else datetime.date(*day))
    assert read.by_key["other_matters"].text == "无。"


def test_who_runs_the_page_has_not_signed(prose):
    read = prose(f"2031年{KIND}{REST}扫一扫在手机打开当前页\n白沙县人民政府")
    assert read.metadata.signature is None
    assert read.metadata.body is None


def test_a_day_that_does_not_exist(prose):
    read = prose(f"青石镇2031年{KIND}{REST}青石镇人民政府\n2032年2月30日")
    assert read.metadata.signature.date is None
    assert "GX509" in read.codes


def test_a_day_under_the_title(prose):
    read = prose(f"青石镇2031年{KIND}\n（2032年1月9日）{REST}")
    assert read.metadata.signature.date == datetime.date(2032, 1, 9)


def test_a_sentence_with_a_day_is_no_signature(prose):
    read = prose(
        f"青石镇2031年{KIND}\n一、总体情况\n好。\n六、其他需要报告的事项\n本报告已于2032年1月9日\n报送县政府。"
    )
    assert read.metadata.signature is None


def test_signature_and_title_of_different_bodies(prose):
    assert "GX518" in prose(f"青石镇2031年{KIND}{REST}白沙县水利局\n2032年1月9日").codes
    assert "GX518" not in prose(f"青石镇2031年{KIND}{REST}白沙县青石镇人民政府\n2032年1月9日").codes
    assert "GX518" not in prose(f"白沙县2031年{KIND}{REST}白沙县政府信息中心\n2032年1月9日").codes


def test_the_day_of_publication(prose):
    read = prose(f"索引号：1\n发布时间：2032-01-24 来源：某网\n青石镇2031年{KIND}{REST}")
    assert read.metadata.published == datetime.date(2032, 1, 24)
    assert read.metadata.origins["published"].raw == "2032-01-24"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("本报告由青石镇人民政府编制。", "青石镇人民政府"),
        ("如有疑问，请与白沙县水利局办公室联系（电话：1）。", "白沙县水利局办公室"),
        ("本报告由我局编制。", None),
        ("请与我们联系。", None),
    ],
)
def test_the_body_that_the_text_names(prose, text, body):
    assert prose(f"2031年{KIND}\n{text}{REST}").metadata.body == body


def test_words_of_a_page_are_not_taken_for_a_body_in_silence(prose):
    read = prose(f"内容 2031年{KIND}{REST}")
    assert read.metadata.body is None
    assert "GX502" in read.codes
    assert "GX521" in prose(f"欢迎访问2031年{KIND}{REST}").codes


PIECES = [
    "青石镇",
    "2031年",
    "二〇三一",
    "政府信息公开",
    "工作年度报告",
    "（2031年度）",
    "统计期限",
    "1月1日",
    "至",
    "12月31日",
]
PIECES += ["\n", "，", "。", " ", "一、总体情况", "人民政府", "2032年1月9日", "[image: 1]", "|", "<p>", "年", "9" * 30]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_has_metadata_whose_origins_lie_inside_it(text):
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    metadata, found = read_metadata(text, lines, ())
    for origin in metadata.origins.values():
        assert origin.span is None or origin.span.of(text) == origin.raw
    assert metadata.year is None or 2000 <= metadata.year <= 2099
    assert all(d.span is None or d.span.stop <= len(text) for d in found)
