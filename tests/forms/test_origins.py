"""Origins are the same in whichever way they are asked for: one by one, all at once, or for their place alone."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse.strategies import printed_reports


@given(printed_reports(), st.booleans(), st.randoms(use_true_random=False))
def test_origins_do_not_depend_on_how_they_are_asked_for(printed, other_breaks, draw):
    text = printed.text.replace("\n", "\r\n") if other_breaks else printed.text
    report = gxparse.parse(text).report
    if report is None:
        return
    paths = list(report.origins)
    places = {path: report.origins.span(path) for path in paths}
    fresh = gxparse.parse(text).report.origins
    for path in draw.sample(paths, 3):
        assert fresh[path] == report.origins[path]
        assert fresh.span(path) == places[path]
    assert list(fresh) == paths
    assert list(fresh.items()) == [(path, report.origin(path)) for path in paths]
    assert list(fresh.values()) == [report.origins[path] for path in paths]
    assert {path: origin.span for path, origin in fresh.items()} == places
    assert dict(pickle.loads(pickle.dumps(report.origins))) == dict(fresh)
    for origin in fresh.values():
        if origin.raw is not None:
            assert origin.span.of(text) == origin.raw


def test_a_path_that_is_not_there_has_no_place():
    origins = gxparse.read("examples/clean_2023.txt").report.origins
    assert origins.span("requests.nothing.total") is None
    assert gxparse.Origins().span("year") is None
