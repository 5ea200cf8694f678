"""The examples of docs/fuzzing.md run and give what the page says."""

from __future__ import annotations

import doctest
import re


def test_the_page_on_fuzzing_says_the_truth(project):
    page = (project / "docs" / "fuzzing.md").read_text("utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", page, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(code, {}, "docs/fuzzing.md", "docs/fuzzing.md", 0)
    assert len(test.examples) > 25
    outcome = []
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    failed, attempted = runner.run(test, out=outcome.append)
    assert failed == 0, "".join(outcome)
    assert attempted == len(test.examples)
