"""What somebody new gets wrong is answered with what is right."""

from __future__ import annotations

import pytest

import gxparse
from gxparse.codec import to_dict
from gxparse.diagnostics.catalogue import entry_of
from gxparse.views.frames import reports_frame


@pytest.fixture(scope="module")
def result(project):
    return gxparse.read(project / "examples" / "township_2020.txt")


WANT_A_REPORT = {
    "check": gxparse.check,
    "verify": gxparse.verify,
    "check_years": lambda given: gxparse.check_years([given]),
    "check_family": lambda given: gxparse.check_family(given, []),
    "metrics": gxparse.metrics,
    "least_changes": gxparse.least_changes,
    "statements": gxparse.statements,
    "dumps": gxparse.dumps,
    "to_dict": to_dict,
    "reports_frame": lambda given: reports_frame([given]),
    "render": lambda given: gxparse.layouts.render(given, "tab-row"),
}


@pytest.mark.parametrize("call", WANT_A_REPORT.values(), ids=WANT_A_REPORT)
def test_a_result_in_place_of_its_report(call, result):
    with pytest.raises(TypeError, match=r"expected a Report, got ParseResult; give its \.report"):
        call(result)


@pytest.mark.parametrize("call", WANT_A_REPORT.values(), ids=WANT_A_REPORT)
def test_the_report_of_a_text_without_one(call):
    with pytest.raises(TypeError, match="no report was read"):
        call(gxparse.parse("").report)


def test_a_slip_in_a_name(result):
    with pytest.raises(gxparse.UsageError, match=r"did you mean 'requests\.received\.total'\?"):
        result.report.origin("requests.recieved.total")
    with pytest.raises(gxparse.UsageError, match=r"did you mean 'requests\.received\.total'\?"):
        gxparse.Report.from_values("revised_2021", {"requests.recieved.total": 1})
    with pytest.raises(gxparse.UsageError, match="did you mean 'request-balance'"):
        gxparse.check(result.report, select="requests-balance")
    with pytest.raises(gxparse.UsageError, match="did you mean 'request-balance'"):
        entry_of("requests-balance")


def test_one_name_in_place_of_a_list(result):
    assert gxparse.check(result.report, select="GX60") == gxparse.check(result.report, select=["GX60"]) != ()
    assert gxparse.check(result.report, ignore="GX60") == gxparse.check(result.report, ignore=["GX60"])


@pytest.mark.parametrize("given", [{"year": "2020"}, {"year": True}, {"body": 3}, {"published": "2024-01-05"}])
def test_metadata_of_another_type(given):
    with pytest.raises(gxparse.UsageError, match=r"takes (int|str|date) or None, got "):
        gxparse.Report.from_values("revised_2021", {}, **given)


def test_what_the_prompt_shows_is_short(result):
    assert (
        repr(result.report) == "<Report body='苇河镇人民政府' year=2020 edition='trial_2019': 198 of 198 figures given>"
    )
    assert len(repr(result)) < 200
    assert "\x1b" not in repr(gxparse.Report.from_values("revised_2021", {}, body="\x1b[31m"))


def test_a_diagnostic_says_itself(result, monkeypatch):
    found = next(d for d in result.diagnostics if d.code == "GX601")
    monkeypatch.setenv("GXPARSE_LANG", "zh")
    assert str(found) == f"GX601 不一致: {found.message()}"
    assert found.message() == found.message("zh") != found.message("en")


def test_names_that_are_offered_are_public():
    offered = [name for name in dir(gxparse) if not name.startswith("__")]
    assert offered == sorted({*gxparse.__all__, "layouts", "strategies"})
