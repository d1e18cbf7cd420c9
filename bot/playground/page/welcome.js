// An empty chat: what this is, three steps to see it, and who one would like to be.

import { icon, make } from "./dom.js";
import { roleOf } from "./panel.js";
import { say } from "./words.js";

/** `view` = { person, people, on: { become(id), sample() } }. */
export function welcome(view) {
  const { person, people, on } = view;
  const role = person.role === "teacher" ? "teacher" : "learner";
  const steps = [1, 2, 3].map((number) => make("li", {}, say(`${role}_${number}`)));
  return make("section", { class: "welcome", "aria-labelledby": "headline" },
    make("div", { class: "welcome-head" }, make("span", { class: "avatar avatar-bot", "aria-hidden": "true" }, icon("book")),
      make("h2", { id: "headline" }, say("headline"))),
    person.description ? make("p", { dir: "auto" }, person.description) : null,
    make("ol", { "aria-label": say("three_steps") }, ...steps),
    role === "teacher" ? make("button", { type: "button", class: "wide", onclick: () => on.sample() }, icon("clip"), say("sample")) : null,
    make("div", { class: "welcome-people", role: "group", "aria-label": say("you_are_title") }, make("span", { class: "welcome-you", "aria-hidden": "true" }, say("you_are_title")), ...people.map((one) => who(one, one.id === person.id, on))),
    make("p", { class: "hint" }, say("pretend")));
}

function who(one, mine, on) {
  return make("button", { type: "button", class: "welcome-person", "aria-pressed": String(mine), onclick: () => on.become(one.id) },
    make("span", {}, one.name), " ", make("span", { class: "welcome-role" }, roleOf(one)));
}
