"""A teacher's decisions on a draft: pure, and nothing of them is lost by a corrected document."""

from dataclasses import replace
from decimal import Decimal

from lessons import drafting
from lessons.attempt import Attempt
from lessons.drafting import Draft
from lessons.grade import Verdict
from lessons.items import ChoiceItem, Item, NumberItem, Option, Quantity
from lessons.memory import Memory
from lessons.pack import Block, Lesson, Pack, Reading
from lessons.rating import Rating
from lessons.regrading import regraded
from lessons.rich import rich
from tests.storage.makers import NOW


def item(name: str, value: int = 5, stem: str = "") -> Item:
    return NumberItem(id=name, stem=rich(stem or f"How many {name}?"), answer=Quantity(Decimal(value)), reading="r")


def pack(*items: Item) -> Pack:
    reading = Reading("r", "R", (Block("paragraph", rich("Five.")),))
    return Pack("k", "1.0.0", "T", "en", "CC0-1.0", (Lesson("l", "L", (reading,), items),))


ABC = pack(item("a"), item("b"), item("c"))


def test_flagged_questions_come_first_and_dropped_ones_only_where_asked_for() -> None:
    draft = Draft(ABC, {"a": "dropped"}, {"c": ("twin",)})
    assert drafting.order(draft, "all") == ["c", "b"]
    assert drafting.order(draft, "flagged") == ["c"]
    assert drafting.order(draft, "dropped") == ["a"]


def test_deciding_goes_on_to_the_next_undecided_one_and_ends() -> None:
    draft = drafting.begin(Draft(ABC))
    assert draft.at == "a"
    draft = drafting.keep(draft, "a")
    assert draft.at == "b"
    draft = drafting.drop(draft, "b")
    assert draft.at == "c"
    draft = drafting.keep(draft, "c")
    assert draft.at is None
    assert [found.id for _, found in drafting.final(draft).items()] == ["a", "c"]


def test_a_reading_goes_with_the_last_of_its_questions() -> None:
    draft = Draft(ABC, dict.fromkeys("abc", "dropped"))
    assert drafting.final(draft).lessons == ()


def test_keeping_the_rest_leaves_what_was_decided() -> None:
    draft = drafting.keep_rest(drafting.drop(drafting.begin(Draft(ABC)), "b"))
    assert draft.decisions == {"a": "kept", "b": "dropped", "c": "kept"}


def test_back_and_next_decide_nothing() -> None:
    draft = drafting.step(drafting.begin(Draft(ABC)), "a", 1)
    assert (draft.at, draft.decisions) == ("b", {})
    assert drafting.step(draft, "b", -1).at == "a"
    assert drafting.step(draft, "c", 1).at is None


def test_undoing_a_mend_restores_the_question_and_forgets_the_mend() -> None:
    draft = drafting.mend(Draft(ABC), item("b", 5, "How many of b?"))
    assert draft.item("b") == item("b", 5, "How many of b?")
    back = drafting.undo(draft)
    assert back.item("b") == item("b")
    assert back.mends == {}
    twice = drafting.mend(draft, item("b", 5, "How many b, then?"))
    assert drafting.undo(twice).mends == draft.mends, "the first mend stands"


def test_a_corrected_document_keeps_mends_and_drops_and_flags_what_it_cannot() -> None:
    draft = drafting.mend(drafting.mend(Draft(ABC), item("a", 5, "Mended a?")), item("b", 5, "Mended b?"))
    draft = drafting.drop(draft, "c")
    after = drafting.rebuilt(draft, pack(item("a"), item("b", 7), item("c"), item("d")), {})
    assert after.item("a") == item("a", 5, "Mended a?")
    assert after.item("b") == item("b", 7), "its figure is another now"
    assert after.flags == {"b": (drafting.FLAG,)}
    assert after.dropped == {"c"}
    assert after.undecided == ["b", "d"]
    back = drafting.taken_back(after, drafting.final(draft))
    assert back.mends == draft.mends


def test_a_pack_from_a_desk_says_what_it_means() -> None:
    draft = drafting.drop(drafting.begin(Draft(ABC)), "c")
    after = drafting.replaced(draft, ABC, {})
    assert not after.dropped


def attempt(said: str, *, hinted: bool = False) -> Attempt:
    memory = Memory(1.0, 5.0, NOW, NOW)
    return Attempt(
        learner_id=1, item_id=1, session_id=1, step=0, said=said, verdict=Verdict.EXACT, fraction=1, rating=Rating.GOOD,
        at=NOW, after=memory, hinted=hinted,
    )  # fmt: skip


def test_old_answers_count_by_the_new_key() -> None:
    number = item("a", 6)
    assert regraded(number, attempt("6"))[0].rating is Rating.GOOD
    assert regraded(number, attempt("6", hinted=True))[0].rating is Rating.HARD
    assert regraded(number, attempt("5"))[0].fraction == 0
    assert regraded(number, attempt("?"))[0].rating is Rating.AGAIN
    assert regraded(number, attempt("no figure at all"))[0].verdict is Verdict.WRONG
    choice = ChoiceItem(
        id="o", stem=rich("Who?"), answer=(Option("Bo"), Option("Al", right=True), Option("Cy", right=True))
    )
    assert regraded(choice, attempt("Cy\nAl"))[0].fraction == 1
    assert regraded(replace(choice, answer=choice.answer[:2]), attempt("Bo"))[0].fraction == 0
