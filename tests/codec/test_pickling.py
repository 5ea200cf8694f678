"""What is read in one process can be used in another: folders of reports are read in parallel."""

from __future__ import annotations

import copy
import pickle

import pytest

import gxparse


@pytest.fixture(scope="module", params=["text", "file", "nothing"])
def result(request, project):
    if request.param == "nothing":
        return gxparse.parse("")
    result = gxparse.read(project / "examples" / "township_2020.txt")
    if request.param == "text":
        return result
    page = f"<!DOCTYPE html>{gxparse.layouts.render(result.report, 'html')}"
    return gxparse.read(page.encode())


def test_a_result_comes_back_whole(result):
    again = pickle.loads(pickle.dumps(result))
    assert again == result
    assert again.diagnostics == result.diagnostics
    assert again.trace.others == result.trace.others
    assert again.trace.describe(again.source.text) == result.trace.describe(result.source.text)
    if result.report is not None:
        assert dict(again.report.origins) == dict(result.report.origins)


def test_a_result_can_be_copied(result):
    assert copy.deepcopy(result) == result


def test_why_a_file_was_refused_comes_back():
    with pytest.raises(gxparse.UnreadableSource) as caught:
        gxparse.read(b"\x89PNG\r\n\x1a\n" + bytes(40))
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is gxparse.UnreadableSource
    assert (again.code, again.params, str(again)) == (caught.value.code, caught.value.params, str(caught.value))


@pytest.mark.parametrize("error", [gxparse.SchemaError("no report", ("a @ $.b",)), gxparse.MissingExtra("pip …")])
def test_other_exceptions_come_back(error):
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
