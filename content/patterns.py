"""How is a pattern of many words made quick? Its alternatives are sorted by their letters; what it matches stays."""

import re

_FEWEST = 3
"""So many alternatives with one first letter, or with different ones, are worth sorting."""
_QUANTIFIERS = "?*+{"
_ALIKE = {"i": "iIİı", "k": "kK\u212a", "s": "sSſ"}
"""Letters that are one where capitals do not count, and that `str.upper` does not tell of."""


def quick(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern compiled, with "will|would|was" as "w(?:ill|ould|as)" at every depth.

    `re` tries the alternatives one after the other wherever a word begins. Those with different first letters shut each
    other out, so that to gather them changes no match; only neighbours are gathered, with none between them that may
    begin with anything. Where capitals do not count the first letter is told as a class, which `re` looks at before it
    tries the alternative.
    """
    return re.compile(_sorted(pattern, ignoring_case=bool(flags & re.IGNORECASE)), flags)


def _sorted(pattern: str, *, ignoring_case: bool) -> str:
    """The pattern with the alternatives of all its groups sorted."""
    parts, at, begin = [""], 0, 0
    while at < len(pattern):
        end = _past(pattern, at)
        if pattern[at] == "|":
            parts.append("")
        elif pattern[at] == "(":
            begin = _opened(pattern, at)
            inner = pattern[begin : end - 1]
            parts[-1] += pattern[at:begin] + (inner if _is_fixed(pattern, at) else _again(inner, ignoring_case)) + ")"
        else:
            parts[-1] += pattern[at:end]
        at = end
    return "|".join(_gathered(parts, ignoring_case))


def _again(inner: str, ignoring_case: bool) -> str:
    return _sorted(inner, ignoring_case=ignoring_case)


def _is_fixed(pattern: str, at: int) -> bool:
    """Is the group one that looks back, or one with flags of its own?"""
    return pattern.startswith(("(?<=", "(?<!", "(?-", "(?i"), at)


def _opened(pattern: str, at: int) -> int:
    """Where what stands in the group begins."""
    match = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|[-a-z]*:))?").match(pattern, at)
    assert match
    return match.end()


def _past(pattern: str, at: int) -> int:
    """Where the sign, class or group that begins here ends."""
    if pattern[at] == "\\":
        return at + 2
    if pattern[at] == "[":
        end = pattern.index("]", at + 2 + (pattern[at + 1] == "^"))
        while pattern[end - 1] == "\\" and pattern[end - 2] != "\\":
            end = pattern.index("]", end + 1)
        return end + 1
    if pattern[at] != "(":
        return at + 1
    at += 1
    while pattern[at] != ")":
        at = _past(pattern, at)
    return at + 1


def _gathered(parts: list[str], ignoring_case: bool) -> list[str]:
    """The alternatives, neighbours with the same first letter as one."""
    found: list[str] = []
    run: dict[str, list[str]] = {}
    for part in [*parts, ""]:
        if part[:1].isascii() and part[:1].isalpha() and (len(part) < 2 or part[1] not in _QUANTIFIERS):
            letter = part[0].lower() if ignoring_case else part[0]
            run.setdefault(letter, []).append(part[1:])
            continue
        many = sum(map(len, run.values())) >= _FEWEST
        for letter, rests in run.items():
            first = _either(letter) if ignoring_case and many else letter
            if many and len(rests) > 1:
                found.append(f"{first}(?:{'|'.join(_gathered(rests, False))})")
            else:
                found += [first + rest for rest in rests]
        run = {}
        found.append(part)
    return found[:-1]


def _either(letter: str) -> str:
    """The letter as a class of its own, capital or not."""
    return f"(?-i:[{_ALIKE.get(letter, letter + letter.upper())}])"
