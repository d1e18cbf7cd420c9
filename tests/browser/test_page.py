"""The playground's page in a real browser: reading, answering, files, the clock, by mouse and keyboard."""

from pathlib import Path

import pytest
from playwright.async_api import expect

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


def key(page, name):
    return page.get_by_role("log").get_by_role("button", name=name, exact=True)


async def say(page, text):
    await page.get_by_label("Message", exact=True).fill(text)
    await page.keyboard.press("Enter")


async def begin(page):
    await page.get_by_role("button", name="Start", exact=True).click()
    await expect(key(page, "Start the first lesson")).to_be_visible()


async def test_one_starts_reads_and_answers_in_one_message(page, playground):
    await expect(page.get_by_text("Turns documents into lessons")).to_be_visible()
    await begin(page)
    await expect(page.locator(".words strong").first).to_have_text("figures and dates")
    await key(page, "Start the first lesson").click()
    await expect(page.get_by_text("Reading 1 of 6")).to_be_visible()
    await key(page, "To the questions").click()
    await key(page, "B) $11.3 billion").click()
    await expect(page.get_by_text("Right. The answer is $11.3 billion.")).to_be_visible()
    await expect(page.locator(".words blockquote")).to_contain_text("for one country alone")
    assert await page.locator(".message").count() == 2  # /start, and the one message edited all along


async def test_everything_can_be_done_by_keyboard_alone(page, playground):
    await page.get_by_role("button", name="Start", exact=True).focus()
    await page.keyboard.press("Enter")
    await key(page, "Start the first lesson").focus()
    await page.keyboard.press("Enter")
    await expect(key(page, "To the questions")).to_be_focused()  # the focus stays with the message that changed
    await page.keyboard.press("Enter")
    await expect(key(page, "A) $9.8 billion")).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(key(page, "B) $11.3 billion")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Right. The answer")).to_be_visible()
    await page.get_by_label("Message", exact=True).focus()
    await page.keyboard.type("/")
    await expect(page.get_by_role("menu")).to_be_visible()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_role("menuitem", name="/show")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("In which year was the treaty signed?")).to_be_visible()


async def test_every_press_gets_its_answer_as_toast_or_alert(page, playground):
    await begin(page)
    await key(page, "Settings").click()
    await expect(page.locator("#toast")).to_have_text("Saved.")
    await expect(key(page, "Settings")).not_to_have_attribute("aria-busy", "true")
    await key(page, "Help").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Send /learn to begin.")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_hidden()


async def test_what_anyone_writes_stays_text(page, playground):
    hostile = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    await begin(page)
    await say(page, hostile)
    await expect(page.get_by_text(f"You said: {hostile}")).to_be_visible()
    assert await page.locator(".message img, .message script").count() == 0
    assert "owned" not in await page.title()


async def test_links_open_a_start_with_what_they_carry(page, playground):
    await begin(page)
    await page.get_by_role("link", name="open lesson 2").click()
    await expect(page.get_by_text("Opened lesson_2")).to_be_visible()
    outside = page.get_by_role("link", name="https://example.org/lectern")
    assert await outside.get_attribute("rel") == "noopener noreferrer"
    await page.goto(f"{playground.url}/?start=from_outside")
    await expect(page.get_by_text("Opened from_outside")).to_be_visible()


async def test_pictures_files_polls_and_formats_are_shown(page, playground):
    await begin(page)
    await say(page, "/show")
    await expect(page.get_by_text("In which year was the treaty signed?")).to_be_visible()
    for tag, words in (("strong", "bold"), ("em", "italic"), ("u", "underlined"), ("s", "struck"), ("code", "code")):
        await expect(page.locator(f".words {tag}").get_by_text(words, exact=True).first).to_be_visible()
    await page.get_by_role("button", name="Hidden text, show it").press("Enter")
    await expect(page.locator(".spoiler.open")).to_have_text("hidden")
    picture = page.locator(".photo img")
    await expect(picture).to_be_visible()
    assert await picture.evaluate("image => image.naturalWidth") == 640
    await page.get_by_role("button", name="Picture, described below").click()
    await expect(page.locator("#viewer img")).to_be_visible()
    await page.keyboard.press("Escape")
    async with page.expect_download() as download:
        await page.get_by_role("link", name="mydata.json").click()
    assert (await (await download.value).path()).read_bytes() == b'{"learner": "Ada"}'
    await page.get_by_role("button", name="1941", exact=True).click()
    await expect(page.get_by_text("1942 (right answer)")).to_be_visible()
    await expect(page.get_by_text("1941 (not this one)")).to_be_visible()
    await expect(page.get_by_text("Signed on 11 June 1942.")).to_be_visible()


async def test_a_file_is_sent_by_the_button_and_by_dropping_it(page, playground):
    await begin(page)
    file = {"name": 'a "b" ё.txt', "mimeType": "text/plain", "buffer": b"In 1942"}
    await page.locator("#file").set_input_files(file)
    await expect(page.get_by_text('a "b" ё.txt: 7 bytes')).to_be_visible()
    await page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["In 1945 it ended"], "dropped.md"));
            document.getElementById("chat").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true}));
        }"""
    )
    await expect(page.get_by_text("dropped.md: 16 bytes")).to_be_visible()


async def test_a_forced_reply_shows_what_it_answers(page, playground):
    await begin(page)
    await say(page, "ask me")
    await expect(page.get_by_placeholder("A year")).to_be_visible()
    await say(page, "1942")
    await expect(page.get_by_text("You said: 1942")).to_be_visible()
    await expect(page.locator(".message.mine .quote")).to_contain_text("What year was it?")
    await expect(page.locator("#reply-to")).to_be_hidden()


async def test_the_clock_moves_and_the_reminder_comes(page, playground):
    await begin(page)
    await expect(page.locator("#clock-date")).to_have_text("Monday, 4 May 2026")
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("#clock-date")).to_have_text("Tuesday, 5 May 2026")
    await expect(page.locator("#clock-moved")).to_have_text("1 day ahead")
    await expect(page.get_by_text("Good morning! Here is one fact that is due.")).to_be_visible()
    await expect(page.locator(".day")).to_have_text(["4 May 2026", "5 May 2026"])
    await page.get_by_role("button", name="Next reminder").click()
    await expect(page.locator("#clock-date")).to_have_text("Thursday, 7 May 2026")
    assert playground.moved == 2


async def test_two_people_have_their_own_chats(page, playground):
    await begin(page)
    await page.locator("#people").get_by_role("button", name="Grace").click()
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    await playground.world.person("Ada").send("while Grace looks")
    await expect(page.get_by_label("New messages: 1")).to_be_visible()
    await page.locator("#people").get_by_role("button", name="Ada").click()
    await expect(page.get_by_text("You said: while Grace looks")).to_be_visible()


async def test_the_bot_can_be_blocked_and_everything_forgotten(page, playground):
    await begin(page)
    await page.get_by_role("button", name="Block the bot").click()
    await expect(page.get_by_role("button", name="Unblock", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Unblock", exact=True).click()
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Deliver the last update twice").click()
    await page.get_by_role("button", name="Start over").first.click()
    await page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    await expect(page.get_by_text("Figures and dates that stay")).to_be_visible()
    await expect(page.locator(".message")).to_have_count(0)


async def test_on_a_phone_the_panel_waits_behind_a_button(page, playground):
    await page.set_viewport_size({"width": 390, "height": 844})
    await begin(page)
    await expect(page.get_by_role("button", name="+1 day")).to_be_hidden()
    await page.locator("#open-panel").click()
    await expect(page.locator("#close-panel")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.locator("#open-panel")).to_be_focused()
    await page.locator("#open-panel").click()
    await page.get_by_role("button", name="+1 day").click()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="+1 day")).to_be_hidden()
    await expect(page.get_by_text("Good morning!")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_reload_shows_the_same_and_a_lost_server_is_noticed(page, playground):
    await begin(page)
    await page.reload()
    await expect(key(page, "Start the first lesson")).to_be_visible()


CHECKS = Path(__file__).with_name("checks.js").read_text(encoding="utf-8").replace("export ", "")


async def faults(page, check):
    return await page.evaluate(f"() => {{ {CHECKS}; return {check}(); }}")


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_everybody_can_read_and_name_what_is_there(page, playground, theme):
    await page.emulate_media(color_scheme=theme)
    await begin(page)
    await say(page, "/show")
    await page.get_by_role("button", name="1941", exact=True).click()
    await expect(page.get_by_text("1942 (right answer)")).to_be_visible()
    await page.get_by_role("button", name="Menu", exact=True).click()
    await page.wait_for_timeout(400)  # until nothing moves any more
    assert await page.evaluate("document.documentElement.dataset.theme") == theme
    assert await faults(page, "poorContrast") == []
    assert await faults(page, "nameless") == []


async def test_text_grows_with_the_readers_size(page, playground):
    await begin(page)
    before = await page.locator(".words").last.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    after = await page.locator(".words").last.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    assert after == 2 * before
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.set_viewport_size({"width": 390, "height": 844})
    outside = await page.evaluate(
        """[...document.querySelectorAll('.head button, .foot button')]
            .filter((node) => node.checkVisibility())
            .map((node) => [node.id, node.getBoundingClientRect()])
            .filter(([, box]) => box.left < 0 || box.right > innerWidth || box.bottom > innerHeight)
            .map(([id]) => id)"""
    )
    assert outside == [], "with letters twice as large nothing leaves a phone's screen"


async def test_in_persian_the_page_runs_from_right_to_left_and_so_does_their_telegram(look, playground):
    async with look(f"{playground.url}/?lang=fa") as page:
        assert await page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["fa", "rtl"]
        await expect(page.locator("#clock-time")).to_have_text("۰۸:۵۵")
        assert "lang=" not in page.url
        sides = await page.evaluate(
            "['panel', 'chat'].map((id) => document.getElementById(id).getBoundingClientRect().left)"
        )
        assert sides[0] > sides[1]
        assert await faults(page, "nameless") == []
        assert {person.language for person in playground.world.people.values()} == {"fa"}
        await page.reload()
        assert await page.evaluate("document.documentElement.lang") == "fa", "what was chosen is kept"
        await page.locator("#language").select_option("de")
        await page.wait_for_selector("html[lang=de] body[data-ready]")
    async with look(playground.url, locale="ru-RU") as page:
        assert await page.evaluate("document.documentElement.lang") == "ru", "what the browser asks for"
    async with look(playground.url) as page:
        assert {person.language for person in playground.world.people.values()} == {"en"}


async def test_the_keyboard_can_skip_to_where_one_writes(page, playground):
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the message field")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()


async def test_a_sample_document_is_sent_by_the_teacher(page, playground):
    await page.locator("#people").get_by_role("button", name="Grace").click()
    await page.locator(".welcome").get_by_role("button", name="Send a sample document").click()
    await expect(page.get_by_text("sample.md: ")).to_be_visible()
    assert playground.world.person("Grace").messages


async def test_the_focus_is_never_lost_when_what_had_it_is_drawn_anew(page, playground):
    await page.locator(".welcome").get_by_role("button", name="Grace").press("Enter")
    await expect(page.locator(".welcome").get_by_role("button", name="Grace")).to_be_focused()
    await page.locator("#people").get_by_role("button", name="Ada").press("Enter")
    await expect(page.locator("#people").get_by_role("button", name="Ada")).to_be_focused()
    await page.get_by_role("button", name="Start", exact=True).press("Enter")
    await expect(page.get_by_role("log")).to_be_focused()
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.closest('#log') !== null"), "the next stop is in the chat"
