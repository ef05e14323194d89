// Dots joined by arcs, for the map and the network: areas and widths are the data, in proportion.
const THIN = 0.7;
const roleOf = (row) => (row.gives && row.receives ? "both" : row.gives ? "donor" : "recipient");

// points: by position in net.n, {x, y} or null; returns layers, names and what has no room.
function drawGraph(net, points, { width, height, maxRadius = 15, maxLine = 11, dim = 12, taken = [] }) {
  const rows = strengths(net);
  const nameAt = (at_) => (net.names ? net.names[at_] : nodeName(net.n[at_]));
  const edges = edgesOf(net).filter((e) => points[e.s] && points[e.t]);
  const top = Math.max(...edges.map((e) => Math.max(Math.abs(e.w), e.up ?? 0)), 0);
  const sizeOf = (row) => Math.max(Math.abs(row.out ?? 0), Math.abs(row.in ?? 0));
  const strongest = Math.max(...rows.map(sizeOf), 0);
  const widthOf = (w) => (top ? (maxLine * Math.abs(w)) / top : 0);
  const radius = (row) => (strongest ? maxRadius * Math.sqrt(sizeOf(row) / strongest) : 0);
  const sizes = rows.map((row) => Math.max(2.2, radius(row)));
  const group = (name) => svg("g", { class: name });
  const [lines, dots, names] = [group("edges"), group("dots"), group("names")];

  for (const edge of edges.slice().sort((a, b) => a.w - b.w))
    lines.append(arc(edge, points, sizes, widthOf, (end) => nameAt(end === "from" ? edge.s : edge.t)));

  const drawn = rows.filter((row) => points[row.at] && (row.gives || row.receives));
  drawn.sort((a, b) => sizeOf(b) - sizeOf(a) || b.gout + b.gin - a.gout - a.gin);
  for (const row of drawn) {
    const { x, y } = points[row.at];
    const colour = ROLES[roleOf(row)];
    const none = !sizeOf(row);
    const dot = svg("circle", {
      cx: x,
      cy: y,
      r: sizes[row.at],
      fill: none ? "var(--paper)" : colour,
      stroke: none ? colour : "var(--paper)",
      "stroke-width": none ? 1.5 : 1,
      class: "dot",
      "data-tip": "",
      "data-node": NODES[row.node].id,
      "data-strength": sizeOf(row),
      onclick: () => openSpot(net, row.at, nameAt(row.at)),
    });
    if (NODES[row.node].near && net.members) dot.setAttribute("stroke-dasharray", "2 1.5");
    tip(dot, () => nodeTip(row, nameAt(row.at), net.members ? net.members[row.at].length : 1));
    hoverDims(dot, lines, row.at);
    dots.append(dot);
  }

  const items = drawn.map((row) => ({
    ...points[row.at],
    r: sizes[row.at],
    size: dim,
    row,
    away: awayFrom(row.at, edges, points),
    lines: wrapped(nameAt(row.at), 118, dim, 2),
  }));
  const obstacles = [...taken, ...drawn.map((row) => box(points[row.at], sizes[row.at]))];
  const placed = placeNames(items, width, height, obstacles);
  for (const one of placed)
    names.append(nameText(one.lines, { x: one.x, top: one.box.y0 + 1, size: one.size, anchor: one.anchor }));
  return {
    layers: [lines, dots, names],
    rows,
    edges,
    widthOf,
    unnamed: drawn.length - placed.length,
    named: placed.length,
  };
}

// Where a dot's edges do not go.
function awayFrom(node, edges, points) {
  const sum = [0, 0];
  for (const { s, t: end } of edges) {
    if (s === end || (s !== node && end !== node)) continue;
    const [own, other] = [points[node], points[s === node ? end : s]];
    const far = Math.hypot(other.x - own.x, other.y - own.y) || 1;
    sum[0] -= (other.x - own.x) / far;
    sum[1] -= (other.y - own.y) / far;
  }
  return sum;
}

const box = ({ x, y }, r) => ({ x0: x - r, x1: x + r, y0: y - r, y1: y + r });

function nodeTip(row, name, count) {
  const line = (key, side) =>
    side.count
      ? [
          `${t(key)}${colon()}${sumText(side)}`,
          ...(side.missing && side.total !== null ? [t("ui.plus_unstated", { n: side.missing })] : []),
        ]
      : [];
  return [
    datum(name),
    ...(count > 1 ? [t("ui.spot_members", { n: count })] : []),
    ...line("ui.gives", SIDES.s(row)),
    ...line("ui.receives", SIDES.t(row)),
  ];
}

// Several ends that are drawn as one have no name.
const shownName = (name) => (name === null ? t("ui.others_plain") : datum(name));

function edgeTip(edge, resource, name = (end) => nodeName(edge[end])) {
  const figure = unstated(edge) ? t("ui.no_amount") : inUnit(amount(edge.w));
  const bounds =
    unstated(edge) || certain(edge.w, edge.lo, edge.up) ? "" : ` (${boundsText(edge.lo, edge.up)})`;
  return [
    h("span", null, shownName(name("from")), " → ", shownName(name("to"))),
    ...(resource === undefined ? [] : [h("span", null, swatch(resource), " ", term("resource", resource))]),
    `${figure}${bounds}${edge.u && !unstated(edge) ? ` · ${t("ui.some_unstated", { n: edge.u })}` : ""}`,
    t("ui.n_statements", { n: edge.n }),
  ];
}

// A curve that always bends to the right of its way, so that both directions can be told apart.
function arc(edge, points, sizes, widthOf, name) {
  const [a, b] = [points[edge.s], points[edge.t]];
  const path =
    edge.s === edge.t || (Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5)
      ? loop(a, sizes[edge.s])
      : bend(a, b, sizes[edge.t]);
  const group = svg("g", {
    class: "edge",
    "data-tip": "",
    "data-from": edge.s,
    "data-to": edge.t,
    "data-source": NODES[edge.from].id,
    "data-target": NODES[edge.to].id,
    "data-weight": edge.w,
    onclick: () => openStatements(edge.f, () => [datum(name("from")), " → ", datum(name("to"))], edge.n),
  });
  tip(group, () => edgeTip(edge, undefined, name));
  const stroke = (attributes) => svg("path", { d: path.d, fill: "none", ...attributes });
  if (unstated(edge) || !edge.w) group.append(stroke({ class: "dashed", "stroke-dasharray": "4 3" }));
  else {
    const wider = edge.up !== null && edge.up > edge.w;
    if (wider)
      group.append(stroke({ class: "line upper", "stroke-width": widthOf(edge.up), opacity: SHADES.upper }));
    group.append(
      stroke({
        class: edge.w < 0 ? "line stated negative" : "line stated",
        "stroke-width": Math.max(THIN, widthOf(edge.w)),
        opacity: shadeOver(SHADES.stated, wider ? SHADES.upper : 0),
      }),
    );
    if (edge.lo > 0)
      group.append(
        stroke({
          class: "line lower",
          "stroke-width": Math.max(THIN, widthOf(edge.lo)),
          opacity: shadeOver(SHADES.lower, SHADES.stated),
        }),
      );
    if (edge.up === null)
      group.append(
        svg("text", { x: path.mid.x, y: path.mid.y, class: "infinite", "text-anchor": "middle" }, "∞"),
      );
  }
  if (path.head) group.append(arrow(path.head, Math.max(3.2, Math.min(9, widthOf(edge.w) * 1.1))));
  group.append(stroke({ class: "hit", "stroke-width": Math.max(9, widthOf(edge.w)) }));
  return group;
}

function bend(a, b, gap) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const far = Math.hypot(dx, dy) || 1;
  const lift = Math.min(0.2 * far, 60);
  const c = { x: (a.x + b.x) / 2 - (dy / far) * lift, y: (a.y + b.y) / 2 + (dx / far) * lift };
  const back = Math.hypot(b.x - c.x, b.y - c.y) || 1;
  const stop = Math.min(gap + 1.5, back * 0.6);
  const end = { x: b.x - ((b.x - c.x) / back) * stop, y: b.y - ((b.y - c.y) / back) * stop };
  const mid = { x: (a.x + 2 * c.x + b.x) / 4, y: (a.y + 2 * c.y + b.y) / 4 };
  return {
    d: `M${at(a)}Q${at(c)} ${at(end)}`,
    mid,
    head: { ...end, angle: Math.atan2(b.y - c.y, b.x - c.x) },
  };
}

function loop({ x, y }, r) {
  const s = r + 9;
  return {
    d: `M${x - r * 0.6} ${y - r * 0.8}C${x - s} ${y - 2.2 * s} ${x + s} ${y - 2.2 * s} ${x + r * 0.6} ${y - r * 0.8}`,
    mid: { x, y: y - 1.7 * s },
  };
}

function arrow({ x, y, angle }, size) {
  const point = (turn, reach) =>
    at({ x: x + reach * Math.cos(angle + turn), y: y + reach * Math.sin(angle + turn) });
  return svg("path", { d: `M${point(0, 1.5)}L${point(2.55, size)}L${point(-2.55, size)}Z`, class: "head" });
}

const at = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;

// Pointing at a dot leaves only its own edges in full strength.
function hoverDims(dot, lines, node) {
  dot.addEventListener("pointerenter", () => {
    lines.classList.add("dimmed");
    for (const edge of lines.children)
      edge.classList.toggle("lit", edge.dataset.from === String(node) || edge.dataset.to === String(node));
  });
  dot.addEventListener("pointerleave", () => lines.classList.remove("dimmed"));
}

// What a chart could not show, counted.
function graphNotes(drawn, net) {
  const notes = [];
  const thin = drawn.edges.filter((e) => e.w > 0 && drawn.widthOf(e.w) < THIN).map((e) => e.w);
  if (thin.length) notes.push(t("ui.thinnest", { amount: inUnit(amount(Math.max(...thin))) }));
  const below = drawn.edges.filter((e) => e.w < 0).length;
  if (below) notes.push(t("ui.below_zero", { n: below }));
  const open = drawn.edges.filter((e) => e.u && e.w > 0).length;
  if (open) notes.push(t("ui.may_be_more", { n: open }));
  if (drawn.unnamed) notes.push(t("ui.unnamed", { n: drawn.unnamed, all: drawn.unnamed + drawn.named }));
  return [...notes, ...cutNotes(net)];
}

// Where nothing is drawn, as nothing is stated or no edge is in this file.
const undrawable = (net) => [
  scopeLine(),
  h("p", { class: "empty" }, net?.cut ? cutNotes(net) : t("ui.nothing")),
];

// The largest are kept: where one of them adds nothing, none of the others does.
function cutNotes(net) {
  if (!net.cut) return [];
  const counts = { n: net.cut.edges, kept: net.s.length };
  if (net.w.some((w) => w === 0)) return [t("ui.cut_plain", counts)];
  return [t("ui.cut", { ...counts, amount: inUnit(amount(net.cut.amount)) })];
}
