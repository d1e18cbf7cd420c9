"""Can the pictures be read: by contrast, without colours, in every script, at their edges?"""

import io
from typing import Any

import pytest
from PIL import Image

from bot import pictures
from bot.pictures import ahead, calendar, certificate, classroom, progress, strength, weak
from bot.pictures.letters import can_be_written
from bot.pictures.sheet import THEMES, Theme

LONG = "A question that is so long that no phone in the world has room for it in one line, however small its letters"
FARSI, HINDI = (
    "پرسشی بسیار بلند که در هیچ تلفنی در یک خط جا نمی‌شود " * 3,
    "इतना लंबा सवाल जो किसी फ़ोन पर एक पंक्ति में नहीं आता " * 3,
)


def luminance(colour: str) -> float:
    """As WCAG has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pixels(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_words_can_be_read_on_what_they_stand_on(theme: Theme) -> None:
    for ink in (theme.ink, theme.soft):
        assert contrast(ink, theme.paper) >= 4.5
    for colour, ink in zip(theme.steps, theme.on_steps, strict=True):
        assert contrast(ink, colour) >= 4.5, colour
    assert contrast(theme.on_marks, theme.strong) >= 4.5
    assert contrast(theme.ink, theme.quiet) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_steps_are_told_apart_without_colours(theme: Theme) -> None:
    shades = [luminance(colour) for colour in (theme.quiet, *theme.steps)]
    order = sorted(shades, reverse=theme is THEMES["light"])
    assert shades == order
    assert all(contrast(one, other) >= 1.25 for one, other in zip(theme.steps, theme.steps[1:], strict=False))


def bars(words: str) -> list[list[Any]]:
    return [[count, str(count), words[:1], "31"] for count in range(14)]


def everything(words: str, theme: str, *, rtl: bool) -> dict[str, tuple[Any, dict[str, Any]]]:
    """Each picture with words of that kind."""
    named = dict.fromkeys(("title", "sub", "known", "learning", "unseen", "ahead", "days", "less", "more"), words)
    named |= dict.fromkeys(("strong", "growing", "weak", "for", "name", "knows", "pack", "facts", "given"), words)
    named |= dict.fromkeys(("done", "working", "stuck", "not_begun", "worst", "fading"), words)
    common = {"labels": named | {"code": "K7QX", "check": words}, "theme": theme, "rtl": rtl}
    weeks = [[["12", step % 5] for step in range(7)]] * 12
    rows = [[words, share / 4, "100%", kind] for share, kind in enumerate(("weak", "growing", "strong", "strong"))]
    lessons = [[words, [1, "1"], [2, "2"], [30, "30"]]] * 9
    return {
        "ahead": (ahead, common | {"bars": bars(words)}),
        "calendar": (calendar, common | {"weekdays": [words] * 7, "blocks": [{"months": [[0, "x"]], "weeks": weeks}]}),
        "certificate": (certificate, common | {"squares": ["101", "010", "111"]}),
        "classroom": (
            classroom,
            common
            | {"works": [[words, [5, "5"], [1, "1"], [0, "0"], [300, "300"]]] * 4}
            | {"worst": [row[:3] for row in rows], "fading": []},
        ),
        "progress": (progress, common | {"lessons": lessons, "ahead": bars(words), "days": bars(words)}),
        "strength": (
            strength,
            common | {"totals": [[n, str(n)] for n in (500, 3, 0, 1)], "groups": [{"title": words, "rows": rows}]},
        ),
        "weak": (weak, common | {"panels": [{"title": words, "rows": [row[:3] for row in rows]}]}),
    }


@pytest.mark.parametrize("kind", ["ahead", "calendar", "certificate", "classroom", "progress", "strength", "weak"])
@pytest.mark.parametrize(("words", "rtl"), [(LONG, False), (FARSI, True), (HINDI, False)], ids=["en", "fa", "hi"])
def test_the_longest_words_stay_inside_and_the_picture_small(kind: str, words: str, rtl: bool) -> None:
    module, data = everything(words, "light", rtl=rtl)[kind]
    assert can_be_written(data)
    png = module.png(data)
    assert len(png) < 90_000
    seen = pixels(png)
    for x in (0, 1, seen.width - 2, seen.width - 1):
        assert {seen.getpixel((x, y)) for y in range(seen.height)} == {(255, 255, 255)}, "nothing is cut at the edge"


def test_a_colour_that_is_hardly_used_keeps_its_own() -> None:
    module, data = everything("word", "light", rtl=False)["strength"]
    data["groups"] = []
    can_be_written(data)
    seen = pixels(module.png(data))
    found = {seen.getpixel((x, y)) for x in range(0, seen.width, 2) for y in range(0, seen.height, 2)}
    for colour in (THEMES["light"].weak, THEMES["light"].growing):
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert any(abs(r - red) + abs(g - green) + abs(b - blue) < 24 for r, g, b in found), colour


def test_what_reads_from_the_right_is_drawn_from_the_right() -> None:
    module, data = everything("x", "light", rtl=False)["ahead"]
    can_be_written(data)
    left, right = (pixels(module.png(data | {"rtl": rtl})) for rtl in (False, True))
    assert left.size == right.size
    middle = int(left.height * 0.75)
    row = [left.getpixel((x, middle)) for x in range(left.width)]
    mirrored = [right.getpixel((left.width - 1 - x, middle)) for x in range(left.width)]
    assert row != mirrored[::-1]
    same = sum(
        sum(abs(a - b) for a, b in zip(one, other, strict=True)) < 30 for one, other in zip(row, mirrored, strict=True)
    )
    assert same > 0.95 * left.width


def test_letters_that_no_font_has_are_noticed() -> None:
    assert not can_be_written({"labels": {"title": "\U00013000"}})
    assert can_be_written({"labels": {"title": "Ünïcödé Ω Жы"}})


async def test_a_picture_is_drawn_in_a_process_of_its_own() -> None:
    _, data = everything("Вы учились 23 дня", "light", rtl=False)["ahead"]
    assert await pictures.draw("ahead", data) == ahead.png(data)
    assert await pictures.draw("nothing_of_the_kind", data) is None
