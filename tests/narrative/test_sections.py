"""Headings in every shape that clerks and tools give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.narrative import find_sections
from gxparse.narrative.passages import read_passage
from gxparse.narrative.titles import KEYS, SPECS
from gxparse.span import Span
from gxparse.text import is_page_line

SIX = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
SIX += ["四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
BODIES = ["本镇公开信息3条。", "", "", "", "培训不够。", "无。"]


def whole(headings=SIX, bodies=BODIES, between="\n"):
    return "\n".join(h + between + b for h, b in zip(headings, bodies, strict=True)) + "\n"


def test_the_plain_form(prose):
    read = prose(whole())
    assert [s.key for s in read.sections] == list(KEYS)
    assert read.titles == SIX
    assert [s.text for s in read.sections] == BODIES
    assert read.found == ()
    for section in read.sections:
        assert section.span.of(read.text) == "\n".join(filter(None, (section.title, section.text)))


@pytest.mark.parametrize(
    "change",
    [
        lambda h: "  " + h,
        lambda h: "\u3000\u3000" + h + "\u3000",
        lambda h: "\xa0" + h[:2] + " " + h[2:],
        lambda h: h + "、",
        lambda h: h + "：",
        lambda h: h[2:],
        lambda h: "• " + h[2:],
        lambda h: "（" + h[0] + "）" + h[2:],
        lambda h: str("一二三四五六".index(h[0]) + 1) + "、 " + h[2:],
        lambda h: str("一二三四五六".index(h[0]) + 1) + ". " + h[2:],
        lambda h: "第" + h[0] + "部分 " + h[2:],
        lambda h: "**" + h + "**",
        lambda h: "## " + h,
        lambda h: "[bookmark: _GoBack]" + h,
        " ".join,
        lambda h: h.replace("、行政诉讼", "及行政诉讼").replace("的主要问题及改进情况", "问题和改进措施"),
        lambda h: h.replace("一", "⼀").replace("行", "⾏"),
        lambda h: h.replace("总体", "總體").replace("动", "動").replace("处", "處").replace("诉讼", "訴訟"),
        lambda h: h.replace("收到", "行政机关收到").replace("其他", "其它"),
    ],
    ids=range(19),
)
def test_the_same_heading_in_other_dress(prose, change):
    read = prose(whole([change(h) for h in SIX]))
    assert [s.key for s in read.sections] == list(KEYS)
    assert [s.text for s in read.sections] == BODIES
    assert all(s.title is not None for s in read.sections)
    assert "GX510" not in read.codes


def test_every_listed_title_is_recognised(prose):
    for key, spec in SPECS.items():
        for title in (spec.title, *spec.variants):
            read = prose(f"{spec.ordinal}、{title}\n内容。\n")
            assert read.by_key[key].text == "内容。", title


def test_a_wrong_number_is_named_and_harmless(prose):
    read = prose(whole([SIX[0], "一、主动公开政府信息情况", *SIX[2:]]))
    assert [s.key for s in read.sections] == list(KEYS)
    (found,) = read.found
    assert (found.code, dict(found.params)["printed"], dict(found.params)["expected"]) == ("GX511", "一", "二")
    assert found.span.of(read.text) == "一、主动公开政府信息情况"


def test_a_heading_repeated_empty_at_the_end(prose):
    read = prose(whole() + "五、存在的主要问题及改进情况\n\n")
    assert read.by_key["problems"].text == "培训不够。"
    assert read.by_key["other_matters"].text == "无。"
    assert read.by_key["other_matters"].span.of(read.text) == "六、其他需要报告的事项\n无。"
    assert read.codes.count("GX512") == 1


def test_a_heading_twice_with_text_each_time(prose):
    read = prose(whole() + "五、存在的主要问题及改进情况\n另有不足。\n")
    assert read.by_key["problems"].text == "培训不够。"
    assert "另有不足" in read.by_key["other_matters"].text
    assert read.codes.count("GX513") == 1


def test_a_list_of_contents_before_the_text(prose):
    read = prose("目录\n" + "\n".join(SIX) + "\n" + whole())
    assert [s.text for s in read.sections] == BODIES
    assert read.by_key["overview"].span.start == read.text.rindex("一、总体情况")
    assert not {"GX512", "GX513", "GX514"} & set(read.codes)


@pytest.mark.parametrize(
    "change",
    [
        lambda h: h[2:],
        lambda h: "（" + h[0] + "）" + h[2:],
        lambda h: str("一二三四五六".index(h[0]) + 1) + "、" + h[2:],
        lambda h: "一、" + h[2:],
        lambda h: h + "（见附表）",
    ],
    ids=["bare", "bracket", "arabic", "wrong", "remark"],
)
@pytest.mark.parametrize("leader", ["", " ........ 3", "……3", "   3"], ids=["plain", "dots", "leader", "spaces"])
def test_a_list_of_contents_before_headings_in_other_dress(prose, change, leader):
    """The list has the better headings, and nothing under them."""
    read = prose("目录\n" + "".join(h + leader + "\n" for h in SIX) + whole([change(h) for h in SIX]))
    assert [s.text for s in read.sections] == BODIES
    assert read.by_key["overview"].span.start == read.text.rindex(change(SIX[0]))


def test_headings_alone_are_no_list_of_contents(prose):
    """The tables were images, and nobody wrote anything."""
    read = prose("青石镇2031年政府信息公开工作年度报告\n" + "\n".join(SIX) + "\n")
    assert read.titles == SIX


@pytest.mark.parametrize("number", [4, 5])
def test_a_heading_repeated_at_the_end_in_better_words_than_its_own(prose, number):
    own = ["五、工作中的不足与改进办法", "六、其他有关事项"][number - 4]
    read = prose(whole([own if i == number else h for i, h in enumerate(SIX)]) + SIX[number] + "\n")
    assert [s.text for s in read.sections] == BODIES
    assert read.titles[number] == own


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (["1、总体情况", "2、主动公开情况", "3、收到和处理政府信息公开申请情况"], "2、主动公开情况"),
        (["（一）总体情况", "（二）主动公开情况", "（三）收到和处理政府信息公开申请情况"], "（二）主动公开情况"),
        (["第一部分 总体情况", "第二部分 主动公开情况", SIX[2]], "第二部分 主动公开情况"),
        # Here such numbers count what is inside section one.
        (["一、总体情况", "2、主动公开情况", SIX[2]], None),
        (["一、总体情况", "（二）主动公开情况", SIX[2]], None),
    ],
)
def test_unlisted_words_count_in_the_style_of_the_report(prose, headings, found):
    read = prose("".join(f"{h}\n甲。\n" for h in headings))
    proactive = read.by_key.get("proactive")
    assert (None if proactive is None else proactive.title) == found
    assert ("GX517" in read.codes) == (found is not None)
    assert ("GX510" in read.codes) is True


@pytest.mark.parametrize(
    "introduction",
    [
        "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六部分组成。",
        "全文包括“总体情况”“主动公开政府信息情况”“其他需要报告的事项”。",
        "全文由\n总体情况、主动公开政府信息情况、\n收到和处理政府信息公开申请情况、存在的主要问题及改进情况等组成。",
        "报告分为：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。",
    ],
)
def test_titles_named_in_an_introduction_are_no_headings(prose, introduction):
    read = prose("青石镇2031年政府信息公开工作年度报告\n" + introduction + "\n" + whole())
    assert [s.text for s in read.sections] == BODIES
    assert read.found == ()


def test_numbers_of_its_own_inside_section_one(prose):
    own = "一、组织领导\n成立小组。\n二、制度建设\n三、主动公开政府信息情况。本年公开9条。\n四、依申请公开\n没有。"
    read = prose(whole(bodies=[own, *BODIES[1:]]))
    assert read.by_key["overview"].text == own
    assert [h.text for h in read.by_key["overview"].headings] == [
        "组织领导",
        "制度建设",
        "主动公开政府信息情况",
        "依申请公开",
    ]
    assert [s.key for s in read.sections] == list(KEYS)
    assert read.titles == SIX


def test_the_table_tells_which_of_two_headings_counts(prose):
    text = whole(bodies=["二、主动公开政府信息情况\n本年公开9条。", "表二", "表三", "表四", "不足。", "无。"])
    read = prose(text, [("表二", "proactive"), ("表三", "requests"), ("表四", "proceedings")])
    assert read.by_key["proactive"].text == ""
    assert "公开9条" in read.by_key["overview"].text
    assert "GX513" in read.codes


def test_a_document_on_one_line(prose):
    text = "青石镇2031年政府信息公开工作年度报告 " + "  ".join(f"{h} {b}" for h, b in zip(SIX, BODIES, strict=True))
    read = prose(text)
    assert [s.key for s in read.sections] == list(KEYS)
    assert [s.text for s in read.sections] == BODIES
    assert read.metadata.body == "青石镇"
    assert read.metadata.year == 2031


def test_a_heading_that_its_text_follows_at_once(prose):
    read = prose(whole([*SIX[:5], "六、其他需要报告的事项：本年未收取信息处理费。"]))
    assert read.by_key["other_matters"].title == "六、其他需要报告的事项"
    assert read.by_key["other_matters"].text == "本年未收取信息处理费。\n无。"


def test_a_heading_broken_over_two_lines(prose):
    read = prose(whole([*SIX[:3], "四、政府信息公开行政复议、行政\n诉讼情况", *SIX[4:]]))
    assert read.by_key["proceedings"].title == "四、政府信息公开行政复议、行政\n诉讼情况"
    assert [s.text for s in read.sections] == BODIES


def test_a_heading_in_words_of_its_own(prose):
    read = prose(whole([*SIX[:4], "五、工作中的不足与下步打算", SIX[5]]))
    assert read.by_key["problems"].text == "培训不够。"
    assert read.codes.count("GX517") == 1
    other = prose(whole([*SIX[:4], "五、信访接待情况", SIX[5]]))
    assert "problems" not in other.by_key


def test_a_number_alone_above_its_table(prose):
    read = prose(
        whole([*SIX[:2], "三、", *SIX[3:]], ["公开。", "", "表三", "", "不足。", "无。"]), [("表三", "requests")]
    )
    assert read.by_key["requests"].title == "三、"
    without = prose(whole([*SIX[:2], "三、", *SIX[3:]], ["公开。", "", "甲乙。", "", "不足。", "无。"]))
    assert "requests" not in without.by_key


def test_a_table_before_its_heading_and_one_without(prose):
    text = "一、总体情况\n好。\n表二\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n不足。\n表四\n六、其他需要报告的事项\n无。"
    read = prose(text, [("表二", "proactive"), ("表四", "proceedings")])
    assert read.by_key["overview"].text == "好。"
    assert read.by_key["proactive"].text == ""
    assert read.by_key["proceedings"].title is None
    assert read.by_key["proceedings"].span.of(text) == "表四"
    assert read.by_key["problems"].text == "不足。"
    assert "GX515" in read.codes


def test_sections_out_of_order(prose):
    read = prose(SIX[4] + "\n不足。\n" + SIX[0] + "\n好。\n" + SIX[1] + "\n公开。\n")
    assert read.texts() == {"overview": "好。", "proactive": "公开。", "problems": "不足。"}
    assert "GX514" in read.codes


def test_a_missing_section_is_named(prose):
    read = prose(whole([*SIX[:4], *SIX[5:]], [*BODIES[:4], "无。"]))
    missing = [dict(d.params)["title"] for d in read.found if d.code == "GX510"]
    assert missing == ["存在的主要问题及改进情况"]


def test_section_one_without_its_heading(prose):
    read = prose("青石镇2031年政府信息公开工作年度报告\n我镇公开信息3条。\n" + "\n".join(SIX[1:]))
    assert read.by_key["overview"].title is None
    assert read.by_key["overview"].text == "我镇公开信息3条。"
    assert "GX515" in read.codes


def test_signature_and_the_foot_of_a_page_are_no_text(prose):
    read = prose(whole() + "青石镇人民政府\n        2032年1月9日\n分享到：\n主办单位：青石镇人民政府\n")
    assert read.by_key["other_matters"].text == "无。"
    footed = prose(whole() + "分享到：微信\n主办单位：青石镇人民政府 备案号：1\n")
    assert footed.by_key["other_matters"].text == "无。"


def test_no_heading_at_all(prose):
    assert prose("今天天气很好。").codes == ["GX501", "GX502", "GX503", "GX516"]
    assert find_sections([], "") == ((), find_sections([], "")[1])
    assert [d.code for d in find_sections([], "")[1]] == ["GX516"]


# --- the text of a section ---------------------------------------------------------------------------------------


def test_marks_page_numbers_and_wrapped_lines(prose):
    own = (
        "[image: 图片1]（一）公开。全年公开信息\n- 3 -\n\n12条。[bookmark: _GoBack]另有\n3\n条。\n（1） 渠道\n1.网站。"
    )
    section = prose(whole(bodies=[own, *BODIES[1:]])).by_key["overview"]
    assert section.text == "（一）公开。全年公开信息12条。另有3条。\n（1） 渠道\n1.网站。"
    assert [(h.level, h.ordinal, h.text) for h in section.headings] == [
        (2, "（一）", "公开"),
        (4, "（1）", "渠道"),
        (3, "1.", "网站"),
    ]


def test_lines_broken_at_the_width_of_a_page_are_joined(prose):
    sentence = (
        "本机关把群众关心的事项列入目录逐项公开并按月核对公开目录是否更新做到应公开尽公开全年共计公开信息四百余条"
    )
    own = "\n".join(sentence[i : i + 20] for i in range(0, len(sentence), 20)) + "。"
    assert prose(whole(bodies=[own, *BODIES[1:]])).by_key["overview"].text == sentence + "。"


def test_headings_without_a_full_stop_stay_apart(prose):
    own = "（一）健全组织，落实责任\n成立小组。\n（二）加强监督\n定期检查。"
    assert prose(whole(bodies=[own, *BODIES[1:]])).by_key["overview"].text == own


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- 4 -", True),
        ("-4-", True),
        ("— 12 —", True),
        ("-  -", True),
        ("-   PAGE  4  -", True),
        ("-- 1 of 4 --", True),
        ("第 3 页 共 5 页", True),
        ("P. 8", True),
        ("Page 8 - 年度报告", True),
        ("1/4", True),
        ("4", False),
        ("-4", False),
        ("2031-2032", False),
        ("第3页所列事项", False),
        ("2031年", False),
    ],
)
def test_page_marks(line, expected):
    assert is_page_line(line) is expected


def test_every_character_of_a_section_is_found_again_in_the_source(prose):
    own = "（一）公开。全年公开\n12条。\n[image: 图]其中网站\n3\n条。"
    read = prose(whole(bodies=[own, *BODIES[1:]]))
    section = read.by_key["overview"]
    for i, character in enumerate(section.text):
        if character != "\n":
            assert section.source_span(Span(i, i + 1)).of(read.text) == character
    for heading in section.headings:
        assert heading.span.of(read.text).startswith(heading.ordinal)


ALPHABET = "一二三五六、（）().1年公开。，\n \u3000申请件[image: ]-|*"


@given(st.lists(st.sampled_from([*SIX, "总体情况", "- 3 -", "", *ALPHABET]), max_size=30).map("\n".join))
def test_any_text_has_sections_that_lie_inside_it(text):
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    sections, found = find_sections(lines, text)
    keys = [s.key for s in sections]
    assert keys == [k for k in KEYS if k in keys]
    for section in sections:
        assert 0 <= section.span.start <= section.span.stop <= len(text)
        assert section.title is None or section.span.of(text).startswith(section.title)
        for i, character in enumerate(section.text):
            if character != "\n":
                assert section.source_span(Span(i, i + 1)).of(text) == character
    assert all(d.span is None or d.span.stop <= len(text) for d in found)


@given(st.text(ALPHABET, max_size=60))
def test_passages_lose_nothing_but_marks_and_page_numbers(text):
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, at + len(line)))
        at += len(line) + 1
    passage = read_passage(text, lines)
    kept = set("一二三五六、（）年公开。，申请件1")
    marks = sum(text.count(c) for c in "[]|*-\n \u3000")
    if marks == 0:
        assert [c for c in passage.text if c in kept] == [c for c in text if c in kept]
    assert len(passage.text) <= len(text)
