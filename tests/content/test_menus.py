"""Is a site's menu kept off the cards, and a person's name on them?"""

import pytest

from content.build import build
from content.readers import read

BODY = (
    "Harl Mill was built of stone in 1874 by Anna Berg, who had bought the land from the town of Harl. "
    "It ground rye and barley for sixty farms, and its wheel was the widest in the whole valley of the Arl. "
    "The mill was closed on 3 May 1931, and the town of Harl opened a school for weavers in it in 1937."
)


def shown(page: str, name: str = "page.html") -> str:
    """All that the cards show."""
    pack = build([read(page.encode(), name)]).pack
    texts = [f"{reading.title}\n{reading.text}" for lesson in pack.lessons for reading in lesson.readings]
    return "\n\n".join(texts)


@pytest.mark.parametrize(
    "line", ["Opening times Tickets Give to us Deutsch Norsk", "Home News Contact us", "Comments are closed."]
)
def test_a_menu_is_no_text(line: str) -> None:
    text = shown(f"<html><body><p>{line}</p><h1>Harl Mill</h1><p>{BODY}</p><p>{line}</p></body></html>")

    assert "built of stone" in text
    assert line not in text


@pytest.mark.parametrize("line", ["Tickets to the museum at home and abroad", "The press of Harl", "News of the war"])
def test_a_line_with_one_such_word_stays(line: str) -> None:
    text = shown(f"<html><body><h1>Harl Mill</h1><p>{line}</p><p>{BODY}</p></body></html>")

    assert line in text


def test_a_life_whose_title_has_a_shorter_name_is_titled_with_it() -> None:
    told = (
        "Mary Ann Berg, born Lund (Harl, 4 May 1805 – Ulm, 3 June 1881), was a miller and a teacher of weavers.\n\n"
        "## Harl\n\nThe mill of Harl burnt down on 29 August 1843. She had it built again of stone, and her brothers "
        "cut the wheel. She taught forty girls to weave, and she paid for their looms herself. Nobody helped her but "
        "the priest, Olaf Holm, who lent her his barn. In 1845 the priest Olaf Holm founded the School of Harl.\n"
    )

    assert "Mary Berg: Harl" in shown(f"# Mary Berg\n\n{told}", "page.md")


def test_a_card_that_would_open_on_its_takes_in_whose() -> None:
    told = (
        "# Harl\n\n## The mill\n\nThe valley of the Arl had been poor for a long time, and few people lived there. "
        "The farmers carried their rye over the hills to Ulm and came home after dark with the flour. "
        "A mill of stone, Harl Mill, was built by the river by the brothers Lund. On 3 May 1931 its wheel broke in "
        "the ice. The farmers met in the church on 7 June 1931 and lent the brothers 400 crowns for a wheel of iron, "
        "which was cast at Ulm, carried over the hills by forty oxen and set in its place in the autumn.\n"
    )
    cards = shown(told, "page.md").split("\n\n")

    assert all(not card.partition("\n")[2].startswith("On 3 May 1931 its") for card in cards)


@pytest.mark.parametrize(
    "side",
    [
        "<header><a href=a>Visit</a><a href=b>Learn</a> | <a href=c>Friends</a></header>",
        '<div id="cookieConsent">We use 14 cookies.</div>',
        '<div class="newsletter-signup">Join 24,000 others.</div>',
        "<ul><li>Crane here 12 May 2023</li><li>Ferry 3 May 2023</li><li>Quay 28 April 2023</li>"
        "<li>Meeting 2 April 2023</li></ul>",
    ],
    ids=["links", "cookies", "newsletter", "what is new"],
)
def test_what_a_site_sets_beside_its_text_is_no_text(side: str) -> None:
    text = shown(f"<html><body>{side}<h1>Harl Mill</h1><p>{BODY}</p>{side}</body></html>")

    assert "built of stone" in text
    assert not any(word in text for word in ("Friends", "cookies", "Join", "Crane"))
