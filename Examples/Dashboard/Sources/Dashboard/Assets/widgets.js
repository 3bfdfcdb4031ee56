// Draws widgets and sends what people do with them, one thing after the other.

import { make } from "./elements.js";

/** The widgets of the page, by their own ids: a widget keeps its node wherever the script puts it. */
export class Widgets {
  #address;
  #say;
  #nodes = new Map();
  // What is still to be sent, in order; changes of one widget fall together unless a press stands between them.
  #queue = [];
  #isSending = false;

  constructor(address, say) {
    this.#address = address;
    this.#say = say;
  }

  handles(kind) { return kind in makers; }

  node(kind, payload, run) {
    let widget = this.#nodes.get(payload.id);
    if (!widget || widget.kind !== kind) {
      widget = { kind, id: payload.id, settledBy: 0, isHeld: false };
      const node = makers[kind](widget, (input) => this.#input(widget, input));
      node.classList.add("element", "widget");
      node.dataset.widget = payload.id;
      widget.node = node;
      this.#nodes.set(payload.id, widget);
    }
    widget.payload = payload;
    // Until the server has seen what the person did, their own value stands.
    const isOurs = widget.isHeld || run < widget.settledBy || this.#queue.some((sent) => sent.widget === widget.id);
    widget.show(payload, !isOurs);
    return widget.node;
  }

  #input(widget, input) {
    const last = this.#queue.findLast((sent) => sent.press || sent.widget === widget.id);
    if (!input.press && last && !last.press && !last.isUnderWay) Object.assign(last, input);
    else this.#queue.push({ widget: widget.id, ...input });
    this.#send();
  }

  async #send() {
    if (this.#isSending) return;
    this.#isSending = true;
    while (this.#queue.length) {
      const next = this.#queue[0];
      next.isUnderWay = true;
      const wait = await this.#post(next);
      if (wait) {
        next.isUnderWay = false;
        await new Promise((resolve) => setTimeout(resolve, wait));
      } else {
        this.#queue.shift();
      }
    }
    this.#isSending = false;
  }

  // How long to wait before trying again; 0 when it is settled.
  async #post({ widget: id, isUnderWay, ...input }) {
    let response;
    try {
      response = await fetch(this.#address, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ widget: id, ...input }),
      });
    } catch {
      this.#say("The server does not answer; trying again…", "waiting");
      return 1000;
    }
    if (response.status === 429 || response.status === 503) return 400;
    const widget = this.#nodes.get(id);
    if (response.ok) {
      const { run } = await response.json();
      if (widget) widget.settledBy = run;
      this.#say("Live", "live");
    } else {
      // The page has moved on: show what it says.
      if (widget) widget.show(widget.payload, true);
      if (response.status === 401) this.#say("The session is over; load the page again.", "lost");
    }
    return 0;
  }
}

let lastNumber = 0;
const newID = () => `input-${++lastNumber}`;

const makers = {
  slider(widget, send) {
    const id = newID();
    const label = make("label", { for: id });
    const output = make("output", { for: id });
    const input = make("input", { type: "range", id });
    input.addEventListener("input", () => { output.textContent = input.value; send({ number: input.valueAsNumber }); });
    const hold = (isHeld) => () => { widget.isHeld = isHeld; };
    input.addEventListener("pointerdown", hold(true));
    for (const name of ["pointerup", "pointercancel", "change", "blur"]) input.addEventListener(name, hold(false));
    widget.show = ({ label: text, parameters: { minimum, maximum, step }, value }, isTheirs) => {
      label.textContent = text;
      for (const [name, limit] of Object.entries({ min: minimum, max: maximum, step })) {
        if (input[name] !== String(limit)) input[name] = limit;
      }
      if (isTheirs && input.value !== String(value)) input.value = value;
      output.textContent = input.value;
    };
    return make("div", { class: "slider" }, label, output, input);
  },

  radio(widget, send) {
    const legend = make("legend");
    const group = make("fieldset", { class: "radio" }, legend);
    const name = newID();
    let options = [];
    widget.show = ({ label, parameters: { choices: wanted }, value }, isTheirs) => {
      legend.textContent = label;
      if (wanted.join("\n") !== options.map((option) => option.value).join("\n")) {
        group.replaceChildren(legend);
        options = wanted.map((text) => {
          const input = make("input", { type: "radio", name, value: text });
          input.addEventListener("change", () => send({ text }));
          group.append(make("label", {}, input, make("span", {}, text)));
          return input;
        });
      }
      if (isTheirs) for (const option of options) option.checked = option.value === value;
    };
    return group;
  },

  textInput(widget, send) {
    const id = newID();
    const label = make("label", { for: id });
    const input = make("input", { type: "text", id, autocomplete: "off", spellcheck: "false" });
    input.addEventListener("input", () => { widget.isHeld = true; });
    // Enter and leaving the field both mean that the text is done; it is sent once.
    const done = () => {
      if (!widget.isHeld) return;
      widget.isHeld = false;
      send({ text: input.value });
    };
    input.addEventListener("change", done);
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") done(); });
    widget.show = ({ label: text, parameters, value }, isTheirs) => {
      label.textContent = text;
      if (parameters?.most) input.maxLength = parameters.most;
      if (isTheirs && input.value !== value) input.value = value;
    };
    return make("div", { class: "text-input" }, label, input);
  },

  button(widget, send) {
    const button = make("button", { type: "button" });
    button.addEventListener("click", () => send({ press: true }));
    widget.show = ({ label, parameters }) => {
      if (button.textContent !== label) button.textContent = label;
      button.className = parameters?.style ?? "";
    };
    return make("div", { class: "button" }, button);
  },
};
