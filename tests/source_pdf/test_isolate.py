"""A reader in a child process says the same as one in this process, and cannot harm it."""

from __future__ import annotations

import json

import pytest
from attrs import evolve

import gxparse
from gxparse.errors import MissingExtra, UnreadableSource
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source import isolate, read_source
from gxparse.source.isolate import read_isolated
from source_pdf.hostile_pdf import drawn, encrypted, packed, page_with

ISOLATED = Limits(isolate=True)


def test_the_same_is_read_either_way():
    data = drawn(2)
    here, here_said = read_source(data, "a.pdf")
    there, there_said = read_source(data, "a.pdf", ISOLATED)
    assert (there.text, there.layout, there.format, there.name) == (here.text, here.layout, here.format, here.name)
    assert list(there.places) == list(here.places)
    assert there_said == here_said
    assert len(here.places) > 8


def test_the_public_function_passes_it_on():
    result = gxparse.read(drawn(), limits=ISOLATED)
    assert result.source.layout == "sheet"


def test_text_needs_no_child():
    text = "一、总体情况".encode()
    assert read_source(text, None, ISOLATED)[0].text == "一、总体情况"


def test_refusals_come_through():
    with pytest.raises(UnreadableSource) as refused:
        read_source(encrypted(), "a.pdf", ISOLATED)
    assert refused.value.code == "GX102"
    assert refused.value.params == {"format": "PDF"}


def test_a_missing_extra_comes_through():
    answer = json.dumps({"missing": "reading this format needs x"}).encode()
    with pytest.raises(MissingExtra, match="needs x"):
        isolate._read_answer(answer, None, "PDF", DEFAULT_LIMITS)


def test_time_is_limited():
    source, said = read_isolated(drawn(), "a.pdf", "PDF", Limits(seconds=0.01))
    assert (source.text, [d.code for d in said]) == ("", ["GX190"])
    assert dict(said[0].params) == {"format": "PDF", "seconds": "0.01"}


def test_memory_is_limited():
    data = page_with(packed(b"\0", 10**8), "/Filter/FlateDecode")
    limits = Limits(memory_bytes=16 * 2**20)
    source, said = read_isolated(data, "a.pdf", "PDF", limits)
    assert source.text == ""
    assert said[0].code in ("GX191", "GX192")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"source": 3, "diagnostics": []}',
        b'{"source": {"text": 3, "format": "pdf", "layout": null, "places": [[], [], []], "boxes": {}}, "diagnostics": []}',
        (
            b'{"source": {"text": "a", "format": "pdf", "layout": null, "places": [[5], [6], ["x"]], "boxes": {}},'
            b' "diagnostics": []}'
        ),
        (
            b'{"source": {"text": "a", "format": "pdf", "layout": null, "places": [[1], [0], ["x"]], "boxes": {}},'
            b' "diagnostics": []}'
        ),
        (
            b'{"source": {"text": "a", "format": "pdf", "layout": null, "places": [[], [], []], "boxes": {}},'
            b' "diagnostics": [["GX183", "loud", {}, null]]}'
        ),
        b'{"unreadable": ["GX102", "no", {"a": {"b": 1}}]}',
        b"[" * 100_000,
    ],
)
def test_an_improper_answer_is_a_crash(answer):
    source, said = isolate._read_answer(answer, "a.pdf", "PDF", DEFAULT_LIMITS)
    assert (source.text, [d.code for d in said]) == ("", ["GX192"])


def test_an_endless_answer_is_a_crash():
    limits = evolve(DEFAULT_LIMITS, text_chars=1)
    answer = b" " * (isolate._answer_bytes(limits) + 1)
    assert isolate._read_answer(answer, "a.pdf", "PDF", limits)[1][0].code == "GX192"
