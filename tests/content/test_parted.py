"""What "and" joins stays together, and only a clause has a subject."""

import pytest

from content.candidates.mark import MARK
from content.candidates.parted import is_parted
from content.candidates.plain import split
from content.candidates.variants import variants


def parted(line: str, sentence: str) -> bool:
    """The same with # for the fact."""
    return is_parted(line.replace("#", MARK), sentence.replace("#", MARK))


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Brod left the league in #", "The fighting grew worse after Tolva and Brod left the league in #."),
        (
            "Fighting began in # and grew worse after Tolva",
            "Fighting began in # and grew worse after Tolva and Brod left.",
        ),
        ("Brod led to a strike in #", "Trade fell when support for the mills of Tolva and Brod led to a strike in #."),
        ("Frisians came in #", "Few people lived there before the Danes, Saxons, and Frisians came in #."),
        ("The Dyke War led to a new council in #", "Settlement after the Dyke War led to a new council in #."),
        (
            "In #, the town joined the League of Tolva, Brod",
            "In #, the town joined the League of Tolva, Brod, and Reck.",
        ),
        (
            "In #, a quarrel broke out between friends of Ada Kern",
            "In #, a quarrel broke out between friends of Ada Kern, a miller, and friends of Jan Reck.",
        ),
        (
            "Hard fighting forced a surrender on #",
            "The Danes landed in May and after hard fighting forced a surrender on #.",
        ),
    ],
)
def test_a_noun_is_not_parted_from_those_it_is_joined_to(line: str, sentence: str) -> None:
    assert parted(line, sentence)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Brod left the league in #", "The fighting grew worse and Brod left the league in #."),
        (
            "Brod signed a peace with Tolva in #",
            "They fought in 1856, 1867, and 1873, and Brod signed a peace with Tolva in #.",
        ),
        ("The Danes came in #", "Two years after the Danes came in #, the mill burned."),
        ("The bridge burned in #", "It had stood for a year before the bridge burned in #."),
        ("The bank closed in # after the Dyke War", "The bank closed in # after the Dyke War, and the mill followed."),
        ("Two mills lost their licence in #", "Two mills lost their licence in # and moved away."),
    ],
)
def test_clauses_that_and_joins_are_told_apart(line: str, sentence: str) -> None:
    assert not parted(line, sentence)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("The decades-long rule of margrave Jan Reck, who took power in #, was harsh", "The decades-long rule"),
        ("The school under Anna Reck, who was born in #, grew", "The school"),
        ("The daughter of Jan Reck, who was born in #, left", "The daughter"),
        ("By Jan Reck, published in #, it was the first of its kind", "Jan Reck was"),
        ("The Reck council adopted a plan and was thanked in #", "The Reck council was adopted"),
        ("A tablet found at Tolva in #, dates back to the Danes", "A tablet found at Tolva in #$"),
    ],
)
def test_who_is_told_of_is_a_person_and_the_verb_is_one(line: str, wrong: str) -> None:
    told = [text.replace(MARK, "#") for _, text in variants(line.replace("#", MARK))]
    beginning, whole = wrong.rstrip("$"), wrong.endswith("$")
    assert not any(text == beginning if whole else text.startswith(beginning) and text != line for text in told)


@pytest.mark.parametrize(
    ("clause", "subject", "verb"),
    [
        ("a miller called Jan Reck fired at the mayor", "a miller called Jan Reck", "fired"),
        ("the council called Jan Reck to Tolva", "the council", "called"),
    ],
)
def test_what_somebody_is_called_is_no_deed(clause: str, subject: str, verb: str) -> None:
    told = split(clause)

    assert told is not None
    assert (told.subject, told.verb) == (subject, verb)
