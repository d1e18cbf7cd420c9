// Where one writes: text, commands, files, answers to a forced reply, a reply keyboard.

import { byId, make } from "./dom.js";
import { say } from "./words.js";

export class Composer {
  /** `on` = { say(text, replyTo), upload(file), unblock() } */
  constructor(on) {
    this.on = on;
    this.commands = [];
    this.text = byId("text");
    this.menu = byId("commands");
    this.menuButton = byId("menu");
    this.replyTo = null;
    byId("composer").addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("input", () => this.changed());
    this.text.addEventListener("paste", (event) => this.files(event, event.clipboardData));
    this.menuButton.addEventListener("click", () => (this.menu.hidden ? this.openMenu("", true) : this.closeMenu()));
    this.menu.addEventListener("keydown", (event) => this.menuKey(event));
    document.addEventListener("click", (event) => { if (!event.target.closest("#commands, #menu, #text")) this.closeMenu(); });
    byId("attach").addEventListener("click", () => byId("file").click());
    byId("file").addEventListener("change", (event) => { [...event.target.files].forEach(on.upload); event.target.value = ""; });
    byId("start").addEventListener("click", () => on.say("/start"));
    byId("unblock").addEventListener("click", () => on.unblock());
    byId("reply-off").addEventListener("click", () => { this.setKeyboard(null); this.text.focus(); });
    this.dropTarget(byId("chat"), byId("drop"));
  }

  /** Shows what fits: a start button in an empty chat, an unblock button where the bot is blocked. */
  setMode(mode) {
    const began = mode === "write" && [byId("start"), byId("unblock")].includes(document.activeElement);
    byId("start").hidden = mode !== "start";
    byId("unblock").hidden = mode !== "blocked";
    byId("composer").hidden = mode !== "write";
    byId("keys").hidden = mode !== "write" || !byId("keys").childElementCount;
    if (began) byId("log").focus({ preventScroll: true }); // the button that had the focus is gone
  }

  setCommands(commands) {
    this.commands = commands;
    this.menuButton.hidden = commands.length === 0;
  }

  /** Opens a forced reply (to `message`) or a reply keyboard; null closes both. */
  setKeyboard(keyboard, message) {
    const forced = keyboard?.force_reply ? message : null;
    this.replyTo = forced?.message_id ?? null;
    byId("reply-to").hidden = !forced;
    byId("reply-to-text").textContent = forced?.text ?? forced?.caption ?? "";
    this.text.placeholder = keyboard?.input_field_placeholder || say("message");
    const rows = keyboard?.keyboard ?? [];
    const label = (button) => (typeof button === "string" ? button : button.text);
    byId("keys").replaceChildren(...rows.map((row) => make("div", {}, ...row.map((button) =>
      make("button", { type: "button", onclick: () => this.on.say(label(button)) }, label(button))))));
    byId("keys").hidden = rows.length === 0;
    if (forced && matchMedia("(hover: hover)").matches) this.text.focus();
  }

  submit() {
    const text = this.text.value.trim();
    if (!text) return;
    this.on.say(text, this.replyTo);
    this.text.value = "";
    this.changed();
  }

  key(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "ArrowUp" && !this.menu.hidden) {
      event.preventDefault();
      this.menu.lastElementChild?.focus();
    } else if (event.key === "Escape") this.closeMenu();
  }

  changed() {
    const { text } = this;
    byId("composer").classList.toggle("writing", text.value !== "");
    text.style.height = "auto";
    text.style.height = `${text.scrollHeight}px`;
    const typed = /^\/(\w*)$/.exec(text.value);
    if (typed) this.openMenu(typed[1], false);
    else this.closeMenu();
  }

  openMenu(prefix, focus) {
    const fitting = this.commands.filter((one) => one.command.startsWith(prefix.toLowerCase()));
    this.menu.replaceChildren(...fitting.map((one) => make("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: () => this.choose(one.command) },
      make("b", {}, `/${one.command}`), make("span", { dir: "auto" }, one.description))));
    this.menu.hidden = fitting.length === 0;
    this.menuButton.setAttribute("aria-expanded", String(!this.menu.hidden));
    if (focus) this.menu.firstElementChild?.focus();
  }

  closeMenu() {
    this.menu.hidden = true;
    this.menuButton.setAttribute("aria-expanded", "false");
  }

  choose(command) {
    this.text.value = "";
    this.changed();
    this.on.say(`/${command}`);
    this.text.focus();
  }

  menuKey(event) {
    const items = [...this.menu.children];
    const at = items.indexOf(document.activeElement);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
    if (event.key in steps) {
      event.preventDefault();
      items[(steps[event.key] + items.length) % items.length].focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      this.closeMenu();
      if (event.key === "Escape") this.text.focus();
    }
  }

  files(event, transfer) {
    const files = [...(transfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    files.forEach(this.on.upload);
  }

  dropTarget(area, veil) {
    let depth = 0;
    const carriesFiles = (event) => event.dataTransfer.types.includes("Files");
    area.addEventListener("dragenter", (event) => { if (carriesFiles(event)) { depth += 1; veil.hidden = false; } });
    area.addEventListener("dragleave", () => { depth = Math.max(0, depth - 1); veil.hidden = depth === 0; });
    area.addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
    area.addEventListener("drop", (event) => { depth = 0; veil.hidden = true; this.files(event, event.dataTransfer); });
  }
}
