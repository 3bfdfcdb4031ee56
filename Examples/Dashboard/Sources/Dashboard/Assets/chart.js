// Draws lines as SVG, as wide as the page has room for.

import { make } from "./elements.js";

const space = "http://www.w3.org/2000/svg";
const height = 230;
const margin = { top: 14, right: 12, bottom: 28, left: 46 };

export function drawChart({ title, labels, series }) {
  const frame = make("div", { class: "plot" });
  const figure = make("figure", { class: "chart" }, make("figcaption", {}, title), frame,
    series.length > 1 ? make("ul", { class: "legend" }, ...series.map(({ name }, index) =>
      make("li", { class: `line-${index % 4}` }, name))) : null);
  const redraw = () => frame.replaceChildren(plot(Math.max(240, frame.clientWidth), title, labels, series));
  new ResizeObserver(redraw).observe(frame);
  return figure;
}

function plot(width, title, labels, series) {
  const values = series.flatMap((line) => line.values);
  const ticks = niceTicks(Math.min(0, ...values), Math.max(1e-9, ...values));
  const [low, high] = [ticks[0], ticks.at(-1)];
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const x = (index) => margin.left + (labels.length < 2 ? inner.width / 2 : (inner.width * index) / (labels.length - 1));
  const y = (value) => margin.top + inner.height * (1 - (value - low) / (high - low));
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img" });
  const most = Math.max(...values, 0);
  svg.append(text("title", {}, `${title}: ${labels.length} values, at most ${format(most)}`));
  for (const tick of ticks) {
    svg.append(shape("line", { class: "grid", x1: margin.left, x2: width - margin.right, y1: y(tick), y2: y(tick) }),
      text("text", { class: "tick", x: margin.left - 8, y: y(tick) + 4, "text-anchor": "end" }, format(tick)));
  }
  const every = Math.ceil(labels.length / Math.max(2, Math.floor(inner.width / 64)));
  labels.forEach((label, index) => {
    if (index % every) return;
    svg.append(text("text", { class: "tick", x: x(index), y: height - 8, "text-anchor": "middle" }, label));
  });
  series.forEach((line, number) => {
    const points = line.values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
    if (!number && points.length) {
      svg.append(shape("polygon", { class: "area line-0",
        points: [`${x(0)},${y(low)}`, ...points, `${x(points.length - 1)},${y(low)}`].join(" ") }));
    }
    svg.append(shape("polyline", { class: `line line-${number % 4}`, points: points.join(" ") }));
    line.values.forEach((value, index) => {
      const dot = shape("circle", { class: `dot line-${number % 4}`, cx: x(index), cy: y(value), r: 3 });
      dot.append(text("title", {}, `${labels[index]}: ${format(value)}`));
      svg.append(dot);
    });
  });
  return svg;
}

function shape(tag, attributes) {
  const node = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function text(tag, attributes, content) {
  const node = shape(tag, attributes);
  node.append(content);
  return node;
}

const format = (value) => Number(value.toPrecision(6)).toLocaleString("en");

// Round numbers from at or below `low` to at or above `high`.
function niceTicks(low, high) {
  const raw = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= raw) ?? 10 * power;
  const first = Math.floor(low / step);
  return Array.from({ length: Math.ceil(high / step) - first + 1 }, (_, index) => (first + index) * step);
}
