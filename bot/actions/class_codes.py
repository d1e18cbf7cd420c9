"""What does the code of a class look like? Eight letters and figures that nobody mixes up, drawn by chance."""

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8
_CODE = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
_TYPED = re.compile(r"[A-Za-z0-9]{4}[ -]?[A-Za-z0-9]{4}")


def new_code() -> str:
    """31 to the power of 8 are possible: trying them out at Telegram's pace would take thousands of years."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """As it is read aloud and typed: K7QX-3MZP."""
    return f"{code[:4]}-{code[4:]}"


def read_code(text: str) -> str | None:
    """The code in what was typed, in any case, with or without the dash; None if it is none."""
    text = text.strip()
    if not _TYPED.fullmatch(text):
        return None
    code = re.sub(r"[ -]", "", text).upper()
    return code if _CODE.fullmatch(code) else None
