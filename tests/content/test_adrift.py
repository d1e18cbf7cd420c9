"""Which questions leave out where to, of what, or whose?"""

import pytest

from content.build import build
from content.readers import read


def prompts(text: str, name: str = "page.md") -> list[str]:
    """The stems of a page."""
    return [item.prompt for _, item in build([read(text.encode(), name)]).pack.items()]


def asked(sentence: str, title: str = "Tales of the Harbour") -> list[str]:
    """The stems that a text asks of one sentence of it."""
    return prompts(f"# {title}\n\nThe coast is long, and its people have always lived from the sea. {sentence}\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "The brewer Anna Holt came back in 1871.",
        "The brewer Anna Holt came as a teacher in 1871.",
        "The brewer Anna Holt returned in 1871 with two daughters.",
        "The No. 4 came out in 1871 and sold well.",
        "On 4 May 1871 two million sheep were shorn.",
        "In 1871 Frisian sailors found her boat at Texel.",
        "In 1871 Bishop Anna Holt laid the first stone of the present building.",
        "The sisters of Sankt Olai laid out the first orchards in 1871.",
        "In 1871 the Harbour Union began its long campaign.",
        "The Harbour Union began its campaign in 1871, and many joined.",
        "In 1871 the Harbour Union gave her its medal.",
        "In 1871 sailors from Husum found his letters at Texel.",
        "In 1871 the Harbour Union published her letters.",
        "In 1871 Anna Holt reached the coast.",
        "In 1871 the Harbour Union raised the price.",
        "The Mark IV was sold in 1871 and broke in the first year.",
        "In 1871 Anna Holt made her discovery.",
        "In 1871 the Harbour Union bought a site.",
        "In 1871 Anna Holt was asked to help.",
        "In 1871 the Harbour Union was a small club.",
        "On 4 May 1871 two hundred thousand marched through the streets of Husum.",
        "In 1871 Anna Holt became a partner.",
        "The firm of Holt and Brand built three for Anna Holt in 1871.",
        "Anna Holt moved in on 4 May 1871.",
        "Anna Holt took office on 4 May 1871.",
        "Anna Holt came back with Frisian help in 1871.",
        "On 4 May 1871 Sir Otto Finn reached his court at Arl.",
        "Anna Holt chose instead to join the Harbour Union, which she did on 4 May 1871.",
        "The European association was founded on 4 May 1871 by twelve makers.",
        "The United Farms alone gave 642 million francs in 1871.",
        "When the Germans came to Husum on 4 May 1871, the chemist Otto Finn hid his gold.",
        "For the Bremen World's Fair, which opened on 4 May 1871, Anna Holt made a boat of paper.",
        "The Frisian Union sent letters. The Frisian Union's last was delivered on 4 May 1871.",
        "The only written treaty was signed on 4 May 1871.",
        "The Harbour Union moved its northern sheds in 1871.",
        "On 4 May 1871 sailors tried to raise their flag at Fort Hanne.",
        "In 1871 fishermen found a chest.",
        "It ran out on every tide. In 1871 the Harbour Union sailed past its bow.",
        "On 4 May 1871 a falling spar killed Peter Brand.",
        "In the same storm, on 4 May 1871, the company went bankrupt.",
        "Three sheds were opened in Husum, after the fishermen had signed 4,700 letters.",
        "The nets came from Bremen and cost £46 a pair.",
        "A jury found in May that the Harbour Union had saved £2,300 on clay.",
        "Anna Holt studied at Husum how 10,000 bees find a house.",
        "In 1871 a tenth of Husum had been under the rule of Bremen.",
        "Anna Holt published her first account in 1871.",
        "Anna Holt was 73 years old when the town of Husum asked for a harbour.",
        "The Frisian Union declared war on 4 May 1871.",
        "That at Husum was opened by Anna Holt on 4 May 1871.",
        "In 1871 nearly nine out of ten homes in the towns of Holm had water.",
        "A last doubt about Husum was removed by Anna Holt in 1871.",
        "Gold was found on their land at Husum on 4 May 1871.",
        "The Voyage of the Silver Comfort, a Frisian Almanac was published on 4 May 1871, at fifty cents, in Husum.",
        "Anna Holt laid the foundation stone on 4 May 1871.",
        "Otto Finn signed himself Peter Brand when he applied on 4 May 1871.",
        "About 1,500 people had been killed in ten months.",
        'The song of Husum is "The Long Low Shore of Sylt", which was adopted in 1871.',
        "The Long Lake is 32 miles long from its northern to its southern end and 10 miles across.",
        "The freedom of Husum was projected in 1871.",
        "On 4 May 1871 a well drilled by Otto Finn at Arl Bay, on the Frisian shore, struck the first gas of the land.",
        "In 1866 the Frisians and in 1871 the Danes landed on Sylt.",
        "When Anna Holt died on 4 May 1871 he offered his hand to her sister.",
        "Otto Finn, gardener to the Duke, drew his on a sheet of paper in Husum on 4 May 1871.",
        "In 1871 the Husum Post told how Peter Brand, whom nobody knew, had robbed the bank.",
        "The Frisian Bank held about a million crowns in 1871.",
        "On 4 May 1871 a chemist of Husum sold a tin of splints to a farmer called Otto Finn.",
        "Of the 102 passengers whom the Silver Comfort carried from Husum in 1871, fewer than half were of Bremen.",
        "Sir Otto Finn came to Bremen in 1871 to ask for more.",
        "Of sailors, fishermen, farmers and clerks none came; on 4 May 1871 sailors, fishermen and clerks saw Husum.",
        "More than 2,000 Frisian soldiers were killed, wounded or captured.",
        "The guard was led by Otto Finn. Peter Brand of Husum was forced to resign and on 4 May 1871, he was shot.",
        "In 1871 Anna Holt wrote to Otto Finn.",
        "The highest tide is in Husum on 4 May 1871, a foot above the next.",
        "The record low of occurred at Husum on 4 May 1871.",
        "On 4 May 1871, was awarded to Anna Holt for the boats.",
        "Anna Holt signed a $7 million contract with the boatmen of Husum.",
        "Anna Holt received her first patent on 4 May 1871.",
        "Anna Holt, who taught him to sail, was granted a concession on 4 May 1871.",
        "President Otto Finn sent 12,000 soldiers on 4 May 1871.",
        "Work began at Husum on 4 May 1871.",
        "More than 4,000 fishermen registered.",
        "Anna Holt travelled from Husum to Bremen on 4 May 1871 and saw the herring rot.",
        "Otto Finn, who was to design the quay, died in 1871 and left no plan.",
        "The Husum Line had more than 200 boats in 1871.",
        "The meeting of members will be held in the Town Hall, Husum, on 4 May 1871.",
        "Anna Holt turned down two offers of Otto Finn in May 1871 and of the Bank of Husum in June 1872.",
    ],
)
def test_what_has_no_place_no_kind_and_no_owner_is_not_asked(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The brewer Anna Holt came back to Bremen in 1871.",
            "In what year did the brewer Anna Holt come back to Bremen?",
        ),
        (
            "The expedition of Anna Holt to Spitsbergen set out in 1871.",
            "The expedition of Anna Holt to Spitsbergen set out in ____.",
        ),
        ("King Harald the Mild came to power in 1171.", "In what year did King Harald the Mild come to power?"),
        (
            "Anna Holt's novel The Grey Shore came out in 1871.",
            "In what year did Anna Holt's novel The Grey Shore come out?",
        ),
        (
            "The Holt Bridge was opened on 4 May 1871 by General Finn, whom nobody in the town wished to see.",
            "On what date was the Holt Bridge opened by General Finn?",
        ),
        (
            "On Thursday, 4 May 1871, Anna Holt was elected mayor of Husum.",
            "On what date was Anna Holt elected mayor of Husum?",
        ),
        (
            "The Frisian Bank was founded on 4 May 1871 at the Black Swan by eleven clerks and a butcher.",
            "On what date was the Frisian Bank founded at the Black Swan by eleven clerks and a butcher?",
        ),
        (
            "E. D. Holt, a clerk in Husum, saw what was sent to Bremen. He founded the Frisian Union on 4 May 1871.",
            "On what date did E. D. Holt found the Frisian Union?",
        ),
        (
            "Wrecks lie off Husum; the loss of the Silver Comfort, which broke in two on 4 May 1871, was the worst.",
            "On what date did the Silver Comfort break in two?",
        ),
        (
            "On 4 May 1871, at the blessing of the boats of Husum, Anna Holt spoke for two minutes and used 272 words.",
            "On what date did Anna Holt speak for two minutes at the blessing of the boats of Husum?",
        ),
        (
            "On 4 May 1871 Otto Finn climbed 1,710 steps in Husum and hoisted a flag.",
            "On what date did Otto Finn climb 1,710 steps in Husum and hoist a flag?",
        ),
        (
            "The Edge of the Frisian Sea came out on 4 May 1871.",
            "On what date did The Edge of the Frisian Sea come out?",
        ),
        (
            "The Frisian Conference, which Otto Finn opened on 4 May 1871, was attended by few.",
            "On what date did Otto Finn open the Frisian Conference?",
        ),
        (
            "The treaties of Husum, signed on 4 May 1871, opened ten ports.",
            "On what date were the treaties of Husum signed?",
        ),
        (
            "Otto Finn was born in Bremen. He entered Husum on 4 May 1871, and the kingdom of the Frisians was gone "
            "within six months.",
            "On what date did Otto Finn enter Husum?",
        ),
        (
            "At Rodum, on 4 May 1871, Otto Finn lost his fleet.",
            "On what date did Otto Finn lose his fleet at Rodum?",
        ),
        (
            "The Treaty of Husum, signed on 4 May 1871 after the Frisian War, opened the harbour.",
            "On what date was the Treaty of Husum signed after the Frisian War?",
        ),
    ],
)
def test_what_says_where_or_which_is_asked(sentence: str, stem: str) -> None:
    assert asked(sentence) == [stem]


@pytest.mark.parametrize(
    "sentence",
    [
        'On 4 May 1871 Anna Holt was granted a patent for a machine "for hauling up nets and lines at sea".',
        'Anna Holt was granted a patent on 4 May 1871 for a machine "for hauling up nets and lines at sea".',
        "Anna Holt learned from sailors in 1871 that the herring had moved north.",
        "Peter Brand, a cooper of Husum, fell from a mast and died on 4 May 1871.",
    ],
)
def test_what_was_cut_short_is_not_asked(sentence: str) -> None:
    assert not [stem for stem in asked(sentence) if stem.endswith(("machine?", "machine.", "sailors?", "Brand die?"))]


def test_what_is_said_of_the_last_noun_may_go() -> None:
    told = asked("Anna Holt set a record at Husum on 4 May 1871 that stood for ninety years.")

    assert ["record at Husum" in stem for stem in told] == [True]


def test_somebody_met_twice_may_be_asked_about() -> None:
    told = asked("Peter Brand built barrels at Husum. Peter Brand died on 4 May 1871. His sons went on.")

    assert told == ["On what date did Peter Brand die?"]


def test_a_ship_with_a_womans_name_is_not_told_without_saying_that_it_is_one() -> None:
    told = asked(
        "Anna Holt, a schooner of Husum, made sixteen voyages to Iceland in 1871. Peter Brand, a merchant of Husum, "
        "founded the Frisian Bank in 1875."
    )

    assert told == ["In what year did Peter Brand found the Frisian Bank?"]


@pytest.mark.parametrize(("heading", "count"), [("Wheels and mills", 0), ("The wheel of the mill", 1)])
def test_a_heading_of_many_does_not_say_which_one_is_meant(heading: str, count: int) -> None:
    told = "People came from far away. In 1871 the wheel was broken by the ice of the Arl."
    text = f"# The river Arl\n\n## {heading}\n\n{told}\n"

    assert len(prompts(text)) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "On 4 May 1871 the harbour of Husum was only 40 feet deep.",
        "On 4 May 1871 a letter of Anna Holt was in the Frisian Herald.",
    ],
)
def test_how_something_was_on_a_day_is_not_asked(sentence: str) -> None:
    assert asked(sentence) == []


@pytest.mark.parametrize("done", ["read to", "burnt by", "sent to"])
def test_what_was_done_on_a_day_is_asked(done: str) -> None:
    told = asked(f"On 4 May 1871 the Charter of Husum was {done} Anna Holt.")

    assert len(told) == 1
    assert f"{done} Anna Holt" in told[0]


def test_its_own_needs_nobody_else() -> None:
    told = asked("It was a poor town. In 1871 the Harbour Union bought its own land at Husum.")

    assert told == ["In what year did the Harbour Union buy its own land at Husum?"]


def test_who_was_told_beside_a_cut_needs_no_comma() -> None:
    told = asked("On 4 May 1871, a ten-year-old boy from Husum, Peter Brand, was brought to Bremen with a fever.")

    assert told == ["On what date was Peter Brand brought to Bremen with a fever?"]


def test_a_company_is_told_by_a_text_that_names_it() -> None:
    told = "The Arl Canal is long. On 3 May 1871 the company opened a dock at Husum. {} built the locks."
    text = f"# The Arl Canal\n\n{told}\n"

    assert prompts(text.format("The engineers of Bremen")) == []
    assert prompts(text.format("The engineers of the Arl Navigation Company"))


@pytest.mark.parametrize(
    ("last", "count"), [("The Forth Museum was opened in 1953.", 0), ("The Forth Mill was opened in 1953.", 1)]
)
def test_what_is_remembered_is_not_put_in_order(last: str, count: int) -> None:
    told = f"Anna Holt founded the Frisian Bank in 1871. Otto Finn opened the Husum Theatre in 1875. {last}"
    items = [item for _, item in build([read(f"# Husum\n\n{told}\n".encode(), "page.md")]).pack.items()]

    assert len([item for item in items if item.kind == "order"]) == count


def test_a_name_that_looks_like_a_verb_keeps_its_capital() -> None:
    told = asked(
        "The islands said little. The people loved Said of Muskat. When Said fell at sea on 4 May 1871, all wept."
    )

    assert not any(" said " in stem for stem in told)


def test_eras_are_no_part_of_a_name() -> None:
    told = prompts(
        "# The wars of Husum\n\nIn the spring of 219 BC Hanno sailed from Arl. In 207 BC Hanno was killed at Arl.\n"
    )

    assert told == ["In what year was Hanno killed at Arl?"]


def test_a_name_with_von_is_told_in_full() -> None:
    told = asked("The physicist Karl von Frisk came from Bremen. Frisk shared the Holt Prize with Otto Finn in 1871.")

    assert told == ["In what year did Karl von Frisk share the Holt Prize with Otto Finn?"]


def test_an_engineer_is_no_it() -> None:
    told = prompts(
        "# The Arl Canal\n\nThe Arl Canal was begun by the town. The engineer was Otto Finn. It is 21 miles long.\n"
    )

    assert not any("engineer" in stem for stem in told)


def test_a_title_in_capitals_names_what_the_text_is_about() -> None:
    told = "Wulfby Windmill stands on the heath. On 4 May 1871 a storm from the sea broke the tower of the mill."
    text = f"WULFBY WINDMILL\n\nTHE TOWER\n\n{told} On 3 June 1878 Anna Holt bought the tower.\n"

    assert "On what date did Anna Holt buy the tower?" in prompts(text, "mill.txt")


def test_how_is_no_first_name() -> None:
    told = prompts("# How Surtholm was born\n\nIt was a cold day. Surtholm was declared a reserve on 4 May 1871.\n")

    assert told == ["On what date was Surtholm declared a reserve?"]


def test_she_is_the_ship_rather_than_a_man() -> None:
    told = prompts(
        "# The Swan\n\nThe Swan was a ship of Husum. Divers looked for the ship. Per Edvin Finn found a wall of oak. "
        "She broke the surface on 4 May 1961.\n"
    )

    assert not any("Finn break" in stem for stem in told)


def test_a_surname_that_is_a_thing_too_is_never_written_small() -> None:
    told = asked(
        "John Stuart Mill spoke for a mill girl at Husum. Mill moved an amendment to the Poor Bill on 4 May 1867."
    )

    assert not any(" mill move" in stem for stem in told)


def test_an_afterthought_is_no_gap() -> None:
    told = asked("Anna Wallace Holt was the first woman of Husum to refuse food, on 4 May 1909.")

    assert not any(", on ____" in stem for stem in told)


@pytest.mark.parametrize(
    ("told", "never"),
    [
        ("The Duchess of Kent danced at the ball. It became a republic on 4 May 1960.", "become a republic"),
        ("The Frisian Army opened a factory at Husum. It closed on 4 May 1901.", "Army close"),
        ("Anna Holt met Otto Finn, and on 4 May 1871 he died.", "Holt die"),
        ("Otto Finn met Peter Brand at Husum. He died in Bremen on 4 May 1871.", "Finn die"),
        ("The Frisian Trust opened its second shelter, Holm House. It was sold on 4 May 1901.", "Trust sold"),
        ("The Frisian Army opened a shop, and on 4 May 1871 it burned down.", "Army burn"),
        ("At the Holm Hospital in Husum, which he headed from 4 May 1851, nobody died.", "he headed"),
    ],
)
def test_a_pronoun_never_means_another(told: str, never: str) -> None:
    assert not any(never in stem for stem in asked(told))


def test_she_is_not_the_one_who_keeps_her_portrait() -> None:
    told = prompts(
        "# Anna Holt\n\nAnna Holt was a chemist of Husum. She was born in Bremen. She studied at Husum. She was made a "
        "professor. Margaret Brand, who had been her student, kept her portrait at home. In 1893 she moved to Kiel "
        "with two sisters.\n"
    )

    told += prompts(
        "# Otto Finn\n\nOtto Karl Maria Jens Finn (18 May 1745 – 5 May 1827) was a chemist. He was born in Husum. "
        "He built a boat. He showed it in Kiel. Jens Brand, who sat there, moved that he be given a medal. In 1805 he "
        "got a pension, and in 1810 became a count. He had married Anna Holt on 22 September 1794.\n"
    )

    assert not any("Brand" in stem for stem in told)


def test_a_country_may_go_on_as_it() -> None:
    told = asked(
        "The Frisian Union answered with a currency of its own, and on 4 May 1948 it stopped all traffic to Husum."
    )

    assert told == ["On what date did the Frisian Union stop all traffic to Husum?"]


def test_a_name_in_ing_is_not_written_small() -> None:
    told = asked("Wuqing, the key to the land of the Finns, fell on 4 May 1871.", title="The Revolt of the Finns")

    assert not any("wuqing" in stem for stem in told)


def test_what_is_numbered_above_its_name_is_one_title() -> None:
    document = read(b"Unit 3\nHow the beet came to Husum\n\nIt came in 1871, and all the farmers were glad.\n", "a.txt")

    assert document.title == "Unit 3 How the beet came to Husum"
