// Keeps the page like the document on the server: listens to its changes and puts each element where it belongs.

import { draw } from "./elements.js";
import { Widgets } from "./widgets.js";

const page = document.getElementById("page");
const spinner = document.getElementById("spinner");
const connection = document.getElementById("connection");
const regions = { main: page, sidebar: document.getElementById("sidebar") };

document.querySelector("nav a[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
if (page) listen();

function listen() {
  const address = `/events/${encodeURIComponent(page.dataset.page)}`;
  const widgets = new Widgets(address, say);
  // By place: the node, and what it shows.
  const shown = new Map();

  const stream = new EventSource(address);
  stream.onopen = () => say("Live", "live");
  stream.onmessage = (event) => apply(JSON.parse(event.data));
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) offerReload();
    else say("Connecting again…", "waiting");
  };
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  function apply(changes) {
    const focus = rememberFocus();
    if (changes.whole) {
      const kept = new Set(changes.put.map((put) => put.place.join("/")));
      for (const place of [...shown.keys()]) if (!kept.has(place)) take(place);
    }
    for (const place of changes.removed) take(place.join("/"));
    for (const put of changes.put) place(put);
    page.setAttribute("aria-busy", String(changes.running));
    page.dataset.run = changes.run;
    spinner.hidden = changes.spinner === null;
    spinner.textContent = changes.spinner ?? "";
    focus();
  }

  function take(place) {
    const entry = shown.get(place);
    if (!entry) return;
    shown.delete(place);
    // A widget that moved on to another place keeps its node.
    if (entry.node.dataset.place === place) entry.node.remove();
  }

  function place({ place: path, run, kind, payload }) {
    const place = path.join("/");
    const old = shown.get(place);
    const node = widgets.handles(kind)
      ? widgets.node(kind, payload, run)
      : draw(kind, payload, old?.kind === kind && old.node.dataset.place === place ? old.node : null);
    if (old && old.node !== node) {
      // What stands in a container goes with it into the new one.
      if (kind === "container") node.append(...[...old.node.childNodes].filter((child) => child.dataset?.place));
      if (old.node.dataset.place === place) old.node.remove();
    }
    node.dataset.place = place;
    shown.set(place, { node, kind });
    const parent = path.length === 2 ? regions[path[0]] ?? page : shown.get(path.slice(0, -1).join("/"))?.node;
    if (parent) insert(parent, node, path.at(-1));
  }

  function insert(parent, node, number) {
    let next = null;
    for (const child of parent.children) {
      if (child === node || child.dataset.place === undefined) continue;
      if (Number(child.dataset.place.split("/").at(-1)) > number) { next = child; break; }
    }
    if (node.parentNode !== parent || node.nextElementSibling !== next) parent.insertBefore(node, next);
  }
}

// A node that is moved in the document loses the focus; give it back with its selection.
function rememberFocus() {
  const active = document.activeElement;
  const start = active?.selectionStart ?? null;
  const end = active?.selectionEnd ?? null;
  return () => {
    if (!active || active === document.body || document.activeElement === active || !active.isConnected) return;
    active.focus({ preventScroll: true });
    if (start !== null && active.type === "text") active.setSelectionRange(start, end);
  };
}

function say(text, state) {
  connection.textContent = text;
  connection.dataset.state = state ?? "";
}

function offerReload() {
  say("This session is over, or has too many tabs. ", "lost");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Load again";
  button.addEventListener("click", () => location.reload());
  connection.append(button);
}
