// Draws elements that only show something. Text reaches the page as text nodes, never as markup.

import { drawChart } from "./chart.js";
import { drawCode } from "./code.js";

/** A node with attributes and children; a child that is no node becomes text. */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined)
    .map((child) => (child instanceof Node ? child : String(child))));
  return node;
}

const drawers = {
  header: (payload) => make("h2", {}, payload),
  text: (payload) => make("p", {}, payload),
  success: (payload) => note("success", "✓", payload),
  warning: (payload) => note("warning", "!", payload),
  error: (payload) => note("error", "✕", payload),
  info: (payload) => note("info", "i", payload),
  value: (payload) => make("p", { class: "value" },
    make("span", { class: "label" }, payload.label), make("output", { "data-value": payload.label }, payload.value)),
  code: drawCode,
  table: drawTable,
  lineChart: drawChart,
  metrics: drawMetrics,
  exception: drawException,
  caches: drawCaches,
  log: drawLog,
  container: (payload) => make("div", { class: `container ${payload?.style ?? ""}` }),
};

/** Draws an element; `old` is the node of the same kind that stands at its place. */
export function draw(kind, payload, old) {
  const drawer = drawers[kind];
  if (!drawer) return make("p", { class: "note error" }, `unknown element ‘${kind}’`);
  if (kind === "container" && old) {
    old.className = `container ${payload?.style ?? ""}`;
    return old;
  }
  const node = drawer(payload);
  node.classList.add("element");
  node.dataset.kind = kind;
  return node;
}

function note(kind, sign, text) {
  return make("div", { class: `note ${kind}`, role: kind === "error" ? "alert" : null },
    make("span", { class: "sign", "aria-hidden": "true" }, sign),
    make("p", {}, ...(kind === "warning" ? inlineCode(text) : [text])));
}

function drawTable({ caption, columns, rows, total }) {
  const head = make("tr", {}, ...columns.map(({ title, numeric }) =>
    make("th", { scope: "col", class: numeric ? "numeric" : null }, title)));
  const body = rows.map((row) => make("tr", {}, ...row.map((cell, index) =>
    make("td", { class: columns[index]?.numeric ? "numeric" : null }, columns[index]?.code ? make("code", {}, cell) : cell))));
  const table = make("table", {}, make("caption", { class: caption ? null : "hidden" }, caption ?? "Table"),
    make("thead", {}, head), make("tbody", {}, ...body));
  const frame = make("div", { class: "table", tabindex: "0", role: "region", "aria-label": caption ?? "Table" }, table);
  const more = total > rows.length ? make("p", { class: "footnote" }, `${rows.length} of ${total.toLocaleString("en")} rows`) : null;
  return make("div", {}, frame, more);
}

function drawMetrics(metrics) {
  return make("dl", { class: "metrics" }, ...metrics.map(({ label, value, note, mood }) =>
    make("div", { class: mood ?? null },
      make("dt", {}, label), make("dd", { "data-metric": label }, value), note ? make("dd", { class: "footnote" }, note) : null)));
}

function drawException({ title, message, lead, remedies }) {
  return make("section", { class: "exception", role: "alert" },
    make("h3", {}, title), make("p", { class: "message" }, ...inlineCode(message)),
    lead ? make("p", {}, lead) : null,
    remedies.length ? make("ul", {}, ...remedies.map((remedy) => make("li", {}, ...inlineCode(remedy)))) : null);
}

function drawCaches(caches) {
  return make("div", { class: "caches" }, ...caches.map((cache) =>
    make("section", { class: "cache", "data-cache": cache.name },
      make("h3", {}, make("code", {}, ...breakable(cache.name)), make("span", { class: `kind ${cache.kind}` }, cache.kind)),
      make("dl", {}, ...cache.numbers.map(({ label, value }) =>
        make("div", {}, make("dt", {}, label), make("dd", { "data-number": label }, value)))),
      cache.options ? make("p", { class: "footnote" }, cache.options) : null)));
}

function drawLog(lines) {
  return make("ol", { class: "log" }, ...lines.map(({ level, message }) =>
    make("li", { class: level }, make("span", { class: "level" }, level), " ", ...inlineCode(message))));
}

/** What stands between single quotes is code; an apostrophe within a word is none. */
function inlineCode(text) {
  return text.split(/(?<!\w)'([^']+)'(?!\w)/).map((part, index) => (index % 2 ? make("code", {}, part) : part));
}

/** A long name may break after its brackets and colons. */
function breakable(name) {
  return name.split(/(?<=[(:])/).flatMap((part, index) => (index ? [make("wbr"), part] : [part]));
}
