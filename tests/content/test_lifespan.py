"""Births and deaths in the brackets behind a name are asked, reigns and strangers' lives are not."""

import pytest

from content.build import build
from content.readers import read

REST = """
She grew up in Norwich, where her father kept a shop for ropes and sails. She went to Leiden to study botany.
She described more than ninety mosses, and she gave her collection to the town. She was honoured with a medal.
"""


def prompts(text: str) -> list[str]:
    """What is asked of the text."""
    return [item.prompt for _, item in build([read(text.encode(), "life.txt")]).pack.items()]


def test_both_ends_of_a_life_are_asked_of_whom_the_text_is_about() -> None:
    asked = prompts(f"Ada Thorne\n\nAda Thorne (3 May 1812 – 9 June 1874) was an English botanist of mosses.\n{REST}")

    assert "On what date was Ada Thorne born?" in asked
    assert "On what date did Ada Thorne die?" in asked


def test_the_keys_are_the_two_dates() -> None:
    text = (
        f"Ada Thorne\n\nAda Thorne (born Ada Hill; 3 May 1812 – 9 June 1874) was an English botanist of mosses.\n{REST}"
    )
    items = [item for _, item in build([read(text.encode(), "life.txt")]).pack.items()]

    assert [item.key for item in items if "Thorne" in item.prompt][:2] == ["3 May 1812", "9 June 1874"]


@pytest.mark.parametrize(
    "head",
    [
        "Ada Thorne\n\nThe house of Carl Berg (3 May 1812 – 9 June 1874) was near the home of Ada Thorne.",
        "Queen Ada Thorne\n\nQueen Ada Thorne (1812–1874) was loved by her people.",
        "Ada Thorne\n\nAda Thorne (3 May 1812 – 9 June 1813) was a child of her time.",
        "Ada Thorne, 1812–1874\n\nAda Thorne (1812–1874) was an English botanist of mosses.",
    ],
    ids=["somebody else", "a reign", "too short", "told by the title"],
)
def test_other_brackets_are_not_asked(head: str) -> None:
    assert not any(prompt.endswith(("born?", "die?")) for prompt in prompts(f"{head}\n{REST}"))


@pytest.mark.parametrize(
    "brackets",
    [
        "born 3 May 1812, in Alby, Norfolk; died 9 June 1874, near Leiden",
        "born May 3, 1812, Alby, near Norwich [now part of it], England; died June 9, 1874, Leiden",
        "born 3 May 1812; died 9 June 1874",
        "b. 3 May 1812, d. 9 June 1874",
        "Alby, 3 May 1812 – Leiden, 9 June 1874",
        "3 May 1812 in Alby – 9 June 1874 in Leiden",
    ],
)
def test_both_ends_may_be_told_in_words_and_with_places(brackets: str) -> None:
    asked = prompts(f"Ada Thorne\n\nAda Thorne ({brackets}) was an English botanist of mosses.\n{REST}")

    assert asked[:2] == ["On what date was Ada Thorne born?", "On what date did Ada Thorne die?"]


def test_lines_of_their_own_tell_birth_and_death() -> None:
    head = "Thorne, Ada\n\nBorn 3 May 1812, Alby. Died 9 June 1874, Leiden.\n\n"
    text = f"{head}Ada Thorne was an English botanist.\n{REST}"

    assert prompts(text)[:2] == ["On what date was Ada Thorne born?", "On what date did Ada Thorne die?"]
