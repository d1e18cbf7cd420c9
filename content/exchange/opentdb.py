"""How is a file of the Open Trivia Database read? JSON with encoded texts; its credit is kept."""

import base64
import html
import json
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

from content.exchange.clean import decoded
from content.exchange.question import FULL, Answer, BadFile, Entry, Found, Question
from content.exchange.report import Note

_LEVELS = {"easy": 1, "medium": 3, "hard": 5}
_TYPES = ("multiple", "boolean")


def read(data: bytes) -> Found:
    """Every result. Raises BadFile where there is none."""
    text, notes = decoded(data)
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise BadFile("json") from None
    listed = found.get("results") if isinstance(found, dict) else found
    if not isinstance(listed, list) or not listed:
        raise BadFile("no_question")
    coding = _coding(listed)
    entries = tuple(_entry(one, number, coding) for number, one in enumerate(listed, 1))
    return Found(
        entries,
        title="Open Trivia DB",
        language="en",
        licence="CC-BY-SA-4.0",
        authors=("Contributors of the Open Trivia Database",),
        notes=notes,
    )


def _coding(listed: list[Any]) -> str:
    """How the texts are encoded: their types are words of the format, so they tell."""
    kinds = {one["type"] for one in listed if isinstance(one, dict) and isinstance(one.get("type"), str)}
    if kinds and all(kind not in _TYPES and _from_base64(kind) in _TYPES for kind in kinds):
        return "base64"
    questions = [str(one.get("question", "")) for one in listed if isinstance(one, dict)]
    return (
        "url" if questions and all(" " not in one for one in questions) and any("%20" in q for q in questions) else ""
    )


def _entry(one: Any, number: int, coding: str) -> Entry:
    name = f"question {number}"
    if not isinstance(one, dict):
        return Note("damaged_item", None, name)
    wrong = one.get("incorrect_answers")
    if not isinstance(wrong, list) or not isinstance(one.get("correct_answer"), str):
        return Note("no_answer", None, name)
    right = Answer(_plain(one["correct_answer"], coding), FULL)
    others = tuple(Answer(_plain(str(text), coding), Decimal(0)) for text in wrong)
    level = _LEVELS.get(_plain(str(one.get("difficulty", "")), coding))
    section = _plain(str(one.get("category", "")), coding).replace("/", " ").replace("::", ":")
    stem = _plain(str(one.get("question", "")), coding)
    if _plain(str(one.get("type", "")), coding) == "boolean":
        return Question("truth", stem, (right,), name=name, section=section, level=level)
    return Question("choice", stem, (right, *others), name=name, section=section, level=level, single=True)


def _plain(text: str, coding: str) -> str:
    if coding == "base64":
        return _from_base64(text)
    return unquote(text) if coding == "url" else html.unescape(text)


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError:
        return text
