"""Finding the headings of the six sections among the lines of a report.

A quick look recognises lines that are a listed title and nothing else. Only when a section is not found that way,
a second look goes through the text for titles inside lines, titles broken over two lines, titles in unlisted words,
and numbers that stand for a title directly above its table.
"""

from __future__ import annotations

import enum
import functools
import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain, repeat
from typing import NamedTuple

from gxparse.narrative.passages import Line
from gxparse.narrative.titles import INLINE, KEYS, ORDINALS, TITLES, Title, guess_title, number_style, ordinal_value
from gxparse.text import fold, skeleton

__all__ = [
    "EDGES",
    "Candidate",
    "How",
    "TableSpan",
    "choose_chain",
    "contents_lines",
    "is_empty_end",
    "listed_headings",
    "other_headings",
    "weigh_evidence",
    "without_contents",
]

#: start, stop and section key of a recognised statutory table
TableSpan = tuple[int, int, str]

#: a whole heading line is not longer than this
_LONGEST_TITLE = 64
#: every title ends with one of these characters, give or take punctuation; other lines need no closer look
_HINT = re.compile("[况項项概施]")
#: white space and mark-up around a heading
EDGES = ' \t\u3000\xa0\u2003\ufeff#*>|•·-_="'
#: a list of contents has at least so many lines
_SHORTEST_CONTENTS = 4
#: all that a line has behind its title: （见附表）
_REMARK = re.compile(r"\s*[（(][^（）()\n]{1,20}[）)](?=\s*\Z)")
#: a line of a list of contents ends with the number of a page
_PAGE = re.compile(r"(?:[.·…_—\s]+)\d{1,3}\Z")
_LIST_GAP = re.compile(r"[、,;和及与以\"'“”‘’《》]{1,4}\Z")
_KEY_OF = dict(zip("一二三四五六", KEYS, strict=True))
_OPENS = "。；;!！?？>｜|\t*"


class How(enum.IntEnum):
    """How a heading was recognised, the surest first."""

    LISTED = 1
    JOINED = 2
    GUESSED = 3
    INSIDE = 4
    NUMBER = 5


class Candidate(NamedTuple):
    """A place that may be the heading of a section."""

    line: int
    start: int
    stop: int
    key: str
    ordinal: str
    how: How
    weight: float


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """A heading without the white space and marks around it."""
    line = text[start:stop]
    if "[" in line and line.lstrip()[:1] == "[":
        end = line.rfind("]")
        if 0 <= end < len(line) - 1:
            start += end + 1
            line = line[end + 1 :]
    left = line.lstrip(EDGES)
    start += len(line) - len(left)
    return start, start + len(left.rstrip(EDGES))


def _weigh(title: Title, text: str, start: int) -> float:
    if not title.ordinal:
        return 6.0
    if text[start] in "（(":
        return 6.5
    return 10.0 if ordinal_value(title.ordinal) == ORDINALS[title.key] else 8.0


def listed_headings(text: str, lines: Sequence[Line]) -> list[Candidate]:
    """Lines that are a listed title and nothing else, whatever number, space and punctuation goes with it."""
    found: list[Candidate] = []
    hint = _HINT.search
    for number, (start, stop) in enumerate(lines):
        # The quick tests come first: this loop sees every line of every report.
        if stop - start > 400:
            continue
        line = text[start:stop].strip()
        length = len(line)
        if length > _LONGEST_TITLE or hint(line, max(0, length - 8)) is None:
            continue
        title = TITLES.get(skeleton(line))
        if title is None and "[" not in line:
            continue
        a, b = _trim(text, start, stop)
        if title is None:
            title = TITLES.get(skeleton(text[a:b]))
            if title is None:
                continue
        found.append(Candidate(number, a, b, title.key, title.ordinal, How.LISTED, _weigh(title, text, a)))
    return found


def contents_lines(candidates: Sequence[Candidate], tables: Sequence[TableSpan]) -> frozenset[int]:
    """Lines of a list of contents: titles in the order of the form, line under line, and their like again below."""
    start = 0
    for stop in range(1, len(candidates) + 1):
        if stop < len(candidates) and _goes_on(candidates[stop - 1], candidates[stop], tables):
            continue
        if stop - start >= _SHORTEST_CONTENTS and candidates[start].key == KEYS[0]:
            return frozenset(c.line for c in candidates[start:stop])
        start = stop
    return frozenset()


def _goes_on(one: Candidate, other: Candidate, tables: Sequence[TableSpan]) -> bool:
    if other.line != one.line + 1 or ORDINALS[other.key] <= ORDINALS[one.key]:
        return False
    return not any(one.stop <= start < other.start for start, _stop, _key in tables)


def without_contents(candidates: Sequence[Candidate], contents: Collection[int]) -> list[Candidate]:
    """The candidates, those of a list of contents left out if there are headings of half the form beside them."""
    rest = [c for c in candidates if c.line not in contents]
    return rest if len({c.key for c in rest}) * 2 >= len(KEYS) else list(candidates)


def is_empty_end(candidate: Candidate, text: str, lines: Sequence[Line], tables: Sequence[TableSpan]) -> bool:
    """Whether a heading, the last one, has nothing under it: often the end of a page that repeats one."""
    below = text[candidate.stop : lines[-1][1]].strip(EDGES + "\n、，。：:.")
    return not below and not any(start >= candidate.stop for start, _stop, _key in tables)


def _styles(text: str, candidates: Sequence[Candidate]) -> frozenset[str]:
    """How the headings are numbered that are no more in doubt."""
    counts = Counter(number_style(fold(text[c.start : c.stop])) for c in candidates)
    return frozenset({"chinese", "part"} | {style for style, count in counts.items() if style and count > 1})


@functools.lru_cache(maxsize=8192)
def _folded_size(character: str) -> int:
    return len(fold(character))


def _inside(text: str, number: int, start: int, stop: int, wanted: set[str]) -> list[Candidate]:
    """Titles inside a line: documents on one line, and headings that their text follows at once."""
    raw = text[start:stop]
    matches = [m for m in INLINE.finditer(fold(raw)) if m.lastgroup]
    if not matches:
        return []
    # For each folded character the place of the one it comes from.
    at = list(chain.from_iterable(map(repeat, range(len(raw)), map(_folded_size, raw))))
    if len(at) <= matches[-1].end() - 1:
        return []
    folded = matches[0].string
    # Titles between commas are a list of contents in a sentence.
    listed = [False] * len(matches)
    for i in range(len(matches) - 1):
        if _LIST_GAP.match(folded[matches[i].end() : matches[i + 1].start()]):
            listed[i] = listed[i + 1] = True
    found: list[Candidate] = []
    first = len(raw) - len(raw.lstrip(EDGES))
    for match, in_list in zip(matches, listed, strict=True):
        key = next(k for k in KEYS if match[k] is not None)
        if in_list or key not in wanted:
            continue
        a, b = at[match.start()], at[match.end() - 1] + 1
        before, after = raw[a - 1 : a] if a else "", raw[b : b + 1]
        at_start = a <= first
        if match["number"]:
            opens = at_start or before.isspace() or before in _OPENS or raw[max(0, a - 2) : a] in ("报告", "年报")
        else:
            opens = at_start and (after.isspace() or after in ("：", ":"))
        if not opens:
            continue
        remark = _REMARK.match(raw, b)
        if remark is not None:
            b = remark.end()
        ordinal = match["n"] or match["b"] or ""
        agrees = ordinal_value(ordinal) == ORDINALS[key]
        weight = 3.0 if not ordinal else 5.0 if agrees else 4.0
        found.append(Candidate(number, start + a, start + b, key, ordinal, How.INSIDE, weight))
    return found


def other_headings(
    text: str, lines: Sequence[Line], tables: Sequence[TableSpan], wanted: set[str], known: Sequence[Candidate]
) -> list[Candidate]:
    """Headings of the *wanted* sections that are no line of the *known* ones."""
    found: list[Candidate] = []
    listed = {candidate.line for candidate in known}
    styles = _styles(text, known)
    first_table = {key: start for start, _stop, key in reversed(tables)}
    for number, (start, stop) in enumerate(lines):
        line = text[start:stop].strip()
        if (
            not line
            or number in listed
            or (line[-1].isdigit() and len(line) <= 2 * _LONGEST_TITLE and _PAGE.search(line))
        ):
            continue
        inside = _inside(text, number, start, stop, wanted)
        if inside:
            found += inside
            continue
        if len(line) > _LONGEST_TITLE:
            continue
        a, b = _trim(text, start, stop)
        folded = fold(text[a:b])
        if number + 1 < len(lines):
            c, d = lines[number + 1]
            if d - c <= _LONGEST_TITLE and text[c:d].strip():
                title = TITLES.get(skeleton(text[a:b] + text[c:d]))
                if title is not None and title.ordinal and title.key in wanted:
                    found.append(Candidate(number, a, _trim(text, c, d)[1], title.key, title.ordinal, How.JOINED, 7.0))
                    continue
        title = guess_title(folded, styles)
        if title is not None and title.key in wanted:
            found.append(Candidate(number, a, b, title.key, title.ordinal, How.GUESSED, 5.0))
            continue
        if len(folded) <= 2 and folded[:1] in _KEY_OF and folded[1:] in ("", "、", ".", ","):
            key = _KEY_OF[folded[0]]
            following = lines[number + 1][0] if number + 1 < len(lines) else len(text)
            if key in wanted and b <= first_table.get(key, -1) <= following:
                found.append(Candidate(number, a, b, key, folded[0], How.NUMBER, 3.0))
    return found


def weigh_evidence(
    text: str, candidates: Sequence[Candidate], lines: Sequence[Line], tables: Sequence[TableSpan]
) -> list[float]:
    """Weights of the candidates, with what stands under them taken into account."""
    first_table: dict[str, int] = {key: start for start, _stop, key in reversed(tables)}
    weights = []
    for i, candidate in enumerate(candidates):
        weight = candidate.weight
        following = candidates[i + 1] if i + 1 < len(candidates) else None
        table = first_table.get(candidate.key)
        if table is not None and candidate.stop <= table and (following is None or table < following.start):
            weight += 5.0
        end = lines[-1][1] if following is None else following.start
        if text[candidate.stop : end].strip(EDGES + "\n、，。：:."):
            weight += 3.0
        elif following is None and table is None and any(c.key == candidate.key for c in candidates[:i]):
            # The end of a page that repeats a heading.
            weight -= 4.0
        weights.append(weight)
    return weights


def choose_chain(candidates: Sequence[Candidate], weights: Sequence[float]) -> list[int]:
    """Indexes of the heaviest chain of candidates whose sections ascend; linear in their number."""
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(KEYS) + 1)
    back = [-1] * len(candidates)
    for i, candidate in enumerate(candidates):
        place = ORDINALS[candidate.key]
        weight, back[i] = max(best[:place], key=lambda b: b[0])
        if weight + weights[i] > best[place][0]:
            best[place] = (weight + weights[i], i)
    at = max(best, key=lambda b: b[0])[1]
    chain = []
    while at >= 0:
        chain.append(at)
        at = back[at]
    return chain[::-1]
