"""Chinese titles spelled in Latin letters, by whose alphabet lists of them go."""

from __future__ import annotations

import re

_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def spelled(text: str) -> str:
    """A text with its Chinese characters, simplified or traditional, in pinyin without tones (ISO 7098).

    A space stands between syllables, so that titles sort by character and not by letter. What a character means in the
    words around it decides between its readings. A character that isn't known stays as it is.
    """
    if not _CHINESE.search(text):
        return text
    # Here, since its dictionaries take 60 MB and a quarter of a second: only a site in Chinese has to pay for them.
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return " ".join(lazy_pinyin(text))
