// Formatted text: Telegram's entities to nodes. Offsets count UTF-16 units, as JavaScript's strings do.

import { make } from "./dom.js";
import { say } from "./words.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

/** Appends `text` to `parent`, with its entities; `links` says what a tap on a command or a start link does. */
export function appendText(parent, text, entities = [], links) {
  const ordered = entities.map((one, index) => ({ ...one, end: one.offset + one.length, index }));
  ordered.sort((a, b) => a.offset - b.offset || b.length - a.length || a.index - b.index);
  fill(parent, text, 0, text.length, ordered, links);
}

function fill(parent, text, start, end, entities, links) {
  let at = start;
  for (let i = 0; i < entities.length; i++) {
    const one = entities[i];
    if (one.offset < at || one.offset >= end) continue;
    parent.append(text.slice(at, one.offset));
    const stop = Math.min(one.end, end);
    const inner = entities.slice(i + 1).filter((other) => other.offset < stop);
    const node = element(one, text.slice(one.offset, stop), links);
    fill(node.inner ?? node, text, one.offset, stop, inner, links);
    parent.append(node.outer ?? node);
    at = BLOCKS.has(one.type) && text[stop] === "\n" ? stop + 1 : stop; // a block ends its line by itself
  }
  parent.append(text.slice(at, end));
}

function element(entity, words, links) {
  switch (entity.type) {
    case "pre": {
      const inner = make("code", entity.language ? { "data-language": entity.language } : {});
      return { inner, outer: make("pre", { tabindex: "0" }, inner) };
    }
    case "blockquote":
      return make("blockquote");
    case "expandable_blockquote": {
      const inner = make("div");
      return { inner, outer: make("blockquote", {}, make("details", {}, make("summary", {}, say("show_quote")), inner)) };
    }
    case "spoiler":
      return spoiler();
    case "text_link":
      return link(entity.url, links);
    case "url":
      return link(/^[a-z]+:\/\//i.test(words) ? words : `https://${words}`, links);
    case "email":
      return link(`mailto:${words}`, links);
    case "bot_command":
      return make("button", { type: "button", class: "command", onclick: () => links.say(words) });
    default:
      return make(TAGS[entity.type] ?? "span");
  }
}

function spoiler() {
  const reveal = () => {
    node.classList.add("open");
    node.removeAttribute("role");
    node.removeAttribute("tabindex");
    node.removeAttribute("aria-label");
  };
  const node = make("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": say("hidden"), onclick: reveal });
  node.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); reveal(); } });
  return node;
}

/** A link; one that opens this very bot says /start with what the link carries. Only the web and mail are followed. */
export function link(address, links) {
  let url = null;
  try { url = new URL(address); } catch { /* no address: shown as text */ }
  if (!url || !["http:", "https:", "mailto:", "tg:"].includes(url.protocol)) return make("span");
  const payload = startPayload(url, links.bot());
  if (payload !== null) {
    return make("a", { href: address, onclick: (event) => { event.preventDefault(); links.say(`/start ${payload}`.trim()); } });
  }
  return make("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" });
}

/** What a link to this bot carries: "" for a bare one, null where it leads elsewhere. */
export function startPayload(url, bot) {
  const named = url.protocol === "tg:" ? url.searchParams.get("domain") : url.hostname.replace(/^telegram\.me$/, "t.me") === "t.me" && url.pathname.slice(1);
  if (!named || named.toLowerCase() !== bot.toLowerCase()) return null;
  return url.searchParams.get("start") ?? "";
}
