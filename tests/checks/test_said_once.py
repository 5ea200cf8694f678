"""One fault has one code where two rules could name it."""

from __future__ import annotations

import gxparse

TEXT = """白沙县水利局2023年政府信息公开工作年度报告
一、总体情况
本报告由青石县林业局编制。我局认真做好政府信息公开工作，主动公开各类信息。
六、其他需要报告的事项
本年度未收取信息处理费。
"""


def codes(text, project):
    example = (project / "examples" / "clean_2023.txt").read_text("utf-8")
    tables = example[example.index("\n二、") : example.index("\n五、")]
    whole = text.replace("\n六、", tables + "\n五、存在的主要问题及改进情况\n公开的及时性不足，将加强培训。\n六、")
    return [d.code for d in gxparse.parse(whole).diagnostics if d.code in ("GX518", "GX745")]


def test_another_body_is_named_once(project):
    assert codes(TEXT, project) == ["GX745"]
    assert codes(TEXT + "青石县林业局\n2024年1月20日\n", project) == ["GX518"]
    assert codes(TEXT + "白沙县水利局\n2024年1月20日\n", project) == ["GX745"]
