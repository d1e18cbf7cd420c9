// What the tests ask of a page that is shown. Each function returns what is wrong.

/** What is written must stand out from what it is written on: WCAG 2.2, 1.4.3, measured on what is really painted. */
export function poorContrast() {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) => [0, 1, 2].map((i) => (top[i] * top[3] + below[i] * (255 - top[3])) / 255).concat(255);
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * linear(r / 255) + 0.7152 * linear(g / 255) + 0.0722 * linear(b / 255);
  const grounds = (node) => {
    const layers = [];
    const flat = (lowest) => layers.reduceRight((below, layer) => over(layer, below), lowest);
    for (let at = node; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const stops = style.backgroundImage.includes("gradient") && style.backgroundImage.match(/(rgba?|color)\([^)]*\)/g);
      if (stops) return stops.map((stop) => flat(parse(stop)));
      layers.push(parse(style.backgroundColor));
      if (layers.at(-1)[3] === 255) break;
    }
    return [flat([255, 255, 255, 255])];
  };
  const poor = [];
  for (const node of document.querySelectorAll("body *")) {
    const text = [...node.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data.trim()).join("");
    const shown = node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!text || !shown || node.closest("dialog, .spoiler, .toast")) continue;
    const ink = parse(getComputedStyle(node).color);
    for (const ground of grounds(node)) {
      const [light, dark] = [luminance(over(ink, ground)), luminance(ground)].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) poor.push(`${text.slice(0, 30)}: ${ratio.toFixed(2)}`);
    }
  }
  return poor;
}

/** What can be pressed has a name, what is shown has an alternative, no id stands twice. */
export function nameless() {
  const named = (node) => (node.getAttribute("aria-label") ?? node.getAttribute("aria-labelledby") ?? node.alt ?? node.textContent).trim()
    || node.labels?.length || ["status", "log"].includes(node.getAttribute("role"));
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  return [...document.querySelectorAll("button, a, input, textarea, img, [role]")]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !named(node))
    .map((node) => node.outerHTML.slice(0, 120))
    .concat(ids.filter((id, index) => ids.indexOf(id) !== index));
}
