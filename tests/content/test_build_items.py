"""How does a chosen question become an item? Kind, tolerance and what is shown after the answer."""

from content.build import build
from content.candidates.candidate import Candidate
from content.document import Span
from content.facts.fact import Fact, FigureValue
from content.items import make
from content.readers import read
from lessons.items import ClozeItem, EstimateItem, NumberItem


def candidate(key: str, number: str, *, template: str = "list_count", hedge: str | None = None) -> Candidate:
    """A candidate on a counted figure."""
    fact = Fact("figure", Span(0, len(key)), FigureValue(number, unit="ship"), Span(0, 40), 0)
    return Candidate(
        fact, template, "How many ships sailed?", key, fact.span, fact.span, "", "ship", "figure", hedge=hedge
    )


def made(key: str, number: str, *decoys: str, template: str = "list_count", hedge: str | None = None) -> object:
    """The item on that figure."""
    return make(
        candidate(key, number, template=template, hedge=hedge), "ships", "How many ships sailed?", "r", decoys, ()
    )


def test_a_figure_with_options_can_be_tapped_and_typed() -> None:
    item = made("14,000", "14000", "8,000", "20,000")

    assert isinstance(item, NumberItem)
    assert item.mode == "one"
    assert item.answer.tolerance is None


def test_small_counts_must_be_exact() -> None:
    item = made("nine", "9", "seven", "eleven")

    assert isinstance(item, NumberItem)
    assert item.answer.tolerance is not None
    assert item.answer.tolerance.kind == "exact"


def test_a_gap_is_a_cloze_item_that_grades_by_its_figure() -> None:
    item = made("14,000", "14000", "8,000", "20,000", template="cloze_figure")

    assert isinstance(item, ClozeItem)
    assert item.key == "14,000"
    assert item.reading == "r"


def test_a_large_figure_without_options_is_an_estimate_and_a_small_one_is_dropped() -> None:
    assert isinstance(made("14,000", "14000"), EstimateItem)
    assert made("nine", "9") is None
    assert made("14,000", "14000", template="cloze_figure") is None


def test_the_hedge_is_told_after_the_answer() -> None:
    item = made("14,000", "14000", "8,000", "20,000", hedge="About")

    assert isinstance(item, NumberItem)
    assert item.why == "about 14,000"


def test_a_key_that_does_not_read_back_is_no_item() -> None:
    assert made("14,000", "1400", "8,000", "20,000") is None


def test_a_table_does_not_break_the_build() -> None:
    table = "| Harbour | Opened | Length |\n|---|---|---|\n| Alba | 1850 | 320 m |\n| Port Bela | 1871 | 450 m |\n"
    text = (
        f"# Two harbours\n\nPort Alba was founded in 1850 by Maria Stone.\n\n{table}\nPort Bela was enlarged in 1931.\n"
    )
    pack = build([read(text.encode(), "harbours.md")]).pack
    (reading,) = pack.lessons[0].readings

    assert "Port Bela | 1871 | 450 m" in reading.text
    assert {item.key for item in pack.lessons[0].items} >= {"1931"}


def test_two_documents_make_one_pack_with_ids_of_their_own() -> None:
    text = b"# Alba\n\nThe Alba Bridge was opened in 1931 by Maria Stone.\n"
    pack = build([read(text, "one.md"), read(text, "two.md")]).pack

    assert len(pack.lessons) == len(pack.sources) == 2
    assert len({item.id for _, item in pack.items()}) == len(list(pack.items()))
