"""The page of a diagnostic code: what it means, what to do, on what it rests, with examples; in both languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gxparse.checks import Case, Rule, all_rules
from gxparse.diagnostics import codes
from gxparse.diagnostics.catalogue import Entry, entries
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic
from gxparse.diagnostics.render import general, message, severity_word
from gxparse.forms.editions import edition_of
from gxparse.views.wording import figure_text, pick

__all__ = ["FAMILIES", "all_entries", "code_page", "family_of", "index_page"]

#: families of codes by their first digit
FAMILIES: Final[Mapping[str, tuple[str, str]]] = {
    "1": ("来源与文件", "sources and files"),
    "2": ("版式与读法", "layouts and readings"),
    "3": ("表格与行列名称", "tables and labels"),
    "4": ("数字", "figures"),
    "5": ("标题、日期与章节", "metadata and sections"),
    "6": ("表内勾稽关系", "arithmetic of the form"),
    "7": ("合理性", "plausibility within a report"),
    "8": ("文字与表格对照", "prose against tables"),
    "9": ("跨年度与跨单位", "across reports"),
}


def all_entries() -> tuple[Entry, ...]:
    """Every code of the catalogue in order, those of reading and those of the rules."""
    for info in pkgutil.iter_modules(codes.__path__, f"{codes.__name__}."):
        importlib.import_module(info.name)
    all_rules()  # importing the rules enters their codes into the catalogue
    return tuple(entries())


def family_of(entry: Entry, lang: Language = "zh") -> str:
    """The family of a code in words."""
    return pick(FAMILIES[entry.code[2]], lang)


def _rule_of(entry: Entry) -> Rule | None:
    return next((rule for rule in all_rules() if rule.code == entry.code), None)


def _fenced(text: str) -> str:
    # Tabs and the characters that structure a sheet would not survive a web page.
    shown = text.replace("\t", "→").replace("\x1e", "").replace("\x1f", "│").rstrip("\n")
    fence = "````" if "```" in shown else "```"
    return f"{fence}text\n{shown}\n{fence}"


def _case(case: Case) -> Iterator[str]:
    """What an example changes in a plain report, one change a line."""
    edition = edition_of(case.edition)
    if case.blank:
        yield "（各格均为空）"
    for path, value in case.changes.items():
        kind = edition.fields[path][2].kind
        yield f"{edition.describe(path)} = {figure_text(value, kind) if value is not None else '（空）'}"
    for key, text in case.texts.items():
        section = next(spec for spec in edition.sections if spec.key == key)
        yield f"{section.ordinal}、{section.title}：{text}"
    for key, title in case.titles.items():
        yield f"{key} = {'（无标题）' if title is None else title}"
    about = {"title": case.title, "body": case.body, "year": case.year, **case.fields}
    yield from (f"{name} = {given}" for name, given in about.items() if given is not None)
    for number, other in enumerate(case.others, 1):
        for line in _case(other):
            yield f"[{number}] {line}"


def _texts(entry: Entry, lang: Language, example: Diagnostic | None) -> Iterator[str]:
    zh = lang == "zh"
    yield f"**{general(entry.zh if zh else entry.en)}**"
    if example is not None:
        yield f"{'例如：' if zh else 'For example: '}{message(example, lang)}"
    if doc := entry.doc_zh if zh else entry.doc_en:
        yield doc
    if advice := entry.hint_zh if zh else entry.hint_en:
        yield f"{'看什么：' if zh else 'What to look at: '}{general(advice)}"


def _examples(entry: Entry, languages: Sequence[Language]) -> Iterator[str]:
    reported = "## " + _both(("报告", "Reported"), languages)
    silent = "## " + _both(("不报告", "Not reported"), languages)
    rule = _rule_of(entry)
    if rule is not None:
        note = (
            "例子是一份各格均为 0 的报告，只列出不同之处。",
            "An example is a report in which every figure is 0 but those that are listed.",
        )
        yield reported
        yield _both(note, languages)
        yield from _cases(rule.fires)
        yield silent
        yield from _cases(rule.silent)
    elif entry.reproducer:
        yield reported
        yield _fenced(entry.reproducer)
        if entry.near_miss:
            yield silent
            yield _fenced(entry.near_miss)


def _cases(cases: Sequence[Case]) -> Iterator[str]:
    for case in cases:
        yield f"{case.name} (`{case.edition}`)"
        if lines := list(_case(case)):
            yield _fenced("\n".join(lines))


def _both(words: tuple[str, str], languages: Sequence[Language]) -> str:
    return " / ".join(pick(words, lang) for lang in languages)


def code_page(entry: Entry, example: Diagnostic | None = None, *, languages: Sequence[Language] = ("zh", "en")) -> str:
    """The page of one code as Markdown, in one language or in both.

    *example* is a diagnostic with that code, for a message with real values. In examples an arrow stands for a tab.

    >>> print(code_page(next(e for e in all_entries() if e.code == "GX601"), languages=["en"]).splitlines()[0])
    # GX601 request-balance
    """
    severity = _both((severity_word(entry.severity), severity_word(entry.severity, "en")), languages)
    head = [
        f"- {_both(('程度', 'severity'), languages)}: {severity}",
        f"- {_both(('类别', 'family'), languages)}: {_both(FAMILIES[entry.code[2]], languages)}",
        f"- {_both(('始于版本', 'since'), languages)}: {entry.since}",
    ]
    if entry.basis and entry.basis != "—":
        head.append(f"- {_both(('依据', 'basis'), languages)}: {entry.basis}")
    parts = [f"# {entry.code} {entry.slug}", "\n".join(head)]
    for lang in languages:
        if len(languages) > 1:
            parts.append(f"## {pick(('中文', 'English'), lang)}")
        parts += _texts(entry, lang, example)
    parts += _examples(entry, languages)
    return "\n\n".join(parts) + "\n"


def index_page() -> str:
    """All codes by family, as a Markdown page that leads to the others."""
    parts = ["# 诊断代码 Diagnostic codes"]
    for digit, (zh, en) in FAMILIES.items():
        family = [entry for entry in all_entries() if entry.code[2] == digit]
        if family:
            parts.append(f"## GX{digit}xx {zh} / {en}")
            rows = [
                f"| [{e.code}]({e.code}.md) | `{e.slug}` | {severity_word(e.severity)} | "
                f"{general(e.zh).replace('|', '／')} | {general(e.en).replace('|', '/')} |"
                for e in family
            ]
            parts.append("\n".join(("| 代码 | 名称 | 程度 | 中文 | English |", "|---|---|---|---|---|", *rows)))
    return "\n\n".join(parts) + "\n"
