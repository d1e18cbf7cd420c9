"""Takes the pictures of the manual: the playground's page with the real bot, at a desk and on a phone.

    uv run python scripts/screenshots.py [FOLDER]        (default: docs/pictures)

Needs Chromium. The stories are always the same. A learner: a first lesson, a right and a wrong answer, the reminder
days later. A teacher: a document, its review, a class of three, the Monday after.
"""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Page, async_playwright

from bot.clock import MovableClock
from bot.delivery.web import WebServer
from bot.playground import learner
from bot.playground.people import TEACHER
from bot.playground.server import playground_app
from bot.playground.stage import Stage

START = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)
CHROMIUM = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
DESK = {"width": 1000, "height": 680}
PHONE = {"width": 390, "height": 760}
TALL = {"width": 390, "height": 1120}
"""A phone as long as the message: nobody can scroll in a picture."""
NEXT_MONDAY = datetime(2026, 3, 9, 8, 1, tzinfo=UTC)
DOCUMENTS = Path(__file__).parents[1] / "tests" / "documents"
SETTLED_MS = 700
COLOURS = 200


async def main(folder: Path) -> None:
    """Takes every picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("There is no Chromium on this machine: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=CHROMIUM.split())
        try:
            await played(browser, folder, story)
            await played(browser, folder, teachers_story, "Grace")
        finally:
            await browser.close()


async def played(
    browser: Browser, folder: Path, tale: Callable[[Stage, "Camera"], Awaitable[None]], *people: str
) -> None:
    """A story on a stage of its own, with these teachers on the page; without any, with those of the playground."""
    with tempfile.TemporaryDirectory() as data:
        async with Stage.in_folder(Path(data), MovableClock(START)) as stage:
            for name in people:
                stage.world.person(name, note=TEACHER)
            await stage.appoint()
            app = playground_app(
                stage.world, on_clock_moved=stage.tick, start_over=stage.start_over, next_moment=stage.next_moment
            )
            server = WebServer(app, "127.0.0.1", 0)
            await server.start()
            try:
                await tale(stage, Camera(browser, f"http://127.0.0.1:{server.port}", folder))
            finally:
                await server.stop()


class Camera:
    """Opens the page in some size and light, and takes its picture."""

    def __init__(self, browser: Browser, url: str, folder: Path) -> None:
        self._browser = browser
        self._url = url
        self._folder = folder

    async def open(self, size: dict[str, int], theme: str = "light") -> Page:
        """The page as somebody sees it who opens it now."""
        context = await self._browser.new_context(
            viewport=size, color_scheme=theme, device_scale_factor=1.5, locale="en-GB", timezone_id="UTC"
        )
        page = await context.new_page()
        await page.goto(self._url)
        await page.wait_for_selector("body[data-ready]")
        return page

    async def take(self, page: Page, name: str) -> None:
        """Waits until nothing moves any more, and writes NAME.png."""
        await page.mouse.move(2, 2)
        await page.evaluate("document.activeElement?.blur()")
        await page.wait_for_timeout(SETTLED_MS)
        path = self._folder / f"{name}.png"
        await page.screenshot(path=path)
        with Image.open(path) as taken:  # a palette: a third of the size, and hardly to be told apart
            small = taken.convert("RGB").quantize(COLOURS)
        small.save(path, optimize=True)
        print(path)

    async def glance(self, name: str, size: dict[str, int], theme: str = "light") -> None:
        """Opens the page only for this picture."""
        page = await self.open(size, theme)
        await self.take(page, name)
        await page.context.close()


async def story(stage: Stage, camera: Camera) -> None:
    """A learner's first days, with a picture where there is something to see."""
    desk = await camera.open(DESK)
    await camera.take(desk, "start")
    await desk.get_by_role("button", name="Start", exact=True).click()
    await stage.quiet()
    await tap(desk, stage, "Start the first lesson")
    await camera.take(desk, "reading")
    await tap(desk, stage, "Ask me")
    await camera.glance("question-phone", PHONE)
    await answer(stage, right=True)
    await camera.take(desk, "answer")
    await camera.glance("answer-dark", DESK, "dark")
    await learn_on(stage)
    await stage.world.person("Ada").send("Lisbon")
    for _ in range(3):
        moment = await stage.next_moment()
        assert moment is not None, "whoever has learned something has a reminder ahead"
        stage.clock.move(moment - stage.clock.now() + timedelta(seconds=30))
        await stage.tick()
        if stage.clock.now() - START > timedelta(days=2):
            break
        await learn_on(stage)
    await desk.reload()
    await camera.take(desk, "reminder")
    await camera.glance("reminder-phone", PHONE, "dark")
    await learn_on(stage)
    await stage.world.person("Ada").send("/progress")
    await desk.locator(".photo").last.evaluate("photo => photo.scrollIntoView({block: 'center'})")
    await camera.take(desk, "progress")


async def teachers_story(stage: Stage, camera: Camera) -> None:
    """A teacher's first week on a phone: a document, its review, a class of three, the Monday after."""
    grace = stage.person("Grace")
    await grace.send("/teach")
    await grace.send_document("bridge.md", (DOCUMENTS / "build-bridge.md").read_bytes(), mime="text/markdown")
    await camera.glance("report-phone", PHONE)
    await camera.glance("report-phone-dark", PHONE, "dark")
    await grace.tap("Look through")
    await grace.tap("Next")
    await camera.glance("review-phone", PHONE)
    await camera.glance("review-phone-dark", PHONE, "dark")
    await grace.tap("Keep all the rest")
    await grace.tap("Publish")
    await grace.tap("My classes")
    for words in ("/classes", "New class", "7B History", "Give a pack", "The Øresund Bridge", "The whole pack"):
        await (grace.send(words) if words.startswith(("/", "7B")) else grace.tap(words))
    await grace.tap("In a week")
    await in_class(stage, "Ada", right=6)
    await in_class(stage, "Bob", right=2)
    await in_class(stage, "Cem", right=0)
    await grace.send("/classes")
    await grace.tap("7B History")
    await camera.glance("class-phone", TALL)
    await camera.glance("class-phone-dark", TALL, "dark")
    stage.clock.move(NEXT_MONDAY - stage.clock.now())
    await stage.tick()
    await camera.glance("weekly-phone", TALL)
    await camera.glance("weekly-phone-dark", TALL, "dark")


async def in_class(stage: Stage, name: str, *, right: int) -> None:
    """Somebody joins the class and answers the lesson, so many questions rightly; none: they do not begin."""
    chat = stage.person(name)
    async with stage.database.read() as store:
        code = (await store.classes.get(1)).code
    await chat.send(f"/start class_{code}")
    await chat.tap("As")
    if not right:
        return
    await chat.send("/learn")
    await chat.tap("Ask me")
    while found := await learner.question(stage, chat):
        await (chat.send(learner.in_words(*found)) if right > 0 else chat.tap("I don't know"))
        right -= 1
        if "Next" in chat.buttons:
            await chat.tap("Next")


async def tap(page: Page, stage: Stage, label: str) -> None:
    """Presses a button of the chat and waits until the bot has done what it does."""
    await page.get_by_role("log").get_by_role("button", name=label).last.click()
    await asyncio.sleep(0.1)
    await stage.quiet()


async def answer(stage: Stage, *, right: bool) -> None:
    """Answers what is asked, by typing or by tapping."""
    ada = stage.person("Ada")
    found = await learner.question(stage, ada)
    assert found is not None, "a question stands in the chat"
    words = learner.in_words(*found) if right else learner.wrong_option(*found)
    tapped = next((label for label in ada.buttons if words and label.startswith(f"{words}.")), None)
    await (ada.tap(tapped) if tapped else ada.send(words or "I don't know"))


async def learn_on(stage: Stage) -> None:
    """Goes through the sitting to its end, the second question wrong."""
    ada = stage.person("Ada")
    asked = 0
    for _ in range(60):
        if await learner.sitting(stage, ada) is None:
            return
        if await learner.question(stage, ada):
            asked += 1
            await answer(stage, right=asked != 2)
        elif any(label.startswith(("Next", "Ask me", "Finish", "Go on")) for label in ada.buttons):
            await ada.tap(ada.buttons[0])
        else:
            return


if __name__ == "__main__":
    pictures = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/pictures")
    pictures.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(pictures))
