"""What axe, the accessibility checker, says of the page: nothing. (Contrast on gradients, which it leaves open, is
measured in test_page.py.)"""

from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.async_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = find_spec("axe_playwright_python")


async def violations(page):
    await page.wait_for_timeout(400)  # until nothing moves any more
    found = await page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [(one["id"], node["html"][:160]) for one in found["violations"] for node in one["nodes"]]


if AXE is not None and AXE.origin is not None:
    SCRIPT = Path(AXE.origin).with_name("axe.min.js").read_text(encoding="utf-8")

    @pytest.mark.parametrize(("width", "theme"), [(1200, "light"), (390, "dark")])
    async def test_axe_finds_nothing_to_complain_of(page, playground, width, theme):
        await page.set_viewport_size({"width": width, "height": 844})
        await page.emulate_media(color_scheme=theme)
        await page.evaluate(SCRIPT)
        assert await violations(page) == []
        await page.locator(".welcome").get_by_role("button", name="Grace").click()
        assert await violations(page) == []
        await page.locator(".welcome").get_by_role("button", name="Ada").click()
        await page.get_by_role("button", name="Start", exact=True).click()
        await page.get_by_label("Message", exact=True).fill("/show")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="1941", exact=True).click()
        await expect(page.get_by_text("1942 (right answer)")).to_be_visible()
        await page.get_by_role("button", name="Menu", exact=True).click()
        assert await violations(page) == []
        await page.keyboard.press("Escape")
        await page.get_by_role("log").get_by_role("button", name="Help").click()
        assert await violations(page) == []

    @pytest.mark.parametrize(("width", "theme"), [(1200, "dark"), (390, "light")])
    async def test_nor_from_right_to_left_with_the_panel_open(look, playground, width, theme):
        size = {"width": width, "height": 844}
        async with look(f"{playground.url}/?lang=fa", viewport=size, color_scheme=theme) as page:
            await page.evaluate(SCRIPT)
            if width < 800:
                await page.locator("#open-panel").click()
            assert await violations(page) == []
