"""The rules of the style sheets of a page, as far as they hide, move, turn or add text.

No cascade is worked out. A rule counts where its last part fits the element and all names of its other parts are open
around it, whatever their order; of conditions only those for printers and narrow screens are known, and a rule for an
element that is pointed at does not count. So a rule may count that a browser does not apply: then a figure
is refused that could have been read, and none is read as another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from attrs import define, evolve, field, frozen

from gxparse.source.html_looks import Effect, Look, judge, own_look, undoes
from gxparse.source.html_names import VOID
from gxparse.source.html_tags import Tag, attributes

__all__ = ["StyleSheets"]


@frozen
class _Rule:
    """One selector, and what it does to the elements that it fits."""

    #: tag, ``.class`` and ``#id`` of the element itself, and attributes that it has
    names: frozenset[str]
    attributes: frozenset[str] = frozenset()
    #: names of the elements around it
    around: frozenset[str] = frozenset()
    effect: Effect = Effect(Look.PLAIN)

    def fits(self, names: frozenset[str], found: Mapping[str, str]) -> bool:
        """Whether the rule speaks of an element with these names and attributes."""
        return self.names <= names and self.attributes <= found.keys()


#: Rules of a style sheet, one piece up to each bracket.
_PIECE = re.compile(r"[^{}]*+(?:[{}]|\Z)")
_COMMENT = re.compile(r"/\*[\s\S]*?(?:\*/|\Z)")
_TAG = re.compile(r"<style\b([^>]*+)>", re.IGNORECASE)
#: Conditions under which a page is not looked at here.
_ELSEWHERE = re.compile(
    r"\bprint\b|\bspeech\b|\bmax-(?:device-)?width\b|\bnot\s+(?:all|screen)\b|width\s*<", re.IGNORECASE
)
_SCREEN = re.compile(r"\bscreen\b|\ball\b", re.IGNORECASE)
#: What holds rules that hold as if they stood alone.
_AROUND = re.compile(r"@(?:media|supports|layer|container|scope|starting-style)\b", re.IGNORECASE)
_COMMA = re.compile(r",(?![^()]{0,80}\))")
_PARTS = re.compile(
    r"(?P<name>[.#]?(?:[A-Za-z_\u0080-\uffff-][\w\u0080-\uffff-]*+))|(?P<any>[*&])|\[\s*(?P<attribute>[\w-]+)[^\]]*\]"
    r"|(?P<pseudo>::?[A-Za-z-]++)(?:\((?:[^()]|\([^()]*\))*+\))?|(?P<between>[\s>+~]++)|(?P<other>[\s\S])"
)
_MADE_UP = frozenset(("before", "after", "first-letter", "first-line"))
#: States of an element that is pointed at or used.
_STATES = frozenset("hover focus active visited target focus-within focus-visible disabled".split())  # noqa: SIM905
#: Rules that are looked at on one page, and those of one name that are kept apart.
_RULES, _OF_ONE_NAME = 20_000, 30
#: Elements whose beginning ends others: cells and rows are seldom closed.
_ENDS: dict[str, frozenset[str]] = {
    "td": frozenset(("td", "th")),
    "th": frozenset(("td", "th")),
    "tr": frozenset(("td", "th", "tr")),
    "tbody": frozenset(("td", "th", "tr", "tbody", "thead", "tfoot")),
    "p": frozenset(("p",)),
    "li": frozenset(("li",)),
}
_DEPTH, _BACK = 512, 64
#: Characters of all selectors of one rule.
_SELECTORS = 20_000
#: Classes of one element that are looked at.
_CLASSES = 8
_NAMED = re.compile(r"\b(?:class|id)\s*=", re.IGNORECASE)


@define
class StyleSheets:
    """All rules of a page that matter, and the elements that are open where it is being read."""

    #: one name of each rule -> the rules; ``*`` for those without any
    _by_name: dict[str, list[_Rule]] = field(factory=dict, init=False)
    _count: int = field(default=0, init=False)
    _open: list[tuple[str, frozenset[str]]] = field(factory=list, init=False)
    _names: Counter[str] = field(factory=Counter, init=False)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def add(self, sheet: str) -> None:
        """Take in a ``style`` element."""
        tag = _TAG.match(sheet)
        if tag is not None:
            if not _applies(attributes(tag[1]).get("media", "")):
                return
            sheet = sheet[tag.end() :]
        #: for each open bracket the selector of its rules; none: nothing in it counts
        open_: list[str | None] = []
        for found in _PIECE.finditer(_COMMENT.sub(" ", sheet)):
            piece = found[0]
            if not piece.endswith(("{", "}")):
                return  # the end; without this way out every character would be tried as a beginning
            declarations, _, head = piece[:-1].rpartition(";") if piece[-1] == "{" else (piece[:-1], "", "")
            if open_ and open_[-1] and declarations.strip():
                self._rule(open_[-1], declarations)
            if piece.endswith("{"):
                open_.append(self._inner(open_, head.strip()) if len(open_) < _BACK else None)
            elif open_:
                open_.pop()
            if self._count > _RULES:
                return

    def _inner(self, open_: list[str | None], head: str) -> str | None:
        """The selector of the rules in a bracket; empty for those that have their own."""
        outer = open_[-1] if open_ else ""
        if outer is None or not head or len(head) > _SELECTORS:
            return None
        if head.startswith("@"):
            return outer if _AROUND.match(head) and _applies(head) else None
        if not outer:
            return head
        # Around many others it is taken to hold anywhere.
        arounds = _COMMA.split(outer) if len(outer) < _DEPTH else [""]
        return ",".join(
            part.replace("&", around) if "&" in part else f"{around} {part}"
            for part in _COMMA.split(head)
            for around in arounds
        )

    def _rule(self, selectors: str, declarations: str) -> None:
        self._count += 1
        undone = undoes(declarations)
        for selector in _COMMA.split(selectors):
            found = _read_selector(selector.strip()) if len(selector) < _DEPTH else None
            if found is None:
                continue
            rule, part = found
            key = max(rule.names, key=lambda name: (name[0] in "#.", name), default="*")
            effect = judge(declarations, part)
            if effect is not None:
                known = self._by_name.setdefault(key, [])
                rule = evolve(rule, effect=effect)
                if len(known) >= _OF_ONE_NAME:
                    # As many as no page has: what the others say is taken to hold wherever the name stands.
                    rule = _Rule(rule.names & {key}, effect=evolve(effect, attribute=""))
                if rule not in known:
                    known.append(rule)
            elif undone and not part and key in self._by_name:
                kept = [r for r in self._by_name[key] if r.names != rule.names or r.effect.look is not Look.APART]
                self._by_name[key] = kept

    def enter(self, tag: Tag) -> None:
        """Note that an element begins or ends."""
        name, closes, given, *_ = tag
        if name in VOID:
            return
        if closes:
            for back in range(1, min(len(self._open), _BACK) + 1):
                if self._open[-back][0] == name:
                    for _, names in self._open[-back:]:
                        self._names.subtract(names)
                    del self._open[-back:]
                    return
            return
        ended = _ENDS.get(name)
        while ended is not None and self._open and self._open[-1][0] in ended:
            self._names.subtract(self._open.pop()[1])
        if len(self._open) < _DEPTH:
            names = _names_of(name, given)
            self._names.update(names)
            self._open.append((name, names))

    def needs(self, names: frozenset[str]) -> bool:
        """Whether a rule may fit elements that are known by nothing but one of these tags."""
        return bool(self._by_name) and not names.isdisjoint(self._by_name)

    @property
    def has_tags(self) -> bool:
        """Whether a rule may fit elements without class and id."""
        return any(name[0] not in ".#" for name in self._by_name)

    def effect(self, name: str, given: str, *, marked: bool = False) -> Effect:
        """How the text of an element with these attributes is seen; *marked* if its name sets it apart."""
        look = own_look(given)
        if marked and look is not Look.HIDDEN:
            look = Look.APART
        return self.by_rules(name, given, look) if self._by_name else Effect(look)

    def by_rules(self, name: str, given: str, look: Look = Look.PLAIN) -> Effect:
        """What the rules make of an element, at least *look*."""
        effect = Effect(look)
        names = _names_of(name, given)
        rules = [rule for key in (*names, "*") for rule in self._by_name.get(key, ())]
        if rules:
            found = attributes(given)
            for rule in rules:
                if rule.fits(names, found) and all(self._names[around] > 0 for around in rule.around):
                    effect = effect.with_other(rule.effect, found)
        return effect


def _names_of(name: str, given: str) -> frozenset[str]:
    """What a selector may call an element: its tag, classes and id."""
    if not given or _NAMED.search(given) is None:
        return frozenset((name,))
    found = attributes(given)
    classes = [f".{one}" for one in found.get("class", "").split()[:_CLASSES]]
    return frozenset((name, *classes, f"#{found['id']}") if "id" in found else (name, *classes))


def _applies(condition: str) -> bool:
    """Whether the page is looked at under at least one of the conditions."""
    return any(
        _ELSEWHERE.search(one) is None or (_SCREEN.search(one) and "max-" not in one) for one in condition.split(",")
    )


def _read_selector(selector: str) -> tuple[_Rule, str] | None:
    """What one selector fits, and the part of it that a style sheet makes up; ``None`` if it is of an unknown kind."""
    names: set[str] = set()
    given: set[str] = set()
    around: set[str] = set()
    made_up = ""
    for found in _PARTS.finditer(selector):
        if found["name"]:
            name = found["name"]
            names.add(name if name[0] in ".#" else name.lower())
        elif found["attribute"]:
            given.add(found["attribute"].lower())
        elif found["pseudo"]:
            state = found["pseudo"].lstrip(":").lower()
            if state in _STATES:
                return None
            if state in _MADE_UP:
                made_up = state
            elif found["pseudo"].startswith("::"):
                return None
        elif found["between"]:
            if not any(sign in found["between"] for sign in "+~"):
                around |= names
            names, given = set(), set()
        elif found["other"]:
            return None
    return _Rule(frozenset(names), frozenset(given), frozenset(around - {"html", "body"})), made_up
