"""The main job in a real browser, with the whole bot behind the page."""

import pytest
from playwright.async_api import expect

from bot.playground import learner

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

ARTICLE = """The Harbour Bridge

How it was built

The Harbour Bridge of Easton was opened on 14 May 1931. Building it took 6 years and cost £4.2 million.
Some 1,400 workers were employed at its peak, and 16 of them lost their lives.

The steel

The arch weighs 39,000 tonnes. It is held together by 6 million rivets; the largest weighs 3.5 kilograms.
In 1942 the tram lines were taken up. In 1988 the bridge carried 180,000 vehicles a day.
"""


def key(page, name):
    return page.get_by_role("log").get_by_role("button", name=name).last


async def say(page, text):
    await page.get_by_label("Message", exact=True).fill(text)
    await page.keyboard.press("Enter")


async def test_a_learner_reads_answers_both_ways_and_is_reminded(lectern, stage):
    await expect(lectern.get_by_text("Figures and dates that stay")).to_be_visible()
    await lectern.get_by_role("button", name="Start", exact=True).click()
    await key(lectern, "Start the first lesson").click()
    await expect(lectern.get_by_text("Reading 1 of")).to_be_visible()
    await key(lectern, "Ask me").click()
    await expect(lectern.get_by_text("Question 1 of")).to_be_visible()

    await key(lectern, "I don't know").click()
    await expect(lectern.get_by_text("Not this time.").or_(lectern.get_by_text("Answer:")).first).to_be_visible()
    await key(lectern, "Next").click()
    await expect(lectern.get_by_text("Question 2 of")).to_be_visible()
    await stage.quiet()
    item, seed = await learner.question(stage, stage.person("Ada"))
    await say(lectern, learner.in_words(item, seed))
    await expect(lectern.get_by_text("Right.").last).to_be_visible()

    await say(lectern, "/cancel")
    await stage.quiet()
    before = await lectern.locator(".message").count()
    await lectern.get_by_role("button", name="Next reminder").click()
    await expect(lectern.locator(".message").nth(before)).to_contain_text("Question 1 of")
    assert await lectern.locator(".day").count() >= 2


async def test_a_teacher_sends_a_document_and_learns_from_it(lectern, stage):
    await lectern.locator("#people").get_by_role("button", name="Grace").click()
    await lectern.get_by_role("button", name="Start", exact=True).click()
    await expect(key(lectern, "Start the first lesson")).to_be_visible()
    file = {"name": "bridge.txt", "mimeType": "text/plain", "buffer": ARTICLE.encode()}
    await lectern.locator("#file").set_input_files(file)
    await expect(key(lectern, "Publish all")).to_be_visible(timeout=20_000)
    for button in ("Publish all", "My classes", "Try it"):
        await key(lectern, button).click()
    await expect(lectern.get_by_text("Reading 1 of").last).to_be_visible()


async def test_after_starting_over_nothing_is_remembered(lectern, stage):
    await lectern.get_by_role("button", name="Start", exact=True).click()
    await key(lectern, "Start the first lesson").click()
    await expect(lectern.get_by_text("Reading 1 of")).to_be_visible()
    await lectern.get_by_role("button", name="+1 week").click()
    await expect(lectern.locator("#clock-date")).to_contain_text("9 March")
    await lectern.get_by_role("button", name="Start over").click()
    await lectern.get_by_role("dialog").get_by_role("button", name="Start over").click()
    await expect(lectern.get_by_text("Figures and dates that stay")).to_be_visible()
    await expect(lectern.locator("#clock-date")).to_contain_text("2 March")
    async with stage.database.read() as store:
        assert await store.learners.by_chat(1001) is None
