"""How is text styled within a line? Emphasis, code and links to runs and back; everything else, HTML too, is text."""

import re
import string

from lessons.rich import Rich, Run, Style, plain

ESCAPABLE = frozenset(string.punctuation + "→–—•±；：")
_SPACE = re.compile(r"[ \t\r\n]+")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)
_PUNCTUATION = re.compile("([" + re.escape("".join(sorted(ESCAPABLE))) + "])")
_DEPTH = 3
"""Styles within styles; deeper marks are text."""


def inline(text: str) -> Rich:
    """The runs of a paragraph in Markdown; never fails: a mark without its partner is text."""
    return _tidy(_parse(text, 0))


def words(text: str) -> str:
    """The words of a paragraph in Markdown, without its styles."""
    return plain(inline(text))


def markdown(runs: Rich) -> str:
    """Markdown that `inline` reads as these runs (white space at a run's edge may move)."""
    found = ""
    for escape in (_light, _heavy):
        for mark in ("*", "_"):  # *a***b** is read otherwise than it was meant, _a_**b** is not
            found = "".join(_write(run, escape(run.text), mark) for run in runs)
            if inline(found) == runs:
                return found
    return found


def literal(text: str) -> str:
    """Markdown that `words` reads as exactly this text."""
    return markdown((Run(text),)) if text else ""


def _write(run: Run, text: str, mark: str) -> str:
    match run.style:
        case "strong":
            return f"**{text}**"
        case "em":
            return f"{mark}{text}{mark}"
        case "code":
            return text if "`" in run.text else f"`{run.text}`"
        case "link":
            return f"[{text}]({run.href})"
    return text


def _light(text: str) -> str:
    escaped = re.sub(r"([\\`*])", r"\\\1", text)
    return escaped.replace("[", "\\[") if "](" in text else escaped


def _heavy(text: str) -> str:
    return _PUNCTUATION.sub(r"\\\1", text)


def _tidy(runs: list[Run]) -> Rich:
    """Runs with single spaces, joined where the style is the same, without white space at the ends."""
    joined: list[Run] = []
    for run in runs:
        text = _SPACE.sub(" ", run.text)
        if joined and joined[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if joined and (joined[-1].style, joined[-1].href) == (run.style, run.href):
            joined[-1] = Run(joined[-1].text + text, run.style, run.href)
        elif text:
            joined.append(Run(text, run.style, run.href))
    if joined:
        joined[0] = Run(joined[0].text.lstrip(" "), joined[0].style, joined[0].href)
        joined[-1] = Run(joined[-1].text.rstrip(" "), joined[-1].style, joined[-1].href)
    return tuple(run for run in joined if run.text)


def _parse(text: str, depth: int) -> list[Run]:
    runs: list[Run] = []
    plain_from, here = 0, 0
    kept: list[str] = []
    hopeless: dict[str, int] = {}

    def flush(until: int) -> None:
        kept.append(text[plain_from:until])
        if "".join(kept):
            runs.append(Run("".join(kept)))
        kept.clear()

    while here < len(text):
        mark = text[here]
        if mark == "\\" and text[here + 1 : here + 2] in ESCAPABLE:
            kept.append(text[plain_from:here])
            plain_from = here + 1
            here += 2
            continue
        found = _styled(text, here, hopeless, depth) if mark in "`*_[" and depth < _DEPTH else None
        if found is None:
            here += 2 if text.startswith("**", here) else 1
            continue
        flush(here)
        runs.extend(found[0])
        plain_from = here = found[1]
    flush(len(text))
    return runs


# `hopeless` keeps, for one text, which marks have no partner any more, and where the next `](` stands: without it,
# a paragraph of brackets would be searched once for each of them.
def _styled(text: str, here: int, hopeless: dict[str, int], depth: int) -> tuple[list[Run], int] | None:
    """The runs that begin at a mark and where they end, or None where the mark is only a character."""
    if text[here] == "[":
        return _link(text, here, hopeless)
    mark = "**" if text.startswith("**", here) else text[here]
    if mark in hopeless:
        return None
    start = here + len(mark)
    end = _closing(text, mark, start)
    if end is None:
        hopeless[mark] = -1
        return None
    inside = text[start:end]
    if not inside or inside[0].isspace() or inside[-1].isspace():
        return None
    if mark == "`":
        return [Run(inside, "code")], end + 1
    if mark == "_" and not (_edge(text, here - 1) and _edge(text, end + 1)):
        return None
    style: Style = "strong" if mark == "**" else "em"
    return [_restyle(run, style) for run in _parse(inside, depth + 1)], end + len(mark)


def _restyle(run: Run, style: Style) -> Run:
    return Run(run.text, style) if run.style == "text" else run


def _edge(text: str, at: int) -> bool:
    return not (0 <= at < len(text)) or not (text[at].isalnum() or text[at] == "_")


def _closing(text: str, mark: str, start: int) -> int | None:
    """Where the closing mark stands: not escaped (but in code nothing is), and not half of a double one."""
    at = text.find(mark, start)
    while at != -1:
        escaped = mark != "`" and _escaped(text, at)
        double = mark == "*" and text.startswith("**", at)
        if not escaped and not double:
            return at
        at = text.find(mark, at + (2 if double and not escaped else 1))
    return None


def _escaped(text: str, at: int) -> bool:
    before = at
    while before > 0 and text[before - 1] == "\\":
        before -= 1
    return (at - before) % 2 == 1


def _link(text: str, here: int, hopeless: dict[str, int]) -> tuple[list[Run], int] | None:
    inner = text.find("[", here + 1)
    middle = hopeless.get("](", here - 1)
    if "](" in hopeless and middle == -1:
        return None
    if middle < here:
        middle = text.find("](", here)
    while middle != -1 and _escaped(text, middle):
        middle = text.find("](", middle + 1)
    end = text.find(")", middle) if middle != -1 else -1
    hopeless["]("] = middle if end != -1 else -1
    if end == -1:
        return None
    if here < inner < middle and not _escaped(text, inner):
        return None
    label, href = text[here + 1 : middle], text[middle + 2 : end]
    if not label.strip() or "[" in label.replace("\\[", "") or not _LINK.fullmatch(href):
        return None
    return [Run(plain(tuple(_parse(label, _DEPTH))), "link", href)], end + 1
