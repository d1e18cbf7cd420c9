// A poll or a quiz: options to choose, and once one has chosen, how it stands.

import { appendText } from "./entities.js";
import { icon, make } from "./dom.js";
import { LOCALE, number, say } from "./words.js";

export function poll(message, view) {
  const { poll: it, votes } = message;
  const chosen = votes?.[view.me];
  const done = chosen !== undefined || it.is_closed;
  const kind = `${it.is_anonymous ? "anonymous_" : ""}${it.type === "quiz" ? "quiz" : "poll"}`;
  const node = make("div", { class: "poll", role: "group", "aria-label": it.question },
    make("p", { class: "poll-question", dir: "auto" }, it.question),
    make("p", { class: "poll-kind" }, say(it.is_closed ? "final" : kind)));
  node.append(...(done ? results(it, chosen ?? []) : choices(it, view)));
  if (done && it.explanation) {
    const words = make("span", { dir: "auto" });
    appendText(words, it.explanation, it.explanation_entities, { say: view.on.say, bot: () => view.bot });
    node.append(make("p", { class: "poll-why" }, icon("bulb"), words));
  }
  const count = it.total_voter_count;
  node.append(make("p", { class: "poll-count" }, count === 0 ? say("no_answers") : say("answers", { count: number(count) })));
  return node;
}

function choices(it, view) {
  const several = it.allows_multiple_answers;
  const picked = new Set();
  const send = make("button", { type: "button", class: "poll-send", disabled: true, onclick: () => view.on.vote(it.id, [...picked]) }, say("vote"));
  const toggle = (node, number) => {
    if (!several) return view.on.vote(it.id, [number]);
    if (!picked.delete(number)) picked.add(number);
    node.setAttribute("aria-checked", String(picked.has(number)));
    send.disabled = picked.size === 0;
    return null;
  };
  const options = it.options.map((option, number) => {
    const node = make("button", { type: "button", class: "poll-option", role: several ? "checkbox" : null, "aria-checked": several ? "false" : null },
      make("span", { class: "poll-mark", "aria-hidden": "true" }), make("span", { dir: "auto" }, option.text));
    node.addEventListener("click", () => toggle(node, number));
    return node;
  });
  return [make("div", { class: "poll-options" }, ...options), ...(several ? [send] : [])];
}

function results(it, chosen) {
  const rows = it.options.map((option, number) => {
    const share = it.total_voter_count ? Math.round((100 * option.voter_count) / it.total_voter_count) : 0;
    const right = it.correct_option_ids?.includes(number);
    const mine = chosen.includes(number);
    const verdict = it.type === "quiz" ? (right ? say("right_answer") : mine ? say("not_this") : "") : mine ? say("your_choice") : "";
    const bar = make("span");
    bar.style.width = `${Math.max(share, 1)}%`;
    return make("div", { class: `poll-option${right ? " right" : mine && it.type === "quiz" ? " wrong" : ""}` },
      make("span", { class: "poll-share" }, (share / 100).toLocaleString(LOCALE, { style: "percent" })),
      make("span", {}, make("span", { dir: "auto" }, option.text), verdict ? make("span", { class: "poll-verdict" }, ` (${verdict})`) : null),
      make("span", { class: "poll-bar", "aria-hidden": "true" }, bar));
  });
  return [make("div", { class: "poll-options" }, ...rows)];
}
