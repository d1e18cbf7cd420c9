// One message: its bubble, what is in it, and the buttons under it.

import { appendText, link } from "./entities.js";
import { icon, make, timeOf } from "./dom.js";
import { poll } from "./poll.js";
import { LOCALE, say } from "./words.js";

const EMOJI = ["👍", "❤", "🔥", "🎉", "🤔", "👎"];

/** Draws `message` as `view.me` sees it. `view` = { me, bot, name, group, on: {tap, say, vote, react, show} }. */
export function drawMessage(message, view) {
  const mine = message.from.id === view.me;
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const who = mine ? say("you") : message.from.is_bot ? view.name : message.from.first_name;
  const node = make("article", {
    class: `message${mine ? " mine" : ""}${rows.length ? " with-keys" : ""}`,
    "aria-label": `${who}, ${timeOf(message.date)}`,
    "data-id": message.message_id,
    "data-from": message.from.id,
  });
  const bubble = make("div", { class: "bubble" });
  if (view.group && !mine) bubble.append(make("p", { class: "sender" }, who));
  if (message.reply_to_message) bubble.append(quote(message.reply_to_message, view));
  bubble.append(...content(message, view));
  node.append(bubble);
  const reactions = Object.values(message.reactions ?? {});
  if (reactions.length) bubble.append(make("p", { class: "reactions", "aria-label": say("reactions") }, ...reactions.map((one) => make("span", { class: "reaction" }, one))));
  if (rows.length) node.append(keyboard(message, rows, view));
  if (!mine) {
    const react = reactButton(message, node, view);
    node.append(react);
    bubble.addEventListener("contextmenu", (event) => {
      if (event.target.closest("a, img, pre") || String(getSelection())) return;
      event.preventDefault();
      react.click();
    });
  }
  return node;
}

function content(message, view) {
  const links = { say: view.on.say, bot: () => view.bot };
  const meta = make("span", { class: "meta" }, message.edit_date && !message.from.is_bot ? `${say("edited")} ` : "", timeOf(message.date));
  if (message.poll) return [poll(message, view), meta];
  const parts = [];
  if (message.photo) parts.push(photo(message, view));
  if (message.document) parts.push(file(message.document));
  const text = message.text ?? message.caption ?? "";
  if (!text) return [...parts, meta];
  const words = make("div", { class: "words", dir: "auto" });
  appendText(words, text, message.entities ?? message.caption_entities, links);
  words.append(meta);
  return [...parts, words];
}

function photo(message, view) {
  const size = message.photo.at(-1);
  const about = say(message.caption ? "picture_described" : "picture");
  const image = make("img", { src: `/play/files/${size.file_id}`, alt: about, width: size.width, height: size.height, loading: "lazy" });
  return make("button", { type: "button", class: "photo", "aria-label": say("show_large", { picture: about }), onclick: () => view.on.show(image.src, about) }, image);
}

function file(document) {
  const size = bytes(document.file_size);
  return make("a", { class: "file", href: `/play/files/${document.file_id}?download`, download: document.file_name },
    make("span", { class: "file-icon", "aria-hidden": "true" }, icon("down")),
    make("span", {}, make("span", { class: "file-name" }, document.file_name), make("span", { class: "file-size" }, size)));
}

/** A size in the unit that suits it: "12 kB". */
function bytes(count) {
  const [size, unit] = count < 1000 ? [count, "byte"] : count < 1e6 ? [count / 1e3, "kilobyte"] : [count / 1e6, "megabyte"];
  return size.toLocaleString(LOCALE, { style: "unit", unit, unitDisplay: unit === "byte" ? "long" : "short", maximumFractionDigits: 1 });
}

function quote(original, view) {
  const who = original.from.id === view.me ? say("you") : original.from.first_name;
  return make("div", { class: "quote" }, make("p", {}, who), make("p", {}, original.text ?? original.caption ?? original.document?.file_name ?? say("message")));
}

function keyboard(message, rows, view) {
  const node = make("div", { class: "inline-keys", role: "group", "aria-label": say("buttons") });
  rows.forEach((row, r) => {
    node.append(make("div", { class: "inline-row" }, ...row.map((button, c) => key(message, button, r, c, view))));
  });
  return node;
}

function key(message, button, row, column, view) {
  const style = button.style ? `key-${button.style}` : "";
  if (button.url) {
    const anchor = link(button.url, { say: view.on.say, bot: () => view.bot });
    anchor.append(button.text, icon("link"));
    anchor.className = style;
    return anchor;
  }
  const node = make("button", { type: "button", class: style, dir: "auto", "data-key": `${row},${column}` }, button.text);
  if (button.copy_text) {
    node.append(icon("copy"));
    node.addEventListener("click", () => navigator.clipboard?.writeText(button.copy_text.text));
  } else if (button.callback_data) {
    node.addEventListener("click", () => view.on.tap(message, row, column, node));
  }
  return node;
}

function reactButton(message, parent, view) {
  const button = make("button", { type: "button", class: "icon-button react", "aria-label": say("react"), "aria-expanded": "false" }, icon("react"));
  button.addEventListener("click", () => {
    const open = parent.querySelector(".react-menu");
    button.setAttribute("aria-expanded", String(!open));
    if (open) return open.remove();
    const given = message.reactions?.[view.me];
    const menu = make("div", { class: "react-menu", role: "group", "aria-label": say("reactions") },
      ...EMOJI.map((emoji) => make("button", { type: "button", "aria-pressed": String(emoji === given), onclick: () => view.on.react(message, emoji === given ? "" : emoji) }, emoji)));
    menu.addEventListener("keydown", (event) => { if (event.key === "Escape") { menu.remove(); button.focus(); } });
    parent.append(menu);
    return menu.firstChild.focus();
  });
  return button;
}
