"""In which language gxparse talks: Chinese or English.

Only messages and captions have a language. Statutory labels are always quoted in Chinese, and data (JSON, CSV,
field paths, codes) is the same for everyone.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from gxparse.errors import UsageError

__all__ = ["LANGUAGES", "Language", "default_language", "language_of"]

Language: TypeAlias = Literal["zh", "en"]

#: every language there are messages in
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")

#: environment variable that overrides the locale
VARIABLE: Final = "GXPARSE_LANG"


def language_of(name: str) -> Language:
    """The language with that name. Raises :class:`~gxparse.errors.UsageError` for any but ``zh`` and ``en``.

    >>> language_of("zh")
    'zh'
    """
    if name not in LANGUAGES:
        raise UsageError(f"there are messages in {' and '.join(LANGUAGES)}, not in {name!r}")
    return name


def default_language(environ: Mapping[str, str] | None = None) -> Language:
    """Chinese where the locale is Chinese (or ``GXPARSE_LANG=zh``), English elsewhere.

    Looks at ``GXPARSE_LANG``, then at ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` as POSIX ranks them, and, where none of
    these is set (Windows), at the locale of the system. The language list ``LANGUAGE`` of GNU gettext outranks a
    locale that is not ``C``.

    >>> default_language({"LANG": "zh_CN.UTF-8"}), default_language({"LANG": "de_DE.UTF-8"})
    ('zh', 'en')
    >>> default_language({"LANG": "zh_CN.UTF-8", "GXPARSE_LANG": "en"})
    'en'
    """
    given = os.environ if environ is None else environ
    if (own := given.get(VARIABLE, "").strip().lower()[:2]) in LANGUAGES:
        return own
    name = next((given[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if given.get(v)), None)
    if name is None:
        # Windows names it "Chinese (Simplified)_China" or "zh_CN".
        name = (locale.getlocale()[0] if environ is None else None) or "C"
    if name.split(".")[0] not in ("C", "POSIX") and given.get("LANGUAGE"):
        name = given["LANGUAGE"].split(":")[0]
    return "zh" if name.lower().startswith(("zh", "chinese")) else "en"
