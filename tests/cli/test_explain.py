"""``gxparse explain``: the page of a code in either language, the list of all codes."""

from __future__ import annotations

import pytest

from gxparse.views.pages import all_entries


@pytest.mark.parametrize(("lang", "word", "other"), [("zh", "依据", "basis"), ("en", "basis", "依据")])
def test_a_code_is_explained_in_the_language_asked_for(gxparse_command, lang, word, other):
    done = gxparse_command("explain", "GX601", "--lang", lang)
    assert done.exit_code == 0
    assert "GX601 request-balance" in done.stdout
    assert word in done.stdout
    assert other not in done.stdout


@pytest.mark.parametrize("name", ["gx601", "request-balance", "Request-Balance"])
def test_a_code_has_two_names(gxparse_command, name):
    assert gxparse_command("explain", name).stdout == gxparse_command("explain", "GX601").stdout


def test_several_codes(gxparse_command):
    out = gxparse_command("explain", "GX601", "GX602").stdout
    assert "GX601 request-balance" in out
    assert "GX602 results-total" in out


def test_the_page_as_markdown_has_both_languages(gxparse_command, project):
    done = gxparse_command("explain", "GX601", "--markdown")
    assert done.stdout == (project / "docs" / "codes" / "GX601.md").read_text("utf-8")


def test_all_codes_are_listed(gxparse_command):
    out = gxparse_command("explain", "--lang", "zh").stdout
    assert [e.code for e in all_entries() if f"  {e.code} {e.slug} " not in out] == []
    assert "GX6xx 表内勾稽关系" in out


@pytest.mark.parametrize(("lang", "words"), [("zh", "没有代码或名称 GX199␛"), ("en", "no code or name GX199␛")])
def test_a_code_that_does_not_exist(gxparse_command, lang, words):
    done = gxparse_command("explain", "GX199\x1b", "--lang", lang)
    assert done.exit_code == 2
    assert words in done.stderr
