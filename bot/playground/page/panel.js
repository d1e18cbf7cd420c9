// Beside the chat: who one is, what time it is, and things to try out.

import { byId, make } from "./dom.js";
import { clock, longDay, moment, number, say, span } from "./words.js";

const PHONE = matchMedia("(max-width: 52rem)");

export class Panel {
  /** `on` = { become(id), move(fields), block(), again(), startOver(), say(text), sample() } */
  constructor(on) {
    this.on = on;
    this.node = byId("panel");
    this.clock = { now: Date.now(), moved: 0, read: performance.now() };
    byId("open-panel").addEventListener("click", () => this.open(true));
    byId("clock-chip").addEventListener("click", () => this.open(true));
    byId("close-panel").addEventListener("click", () => this.open(false));
    byId("shade").addEventListener("click", () => this.open(false));
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && this.isOpen()) this.open(false); });
    for (const button of document.querySelectorAll("[data-move]")) {
      button.addEventListener("click", () => this.move(button, { seconds: button.dataset.move }));
    }
    byId("next-reminder").addEventListener("click", (event) => this.move(event.currentTarget, { to: "next" }));
    byId("block").addEventListener("click", () => on.block());
    byId("again").addEventListener("click", () => on.again());
    byId("own").addEventListener("click", () => { on.say(`/start ${byId("own").dataset.link}`); this.open(false); });
    byId("sample").addEventListener("click", () => { this.open(false); on.sample(); });
    byId("language").addEventListener("change", (event) => location.assign(`/?lang=${event.target.value}`));
    byId("start-over").addEventListener("click", () => byId("confirm").showModal());
    byId("confirm").addEventListener("close", () => { if (byId("confirm").returnValue === "yes") on.startOver(); });
    PHONE.addEventListener("change", () => this.open(false));
    setInterval(() => this.tick(), 1000);
    this.open(false);
  }

  isOpen() {
    return this.node.classList.contains("open");
  }

  open(open) {
    const wasOpen = this.isOpen();
    const shown = PHONE.matches && open;
    this.node.classList.toggle("open", shown);
    this.node.inert = PHONE.matches && !open;
    byId("shade").hidden = !shown;
    byId("open-panel").setAttribute("aria-expanded", String(shown));
    if (shown) byId("close-panel").focus();
    else if (wasOpen) byId("open-panel").focus();
  }

  async move(button, fields) {
    button.disabled = true;
    try { await this.on.move(fields); } finally { button.disabled = false; button.focus(); }
  }

  setClock({ now, moved, reminders }) {
    this.clock = { now, moved, read: performance.now() };
    if (reminders !== undefined) byId("next-reminder").hidden = !reminders;
    this.tick();
  }

  tick() {
    const now = new Date(this.clock.now + performance.now() - this.clock.read);
    const time = clock(now);
    byId("clock-time").textContent = time;
    byId("clock-time").dateTime = now.toISOString();
    byId("clock-date").textContent = longDay(now);
    byId("clock-moved").textContent = Math.abs(this.clock.moved) < 1 ? say("real_time") : say("ahead", { time: span(this.clock.moved) });
    byId("clock-chip").textContent = moment(now);
    byId("clock-chip").setAttribute("aria-label", `${byId("clock-chip").textContent}. ${say("people_and_clock")}`);
  }

  setPeople(people, me, unread) {
    const focused = [...byId("people").children].indexOf(document.activeElement);
    byId("people").replaceChildren(...people.map((person, index) => {
      const news = unread.get(person.id) ?? 0;
      return make("button", { type: "button", class: "person", "aria-pressed": String(person.id === me), onclick: () => { this.on.become(person.id); this.open(false); } },
        make("span", { class: `avatar avatar-${index % 3}`, "aria-hidden": "true" }, person.name[0]),
        make("span", { class: "person-words" }, make("span", { class: "person-name" }, person.name), make("span", { class: "person-note" }, roleOf(person))),
        news ? make("span", { class: "badge", "aria-label": say("new_messages", { count: number(news) }) }, number(news)) : null);
    }));
    if (focused >= 0) byId("people").children[focused]?.focus({ preventScroll: true });
    const current = people.find((person) => person.id === me);
    byId("own").hidden = !current?.owner_link;
    byId("own").dataset.link = current?.owner_link ?? "";
    byId("block").textContent = say(current?.blocked ? "unblock_bot" : "block");
  }
}

/** What somebody is here, in the page's language; a person whom a test brought in has words of their own. */
export const roleOf = (person) => (person.role === "" ? person.note : say(person.role === "teacher" ? "a_teacher" : "a_learner"));
