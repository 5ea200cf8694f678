"""Kinds of HTML elements, as far as they matter to the text of a page (HTML Standard, 4 and 13.1.2)."""

from __future__ import annotations

from typing import Final


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


#: Elements that begin and end a paragraph.
BLOCKS: Final = _names(
    "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd section article main header footer nav aside address blockquote center "
    "form fieldset legend figure figcaption details summary hr body html option optgroup select caption menu dir "
    "table thead tbody tfoot tr td th pre listing"
)
TABLE_PARTS: Final = _names("table thead tbody tfoot tr td th")
GROUPS: Final = _names("thead tbody tfoot")
VOID: Final = _names("area base br col embed hr img input link meta param source track wbr")
PICTURES: Final = _names("img svg canvas object embed")
#: Elements whose content is not on the page, or is a gloss on what is, or was taken out.
LEFT_OUT: Final = _names(
    "template rt rp del datalist canvas video audio annotation annotation-xml defs desc metadata symbol"
)
#: Elements that a new one of the same kind ends.
ENDED_BY_NEXT: Final = _names("p li dd dt option")
#: Elements whose end tag may be left out, so that an open one is no depth.
OPEN_ENDED: Final = _names("p li dd dt option optgroup td th tr tbody thead tfoot colgroup html head body")
#: Elements around text that stands apart from the text before it: raised, lowered or struck out.
MARKED: Final = _names("sup sub s strike msup msub msubsup mfrac mroot munder mover munderover")
