// What the page says, in the reader's language: the server puts the words into the page (page_words.py).

const WORDS = JSON.parse(document.getElementById("words").textContent);
const LANGUAGE = document.documentElement.lang;
const OWN = navigator.languages.find((code) => code.startsWith(LANGUAGE)) ?? LANGUAGE;

/** How numbers and dates are written: as this reader's country does, in the calendar that the bot counts in. */
export const LOCALE = new Intl.Locale(OWN, { calendar: "gregory" });

/** The words called `name`, with `values` in their places. */
export const say = (name, values = {}) => WORDS[name].replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");

export const number = (value) => value.toLocaleString(LOCALE);

/** A length of time in words: "3 days", "2 days and 5 hours". */
export function span(seconds) {
  const unit = (count, name) => count && count.toLocaleString(LOCALE, { style: "unit", unit: name, unitDisplay: "long" });
  const parts = [unit(Math.floor(seconds / 86400), "day"), unit(Math.round((seconds % 86400) / 3600), "hour")].filter(Boolean);
  return new Intl.ListFormat(LOCALE.baseName, { type: "unit" }).format(parts.length ? parts : [unit(Math.max(1, Math.round(seconds / 60)), "minute")]);
}

export const clock = (date) => date.toLocaleTimeString(LOCALE, { hour: "2-digit", minute: "2-digit" });
export const day = (date) => date.toLocaleDateString(LOCALE, { day: "numeric", month: "long", year: "numeric" });
export const longDay = (date) => date.toLocaleDateString(LOCALE, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
export const moment = (date) => date.toLocaleString(LOCALE, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
