"""Sentences that state quantities, cut into words, numbers and separators.

The grammar is ``grammars/statement.lark``. Its structure is flat, clauses between separators, so the sentence is
cut with the grammar's own terminals in one pass of one regular expression; a test holds the result against Lark's
parser token by token. Only sentences with a number and its unit, or with a word that denies, are looked at.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from gxparse.layout.grammar import load_parser
from gxparse.text import fold

__all__ = ["Piece", "Sentence", "cut_sentence", "find_sentences", "narrow"]

# Signs of a quantity or a denial, in any width and script. The pattern begins with one set of characters, so that
# the search skips everything else quickly.
_SIGN = re.compile(
    r"[0-9０-９一二三四五六七八九十百千两未没沒无⽆無零全均都]"
    r"(?:(?<=[0-9０-９])[0-9０-９,，.．]{0,24}\s{0,3}(?:[万萬亿億]\s?)?[余餘多来几]?\s{0,3}"
    r"(?:[件條条份宗起次项項个個元篇例人。;；（(%％\n]|(?<=[0-9０-９,，])(?=[^0-9０-９]|$)(?<=[,，])|$)"
    r"|(?<=[一二三四五六七八九十百千两])\s?[余餘多]?(?:[件條条份宗起]|分之)"
    r"|(?<=未)[收接發发受有产出制印办辦]"
    r"|(?<=[没沒])有(?=[^。\n]{0,24}(?:申请|申請|复议|複議|诉讼|訴訟|结转|公开|公開|费))"
    r"|(?<=[无⽆無])(?=[^。\n]{0,24}(?:申请|申請|复议|複議|诉讼|訴訟|结转|费)|[。；;，,\n]|$)"
    r"|(?<=零)(?:[件条份宗起报申受,，。;；\n]|$)|(?<=全)部办|(?<=[均都])[已按])"
)
_ENDS = "。！？\n!?"
#: words of the tables and of lists, without which a sentence contradicts nothing
_CONCERNS = re.compile(
    "申请|复议|诉讼|起诉|应诉|规范性文件|规章|处理费|收费|收取|费用|采购|办结|结转|许可|处罚|强制|自然人|予公开|予以公开|部分公开|无法提供|不予处理|掌握|其中|包括|包含|分别|[(]含"
)
#: a character of each of these words, in either script; what may be spaced out is looked at too
_MAY_CONCERN = re.compile(
    "[申复複诉訴采採购購罚罰]|规[范章]|規[範章]|费|費|收取|办结|辦結|结转|結轉|许可|許可|强制|自然|[予分]公[开開]|[予分]以公[开開]|其中|[无無]法提供|不予[处處]理|掌握|包[括含]|分[别別]|[(（]含|\\S \\S \\S "
)
#: control characters, accented letters, replacement characters: marks of a broken conversion
_GARBLED = re.compile("[\x00-\x08\x7f-\x9f\xc0-\xd6\xd8-\xf6\xf8-\u024f\ufffd]")
#: words of matters that a report is about
_SPEAKS = re.compile("公开|发布|信息|网站|公众号|关注|推送|政务|咨询|解读|培训|平台|报")
_AFTER = "。；;\n \t\u3000\xa0"
_LONGEST = 600


class _Narrow(dict[int, str]):
    """``str.translate`` table that folds a character where that gives exactly one, so that offsets stay."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = fold(character)
        out = folded if len(folded) == 1 else " " if not folded and character != "\n" else character
        if len(self) < 60_000:  # bounded: a hostile text can hold every code point once
            self[code] = out
        return out


_NARROW = _Narrow()


def narrow(text: str) -> str:
    """*text* folded character by character: same length, full-width and traditional forms gone.

    >>> narrow("收到申請３ 件，其中　1件")
    '收到申请3 件,其中 1件'
    """
    return text.translate(_NARROW)


class Piece(NamedTuple):
    """A piece of a sentence; offsets are counted from the beginning of the sentence."""

    #: name of the terminal: WORDS, DAY, RATE, NUMBER (with scale and unit), COMMA, PAUSE, SEMICOLON …
    kind: str
    start: int
    stop: int
    #: for a number: digits with 万, whether "more than" follows, unit
    digits: str = ""
    more: bool = False
    unit: str | None = None


class Sentence(NamedTuple):
    """A sentence worth reading."""

    #: offset in the text of its section
    start: int
    #: the sentence, folded
    text: str
    #: whether a paragraph begins between the sentence before and this one
    opens: bool


_MEASURE = ("NUMBER", "SCALE", "MORE", "UNIT")


@functools.cache
def _scanner() -> re.Pattern[str]:
    parser = load_parser("statement", ("start",))
    terminals = {t.name: t.pattern.to_regexp() for t in parser.terminals}
    number, scale, more, unit = (f"(?P<{name}>{terminals[name]})" for name in _MEASURE)
    # As Lark orders them: by priority; what stands alone in its priority keeps its place.
    ranked = sorted(parser.terminals, key=lambda t: -t.priority)
    parts = []
    for terminal in ranked:
        if terminal.name == "NUMBER":
            parts.append(f"{number}{scale}?{more}?{unit}?")
        elif terminal.name not in _MEASURE:
            parts.append(f"(?P<{terminal.name}>{terminals[terminal.name]})")
    return re.compile("|".join(parts))


def cut_sentence(sentence: str) -> tuple[Piece, ...]:
    """The pieces of a folded sentence; joined they are the sentence.

    >>> [(p.kind, p.digits, p.unit) for p in cut_sentence("收到申请近5万件,占2%")]
    [('WORDS', '', None), ('NUMBER', '5万', '件'), ('COMMA', '', None), ('WORDS', '', None), ('RATE', '', None)]
    """
    return _cut(sentence) if len(sentence) <= 200 else _cut_anew(sentence)


def _cut_anew(sentence: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for match in _scanner().finditer(sentence):
        kind = match.lastgroup or ""
        if kind in _MEASURE:
            number, scale, more, unit = match.group(*_MEASURE)
            digits = number if scale is None else number + scale.strip()
            unit = None if unit is None else unit.strip()
            found.append(Piece("NUMBER", match.start(), match.end(), digits, more is not None, unit))
        else:
            found.append(Piece(kind, match.start(), match.end()))
    return tuple(found)


# Many sentences are the same in many reports.
_cut = functools.lru_cache(maxsize=4096)(_cut_anew)


def find_sentences(text: str, *, everything: bool = True) -> Iterator[Sentence]:
    """The sentences of a section's text that may state a quantity, folded, in their order.

    Without *everything* only those that could contradict a table or themselves: sentences with a word of the tables
    or with a list, and what such a list refers to.
    """
    at, length = 0, len(text)
    opens = True
    for sign in _SIGN.finditer(text):
        start = sign.start()
        if start < at:
            continue
        # A sentence of more than this length is none; only the stretch around the number counts.
        low, high = max(at, start - _LONGEST), min(length, start + _LONGEST)
        begin = low
        for end in _ENDS:
            found = text.rfind(end, begin, start)
            if found >= 0:
                begin = found + 1
            found = text.find(end, start, high)
            if found >= 0:
                high = found
        opens = opens or text.find("\n", at, begin) >= 0
        at = high
        sentence = text[begin:high]
        if not (everything or _MAY_CONCERN.search(sentence) or text[high : high + 8].lstrip(_AFTER).startswith("其中")):
            continue  # without folding it, which costs more than looking
        if not everything and _GARBLED.search(sentence):
            continue  # what a broken conversion left is no ground for a finding
        sentence = sentence.translate(_NARROW)
        words = sentence.replace(" ", "") if " " in sentence else sentence
        if (
            _CONCERNS.search(words)
            or (everything and _SPEAKS.search(words))
            or text[high : high + 8].lstrip(_AFTER).startswith("其中")
        ):
            yield Sentence(begin, sentence, opens)
            opens = False
