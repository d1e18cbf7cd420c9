"""What became of another program's questions, in the teacher's language? A few sentences for many codes.

The terminal says each code in words of its own (`content.exchange.sentences`); here those that come to the same share a
sentence. A code without one is told in the terminal's words.
"""

from collections.abc import Callable, Mapping
from typing import Any

from bot.render.cut import shorten
from bot.texts import Html, Texts, escape

Said = Callable[[Texts, Mapping[str, str]], Html]


def _of(said: Said, *codes: str) -> dict[str, Said]:
    return dict.fromkeys(codes, said)


def _words(data: Mapping[str, str]) -> str:
    return shorten(data.get("words", "…"), 80)


REFUSED: dict[str, Said] = {
    **_of(lambda t, d: t("An open answer cannot be graded."), "essay"),
    **_of(lambda t, d: t("There is no question in words."), "no_question", "picture_only", "empty_card", "note_type"),
    **_of(lambda t, d: t("No answer is marked right."), "no_answer", "no_right_answer", "no_mark", "not_an_option"),
    **_of(lambda t, d: t("Every answer is marked right."), "all_right"),
    **_of(lambda t, d: t("There are too few answers to choose from."), "few_options", "few_pairs", "few_entries"),
    **_of(lambda t, d: t("Two of its lines are the same: {words}", words=_words(d)), "same_right", "same_entries"),
    **_of(
        lambda t, d: t("I cannot read the answer {words}.", words=_words(d)),
        *("not_a_number", "comma", "empty_range", "no_words", "only_pattern"),
    ),
    **_of(
        lambda t, d: t("It is too long, or has too many parts."), "too_long", "too_many", "many_options", "long_answer"
    ),
    **_of(lambda t, d: t("Questions of this kind cannot be taken over."), "kind", "calculated", "program"),
    **_of(
        lambda t, d: t("That part of the file is damaged, or not as I expect it."),
        *("braces", "nested", "conflict", "quoting", "columns", "row", "native", "damaged_item", "xml", "missing_file"),
        "cannot_store",
    ),
}
CHANGED: dict[str, Said] = {
    **_of(lambda t, d: t("The answer {words} is asked as a figure.", words=_words(d)), "as_number"),
    **_of(lambda t, d: t("The answer {words} is asked as a date.", words=_words(d)), "as_date"),
    **_of(lambda t, d: t("Asked as a statement, true or false."), "as_truth"),
    **_of(lambda t, d: t("A long answer is asked with others of the file, to tap."), "options_from_deck"),
    **_of(
        lambda t, d: t("How much each answer was worth does not count here."),
        *("partial_credit", "unequal_weights", "penalty", "points", "unit_penalty"),
    ),
    **_of(
        lambda t, d: t("This was left out: {words}", words=_words(d)),
        *("one_of_several", "wildcard_left_out", "overall_feedback", "any_other", "extra_answers", "same_option"),
        *("same_pair", "picture_left_out", "sound_left_out", "unit_left_out", "category_info", "cells_beyond"),
        *("lines_left_out", "unused_cells", "media_left_out", "unknown_column", "unknown_header"),
    ),
    **_of(
        lambda t, d: t("What questions do not have here was left out, such as a time limit or when they were learned."),
        *("time_limit", "schedule", "style", "case", "attachments", "sheets"),
    ),
    **_of(
        lambda t, d: t("The answer {words} is taken as {now}.", words=_words(d), now=shorten(d.get("now", "…"), 80)),
        *("wildcard", "pattern"),
    ),
    **_of(
        lambda t, d: t("What is too long for a question, or a picture, is shown on a card before it."),
        *("picture_in_reading", "stem_split"),
    ),
    **_of(lambda t, d: t("A text was too long and was cut."), "cut"),
    **_of(lambda t, d: t("Of several gaps each is asked by itself, or the first."), "several_gaps", "gap_of_many"),
}


def note_line(note: Mapping[str, Any], t: Texts) -> Html:
    """One note of a report, with the name of what it is about."""
    sentence = REFUSED.get(note["code"]) or CHANGED.get(note["code"])
    if sentence is None:
        return escape(shorten(str(note["text"]), 160))
    words, name = sentence(t, note.get("data") or {}), " ".join(str(note.get("item") or "").split())
    return Html(f"{escape(shorten(name, 60))}: {words}") if name else words
