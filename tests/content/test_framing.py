"""A card is moved to where it stands alone, keeps what it asks, and leaves lists as they were cut."""

from content.document import Span
from content.facts import extract
from content.framing import FEWEST, MOST, framed
from content.outline import Outline, outline
from content.readers import read

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
    [card] = framed(laid, [laid.units[number:]], {0: [quote]}).values()
    assert laid.document[card[0].span].startswith("Anna Berg")
    assert any(unit.span == quote for unit in card)
    assert FEWEST <= sum(unit.words for unit in card) <= MOST


def test_a_card_that_opens_well_stays_as_it_was_cut() -> None:
    laid = laid_out(TEXT)
    number = asked(laid, "She sold")
    window = laid.units[:number]
    assert framed(laid, [window], {0: [window[0].span]}) == {0: window}


def test_a_list_stays_as_it_was_cut() -> None:
    laid = laid_out("Supplies\n\nThe town was sent these goods:\n\n- 400 carts\n- 1,200 axes\n- 90 ploughs\n")
    number = next(number for number, unit in enumerate(laid.units) if "1,200" in laid.document[unit.span])
    assert laid.units[number].kind == "bullet"
    assert framed(laid, [laid.units], {0: [laid.units[number].span]}) == {0: laid.units}


def test_where_a_text_is_about_one_person_she_may_open_a_card_since_the_title_names_her() -> None:
    sold = LEANING.replace("sold it", "sold the mill").replace("turned it", "turned it all")
    laid = laid_out(f"The mill\n\n{TOLD} {ROOM} {ROOM} {ROOM}\n\n{sold} {ROOM} {ROOM}\n")
    number = asked(laid, "She sold")
    window = laid.units[number:]
    [card] = framed(laid, [window], {0: [window[0].span]}, "she").values()
    assert laid.document[card[0].span].startswith("She sold")


def test_a_card_takes_in_what_its_nouns_were_told_by() -> None:
    told = "A bridge of iron was begun in the spring of 1871 by the brothers Aas, who had come from the south."
    asked_for = "The toll for the bridge was lowered by the town council of Harl on 3 May 1880 after a long quarrel."
    laid = laid_out(f"The town\n\nThe mill was old. {told} {asked_for} {ROOM} {ROOM}\n")
    number = asked(laid, "The toll")
    [card] = framed(laid, [laid.units[number:]], {0: [laid.units[number].span]}).values()
    assert any("A bridge of iron" in laid.document[unit.span] for unit in card)
