"""What sentences count: every pattern of prose that restates a table, and everything that only sounds like one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse import Extent, Report, Section, Span
from gxparse.layout.grammar import Token, load_parser
from gxparse.narrative import find_sections
from gxparse.narrative.sentences import cut_sentence, find_sentences, narrow
from gxparse.narrative.topics import TOPICS


def read(text, *, year=2031, section="overview"):
    report = Report.from_values("revised_2021", {}, year=year, sections=(Section(section, None, text),))
    return gxparse.statements(report)


def counts(text, **options):
    """Topic and quantity of what is comparable with the tables."""
    return [
        (s.topic, s.quantity)
        for s in read(text, **options)
        if s.topic is not None and s.extent is Extent.OWN and not s.inexact
    ]


# --- what restates a table ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # requests
        ("全年共收到政府信息公开申请37件。", [("requests.received", 37)]),
        ("本年度受理依申请公开12条。", [("requests.received", 12)]),
        ("共接收公民申请5宗。", [("requests.received", 5)]),
        ("2031年收到３６３　件政府信息公开申请。", [("requests.received", 363)]),
        ("收到政府信息公开申请 2031 年 38 件。", [("requests.received", 38)]),
        ("收到申请三件。", [("requests.received", 3)]),
        ("收到政府信息公開申請二十一件。", [("requests.received", 21)]),
        ("收到政府信息公开申请1,200件次。", [("requests.received", 1200)]),
        ("收到公民、法人和其他组织提出申请5件。", [("requests.received", 5)]),
        ("依申请公开件数为8件。", [("requests.received", 8)]),
        ("收到政府信息公开申请205。", [("requests.received", 205)]),
        ("收到申请176(其中自然人170件)。", [("requests.received", 176), ("applicant.natural", 170)]),
        ("本年新收政府信息公开申请4件。", [("requests.new", 4)]),
        ("办理申请9件。", [("requests.handled", 9)]),
        ("收到申请，共5件。", [("requests.received", 5)]),
        # carried
        ("新收申请3件，上年结转2件。", [("requests.new", 3), ("requests.carried_over", 2)]),
        ("办理上年度结转申请2宗。", [("requests.carried_over", 2)]),
        ("办理2030年结转的申请2件。", [("requests.carried_over", 2)]),
        ("收到申请5件，结转下年度继续办理1件。", [("requests.received", 5), ("requests.carried_forward", 1)]),
        ("收到申请5件，顺延到下年度办理1件。", [("requests.received", 5), ("requests.carried_forward", 1)]),
        ("收到申请5件，转2032年办理1件。", [("requests.received", 5), ("requests.carried_forward", 1)]),
        ("收到申请5件，尚未办结1件。", [("requests.received", 5), ("requests.carried_forward", 1)]),
        # outcomes
        ("收到申请5件，已办结4件。", [("requests.received", 5), ("requests.concluded", 4)]),
        ("收到申请5件，按期答复4件。", [("requests.received", 5), ("requests.concluded", 4)]),
        (
            "申请答复中，予以公开1件、部分公开2件、不予公开3件、无法提供4件、不予处理5件、其他处理6件。",
            [
                ("outcome.granted", 1),
                ("outcome.partly_granted", 2),
                ("outcome.refused", 3),
                ("outcome.unable", 4),
                ("outcome.not_processed", 5),
                ("outcome.other", 6),
            ],
        ),
        (
            "收到申请6件，同意公开3件，不同意公开2件，无法公开1件。",
            [("requests.received", 6), ("outcome.granted", 3), ("outcome.refused", 2), ("outcome.unable", 1)],
        ),
        ("申请中予以公开及部分公开的7件。", [("outcome.granted_or_partly", 7)]),
        ("答复申请时本机关不掌握的2件。", [("outcome.not_held", 2)]),
        # applicants
        (
            "收到申请8件，其中自然人5件、法人或其他组织3件。",
            [("requests.received", 8), ("applicant.natural", 5), ("applicant.organizations", 3)],
        ),
        ("收到申请8件，其中商业企业3件。", [("requests.received", 8), ("applicant.commercial", 3)]),
        # cases
        ("行政复议3件，行政诉讼2件。", [("cases.review", 3), ("cases.litigation", 2)]),
        ("因政府信息公开被申请行政复议3宗。", [("cases.review", 3)]),
        ("行政复议3件，其中结果维持2件。", [("cases.review", 3), ("case.upheld", 2)]),
        ("行政复议3起，其中1起尚未审结。", [("cases.review", 3), ("case.pending", 1)]),
        ("行政诉讼5件，其中未经复议直接起诉3件。", [("cases.litigation", 5), ("cases.direct", 3)]),
        ("未经复议直接起诉3件，复议后起诉2件。", [("cases.direct", 3), ("cases.after_review", 2)]),
        ("行政复议2件，均维持。", [("cases.review", 2), ("case.upheld", 2)]),
        ("行政诉讼2件，均尚未审结。", [("cases.litigation", 2), ("case.pending", 2)]),
        ("行政复议、行政诉讼0件。", [("cases.all", 0)]),
        # documents, decisions, money
        (
            "制定行政规范性文件3件、废止1件、现行有效9件，均已公开。",
            [
                ("documents.normative.issued", 3),
                ("documents.normative.repealed", 1),
                ("documents.normative.in_force", 9),
            ],
        ),
        ("制定规章1件。", [("documents.rules.issued", 1)]),
        (
            "制定规章2件、行政规范性文件5件，目前现行有效9件。",
            [("documents.rules.issued", 2), ("documents.normative.issued", 5), ("documents.normative.in_force", 9)],
        ),
        (
            "收到申请3件，公开2件，不予公开1件。",
            [("requests.received", 3), ("outcome.granted", 2), ("outcome.refused", 1)],
        ),
        ("行政诉讼1件（一审维持）。", [("cases.litigation", 1), ("case.upheld", 1)]),
        ("作出行政处罚决定31件，全部公开。", [("decisions.penalties", 31)]),
        ("政府采购12项，采购金额35.5万元，均已公开。", [("procurement.projects", 12), ("procurement.amount", 355000)]),
        ("收取信息处理费200元。", [("fees.processing", 200)]),
        # denials
        ("我镇未收到政府信息公开申请。", [("requests.received", 0)]),
        ("2031年度，我镇未接到提出公开政府信息的申请。", [("requests.received", 0)]),
        ("没有收到依申请公开事项。", [("requests.received", 0)]),
        ("本年度依申请公开为零。", [("requests.received", 0)]),
        ("收到申请3件，无下年度结转。", [("requests.received", 3), ("requests.carried_forward", 0)]),
        ("未发生行政复议、行政诉讼案件。", [("cases.review", 0), ("cases.litigation", 0)]),
        ("无因政府信息公开引发的行政复议。", [("cases.review", 0)]),
        (
            "未收到政府信息公开申请和行政复议申请。",
            [("cases.review", 0), ("requests.received", 0)],
        ),
        ("未收取任何信息处理费。", [("fees.processing", 0)]),
        ("收到申请3件，均已按期办结。", [("requests.received", 3), ("requests.all_concluded", 0)]),
    ],
)
def test_what_restates_a_table(text, expected):
    assert counts(text) == expected
    assert {topic for topic, _ in expected} <= {*TOPICS, "requests.all_concluded"}


# --- decoys ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "权力清单公开行政处罚540项、行政许可12项。",
        "主动公开规章13件（含新制定5件，修改4件，废止4件）。",
        "公开行政处罚信息310条，公示行政许可决定25件。",
        "公开规范性文件26件，备案规范性文件3件。",
        "办理市长信箱信件255件，答复网民留言30条。",
        "接听12345热线来电2766件，办结率100%。",
        "办理人大代表建议12件、政协提案5件，全部办结。",
        "受理行政许可申请320件，办结318件。",
        "受理救助申请40件。",
        "全年审理行政复议案件320件，代理行政诉讼12件。",
        "发出补正告知书3份，延期答复申请2件。",
        "申请人撤回公开申请2件。",
        "无法提供的，说明理由。",
        "无正当理由逾期不补正的，不再处理其申请。",
        "没有未办结的申请，未出现超期答复申请的情况。",
        "《条例》第20条规定的申请条件已公开。",
        "在收到申请之日起20个工作日内答复。",
        "申请表一式2份，公开电话0536-1234567。",
        "依申请公开工作由1名专职人员负责。",
        "按照公开申请办理流程图分3步办理。",
    ],
)
def test_decoys_count_nothing_that_a_table_holds(text):
    assert [c for c in counts(text) if c[0] not in ("published", "channel")] == []


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("全市各级机关共收到申请9件。", Extent.WIDER),
        ("市政府部门收到申请9件。", Extent.WIDER),
        ("全区共办理信件30件，其中收到申请9件。", Extent.WIDER),
        ("全市收到申请30件，我局收到申请9件。", Extent.OWN),
        ("上年收到申请30件，本年收到申请9件。", Extent.OWN),
        ("办理2030年结转申请1件，新收到申请9件。", Extent.OWN),
        ("上年收到申请9件。", Extent.OTHER_YEAR),
        ("2030年收到申请9件。", Extent.OTHER_YEAR),
        ("《条例》施行以来收到申请9件。", Extent.CUMULATIVE),
        ("收到申请比上年增加9件。", Extent.COMPARED),
        ("2031年收到申请9件。", Extent.OWN),
        ("全年累计收到申请9件。", Extent.OWN),
    ],
)
def test_extent(text, extent):
    (found,) = [s for s in read(text) if s.quantity == 9]
    assert found.topic in ("requests.received", "requests.new")
    assert found.extent is extent


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("公开信息近600条。", 600, "条"),
        ("公开信息4300余条。", 4300, "条"),
        ("公开信息12万余条。", 120000, "条"),
        ("公开信息约2.8万件/次。", 28000, "件/次"),
        ("公开信息600多条。", 600, "条"),
        ("公开信息600条左右。", 600, "条"),
        ("公开信息超过600条。", 600, "条"),
    ],
)
def test_about_how_many(text, quantity, unit):
    (found,) = read(text)
    assert (found.quantity, found.unit, found.inexact) == (quantity, unit, True)


def test_money_is_decimal_and_in_yuan():
    (found,) = read("收取信息处理费1.25万元。")
    assert found.quantity == Decimal(12500)
    assert isinstance(found.quantity, Decimal)


# --- parts ----------------------------------------------------------------------------------------------------


def parts(text):
    return [(s.quantity, [p.quantity for p in s.parts]) for s in read(text) if s.parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "公开信息363条，（其中包含网站175条，公众号188条，其他方式0条，内容涵括财政预决算等）。",
            [(363, [175, 188, 0])],
        ),
        ("公开信息214条，其中，通过网站公开28条，通过公众号公开242条。", [(214, [28, 242])]),
        ("收到申请14件，其中网上7件，当面7件；予以公开12件，部分公开1件。", [(14, [7, 7])]),
        ("收到申请8件，其中自然人5件，上年结转2件；办结9件。", [(8, [5])]),
        ("收到申请37件（含上年结转4件），办结30件。", [(37, [4])]),
        ("发布信息100条。其中概况类60条，动态类40条。", [(100, [60, 40])]),
        ("公开信息9条。\n其中，网站发布9条。其中概况类4条，动态类5条。", [(9, [9]), (9, [4, 5])]),
        ("行政诉讼5件，其中直接起诉3件，复议后起诉2件。", [(5, [3, 2])]),
        ("行政复议3件（维持2件，尚未审结1件）。", [(3, [2, 1])]),
        ("收到申请13件（网上9件、信函4件），办结12件。", [(13, [9, 4])]),
        ("收到申请13件（比上年多3件）。", []),
        ("收到申请2件，分别为自然人1件、企业1件。", [(2, [1, 1])]),
        ("开展培训2期，其中参训60人次。", []),
        ("收到申请5件。公开信息90条，其中网站50条。", [(90, [50])]),
        ("收到申请5件，公开信息90条。", []),
        ("公开信息171条：政策文件140条，工作动态31条。", [(171, [140, 31])]),
    ],
)
def test_parts(text, expected):
    assert parts(text) == expected


def test_a_list_inside_a_list_does_not_add_up():
    (whole, inner) = [s for s in read("公开信息9条，其中网站5条，包括动态1条，要闻4条，公众号4条。") if s.parts]
    assert whole.nested
    assert not whole.complete
    assert inner.quantity == 5


# --- places and totality ----------------------------------------------------------------------------------------


def test_statements_know_their_place():
    text = "青石镇2031年政府信息公开工作年度报告\n一、总体情况\n全年公开。共收到申请\n5件，其中自然人3件。\n"
    lines, at = [], 0
    for line in text.split("\n"):
        if line:
            lines.append((at, at + len(line)))
        at += len(line) + 1
    report = Report.from_values("revised_2021", {}, sections=find_sections(lines, text)[0])
    first, second = gxparse.statements(report)
    assert first.span.of(text) == "共收到申请\n5件"
    assert first.text == "共收到申请5件"
    assert second.span.of(text) == "其中自然人3件"
    assert report.section("overview").text[second.at.start : second.at.stop] == second.text


def test_a_number_from_two_lines_is_not_taken_at_its_word():
    line = "全年公开工作有序推进各项任务落实到位共收到申请39"
    text = f"一、总体情况\n{line}\n91件，其中自然人办理情况良好各项工作稳步推进12件。\n"
    lines = [(0, 6), (7, 7 + len(line)), (8 + len(line), len(text) - 1)]
    report = Report.from_values("revised_2021", {}, sections=find_sections(lines, text)[0])
    (found, *_) = gxparse.statements(report)
    assert (found.quantity, found.inexact) == (3991, True)


WORDS = [
    "收到",
    "申请",
    "其中",
    "自然人",
    "行政复议",
    "未",
    "无",
    "公开信息",
    "结转",
    "上年",
    "下年度",
    "办结率",
    "占",
    "2030年",
]
WORDS += [
    "5",
    "三百",
    "12万",
    "1,200",
    "2.5",
    "件",
    "条",
    "元",
    "余",
    "近",
    "%",
    "，",
    "、",
    "；",
    "。",
    "（",
    "）",
    "：",
    "\n",
    " ",
    "　",
    "第",
    "号",
]
PARSER = load_parser("statement", ("start",))
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)


@given(SENTENCES | st.text(max_size=40))
def test_any_text_has_statements_that_lie_inside_it(text):
    for statement in read(text):
        assert Span(0, len(text)).start <= statement.at.start <= statement.at.stop <= len(text)
        assert statement.text == text[statement.at.start : statement.at.stop]
        assert statement.quantity >= 0
        assert not statement.negated or statement.quantity == 0


@given(SENTENCES | st.text(max_size=40))
def test_the_pieces_of_a_sentence_are_what_lark_finds(text):
    sentence = narrow(text)
    assert len(sentence) == len(text)
    pieces = cut_sentence(sentence)
    assert "".join(sentence[p.start : p.stop] for p in pieces) == sentence
    tree = PARSER.parse(sentence, start="start")
    tokens = [(t.type, t.start_pos, t.end_pos) for t in tree.scan_values(lambda v: isinstance(v, Token))]
    # A measure is one piece, and one to four tokens.
    joined = []
    for kind, start, stop in tokens:
        if kind in ("SCALE", "MORE", "UNIT"):
            joined[-1] = (*joined[-1][:2], stop)
        else:
            joined.append((kind, start, stop))
    assert [(p.kind, p.start, p.stop) for p in pieces] == joined


@given(SENTENCES)
def test_every_sentence_with_a_counted_request_is_looked_at(text):
    full = f"{text}。收到申请5件。"
    assert any("收到申请5件" in s.text for s in find_sentences(full))


def test_only_what_a_report_is_about_is_stated():
    assert read("安排1名工作人员，种树300棵，培训2期。") == ()
