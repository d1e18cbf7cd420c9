"""What a teacher reads of another program's questions is in their language, code by code."""

import pytest

from bot.render.import_notes import CHANGED, REFUSED, note_line
from bot.texts import texts
from content.exchange.report import Note
from content.exchange.sentences import SENTENCES


@pytest.mark.parametrize("code", sorted(REFUSED | CHANGED))
def test_every_code_is_one_that_there_is_and_has_its_sentence(code: str) -> None:
    assert code in SENTENCES
    line = note_line(Note(code, 3, "Q<1>", "answer", {"words": "<b>12,5</b>", "now": "12"}).to_json(), texts("en"))
    assert line.startswith("Q&lt;1&gt;: ")
    assert "<b>" not in line
    assert "{" not in line


def test_most_of_what_can_be_told_of_a_file_has_one() -> None:
    lost = {code for code in SENTENCES if code.startswith(("lost_", "zip", "zstd", "xml_", "database"))}
    assert len(set(REFUSED | CHANGED)) > 0.5 * len(set(SENTENCES) - lost)


def test_a_code_without_one_is_told_in_the_terminals_words() -> None:
    note = Note("hidden", 3, "Q1").to_json()
    assert note_line(note, texts("en")) == note["text"]
    assert note_line(Note("warning", data={"words": "<i>"}).to_json(), texts("en")) == "&lt;i&gt;"
