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
    if (stream.readyState === EventSource.CLOSED) askWhy();
    else say("The server does not answer; connecting again…", "waiting");
  };
  addEventListener("pagehide", () => stream.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // A stream that was refused does not say why; the same address does.
  async function askWhy() {
    if (!navigator.cookieEnabled) return say("Sessions are told apart by a cookie, and cookies are blocked.", "lost");
    const reason = await fetch(address).then(async (answer) => {
      if (!answer.ok) return (await answer.json()).error.message;
      await answer.body.cancel();
    }).catch(() => undefined);
    say(reason ? `${reason[0].toUpperCase()}${reason.slice(1)}.` : "The connection was lost.", "lost");
  }

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

let isLost = false;

/** Says how the page and the server stand; what is lost stays so until the page is loaded again. */
function say(text, state) {
  if (isLost) return;
  connection.textContent = text;
  connection.dataset.state = state ?? "";
  if (state !== "lost") return;
  isLost = true;
  page.setAttribute("aria-busy", "false");
  spinner.hidden = true;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Load again";
  button.addEventListener("click", () => location.reload());
  connection.append(" ", button);
}
