// The messages of the chat one looks at, kept in order, changed in place.

import { byId, make } from "./dom.js";
import { drawMessage } from "./message.js";
import { welcome } from "./welcome.js";
import { day as dayOf } from "./words.js";

const NEAR_END = 120;
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

export class Log {
  constructor(view) {
    this.view = view;
    this.node = byId("log");
    this.toEnd = byId("to-end");
    this.node.addEventListener("scroll", () => this.scrolled());
    this.toEnd.addEventListener("click", () => { this.scrollToEnd(); this.node.focus({ preventScroll: true }); });
    new ResizeObserver(() => this.sticking && this.scrollToEnd(true)).observe(this.node);
    this.node.addEventListener("load", () => this.sticking && this.scrollToEnd(true), true);
    this.sticking = true;
  }

  /** Sticks to the end until somebody scrolls up; what grows or shrinks around the log does not count. */
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.node;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (near || scrollTop < this.top) this.sticking = near;
    this.top = scrollTop;
    this.toEnd.hidden = near;
  }

  scrollToEnd(atOnce = false) {
    this.node.scrollTo({ top: this.node.scrollHeight, behavior: atOnce || STILL.matches ? "instant" : "smooth" });
    this.sticking = true;
  }

  /** Draws a whole chat. While it does, nothing is read aloud. */
  fill(messages) {
    this.node.setAttribute("aria-live", "off");
    this.node.replaceChildren();
    if (messages.length) for (const message of messages) this.put(message, true);
    else this.node.append(welcome(this.view));
    this.scrollToEnd(true);
    setTimeout(() => this.node.setAttribute("aria-live", "polite"), 300);
  }

  /** Adds a message, or changes it where it stands; a key that had the focus gives it to its successor. */
  put(message, quietly = false) {
    const drawn = drawMessage(message, this.view);
    const old = this.node.querySelector(`.message[data-id="${message.message_id}"]`);
    const wasAtEnd = this.sticking;
    if (old) {
      drawn.style.animation = "none";
      const focus = old.contains(document.activeElement) ? document.activeElement : null;
      old.replaceWith(drawn);
      if (focus) this.refocus(drawn, focus.dataset.key);
    } else {
      this.node.querySelector(".welcome")?.remove();
      if (quietly) drawn.style.animation = "none";
      this.node.append(drawn);
    }
    drawn.dataset.date = message.date;
    this.arrange();
    if (!quietly && (wasAtEnd || (!old && message.from.id === this.view.me))) this.scrollToEnd();
  }

  remove(id) {
    this.node.querySelector(`.message[data-id="${id}"]`)?.remove();
    this.arrange();
  }

  settle(button) {
    button?.removeAttribute("aria-busy");
  }

  refocus(drawn, key) {
    const target = (key && drawn.querySelector(`[data-key="${key}"]`)) || drawn.querySelector(".inline-keys button, .inline-keys a");
    (target ?? this.node).focus({ preventScroll: true });
  }

  /** Puts the days between messages and marks where a speaker begins and ends. */
  arrange() {
    this.node.querySelectorAll(".day").forEach((day) => day.remove());
    let day = "", previous = null;
    for (const node of this.node.querySelectorAll(".message")) {
      const date = new Date(node.dataset.date * 1000);
      const starts = date.toDateString() !== day;
      if (starts) node.before(make("p", { class: "day" }, dayOf(date)));
      day = date.toDateString();
      const first = starts || previous?.dataset.from !== node.dataset.from;
      node.classList.toggle("first", first);
      previous?.classList.toggle("last", first);
      node.classList.add("last");
      previous = node;
    }
  }
}
