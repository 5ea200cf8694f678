"""The language of messages: what was asked for, else the locale's."""

from __future__ import annotations

import pytest

from gxparse.diagnostics.language import LANGUAGES, default_language, language_of
from gxparse.errors import UsageError


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANG": "C", "LANGUAGE": "zh_CN"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "GXPARSE_LANG": "en"}, "en"),
        ({"LANG": "de_DE", "GXPARSE_LANG": "zh-Hans"}, "zh"),
        ({"LANG": "zh_CN", "GXPARSE_LANG": "fr"}, "zh"),
        ({"LANG": "Chinese (Simplified)_China.936"}, "zh"),
    ],
)
def test_the_locale_decides_unless_told_otherwise(environ, expected):
    assert default_language(environ) == expected


def test_the_environment_of_the_process_is_looked_at(monkeypatch):
    monkeypatch.setenv("GXPARSE_LANG", "zh")
    assert default_language() == "zh"
    monkeypatch.setenv("GXPARSE_LANG", "en")
    assert default_language() == "en"


def test_there_are_messages_in_two_languages():
    assert [language_of(name) for name in LANGUAGES] == ["zh", "en"]
    with pytest.raises(UsageError, match="zh and en"):
        language_of("fr")
