// Names beside what they name: none over another, the strongest first.
const ruler = document.createElement("canvas").getContext("2d");
const HAN = /[⺀-鿿豈-﫿＀-￮]/;

function textWidth(text, size, weight = 400) {
  ruler.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return ruler.measureText(text).width;
}

// Lines no wider than `room`; a last line that does not fit ends in "…".
function wrapped(text, room, size, lines = 3) {
  if (textWidth(text, size) <= room) return [text];
  const parts = HAN.test(text) ? [...text] : text.split(/(?<=[ –-])/);
  const found = [""];
  for (const part of parts) {
    const longer = found.at(-1) + part;
    if (textWidth(longer.trimEnd(), size) <= room || !found.at(-1)) found[found.length - 1] = longer;
    else found.push(part);
  }
  const kept = found.slice(0, lines).map((line) => line.trimEnd());
  const cut = found.length > lines;
  const last = kept.length - 1;
  if (cut || kept.some((line) => textWidth(line, size) > room)) {
    for (let k = 0; k < kept.length; k += 1) {
      let line = kept[k];
      const more = cut && k === last;
      if (!more && textWidth(line, size) <= room) continue;
      while (line && textWidth(`${line}…`, size) > room) line = [...line].slice(0, -1).join("").trimEnd();
      kept[k] = `${line}…`;
    }
  }
  return kept;
}

const overlap = (a, b) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

// items: {x, y, r, lines, size, away}; returns those that found room, with their box and anchor.
// A name stands first where `away`, a direction, points.
function placeNames(items, width, height, obstacles) {
  const taken = [];
  const placed = [];
  const ways = [
    [1, 0],
    [-1, 0],
    [0, -1],
    [0, 1],
    [0.75, -0.75],
    [0.75, 0.75],
    [-0.75, -0.75],
    [-0.75, 0.75],
  ];
  for (const item of items) {
    const w = Math.max(...item.lines.map((line) => textWidth(line, item.size))) + 3;
    const tall = item.lines.length * item.size * 1.15 + 2;
    const [ax, ay] = item.away ?? [0, 0];
    const own = ways.slice().sort(([a, b], [c, d]) => c * ax + d * ay - (a * ax + b * ay));
    let found = null;
    for (const gap of [3, 7, 13]) {
      for (const [dx, dy] of own) {
        const cx = item.x + dx * (item.r + gap) + (dx > 0 ? w / 2 : dx < 0 ? -w / 2 : 0);
        const cy = item.y + dy * (item.r + gap) + (dy > 0 ? tall / 2 : dy < 0 ? -tall / 2 : 0);
        const box = { x0: cx - w / 2, x1: cx + w / 2, y0: cy - tall / 2, y1: cy + tall / 2 };
        if (box.x0 < 1 || box.x1 > width - 1 || box.y0 < 1 || box.y1 > height - 1) continue;
        if (taken.some((other) => overlap(box, other)) || obstacles.some((other) => overlap(box, other)))
          continue;
        found = {
          box,
          anchor: dx > 0 ? "start" : dx < 0 ? "end" : "middle",
          x: dx > 0 ? box.x0 + 1 : dx < 0 ? box.x1 - 1 : cx,
        };
        break;
      }
      if (found) break;
    }
    if (!found) continue;
    taken.push(found.box);
    placed.push({ ...item, ...found });
  }
  return placed;
}

// A name of several lines whose box begins at `top`.
function nameText(lines, { x, top, size, anchor = "start", ...attributes }) {
  return svg(
    "text",
    { "text-anchor": anchor, "font-size": size, class: "name d", translate: "no", ...attributes },
    lines.map((line, k) => svg("tspan", { x, y: top + size * (0.95 + 1.15 * k) }, line)),
  );
}
