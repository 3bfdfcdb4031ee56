// Shows Swift with a little colour. Every piece is a text node in a span.

import { make } from "./elements.js";

const pieces = new RegExp([
  /(?<comment>\/\/[^\n]*)/, /(?<string>"(?:\\.|[^"\\\n])*")/, /(?<attribute>[@$#][A-Za-z_]\w*)/,
  /(?<keyword>\b(?:actor|as|async|await|case|class|catch|do|else|enum|extension|final|for|func|guard|if|import|in|init|let|nil|private|return|self|some|static|struct|switch|throws?|true|false|try|var|where|while)\b)/,
  /(?<number>\b\d[\d_.]*\b)/, /(?<type>\b[A-Z]\w*\b)/,
].map((part) => part.source).join("|"), "g");

export function drawCode(text) {
  const code = make("code");
  let end = 0;
  for (const match of text.matchAll(pieces)) {
    const [kind] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    code.append(text.slice(end, match.index), make("span", { class: kind }, match[0]));
    end = match.index + match[0].length;
  }
  code.append(text.slice(end));
  return make("pre", { tabindex: "0", "aria-label": "Swift code" }, code);
}
