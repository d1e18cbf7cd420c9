// The playground's page: keeps what the server tells, shows one person's chat, sends what that person does.

import { act, listen, loadState } from "./api.js";
import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { Log } from "./log.js";
import { Panel } from "./panel.js";
import { say } from "./words.js";

const TYPING_MS = 5000;
const TOAST_MS = 3500;

let state = { bot: { username: "" }, people: [], chats: [] };
let me = Number(sessionStorage.getItem("me")) || 0;
const unread = new Map();
const pressed = new Map();
let typing = 0, toasting = 0;

const view = {
  get me() { return me; },
  get bot() { return state.bot.username; },
  get person() { return person(); },
  get people() { return state.people; },
  get name() { return person()?.bot_name ?? state.bot.name; },
  get group() { return (chatOf(me)?.type ?? "private") !== "private"; },
  on: {
    say: (text) => send("send", { text }),
    tap,
    vote: (poll, options) => send("vote", { poll_id: poll, options: JSON.stringify(options) }),
    react: (message, emoji) => send("react", { message: message.message_id, emoji }),
    become,
    sample,
    show(src, about) {
      byId("viewer-image").src = src;
      byId("viewer-image").alt = about;
      byId("viewer").showModal();
    },
  },
};
const log = new Log(view);
const composer = new Composer({
  say: (text, replyTo) => send("send", { text, reply_to: replyTo }),
  upload: (file) => send("upload", { file }),
  unblock: () => send("block", { blocked: "false" }),
});
const panel = new Panel({
  become,
  move: (fields) => send("clock", fields).then((answer) => { if (answer?.moved === false) toast(say("no_reminder")); }),
  block: () => send("block", { blocked: String(!person().blocked) }),
  again: () => send("again").then((answer) => answer && toast(say(answer.sent ? "sent_again" : "nothing_again"))),
  startOver: () => send("start-over"),
  say: (text) => view.on.say(text),
  sample,
});

const person = () => state.people.find((one) => one.id === me);
const chatOf = (id) => state.chats.find((chat) => chat.id === id);

async function send(name, fields = {}) {
  try {
    return await act(name, { person: me, chat: me, ...fields });
  } catch (problem) {
    toast(problem.message);
    return null;
  }
}

async function tap(message, row, column, button) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  const answer = await send("tap", { message: message.message_id, row, column });
  if (!answer?.query_id) return log.settle(button);
  if (pressed.get(answer.query_id) === "answered") log.settle(button);
  else pressed.set(answer.query_id, button);
}

function become(id) {
  me = id;
  sessionStorage.setItem("me", id);
  unread.delete(id);
  const inWelcome = document.activeElement?.closest(".welcome");
  show();
  if (inWelcome) (document.querySelector(".welcome-person[aria-pressed=true]") ?? byId("log")).focus({ preventScroll: true });
}

/** The teacher sends the document that lies beside the page. */
async function sample() {
  const teacher = state.people.find((one) => one.role === "teacher");
  if (teacher && teacher.id !== me) become(teacher.id);
  const text = await fetch("/page/sample.md");
  send("upload", { file: new File([await text.blob()], "sample.md", { type: "text/markdown" }) });
}

/** The people's Telegram speaks the page's language: from now on where somebody chose it, else where nothing was said yet. */
async function setLanguage(chosen) {
  const language = document.documentElement.lang;
  const foreign = state.people.filter((one) => one.language !== language && (chosen || !chatOf(one.id)?.messages.length));
  await Promise.all(foreign.map((one) => act("language", { person: one.id, language })));
}

function show() {
  if (!person()) me = state.people[0]?.id ?? 0;
  if (!person()) return;
  byId("bot-name").textContent = view.name;
  byId("text").value = "";
  log.fill(chatOf(me)?.messages ?? []);
  composer.setCommands(person().commands);
  showKeyboard();
  showPinned();
  showMode();
  stopTyping();
}

function showMode() {
  const empty = !(chatOf(me)?.messages.length);
  composer.setMode(person().blocked ? "blocked" : empty ? "start" : "write");
  panel.setPeople(state.people, me, unread);
}

function showKeyboard() {
  const chat = chatOf(me);
  composer.setKeyboard(chat?.keyboard, chat?.messages.find((one) => one.message_id === chat.keyboard?.message_id));
}

function showPinned() {
  const chat = chatOf(me);
  const message = chat?.messages.find((one) => one.message_id === chat.pinned);
  byId("pinned").hidden = !message;
  byId("pinned").textContent = message ? say("pinned", { text: message.text ?? message.caption ?? "…" }) : "";
  byId("pinned").onclick = () => document.querySelector(`[data-id="${message.message_id}"]`)?.scrollIntoView({ block: "center" });
}

function stopTyping() {
  clearTimeout(typing);
  byId("status").textContent = say("bot");
  byId("status").classList.remove("typing");
}

function toast(text) {
  const node = byId("toast");
  clearTimeout(toasting);
  node.textContent = text;
  node.classList.remove("gone");
  toasting = setTimeout(() => node.classList.add("gone"), TOAST_MS);
}

const hearing = {
  hello: reload,
  reset: reload,
  message({ chat_id, message }) {
    let chat = chatOf(chat_id);
    if (!chat) state.chats.push(chat = { id: chat_id, type: "private", messages: [], keyboard: null, pinned: null });
    const at = chat.messages.findIndex((one) => one.message_id === message.message_id);
    if (at < 0) chat.messages.push(message);
    else chat.messages[at] = message;
    if (chat_id !== me) {
      if (at < 0 && message.from.is_bot) unread.set(chat_id, (unread.get(chat_id) ?? 0) + 1);
      return showMode();
    }
    if (message.from.is_bot) stopTyping();
    log.put(message);
    return showMode();
  },
  deleted({ chat_id, message_id }) {
    const chat = chatOf(chat_id);
    if (chat) chat.messages = chat.messages.filter((one) => one.message_id !== message_id);
    if (chat_id === me) log.remove(message_id);
  },
  answer({ person_id, query_id, text, show_alert }) {
    const button = pressed.get(query_id);
    if (button) pressed.delete(query_id);
    else pressed.set(query_id, "answered");
    if (button) log.settle(button);
    if (person_id !== me || !text) return;
    if (!show_alert) return toast(text);
    byId("alert-text").textContent = text;
    byId("alert").showModal();
  },
  typing({ chat_id }) {
    if (chat_id !== me) return;
    clearTimeout(typing);
    byId("status").textContent = say("typing");
    byId("status").classList.add("typing");
    typing = setTimeout(stopTyping, TYPING_MS);
  },
  keyboard({ chat_id, keyboard }) {
    if (chatOf(chat_id)) chatOf(chat_id).keyboard = keyboard;
    if (chat_id === me) showKeyboard();
  },
  pinned({ chat_id, message_id }) {
    if (chatOf(chat_id)) chatOf(chat_id).pinned = message_id;
    if (chat_id === me) showPinned();
  },
  person({ person_id, blocked }) {
    const one = state.people.find((other) => other.id === person_id);
    if (one) one.blocked = blocked;
    showMode();
  },
  commands({ people }) {
    state.people = people;
    if (!person()) return;
    composer.setCommands(person().commands);
    byId("bot-name").textContent = view.name;
    if (!chatOf(me)?.messages.length) log.fill([]);
  },
  clock: (clock) => panel.setClock(clock),
};

async function reload() {
  state = await loadState();
  panel.setClock(state.clock);
  show();
  document.body.dataset.ready = "true";
  const asked = new URLSearchParams(location.search);
  if (asked.size) history.replaceState(null, "", "/");
  await setLanguage(asked.has("lang"));
  if (asked.has("start")) view.on.say(`/start ${asked.get("start")}`.trim());
}

function theme(next) {
  const wish = next ?? localStorage.getItem("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.documentElement.dataset.theme = wish;
  if (next) localStorage.setItem("theme", next);
}

theme();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => theme());
byId("theme").addEventListener("click", () => theme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
listen((change) => hearing[change.kind]?.(change), () => { byId("status").textContent = say("lost"); });
