// Talking to the playground's server.

/** Does something as a person: `fields` become a form, files included. Tells the answer; throws its complaint. */
export async function act(name, fields = {}) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) form.append(key, value);
  }
  const answer = await fetch(`/play/${name}`, { method: "POST", body: form, headers: { "X-Playground": "1" } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.error);
  return body;
}

export async function loadState() {
  const answer = await fetch("/play/state");
  return answer.json();
}

/** Calls `hear` with each change; the browser connects again by itself, and "hello" starts every connection. */
export function listen(hear, lost) {
  const source = new EventSource("/play/events");
  source.onmessage = (event) => hear(JSON.parse(event.data));
  source.onerror = lost;
}
