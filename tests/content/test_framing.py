"""A card is moved to where it stands alone, keeps what it asks, and leaves lists as they were cut."""

from itertools import pairwise

import pytest

from content.document import Span
from content.facts import extract
from content.framing import FEWEST, MOST, Card, framed
from content.headings import matter
from content.introduced import Introduced
from content.newcomers import brings_in
from content.outline import Outline, outline
from content.readers import read
from content.trailing import one_more, trails

ROOM = " ".join(f"The {word} of the mill was kept in good order by its owners." for word in ("roof", "wheel", "yard"))
TOLD = "Anna Berg bought the mill of Harl in 1874 and rebuilt it with stone from the river."
LEANING = "She sold it in 1891 to the town, which turned it into a school for weavers and dyers."
TEXT = f"The mill\n\n{TOLD} {ROOM}\n\n{LEANING} {ROOM} {ROOM}\n"


def laid_out(text: str) -> Outline:
    document = read(text.encode(), "mill.txt")
    return outline(document, extract(document))


def asked(laid: Outline, words: str) -> int:
    return next(number for number, unit in enumerate(laid.units) if laid.document[unit.span].startswith(words))


def test_a_card_that_would_open_on_she_takes_in_who_she_is_and_keeps_its_quote() -> None:
    laid = laid_out(TEXT)
    number = asked(laid, "She sold")
    quote: Span = laid.units[number].span
    [card] = framed(laid, [laid.units[number:]], {0: [quote]})
    assert laid.document[card.units[0].span].startswith("Anna Berg")
    assert any(unit.span == quote for unit in card.units)
    assert FEWEST <= sum(unit.words for unit in card.units) <= MOST


def test_a_card_that_opens_well_stays_as_it_was_cut() -> None:
    laid = laid_out(TEXT)
    number = asked(laid, "She sold")
    window = laid.units[:number]
    assert framed(laid, [window], {0: [window[0].span]}) == (Card(0, window, (window[0].span,)),)


def test_a_list_stays_as_it_was_cut() -> None:
    laid = laid_out("Supplies\n\nThe town was sent these goods:\n\n- 400 carts\n- 1,200 axes\n- 90 ploughs\n")
    number = next(number for number, unit in enumerate(laid.units) if "1,200" in laid.document[unit.span])
    assert laid.units[number].kind == "bullet"
    [card] = framed(laid, [laid.units], {0: [laid.units[number].span]})
    assert card.units == laid.units


def test_where_a_text_is_about_one_person_she_may_open_a_card_since_the_title_names_her() -> None:
    sold = LEANING.replace("sold it", "sold the mill").replace("turned it", "turned it all")
    laid = laid_out(f"The mill\n\n{TOLD} {ROOM} {ROOM} {ROOM}\n\n{sold} {ROOM} {ROOM}\n")
    number = asked(laid, "She sold")
    window = laid.units[number:]
    [card] = framed(laid, [window], {0: [window[0].span]}, "she")
    assert laid.document[card.units[0].span].startswith("She sold")


def test_a_card_takes_in_what_its_nouns_were_told_by() -> None:
    told = "A bridge of iron was begun in the spring of 1871 by the brothers Aas, who had come from the south."
    asked_for = "The toll for the bridge was lowered by the town council of Harl on 3 May 1880 after a long quarrel."
    laid = laid_out(f"The town\n\nThe mill was old. {told} {asked_for} {ROOM} {ROOM}\n")
    number = asked(laid, "The toll")
    [card] = framed(laid, [laid.units[number:]], {0: [laid.units[number].span]})
    assert any("A bridge of iron" in laid.document[unit.span] for unit in card.units)


FILLER = "The coast was flat and bare there, and for six weeks the ship met nobody at all. " * 4


def both(first: str, second: str) -> tuple[Outline, tuple[Card, ...]]:
    """The cards around the last sentences of two sections, which were cut as one window."""
    text = f"# Anna Orme\n\n## Second voyage\n\n{first}\n\n## Third voyage\n\n{second}\n"
    laid = outline(read(text.encode(), "orme.md"))
    ends = [unit for unit, after in pairwise((*laid.units, None)) if after is None or after.section != unit.section]
    return laid, framed(laid, [laid.units], {0: [unit.span for unit in ends]})


def test_each_heading_gets_its_own_card() -> None:
    laid, made = both(FILLER + "Orme was elected on 29 March 1876.", FILLER + "Orme left on 12 July 1879.")
    assert [card.units for card in made] == [
        tuple(unit for unit in laid.units if unit.section == section)
        for section in sorted({u.section for u in laid.units})
    ]


def test_a_short_section_is_told_with_its_neighbour() -> None:
    _, made = both("Orme was elected on 29 March 1876.", FILLER + "Orme left on 12 July 1879.")
    assert [len(card.quotes) for card in made] == [2]


def test_neighbours_that_stand_alone_only_together_share_a_card() -> None:
    second = "Neither had. The mill was sold to the town for four thousand crowns on 3 May 1880, with all it had."
    laid = laid_out(f"The town\n\n{TOLD} {ROOM} {second} {ROOM}\n")
    numbers = asked(laid, "Anna"), asked(laid, "The mill was sold")
    windows = [laid.units[: numbers[1] - 1], laid.units[numbers[1] - 1 :]]
    made = framed(laid, windows, {n: [laid.units[number].span] for n, number in enumerate(numbers)})
    assert [card.units[0] for card in made] == [laid.units[0]]
    assert len(made[0].quotes) == 2


def test_what_no_card_can_hold_cleanly_is_left_out() -> None:
    leaning = "They had not done so before, and it was the last of these years in which the other two were there."
    long = " ".join([ROOM] * 4)
    laid = laid_out(f"The town\n\n{TOLD} {long}\n\n{leaning} {leaning} {leaning} {leaning}\n\n{long}\n")
    assert framed(laid, [laid.units], {0: [laid.units[asked(laid, "They had") + 1].span]}) == ()


@pytest.mark.parametrize(
    ("sentence", "needs"),
    [
        ("Neither had.", True),
        ("Anna Holt of the Tolva works did not.", True),
        ("Farmers did the rest.", True),
        ("In the West the league had more luck.", True),
        ("In the West the league had more luck than in the East.", False),
        ("From then on the town was rich.", True),
        ("On an average day in 1932 some 11,000 carts went across.", True),
        ("Nobody was hurt.", True),
        ('"It is late," she said to the mayor of the town.', True),
        ("On 3 May 1880 more than forty weavers left the town.", False),
        ("The town bought the mill in 1880.", False),
    ],
)
def test_an_opening_trails_where_it_goes_on_with_what_was_told(sentence: str, needs: bool) -> None:
    assert trails(sentence) is needs


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("Anna Holt, a weaver from the Tolva works, led the strike of 1880.", True),
        ("On 3 May 1880, the Tolva Works closed.", True),
        ("In the Weavers' War a company of soldiers burned the mill.", True),
        ("The Weavers' Union had begun in Tolva as a club of readers.", True),
        ("The mayor sent soldiers, and twelve weavers were killed.", False),
        ("Anna Holt, a weaver from the Tolva works, spent five years trying to mend it.", False),
        ("Anna Holt was carried off to the capital in 1880.", False),
        ("Merchants, who paid no rent, were still to be let in.", False),
    ],
)
def test_a_sentence_brings_in_somebody_where_it_says_who_that_is(sentence: str, new: bool) -> None:
    assert brings_in(sentence) is new


def test_many_questions_do_not_pay_for_a_card_that_begins_in_the_middle() -> None:
    middle = f"{ROOM} The mayor sent soldiers on 3 May 1880. Twelve weavers were killed on 4 May 1880. {ROOM}"
    laid = laid_out(f"The town\n\n{TOLD} {ROOM} {ROOM} {ROOM} {middle} {ROOM} {ROOM}\n")
    quotes = [laid.units[asked(laid, words)].span for words in ("The mayor", "Twelve")]
    assert framed(laid, [laid.units], {0: quotes}) == ()


def test_a_sentence_that_leads_into_nothing_shown_is_on_no_card() -> None:
    holed = f"{TOLD} {ROOM} Among their wishes were"
    text = f"# The town\n\n{holed}\n\n## Contents\n\n1 Bridges\n\n# The mill\n\n{ROOM} {ROOM} {ROOM} {ROOM} {ROOM}\n"
    document = read(text.encode(), "mill.md")
    laid = outline(document)
    number = asked(laid, "Anna Berg")
    [card] = framed(laid, [laid.units], {0: [laid.units[number].span]})
    assert not any(laid.document[unit.span].startswith("Among") for unit in card.units)


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("The campaign against the state", {"campaign"}),
        ("From Harl to Vik", {"harl", "vik"}),
        ("Mills", {"mill"}),
    ],
)
def test_a_heading_says_what_its_cards_are_about(heading: str, words: set[str]) -> None:
    assert matter(heading) == words


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Her second book changed everything.", 1),
        ("Her first book was read by few, and her second book changed everything.", 0),
        ("In 1912 the two men fought each other.", 1),
        ("The two largest mills of the town were sold.", 0),
        ("The last mill, the smallest of the three, was sold.", 1),
    ],
)
def test_one_more_of_what_nobody_told_of(sentence: str, count: int) -> None:
    assert one_more(sentence, set()) == count


def test_its_is_of_a_thing_that_a_sentence_about_a_person_tells() -> None:
    known = Introduced({"Perkins": 0, "Frances": 0})
    assert known.somebodys("Perkins, who had seen the mill burn, became its chief.")
    assert not known.somebodys("Perkins bought the mill and its yard.")
    assert not known.somebodys("Carthage built its fleet anew.")
