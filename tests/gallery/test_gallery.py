"""Every message in both languages, made from the code's own examples, to be read as a page.

``tests/golden/gallery.md`` changes only with ``--update-golden`` and is read as a diff. The same goes for the pages in
``docs/codes``.
"""

from __future__ import annotations

import re

import pytest

from gxparse.checks import all_rules
from gxparse.cli.explain import example_of
from gxparse.diagnostics.catalogue import by_code
from gxparse.diagnostics.language import LANGUAGES
from gxparse.diagnostics.model import Diagnostic
from gxparse.diagnostics.render import hint, message, severity_word
from gxparse.views.pages import FAMILIES, all_entries, code_page, index_page

ENTRIES = all_entries()
_FIELD = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


@pytest.fixture(scope="module")
def examples():
    """A real diagnostic for each code that text or figures bring up."""
    return {entry.code: example_of(entry) for entry in ENTRIES}


def stand_in(entry):
    """Where nothing small brings a code up: the message with the names of its values in their places."""
    fields = set(_FIELD.findall(entry.zh + entry.en + entry.hint_zh + entry.hint_en))
    return Diagnostic(entry.code, entry.severity, {name: f"‹{name}›" for name in fields})


def test_every_message_reads_well(examples, golden):
    parts = [
        "# Messages\n\nMade by `pytest tests/gallery --update-golden`. ‹…› stands for a value where no example is small.\n"
    ]
    for entry in ENTRIES:
        shown = examples[entry.code] or stand_in(entry)
        parts.append(f"## {entry.code} {entry.slug}\n")
        for lang in LANGUAGES:
            advice = hint(shown, lang)
            parts.append(f"- {severity_word(shown.severity, lang)}: {message(shown, lang)}")
            parts += [] if advice is None else [f"  - {advice}"]
        parts.append("")
    golden("gallery.md", "\n".join(parts))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.code)
def test_no_value_of_a_message_is_forgotten(entry, examples):
    """The rule or reader gives every value that its message names."""
    shown = examples[entry.code] or stand_in(entry)
    for lang in LANGUAGES:
        assert _FIELD.findall(message(shown, lang)) == []
        assert _FIELD.findall(hint(shown, lang) or "") == []


RULES = {rule.code for rule in all_rules()}


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.reproducer or e.code in RULES], ids=lambda e: e.code)
def test_the_example_of_a_code_brings_it_up(entry, examples):
    assert examples[entry.code] is not None


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.near_miss], ids=lambda e: e.code)
def test_the_near_miss_of_a_code_does_not(entry):
    from gxparse.pipeline import parse

    assert [d for d in parse(entry.near_miss).diagnostics if d.code == entry.code] == []


# --- pages ------------------------------------------------------------------------------------------------------


def test_the_pages_of_the_codes_are_up_to_date(examples, project, request):
    folder = project / "docs" / "codes"
    pages = {f"{e.code}.md": code_page(e, examples[e.code]) for e in ENTRIES} | {"index.md": index_page()}
    if request.config.getoption("--update-golden"):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.md"):
            if old.name not in pages:
                old.unlink()
        for name, text in pages.items():
            (folder / name).write_text(text, "utf-8")
    written = {file.name: file.read_text("utf-8") for file in folder.glob("*.md")}
    stale = sorted(name for name in pages.keys() | written.keys() if pages.get(name) != written.get(name))
    assert stale == [], "run pytest tests/gallery --update-golden and read the diff"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.code)
def test_every_code_is_explained(entry):
    """More than the headline says again: what it rests on, or what was done about it."""
    assert len(entry.doc_zh) > len(entry.zh) // 2
    assert len(entry.doc_en) > len(entry.en) // 2


def test_every_code_belongs_to_a_family():
    assert {entry.code[2] for entry in ENTRIES} <= set(FAMILIES)
    assert [e.code for e in ENTRIES] == sorted(by_code())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.code)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_in_one_language_has_no_words_of_the_other(entry, lang):
    page = code_page(entry, languages=[lang])
    assert ("看什么：" in page or "依据" in page or "程度" in page) is (lang == "zh")
    assert ("What to look at" in page or "severity" in page) is (lang == "en")
