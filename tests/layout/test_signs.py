"""Signs of layouts."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gxparse.layout.grammar import layout_names, layout_traits

_SIGNS = st.text(st.sampled_from(' \n\t,;"|-+=│01甲'), max_size=60)


@pytest.mark.parametrize("name", [name for name in layout_names() if "has" in layout_traits(name)])
@given(text=_SIGNS)
@example("│甲│")
@example("+--+")
@example("1,0,1,1")
@example("\n-- --\n")
@example("甲|\n" * 7)
@example("|甲|0|\n| --- |\n甲|0|\n")
@example("\n|\n甲" * 5)
def test_every_sign_holds_one_of_the_strings_that_spare_looking_for_it(name: str, text: str) -> None:
    traits = layout_traits(name)
    if (found := re.search(traits["sign"], text)) is not None:
        assert any(part in found[0] for part in traits["has"].split())
