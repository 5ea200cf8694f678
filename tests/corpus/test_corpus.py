"""Every case of the corpus is read as it says."""

from __future__ import annotations

import fnmatch
from decimal import Decimal

import pytest

import gxparse
from accounting import lost
from corpus.cases import FOLDER, BadCase, corpus, decode, encode, phenomena, read_case, write_case
from gxparse.diagnostics.catalogue import find_entry
from gxparse.forms.editions import EDITIONS

FILES = corpus()
#: groups of phenomena and how many cases each must have at least
GROUPS = {"headings": 12, "labels": 25, "layouts": 25, "metadata": 15, "noise": 10, "pages": 10, "values": 20}


@pytest.fixture(params=FILES, ids=lambda file: str(file.relative_to(FOLDER).with_suffix("")))
def case(request):
    found = read_case(request.param)
    if "pending" in found.head:
        request.applymarker(pytest.mark.xfail(reason=found.head["pending"], strict=True, raises=AssertionError))
    return found


def optional(written: str) -> str | None:
    return None if written == "-" else written


def test_a_case_is_read_as_it_says(case):
    result = gxparse.parse(case.text, layout=case.head.get("read as"))
    report = result.report
    codes = {diagnostic.code for diagnostic in result.diagnostics}
    # A case that only says what may be read at most is content with no report at all.
    if "edition" in case.head and not (case.at_most and report is None):
        assert (None if report is None else report.edition) == optional(case.head["edition"])
    if case.values is not None:
        read = {} if report is None else {p: value for p, value in report.values().items() if value is not None}
        if case.at_most:
            assert {path: value for path, value in read.items() if case.values.get(path) != value} == {}
        else:
            assert read == case.values
    for expected in case.listed("codes"):
        assert codes & set(expected.split("|")), expected
    assert not case.listed("never") & codes
    if "layout" in case.head:
        assert result.document.dialect == case.head["layout"]
    if "sections" in case.head:
        assert report is not None
        assert [section.key for section in report.sections] == [
            key for key in case.head["sections"].replace(" ", "").split(",") if key
        ]
    for name in ("title", "body", "year"):
        if name in case.head:
            found = None if report is None else getattr(report, name)
            assert (None if found is None else str(found)) == optional(case.head[name]), name
    if "signature" in case.head:
        assert report is not None
        signed = report.signature
        parts = (None, None) if signed is None else (signed.body, signed.date)
        assert " ".join("-" if part is None else str(part) for part in parts) == case.head["signature"]


def test_every_numeral_of_a_case_is_accounted_for():
    """Whatever a case is about: within its tables each numeral is bound, cited or listed for what it is."""
    found = {}
    for file in FILES:
        case = read_case(file)
        result = gxparse.parse(case.text, layout=case.head.get("read as"))
        if result.report is not None and (numerals := lost(result)):
            found[case.name] = numerals
    assert found == {}


def test_every_group_has_its_cases():
    """A file that is moved away or not collected is missed here."""
    counts = {group: sum(file.parent.name == group for file in FILES) for group in GROUPS}
    assert {group: n for group, n in counts.items() if n < GROUPS[group]} == {}
    assert {file.parent.name for file in FILES} == set(GROUPS)


#: the chapters of the catalogue; none may go
CHAPTERS = {
    *(f"A{n}" for n in range(1, 15)),
    *(f"B{n}" for n in range(1, 8)),
    *(f"C{n}" for n in range(1, 5)),
    *("A", "D", "E", "F", "I"),
}


def test_every_phenomenon_has_a_case():
    catalogue = phenomena()
    assert {name.rstrip("abc").partition("-")[0] for name in catalogue} == CHAPTERS
    assert len(catalogue) >= 175
    names = {file.stem for file in FILES}
    for name, patterns in catalogue.items():
        found = {pattern: set(fnmatch.filter(names, pattern)) for pattern in patterns}
        assert found, name
        assert all(found.values()), (name, found)


def test_there_are_cases_in_plenty():
    assert len(FILES) >= 600


def test_a_third_of_the_cases_must_be_refused_or_flagged():
    cases = [read_case(file) for file in FILES]
    careful = [case for case in cases if case.listed("codes") or case.values == {} or case.at_most]
    assert len(careful) * 3 >= len(cases)


def test_cases_name_paths_and_codes_that_exist():
    for file in FILES:
        case = read_case(file)
        for named in case.listed("codes") | case.listed("never"):
            assert all(find_entry(code) for code in named.split("|")), case.name
        known = {path for edition in EDITIONS.values() for path in edition.paths}
        assert set(case.values or ()) <= known, case.name


def test_texts_survive_drawing(tmp_path):
    text = "\t甲\u00a0\u3000 \n \r\n\f\ufeff\x00末 "
    assert decode(encode(text)) == text
    assert encode(text) == "→甲⍽□␣\n␣␍\n␌⟨FEFF⟩⟨0000⟩末␣"


@pytest.mark.parametrize(
    "written",
    [
        "no rule",
        "about\nphenomenon: A1\nflavour: sweet\n---\n",
        "about\nphenomenon: A1\n  requests.received.total = 3\n---\n",
        "about\nphenomenon: A1\nvalues:\n  requests.received.total 3\n---\n",
        "about\nphenomenon: A1\nedition: revised_2021\nvalues:\n  requests.received = 3\n---\n",
        "about\nphenomenon: A1\nedition: revised_2021\nvalues:\n  requests.* = 0\n  requests.* = 1\n---\n",
        "about\nphenomenon: A1\nedition: revised_2021\nvalues:\n  requests.given = 0\n---\n",
        "about\n---\n",
    ],
)
def test_a_malformed_case_is_refused(tmp_path, monkeypatch, written):
    monkeypatch.setattr("corpus.cases.FOLDER", tmp_path)
    file = tmp_path / "labels" / "case.txt"
    file.parent.mkdir()
    file.write_text(written, "utf-8")
    with pytest.raises(BadCase):
        read_case(file)


def test_a_written_case_reads_back(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus.cases.FOLDER", tmp_path)
    file = tmp_path / "labels" / "case.txt"
    head = {"phenomenon": "A1", "edition": "revised_2021", "values": ""}
    values = dict.fromkeys(EDITIONS["revised_2021"].paths[:60], 0) | {
        "requests.received.total": 3,
        "proceedings.litigation.direct.pending": 2,
        "proactive.fees.administrative_fees.amount_cny": Decimal("1.5"),
    }
    values = {path: value for path, value in values.items() if path != "requests.received.natural_person"}
    write_case(file, "It shows.", head, values, "\t甲\n\n\t3 ")
    case = read_case(file)
    assert (case.name, case.text, case.values) == ("labels/case", "\t甲\n\n\t3 ", values)


def test_an_empty_corpus_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus.cases.FOLDER", tmp_path)
    with pytest.raises(BadCase, match="no case"):
        corpus()
