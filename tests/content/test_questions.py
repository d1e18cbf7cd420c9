"""Which question does a sentence become, and which sentences are refused?"""

import pytest

from content.build import build
from content.document import Block, Document, Section, Span
from content.readers import read
from lessons.items import Item


def document(*paragraphs: str, title: str = "The Harbour Bridge", heading: str = "Building") -> Document:
    """A document of one section, in one line."""
    text = "\n\n".join((title, heading, *paragraphs))
    blocks, at = [], len(title) + len(heading) + 4
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document("test.txt", text, title, (Section((heading,), tuple(blocks)),))


def asked(*paragraphs: str, title: str = "The Harbour Bridge", heading: str = "Building") -> list[Item]:
    """The items made of these paragraphs."""
    return [item for _, item in build([document(*paragraphs, title=title, heading=heading)]).pack.items()]


def refused(*paragraphs: str, title: str = "The Harbour Bridge") -> set[str]:
    """The codes of what was not asked."""
    report = build([document(*paragraphs, title=title)]).report
    assert report.items == 0
    return {skipped.code for skipped in report.skipped}


@pytest.mark.parametrize(
    ("sentence", "stem", "key"),
    [
        (
            "The Sydney Harbour Bridge was opened in 1932 by Jack Lang.",
            "In what year was the Sydney Harbour Bridge opened by Jack Lang?",
            "1932",
        ),
        (
            "On 19 March 1932 Jack Lang opened the Sydney Harbour Bridge.",
            "On what date did Jack Lang open the Sydney Harbour Bridge?",
            "19 March 1932",
        ),
        (
            "The Harbour Act, enacted in 1931, was a cautious law.",
            "In what year was the Harbour Act enacted?",
            "1931",
        ),
        (
            "By 1935, the United Provinces had begun to treat the Union as a rival.",
            "According to the text, by what year had the United Provinces begun to treat the Union as a rival?",
            "1935",
        ),
        (
            "Swedish Envoy Lindqvist, who had completed a journey to Lisbon in June 1932, took part.",
            "In what month and year did Swedish Envoy Lindqvist complete a journey to Lisbon?",
            "June 1932",
        ),
        (
            "The Sydney Harbour Bridge has 53,000 panels.",
            "How many panels does the Sydney Harbour Bridge have?",
            "53,000",
        ),
        ("The Sydney Harbour Bridge is 1,149 metres long.", "How long is the Sydney Harbour Bridge?", "1,149 metres"),
        ("The Sydney Harbour Bridge cost $6 million.", "How much did the Sydney Harbour Bridge cost?", "$6 million"),
        (
            "About 27,600 workers died during the building of the Panama Canal.",
            "How many workers died during the building of the Panama Canal?",
            "27,600",
        ),
        (
            "By 1886 2,490 patients had been treated at Orla Hospital.",
            "How many patients had been treated at Orla Hospital by 1886?",
            "2,490",
        ),
        (
            "On 9 May 1871 about 4,000 people gathered before the ruins of Orla Castle.",
            "On what date did about 4,000 people gather before the ruins of Orla Castle?",
            "9 May 1871",
        ),
        (
            "The Baltic League replied with a tax, and on 24 June 1748 it closed the port of Riga.",
            "On what date did the Baltic League close the port of Riga?",
            "24 June 1748",
        ),
        ("The Orla Tower is 35.3 metres high and was built of granite.", "How high is the Orla Tower?", "35.3 metres"),
        (
            "The Sydney Harbour Bridge was first lit on 1 February 1811.",
            "On what date was the Sydney Harbour Bridge first lit?",
            "1 February 1811",
        ),
        ("The Third Baltic War broke out in 1749.", "In what year did the Third Baltic War break out?", "1749"),
        (
            "Parliament passed the Tolva Harbour Act on 9 May 1801.",
            "On what date did Parliament pass the Tolva Harbour Act?",
            "9 May 1801",
        ),
        ("The population of Tolva was 38,450 in 1901.", "What was the population of Tolva in 1901?", "38,450"),
        (
            "Ada Lovelace also received the Orla Medal in 1851.",
            "In what year did Ada Lovelace receive the Orla Medal?",
            "1851",
        ),
        (
            "Orla 8, the second ship of the Orla Line, was launched on 21 December 1868, and became the first at Riga.",
            "On what date was Orla 8 launched?",
            "21 December 1868",
        ),
        ("The siege of Tolva ended in 1749.", "In what year did the siege of Tolva end?", "1749"),
        (
            "When the Star of Orla, 90 metres long, ran aground off Riga on 23 March 1921, she blocked the port.",
            "On what date did the Star of Orla run aground off Riga?",
            "23 March 1921",
        ),
        (
            "Ada Lovelace was born in London in 1815 and died in 1852 at Marylebone.",
            "In what year did Ada Lovelace die at Marylebone?",
            "1852",
        ),
    ],
)
def test_a_plain_sentence_becomes_this_question(sentence: str, stem: str, key: str) -> None:
    assert (stem, key) in [(item.prompt, item.key) for item in asked(sentence)]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("The canal was finished in 1914 by the army.", "reference"),
        ("He was elected president of the society in 1860.", "pronoun"),
        ("According to , some 35,000 Norwegians live in Bergen.", "broken_attribution"),
        ("Ten years later Jack Lang opened 14 bridges in Sydney.", "relative_time"),
        ("Profits rose by 12 percent in 1998.", "no_anchor"),
        ("The secretary told Jack Lang that 3,000 people had died in Sydney.", "reported"),
        ("Jack Lang wrote “we lost 300 men in Sydney” in a letter.", "not_a_statement"),
        ("The port of Sydney opened for London and Paris in 3,200 more ships.", "not_a_plain_figure"),
        ("The Sydney treaty of 1842 opened several ports to merchants from London.", "date_in_name"),
        ("We counted 4,000 cars on the Sydney Harbour Bridge.", "voice"),
    ],
)
def test_a_doubtful_sentence_is_refused(sentence: str, code: str) -> None:
    codes = refused(sentence)

    assert code in codes or codes <= {
        "reported",
        "attributed",
        "relative_time",
        "reference",
        "no_anchor",
        "stale",
        code,
    }


def test_a_pronoun_is_replaced_by_the_name_that_the_sentence_before_is_about() -> None:
    items = asked("Marie Curie was born in Warsaw. She moved to Paris in 1891 to study physics.", title="Two lives")

    assert [item.prompt for item in items] == ["In what year did Marie Curie move to Paris to study physics?"]


def test_he_is_not_who_gave_the_works_to_another_of_whom_the_sentence_goes_on_to_tell() -> None:
    told = "In 1588 King Frederick II gave the works to Jan Willemsz, who built larger pans."
    items = asked(f"{told} He employed 120 men at the works.", title="Two works")

    assert not [item.prompt for item in items if "employ" in item.prompt]


def test_he_is_not_who_visited_him() -> None:
    items = asked(
        "John Milton visited him at the villa in Arcetri. He died on 8 January 1642 after a fever.", title="A villa"
    )

    assert not [item.prompt for item in items if "Milton die" in item.prompt]


def test_the_bones_of_somebody_are_those_of_whose_death_was_told() -> None:
    told = "Pope Urban VIII allowed no monument. His bones were moved into the church of Santa Croce on 12 March 1737."
    assert not [item.prompt for item in asked(told, title="A trial") if "Urban" in item.prompt]


def test_an_early_year_is_not_asked_without_its_era_where_the_text_counts_in_two() -> None:
    told = "In Athens a vein of silver was struck at Laurium in 483 by miners."
    assert not [
        item.prompt
        for item in asked(f"Cyrus took Lydia in 546 B.C. with a great army. {told}")
        if "Laurium" in item.prompt
    ]


def test_a_noun_is_replaced_by_the_one_name_that_ends_in_it() -> None:
    items = asked("The Erie Canal made New York rich. The canal was opened in 1825 by DeWitt Clinton.", title="Water")

    assert [item.prompt for item in items] == ["In what year was the Erie Canal opened by DeWitt Clinton?"]


def test_two_names_with_the_same_noun_leave_the_reference_open() -> None:
    text = "The Erie Canal met the Champlain Canal at Albany. The canal was opened in 1825 by DeWitt Clinton."

    assert asked(text, title="Water") == []


def test_only_the_day_is_asked_where_the_heading_prints_the_year() -> None:
    text = "The treaty between Britain and Portugal was signed in Lisbon on 11 June 1942 by Anthony Eden."

    items = asked(text, title="Allies", heading="The treaty of 1942")

    assert [item.key for item in items] == ["11 June"]


def test_a_hedged_figure_is_asked_without_its_hedge_and_explained_with_it() -> None:
    (item,) = asked("The Harbour Act provided the port of Easton with over 11.3 billion dollars in loans.")

    assert "over" not in item.prompt
    assert item.why == "over 11.3 billion dollars"


def test_figures_of_a_list_are_asked_by_their_label() -> None:
    listing = "400,000 jeeps; 14,000 airplanes; 8,000 tractors; 107,000 tons of cotton."

    items = asked("The convoys brought these goods to Murmansk:", listing, heading="Goods")

    assert items[1].prompt == "How many airplanes does the text list under “Goods”?"
    assert items[1].key == "14,000"
    assert items[1].sources[0].exact == "14,000 airplanes"
    assert items[-1].kind == "match"


def test_a_list_with_a_title_of_its_own_is_asked_under_it() -> None:
    items = asked("Goods handled in 2018 by kind:", "1,900 tonnes of timber; 640 tonnes of grain; 850 tonnes of oil.")

    assert items[0].prompt == "How many tonnes of timber does the text list under “Goods handled in 2018 by kind”?"


def test_a_sentence_before_a_list_is_shown_above_the_question() -> None:
    items = asked("The convoys to Murmansk brought the following:", "1,900 jeeps; 640 tanks; 850 airplanes.")

    assert items[0].prompt == "How many jeeps does the text list under “Building”?"
    assert items[0].context == "The convoys to Murmansk brought the following:"


def test_events_told_without_their_dates_are_put_in_order() -> None:
    items = asked(
        "Fort Denison was built in 1857. The Sydney Opera House was opened in 1973. Jack Lang died in Sydney in 1975."
    )

    order = items[-1]
    assert order.kind == "order"
    assert order.key.splitlines() == [
        "Fort Denison was built",
        "The Sydney Opera House was opened",
        "Jack Lang died in Sydney",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kate Sheppard became head of its department in 1887.",
        "Edward Bird lived with her in Sydney in 1982.",
        "Edward Bird became chief engineer in 1866.",
        "Edward Bird was released in 1931.",
        "The first bridge of them all in Sydney held until another attempt of 1865.",
        "Edward Bird obtained a grant of $6 million in Sydney for an instrument twice that size.",
        "Edward Bird rode around Sydney in 15 months between 1894 and 1895.",
        "Half of the people of Sydney left within five years.",
    ],
)
def test_what_stays_open_or_is_told_by_the_way_is_not_asked(sentence: str) -> None:
    refused(sentence)


def test_a_surname_is_told_in_full() -> None:
    (item, *_) = asked("Frederic Tudor sold ice in Boston for many years. Tudor opened the Boston Ice House in 1816.")
    assert item.prompt == "In what year did Frederic Tudor open the Boston Ice House?"


def test_a_surname_of_two_persons_is_not_asked() -> None:
    refused("Ann Tudor and Frederic Tudor sold ice in Boston. Tudor left Boston in 1816.")


def test_a_treaty_signed_is_none_of_those_told_before() -> None:
    items = asked(
        "The Treaty of Husum ended the first war of Holm. At Brod Anna Holt won all that she had fought for in a "
        "treaty signed on 24 July 1863."
    )
    assert not any("Treaty of Husum" in item.prompt for item in items)


def test_a_sentence_that_nobody_wrote_is_not_looked_at() -> None:
    assert "too_long" in refused("Anna Holt left Husum " + "when she came in 1871, " * 3000 + "it was late.")


def test_the_right_to_vote_needs_no_more_words() -> None:
    items = asked("Wyoming Territory granted women the vote on 10 December 1869 in Cheyenne.")
    assert [item.prompt for item in items] == ["On what date did Wyoming Territory grant women the vote in Cheyenne?"]


def test_whose_a_relative_clause_is() -> None:
    items = asked("The library of Ahmad Baba, who was born in Tolva in 1556, contained 1,600 volumes.")
    assert not any("library" in item.prompt for item in items if item.key == "1556")


def test_a_date_after_an_infinitive_is_not_asked_of_the_main_verb() -> None:
    (item,) = asked("The Sydney Union invited Henry Hunt to speak at the Town Hall on 16 August 1819.")
    assert item.prompt == "The Sydney Union invited Henry Hunt to speak at the Town Hall on ____."


def test_which_came_first_is_not_asked_where_common_sense_tells_it() -> None:
    items = asked("Fort Denison was built in 1857. The Sydney Opera House was opened in 1973.")
    assert {item.kind for item in items} == {"date"}


def test_a_list_is_not_cut_short() -> None:
    (item,) = asked("On 29 June 1767 Charles Townshend introduced a tax on glass, lead, paint and tea.")
    assert "glass, lead, paint and tea" in item.prompt


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "The Erie Canal, when it opened on 26 October 1825, was 363 miles long.",
            "On what date did the Erie Canal open?",
        ),
        (
            "When the Moselle exploded at Cincinnati in April 1838, nobody was prepared for it.",
            "In what month and year did the Moselle explode at Cincinnati?",
        ),
        (
            "On 26 July 1533, in front of the church, since it was Sunday, Diego Rojas founded Santiago.",
            "On what date did Diego Rojas found Santiago?",
        ),
        (
            "The last shogun, Tokugawa Yoshinobu, gave up his powers on 9 November 1867.",
            "On what date did the last shogun, Tokugawa Yoshinobu, give up his powers?",
        ),
        (
            "Lowell died in 1817, and his partners named a new town after him. Francis Lowell had built mills.",
            "In what year did Lowell die?",
        ),
        (
            "Komsomolskaya is 190 metres long, has 68 columns, and was opened on 30 January 1952.",
            "On what date was Komsomolskaya opened?",
        ),
        (
            "Francis Madero and Jose Suarez were shot on the night of 22 February 1913.",
            "On what date were Francis Madero and Jose Suarez shot?",
        ),
        (
            "Kiev fell on 6 December 1240; the friar John of Plano counted 200 houses.",
            "On what date did Kiev fall?",
        ),
        (
            "The Song capital, Hangzhou, surrendered in 1276, and the last resistance was crushed at Yamen.",
            "In what year did the Song capital, Hangzhou, surrender?",
        ),
    ],
)
def test_the_clause_that_holds_the_date_is_asked_alone(sentence: str, stem: str) -> None:
    assert stem in [item.prompt for item in asked(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Francisco Pizarro made two voyages southwards from Panama, in 1524 and in 1526.",
        "Shanghai was defended by the Green Army, a force raised in 1860 by Frederick Ward.",
        "Alexius Comnenus lost Asia Minor to the Seljuk Turks after the defeat of Manzikert on 26 August 1071.",
        "The quay had this: the stern of an East Indiaman wrecked on Gull Rock on 18 December 1743.",
        "A microbe cultivated in 2003 from a sample taken on the Juan Ridge, and known as Strain, goes on dividing.",
        "Osaka in 1970 was the first to be held in Asia.",
        "That view of Osaka was given up in 1970 by the Union.",
        "Chicago followed in 1893 with the Columbian Exposition.",
        "The year from March 1803 was spent in New Spain.",
        "Two attempts made in 1935 by Maurice Brodie ended with the death of six children.",
        "The Battle of Oak Hill was fought on 3 May 1402 (date uncertain) by John Oak.",
        "In 1926 Queen Maud had some tubes of tissue left over in Oslo.",
    ],
)
def test_the_date_of_something_else_is_not_asked_of_the_main_verb(sentence: str) -> None:
    assert [item.prompt for item in asked(sentence) if item.kind == "date"] == []


def test_she_is_the_woman_whom_the_text_is_about() -> None:
    items = asked(
        "Lise Meitner was an Austrian physicist. She studied in Vienna, where she was taught by Ludwig Boltzmann. "
        "Max Planck allowed her to hear his lectures. She became a Swedish citizen in 1949.",
        title="Lise Meitner",
        heading="Life",
    )

    assert [item.prompt for item in items] == ["In what year did Lise Meitner become a Swedish citizen?"]


def test_he_is_the_subject_of_the_sentence_before_and_nobody_earlier() -> None:
    items = asked(
        "Trofim Lysenko promised quick harvests. Vavilov defended science in public. "
        "He was arrested in Ukraine on 6 August 1940.",
        title="Nikolai Vavilov",
        heading="Arrest",
    )

    assert all("Lysenko" not in item.prompt for item in items)


def test_a_day_is_asked_with_its_year_where_nothing_above_prints_it() -> None:
    (item,) = asked("Obregon, elected again in 1928, was shot in Mexico City by Jose Toral on 17 July of that year.")

    assert item.prompt.startswith("On what day and month of 1928 was Obregon shot")
    assert item.key == "17 July"


def test_she_is_not_the_man_whom_the_text_is_about() -> None:
    items = asked(
        "Johannes Kepler defended his mother Katharina before the judges. Kepler wrote to them, and he travelled "
        "to her. She was shown the instruments of torture on 28 September 1621.",
        title="Johannes Kepler",
        heading="The trial",
    )

    assert items == []


def test_a_country_is_not_lengthened_to_the_name_of_something_else() -> None:
    items = asked(
        "The Quit India resolution was passed in Bombay. India gave 750 million rupees to Pakistan in 1948.",
        title="Partition",
        heading="The division",
    )

    assert all("Quit India gave" not in item.prompt for item in items)


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Caliph Mansur of Basra laid the first brick of Baghdad on 30 July 762.", "30 July 762"),
        ("The assembly was founded at Thingvellir in Iceland in 930 by Ulf Ketil.", "930"),
    ],
)
def test_years_before_the_year_1000_are_asked(sentence: str, key: str) -> None:
    (item,) = asked(sentence, title="The early Middle Ages", heading="Assembly and brick")

    assert item.key == key
    assert len(set(item.options(0))) >= 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Tilburg, which Count Otto of Geldern had founded in 1143 and which Duke Henry rebuilt, was a port.",
        "A study commissioned from the historian Ruth Abel in Vienna was published in 2004.",
        "Wilhelm Brandt of Remsfeld was granted patent no. 11,307 on 3 August 1880.",
        "Otto Hahn of Berlin wrote to Lise Meitner on 19 December 1938.",
        "Only Lieutenant Oskar Brandt was convicted, on 29 March 1971.",
        "The last broke up in Hamburg on 29 May 1669.",
        "Louis Pasteur was studying chicken cholera in Paris in 1879.",
        "Pope Leo condemned forty-one of his statements in Rome on 15 June 1520.",
        "Gesine Brandt's father died at Bremen on 6 July 1935.",
        "By dawn 1,836 people in the Netherlands were dead or dying.",
    ],
)
def test_what_leaves_out_what_it_is_about_is_not_asked(sentence: str) -> None:
    assert asked(sentence, title="Old times", heading="What happened") == []


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        (
            "By the Peace of Stralsund, signed on 24 May 1370, the League received four castles and their taxes.",
            "On what date was the Peace of Stralsund signed?",
        ),
        (
            "At about 9.40 on the morning of 1 November 1755 Marquis Pombal left the palace of Ajuda near Lisbon.",
            "On what date did Marquis Pombal leave the palace of Ajuda near Lisbon?",
        ),
    ],
)
def test_the_date_of_what_has_a_name_is_found_in_a_longer_sentence(sentence: str, stem: str) -> None:
    assert stem in [item.prompt for item in asked(sentence, title="Old times", heading="What happened")]


def test_a_surname_is_filled_up_with_the_person_of_the_title() -> None:
    text = (
        "Brunel was the son of Marc Isambard Brunel, an engineer. Marc Isambard Brunel dug a tunnel. "
        "Later he helped him, and he was proud. He was a small man, and he smoked. In March 1833 Brunel was made "
        "engineer of the Western Railway."
    )
    stems = [item.prompt for item in asked(text, title="Isambard Kingdom Brunel", heading="Railways")]

    assert stems == ["In what month and year was Isambard Kingdom Brunel made engineer of the Western Railway?"]


def test_a_name_that_only_begins_like_another_is_left_alone() -> None:
    text = "Abu Muslim raised the banners in Khurasan. Abu al-Abbas died of smallpox at Anbar in June 754."
    stems = [item.prompt for item in asked(text, title="The caliphs of Baghdad", heading="The caliphs")]

    assert stems
    assert not any("Muslim" in stem and "Abbas" in stem for stem in stems)


def test_she_is_not_who_launched_her() -> None:
    text = "Prince Albert launched her at Bristol. She was abandoned in the Falkland Islands in 1937."

    assert asked(text, title="Ships of iron", heading="The second ship") == []


def test_years_before_christ_stay_within_those_that_are_told() -> None:
    text = (
        "The war of Athens and Sparta began in 431 BC. Pericles died in Athens in 429 BC. Athens attacked the island "
        "of Melos in 416 BC. Lysander took Athens in 404 BC."
    )
    items = asked(text, title="Athens and Sparta", heading="The war")

    years = [int(option.split()[0]) for item in items if item.kind != "order" for option in item.options(0)]
    assert years
    assert all(399 <= year <= 436 for year in years)


WINTER = (
    "The winter was long, and the harbour lay under the ice until late in the spring. People walked over the sound, "
    "and the mail was carried by sledges. Nobody in the town had seen anything like it, and old men said that the "
    "wolves would come down from the hills before the snow was gone."
)


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        (
            "Nothing made the fever better known than the voyage of Commodore John Harker. "
            "He left Ness on 18 September 1740 with six ships.",
            "On what date did Commodore John Harker leave Ness with six ships?",
        ),
        (
            "The engineer chosen for the work was Robert Munro. "
            "He landed on Gull Rock for the first time on 6 June 1839.",
            "On what date did Robert Munro land on Gull Rock for the first time?",
        ),
        (
            "Gull Canal had been opened on 17 November 1869, five days before the Nora was launched.",
            "On what date was Gull Canal opened?",
        ),
        (
            "Hanna Voss was born in Holm on 15 January 1850, the second of three children of a general.",
            "On what date was Hanna Voss born in Holm?",
        ),
        (
            "Nora Aas is not forgotten. Her statue outside Holm Hospital, by Nils Berg, was unveiled on 30 June 2016.",
            "On what date was Nora Aas' statue outside Holm Hospital unveiled?",
        ),
        (
            "On 10 March 241 BC the consul Gaius Lutatius destroyed the fleet of Holm at the Aegates Islands.",
            "On what date did the consul Gaius Lutatius destroy the fleet of Holm at the Aegates Islands?",
        ),
        (
            "In March 44 BC the dictator Marcus Julius was murdered in Holm.",
            "In what month and year was the dictator Marcus Julius murdered in Holm?",
        ),
        (
            "On Easter Monday, 24 April 1916, the Volunteers of Ness seized Holm Post Office.",
            "On what date did the Volunteers of Ness seize Holm Post Office?",
        ),
        (
            "General John Burgone came down from the north. At Holm his men starved. "
            "On 3 May 1777 the British General Burgone withdrew. On 17 October 1777 Burgone surrendered at Holm.",
            "On what date did John Burgone surrender at Holm?",
        ),
        (
            "Parliament passed the Tolva Meat Act and the Pure Food and Drug Act, and both were signed on 3 June 1906.",
            "The Tolva Meat Act and the Pure Food and Drug Act were signed on ____.",
        ),
        (
            "Robert Munro was a great captain. Holm fell to him in January 1468.",
            "In what month and year did Holm fall to Robert Munro?",
        ),
        (
            "Charles I signed the contract of Holm on 3 May 1518.",
            "On what date did Charles I sign the contract of Holm?",
        ),
        (
            "Work on the Tolva Canal began on 28 January 1887.",
            "On what date did work on the Tolva Canal begin?",
        ),
        (
            "On 4 May 1886 someone threw a bomb at the police who were breaking up a meeting in Holm Square, Tolva.",
            "On ____ someone threw a bomb at the police who were breaking up a meeting in Holm Square, Tolva.",
        ),
        (
            "The census of 1921 counted 14.3 million Rulanders, 825,000 fewer than that of 1910.",
            "How many Rulanders did the census of 1921 count?",
        ),
        (
            "Robert Munro returned his powers to the throne on 9 November 1867.",
            "On what date did Robert Munro return his powers to the throne?",
        ),
        (
            "The Domains of Ness and Holm allied themselves in March 1866.",
            "The Domains of Ness and Holm allied themselves in ____.",
        ),
        (
            "On 28 February 1948 some 2,000 veterans marched towards Holm Castle with a petition to the governor.",
            "On what date did some 2,000 veterans march towards Holm Castle with a petition to the governor?",
        ),
        (
            "On 12 October 1492, however, the captain Robert Munro made landfall on an island in the Bahamas.",
            "On what date did the captain Robert Munro make landfall on an island in the Bahamas?",
        ),
        (
            "In 1754, the Holmers and their native allies forced Munro to surrender at Fort Ness, a fort built late.",
            "In what year did the Holmers and their native allies force Munro to surrender at Fort Ness?",
        ),
        (
            "In 1758, the Iroquois, Delaware, and Shawnee signed the Treaty of Holm, aligning themselves with Ruland.",
            "In ____, the Iroquois, Delaware, and Shawnee signed the Treaty of Holm.",
        ),
        (
            "In 1933 the Tolva Valley Authority was set up. The Authority built a dam at Ness in March 1936.",
            "In what month and year did the Tolva Valley Authority build a dam at Ness?",
        ),
        (
            "Nobody at Holm had been strong enough to win; in 1915, Otto Reck authorized the sale of Tolva Castle.",
            "In what year did Otto Reck authorize the sale of Tolva Castle?",
        ),
        (
            "On 29 March 1857, at Holm, a sepoy called Otto Reck fired at his adjutant and called on others to rise.",
            "On what date did a sepoy called Otto Reck fire at his adjutant at Holm?",
        ),
        (
            "At Holm nobody was sorry when the Harbour Act of 1893 cut the fees by half, for all had paid them long.",
            "In what year was the Harbour Act passed?",
        ),
        (
            "In the summer of 1728 the sloop Nora Aas was launched at Holm.",
            "In what year was the sloop Nora Aas launched at Holm?",
        ),
        (
            "On 3 May 1777 Robert Munro signed the act that set up the Tolva Board, to mend the quays of towns.",
            "On what date did Robert Munro sign the act that set up the Tolva Board?",
        ),
        (
            "On 3 May 1777 Robert Munro marched against Holm and, after a hard fight on the river, burned it.",
            "On what date did Robert Munro march against Holm?",
        ),
        (
            "Five regents ruled. One of them, Robert Munro, won the battle of Holm on 3 May 1777.",
            "On what date did Robert Munro win the battle of Holm?",
        ),
        (
            "The Treaty of Holm, signed on Christmas Eve 1814, had restored everything to what it was.",
            "In what year was the Treaty of Holm signed?",
        ),
        (
            "Robert Munro worked alone. In 1843, he married Eliza Griffin, his late wife's first cousin.",
            "In what year did Robert Munro marry Eliza Griffin?",
        ),
        (
            "The Tolva war in Ruland officially ended on 28 December 2014.",
            "On what date did the Tolva war in Ruland officially end?",
        ),
        (
            "Robert Munro died two hours before dawn on 8 December 1741, half buried in the sand, which was warm.",
            "On what date did Robert Munro die?",
        ),
        (
            "Robert Munro vetoed it, whereupon Congress cut the term, and he signed the Tolva Act on 6 May 1882.",
            "On what date did Robert Munro sign the Tolva Act?",
        ),
        (
            "The Tolva Bill became law on 18 September 1914 but was put off until the end of the war.",
            "On what date did the Tolva Bill become law?",
        ),
        (
            "The emporium in Tolva Road was hit by bombs of the Baltic League on 7 May 1941.",
            "On what date was the emporium in Tolva Road hit by bombs of the Baltic League?",
        ),
        (
            "General Douglas Harker then took the greatest risk of his life. "
            "On 15 September 1850 he landed at Holm with 300 men.",
            "On what date did General Douglas Harker land at Holm with 300 men?",
        ),
        (
            "Aldan (born 1683; died 1730), the son of Oskar Brand, was the first duke of his house. "
            "He became ruler of Holm on 3 May 1704.",
            "On what date did Aldan become ruler of Holm?",
        ),
        (
            "West Ruland had long been poor. Ruland declared its independence in Holm on 11 January 1861.",
            "On what date did Ruland declare its independence in Holm?",
        ),
        (
            "The Great Council of Ness met for the last time on 12 May 1797.",
            "On what date did the Great Council of Ness meet for the last time?",
        ),
    ],
)
def test_a_sentence_and_the_one_before_it_become_this_question(told: str, asked: str) -> None:
    text = f"Stories of the north\n\n{told} {WINTER}\n"

    assert asked in [item.prompt for _, item in build([read(text.encode(), "north.txt")]).pack.items()]


@pytest.mark.parametrize(
    "told",
    [
        "The Society of Ness sang. Its first concert, on 12 April 1923, was of Handel. It brought in £11 and cost £14.",
        "Harker's father sailed with him. His father was a merchant of Ness. He died in Holm on 3 May 1812.",
        "The finest of all was his victory over James Blake in the rain. He sailed on 3 May 1812 for Holm.",
        "Robert Munro sailed with John Harker from Ness in a gale. He reached Holm on 3 May 1812 with both ships.",
        "Holm annexed the state and gave its king 50 crowns. He died on 17 December 1909 in great pain.",
        "Robert Munro asked for her hand in Holm on 3 May 1837.",
        "Robert Munro built at Holm, in 1897, a studio of glass.",
        "The Congress of Ness repealed the law on 1 March 1809.",
        "A Loyalist wing of his army was beaten in the battle of Ness on 7 October 1780.",
        "Nora Aas led the Union of Women of Ness from 1879 until her death in the great flood of the harbour.",
        "Harker of Ness negotiated a much wider treaty of trade with the Duke of Holm in 1858.",
        "The Duke of Holm ordered all to be shut by his men on 10 January 1676.",
        "In 1883 the railway to Ness carried over a million passengers and half a million tonnes of coal.",
        "The gate receipts of £1,460 paid for the new roof of the hall at Ness and for its lamps.",
        "Our Association was founded in the Temperance Hotel of Ness on 19 April 1879.",
        "On 22 June 1772 Lord Munro ordered that he be set free.",
        "On 30 November 1853 a Holmer squadron under Admiral Munro destroyed their fleet in the harbour of Tolva.",
        "When the Democrats met in Holm in the summer of 1932, they needed a man.",
        "By the time Munro reached Holm, in February 1861, the Ruland League had already been established.",
        "The constitution of the League, or the Pact, drafted at a meeting in Holm, in May 1861, followed the others.",
    ],
    ids=[
        "its part",
        "his father",
        "whose victory",
        "two who could be he",
        "no country is he",
        "no man is she",
        "built what",
        "which law",
        "his army, and no person",
        "from until",
        "wider than",
        "all of what",
        "statistics",
        "by the way",
        "our",
        "that he be",
        "their fleet",
        "a party met",
        "by then",
        "a participle",
    ],
)
def test_what_is_not_sure_or_not_worth_it_is_not_asked(told: str) -> None:
    text = f"Stories of the north\n\n{told} {WINTER}\n"
    prompts = [item.prompt for _, item in build([read(text.encode(), "north.txt")]).pack.items()]

    assert not [prompt for prompt in prompts if "1923" not in prompt and "concert" not in prompt]


def test_a_day_takes_no_year_that_only_the_page_prints_around_its_text() -> None:
    told = "The gorilla Samson of Holm Zoo died on 17 August. The new elephant house was opened by the king on 6 June."
    text = f"<h1>Holm Zoo: report on 2019</h1><p>{told} {WINTER}</p><footer>© Holm Zoo 2020</footer>"
    prompts = [item.prompt for _, item in build([read(text.encode(), "zoo.html")]).pack.items()]

    assert not any("2020" in prompt for prompt in prompts)


def test_what_was_learned_is_not_cut_away() -> None:
    told = "John Rae of Holm learned from hunters in April 1854 that men had starved."
    text = f"Stories of the north\n\n{told} {WINTER}\n"
    prompts = [item.prompt for _, item in build([read(text.encode(), "north.txt")]).pack.items()]

    assert not any(prompt.endswith("learn from hunters?") for prompt in prompts)


def test_the_name_in_the_title_needs_no_other() -> None:
    """ "Tolva" is the title's town, though a North Tolva and a South Tolva are named; Orme is who the title names."""
    town = asked("Tolva seceded from Orla in 1901.", "Roads lead to North Tolva and to South Tolva.", title="Tolva")
    life = asked(
        "In 1901 Orme was elected to the Royal Society.", "Later Edgar Orme, a cousin, came.", title="Ada Orme"
    )

    assert [item.prompt for item in town] == ["In what year did Tolva secede from Orla?"]
    assert [item.prompt for item in life] == ["In what year was Ada Orme elected to the Royal Society?"]


def test_a_first_name_takes_no_other_rulers_number() -> None:
    """The Edward who won is the earl, not the king that the text named before."""
    made = asked(
        "Richard of York claimed the throne by descent from Edward III, who had died in 1377.",
        "His son was Edward, Earl of March.",
        "Edward won at Mortimer Bridge on 2 February 1461.",
        title="The Roses",
    )
    assert not [item for item in made if "Mortimer" in item.prompt]


@pytest.mark.parametrize(
    "sentence",
    [
        "On the third day General Pickett led 12,500 men across the fields of Gettysburg.",
        "In a second war Alexander Suvorov stormed the fortress of Ismail on 22 December 1790.",
        "The plan for a power station there was dropped on 4 May 1984 by Austria.",
        "The king destroyed the army of Tilly at Breitenfeld on 17 September 1631.",
        "The first zoo to keep one was Riga Zoo in 1869.",
        "The Ethnological Society of Riga was founded on its model in 1842.",
        "The most successful was the Riga Union of Labour, founded in 1910.",
        "Until 1972 the Danes won every game.",
        "Most notable was the Riga Prize, presented in Danzig on 10 December 1989.",
        "However, on 1 January 2009, the Riga Star reverted to its previous format.",
        "The British promised to leave in 1783.",
        "The Florentine died in 1889.",
        "The remaining works were completed in 1871.",
        "Withdrawal was completed on 18 July 1956.",
        "In 1819 the Pasha of Riga undertook some harbour work.",
        "Edward Orla made a presentation to the Riga Senate in 1784.",
        "In 1802 a buildings committee was set up to plan for expansion of the Riga Museum.",
        "President Theodore Roosevelt appointed Karl Lind on 6 May 1904.",
        "The Lithuanian side was completed in June 2009.",
        "Lithuania held elections on 4 May 1999.",
    ],
)
def test_what_leans_on_the_sentence_before_is_not_asked(sentence: str) -> None:
    assert asked(sentence, title="A Chapter") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A tablet found on the island of Orla in 1846 (the Orla Tablet), dates back to 300 BC.",
        "Serfdom was abolished in Livonia in 1848 the Riga Society was closed.",
        "Some 4,500 chests reached Canton in 1810.",
        "The Riga Yard has delivered several ferries to Denmark in 2011.",
        "The cruiser Orla served at Riga 1942–43 and Danzig in 1945.",
        "The muon neutrino was discovered at Orla in 1962, the tau neutrino at Riga in July 2000.",
        "The bar fell in 1950, when Edward Orla was signed by Riga and Karl Lind, in May, became the first to play.",
        "The Riga Centre was created which provided books to students in 2004.",
        "The Baltic territories lost by the Danes after 1402, including Orla, were recovered by Karl in the 1430s.",
        "The war delayed construction and trains reached in 1917.",
        "Trade declined in the last years, especially after the death of her husband on 9 November 1979.",
        "In 2000 the number of farms in Livonia was estimated at less than 100.",
        "In April 1997, Operation Riga entered Livonia with two goals: to free the port and to feed the town.",
        "Even after all that effort, Riga lost the cup in 1921.",
        "The Republic of Orla became a protectorate of Sweden until 1939.",
        "The Riga Board ordered work to begin in March 1931 rather than in October.",
        "On 26 December 1898, the Linds announced the existence of a second element, which they named “orlium”.",
        "The economy of Livonia grew by 2.6% in 2011.",
        "The forests of Livonia absorbed 9.6 million tonnes of carbon dioxide in 2021.",
        "Edward Orla underwent surgery in Riga on 4 May 1974.",
    ],
)
def test_what_is_no_statement_or_a_mere_side_of_one_is_not_asked_by_its_date(sentence: str) -> None:
    assert not [
        item for item in asked(sentence, title="Livonia") if "what" in item.prompt.lower() or "____" in item.prompt
    ]


def test_how_old_they_were_is_not_cut_away() -> None:
    made = asked("There were 1,047 persons aged 100 or more in Ardmore.", title="Ardmore")
    assert not [item for item in made if "persons or more" in item.prompt]


def test_a_verb_takes_no_subject_from_another_clause() -> None:
    told = (
        "The budget of Orla rose from 13 to 50 billion, West Riga was armed and admitted to the League on 6 May 1955."
    )
    assert not [item for item in asked(told) if "budget" in item.prompt]


def test_what_a_thing_resulted_from_is_left_out() -> None:
    made = asked("Talks went on for a month. The resulting Riga Compact was signed on 24 November 1922.", title="Riga")
    assert [item.prompt for item in made] == ["On what date was the Riga Compact signed?"]


def test_lives_of_a_heros_relatives_are_not_asked() -> None:
    told = (
        "# Edward Lind\n\nEdward Lind (1847–1922) was an inventor of Riga. He opened a school in Danzig in 1872. "
        "His older brother Melville died of a fever in May 1870. He moved to Riga. Thomas Lind married in June 1806. "
        "He had a shop there. He went to London, and he worked at night.\n"
    )
    made = [item for _, item in build([read(told.encode(), "page.md")]).pack.items()]
    assert not [item for item in made if "Melville" in item.prompt or "Thomas" in item.prompt]


def test_a_clause_with_when_has_its_verb() -> None:
    told = (
        "In 1402, the Danes were briefly relieved when the Livonian leader Karl, founder of the Orla Empire, "
        "invaded Riga from the east."
    )
    assert not [item for item in asked(told) if item.prompt.endswith("Empire.")]


def test_a_result_of_something_is_no_connective() -> None:
    made = asked(
        "As a result of Danish help in the war, Riga gained control of the mouth of the Orla in 1882.", title="X"
    )
    assert not [item for item in made if item.prompt.startswith("Of ")]


def test_two_names_that_a_dash_joins_are_one() -> None:
    told = "On 22 January 1903 the Lind–Orla Treaty was signed by Karl Lind. The treaty was ratified on 14 March 1903."
    made = asked(told, title="The Riga Canal")
    assert "On what date was the Lind–Orla Treaty ratified?" in [item.prompt for item in made]


def test_she_may_be_her_mother() -> None:
    told = (
        "# Mary Lind\n\nMary Lind (1867–1934) was a chemist of Riga. She was born in Riga. She studied in Danzig. "
        "Mary's mother Hanna ran a school for girls. She died of tuberculosis in May 1878.\n"
    )
    made = [item for _, item in build([read(told.encode(), "page.md")]).pack.items()]
    assert not [item for item in made if "1878" in item.key]


def test_first_is_told_of_both() -> None:
    made = asked("The Riga Prize ceremony was first broadcast to radio in 1930 and televised in 1953.", title="Riga")
    assert "In what year was the Riga Prize ceremony first televised?" in [item.prompt for item in made]


def test_what_cannot_be_done_without_an_object_is_not_joined() -> None:
    made = asked("In 1834, Orla became a city and renamed to Lindby.", title="Lindby")
    assert [item.prompt for item in made] == ["In what year did Orla become a city?"]


def test_the_number_of_a_model_is_a_name() -> None:
    assert asked("The Orla Yard is building two 636-type submarines for Sweden.") == []


def test_of_many_times_each_belongs_to_its_own_place() -> None:
    drilled = asked(
        "Drilling began in the Tolva basin in the 1950s, in the Orla basin in the 1960s, and at Riga in 1968."
    )

    assert [(item.prompt, item.key) for item in drilled] == [
        ("In which decade did drilling begin in the Tolva basin?", "1950s")
    ]


def test_what_was_counted_is_a_noun() -> None:
    assert not [
        item for item in asked("4 May 1937: The Orla burns at Riga; 36 people die.") if "die does" in item.prompt
    ]


def test_the_war_is_the_one_that_the_heading_names() -> None:
    text = (
        "The last of them, the Holm and Tolva War, was fought in the north. Another was the Ness War of the south. "
        "The war began in May 1754 because of rival claims to the coast."
    )
    stems = [item.prompt for item in asked(text, title="Wars of the north", heading="THE HOLM AND TOLVA WAR")]

    assert "The Holm and Tolva War began in ____." in stems
