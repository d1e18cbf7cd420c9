"""Which characters are fit to be read? Controls, bidirectional tricks and zero widths are not."""

import re
import unicodedata

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_HYPHENS = "\u2010\u2011"
"""Hyphens of their own that mean the plain one."""


def fit(text: str) -> str:
    """The text in Unicode's composed form, without signs that show nothing; joiners inside words stay."""
    if text.isascii() and text.isprintable():
        return text
    text = _UNFIT.sub("", text)
    if text.isascii():
        return text
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    return unicodedata.normalize("NFC", text)
