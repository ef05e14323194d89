// 3. From provinces to prefectures, by resource.
const SANKEY_KEPT = 40;

function sankeySection() {
  return makeSection("sankey", h("div", { class: "slot", "data-slot": "sankey" }));
}

const shown = { all: false };

function drawSankey() {
  const net = current()?.flow;
  if (!net?.s.length) return undrawable(net);
  const links = edgesOf(net);
  return [
    scopeLine(),
    makeFigure({
      id: "sankey",
      title: t("ui.sankey_figure", { lens: lensName(lens()) }),
      describe: t("ui.sankey.about"),
      draw: (width) => sankeyChart(links, width, net),
      table: () => edgeTable("sankey", t("ui.sankey.title"), net),
    }),
  ];
}

const OTHERS = -1;
function mergeSmall(links) {
  if (shown.all) return { links, merged: 0 };
  const totals = { from: new Map(), to: new Map() };
  for (const link of links)
    for (const end of ["from", "to"])
      totals[end].set(link[end], (totals[end].get(link[end]) ?? 0) + link.w + 1e-9 * link.f.length);
  const kept = {};
  let merged = 0;
  for (const end of ["from", "to"]) {
    const ranked = [...totals[end]].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([node]) => node);
    kept[end] = new Set(ranked.length > SANKEY_KEPT + 3 ? ranked.slice(0, SANKEY_KEPT) : ranked);
    kept[`${end}Rest`] = ranked.length - kept[end].size;
    merged += ranked.length - kept[end].size;
  }
  const bundles = new Map();
  for (const link of links) {
    const [from, to] = [
      kept.from.has(link.from) ? link.from : OTHERS,
      kept.to.has(link.to) ? link.to : OTHERS,
    ];
    const key = `${from}|${to}|${link.resource}`;
    if (from !== OTHERS && to !== OTHERS) bundles.set(key + link.k, { ...link });
    else if (!bundles.has(key)) bundles.set(key, { ...link, from, to, f: [...link.f] });
    else bundled(bundles.get(key), link);
  }
  return { links: [...bundles.values()], merged, rest: { from: kept.fromRest, to: kept.toRest } };
}

// What stands at an end in all: the network's own sum, or that of the bands drawn together.
function endSum(one, side, rows) {
  if (one.node !== OTHERS) return SIDES[side](rows.get(one.node));
  const merged = { w: 0, lo: 0, up: 0, u: 0, n: 0, f: [] };
  for (const link of one.links) bundled(merged, link);
  const total = unstated(merged) ? null : merged.w;
  return { total, flows: merged.f, count: merged.n, missing: merged.u };
}

function sankeyChart(all, width, net) {
  const rows = new Map(strengths(net).map((row) => [row.node, row]));
  const { links, merged, rest } = mergeSmall(all);
  const small = width < 560;
  const size = small ? 11 : 12.5;
  const room = Math.min(small ? width * 0.31 : 215, width * 0.34);
  const laid = layBands(links, { height: small ? 380 : 460 });
  // A province can stand as a place on one side and as its government on the other.
  const named_ = (end) =>
    new Set(links.filter((link) => link[end] !== OTHERS).map((link) => nodeName(link[end])));
  const [gives, takes] = [named_("from"), named_("to")];
  const named = (one, end) => (one.node === OTHERS ? t("ui.others", { n: rest[end] }) : nodeName(one.node));
  for (const [nodes, end, others] of [
    [laid.left, "from", takes],
    [laid.right, "to", gives],
  ]) {
    for (const one of nodes) {
      one.sum = endSum(one, end === "from" ? "s" : "t", rows);
      const both = one.node !== OTHERS && others.has(nodeName(one.node));
      one.text = wrapped(named(one, end) + (both ? " ⇄" : ""), room - 10, size, small ? 3 : 2);
      one.lines = (one.text.length * size * 1.18 + 4) / SLOT;
    }
  }
  for (const one of [...laid.left, ...laid.right]) {
    if (one.sum.total && one.total * laid.scale > (one.text.length + 1) * size * 1.2)
      one.figure = amount(one.sum.total);
  }
  const height = Math.max(laid.stack(laid.left), laid.stack(laid.right));
  for (const nodes of [laid.left, laid.right]) spreadOut(nodes, height);
  const place = layEnds(laid);
  const [x0, x1] = [room, width - room];
  const bands = svg("g", { class: "bands" });
  for (const link of links.slice().sort((a, b) => b.w - a.w))
    bands.append(band(link, place.get(link), x0 + 6, x1 - 6, laid));
  const marks = svg("g", { class: "ends" });
  for (const [nodes, end] of [
    [laid.left, "from"],
    [laid.right, "to"],
  ]) {
    for (const one of nodes)
      marks.append(
        endMark(one, end, end === "from" ? x0 : x1 - 6, { size, room, width, title: named(one, end) }),
      );
  }
  const notes = [];
  const below = links.filter((link) => link.w < 0).length;
  if (below) notes.push(t("ui.below_zero", { n: below }));
  const thin = links.filter((link) => link.w > 0 && link.w * laid.scale < 0.75).map((link) => link.w);
  if (thin.length) notes.push(t("ui.thinnest_band", { amount: inUnit(amount(Math.max(...thin))) }));
  if (merged)
    notes.push([
      t("ui.sankey_merged", { n: merged }),
      " ",
      h(
        "button",
        {
          type: "button",
          class: "link",
          onclick: () => {
            shown.all = true;
            redrawFigures(true);
          },
        },
        t("ui.sankey_all"),
      ),
    ]);
  notes.push(...cutNotes(net));
  const resources = new Set(links.map((link) => link.resource));
  return {
    chart: canvas(width, height + 4, bands, marks),
    legend: [...resourceKeys(resources), ...shadeKeys(links)],
    notes,
  };
}

// The shorter side is spread over the height of the longer one.
function spreadOut(nodes, height) {
  const used = nodes.reduce((sum, one) => sum + one.slot, 0);
  const gap = nodes.length ? Math.min((height - used) / nodes.length, 34) : 0;
  const shift = (height - used - gap * nodes.length) / 2;
  nodes.forEach((one, k) => {
    const by = shift + gap * (k + 0.5);
    for (const key of ["y", "mid", "top"]) one[key] += by;
  });
}

function band(link, ends, x0, x1, { scale, size }) {
  const title = () => [end(link.from), " → ", end(link.to)];
  const end = (node) => (node === OTHERS ? t("ui.others_plain") : datum(nodeName(node)));
  const tall = size(link) * scale;
  const group = svg("g", {
    class: "band",
    "data-tip": "",
    "data-weight": link.w,
    "data-resource": link.resource,
    "data-source": NODES[link.from]?.id,
    "data-target": NODES[link.to]?.id,
    onclick: () => openStatements(link.f, title, link.n),
  });
  tip(group, () =>
    edgeTip(link, link.resource, (side) => (link[side] === OTHERS ? null : nodeName(link[side]))),
  );
  const [a, b] = [ends.from, ends.to];
  const paint = paintOf(link.resource);
  const c = (x0 + x1) / 2;
  if (!tall) {
    const d = `M${x0} ${a + 0.75}C${c} ${a + 0.75} ${c} ${b + 0.75} ${x1} ${b + 0.75}`;
    group.append(
      svg("path", {
        d,
        class: "dash",
        fill: "none",
        stroke: colourOf(link.resource),
        "stroke-dasharray": "4 3",
      }),
      svg("path", { d, class: "hit", fill: "none", "stroke-width": 7 }),
    );
    return group;
  }
  const slab = (from, to, opacity, name) => {
    const [y0, y1] = [from * scale, Math.max(to * scale, from * scale + 0.75)];
    return svg("path", {
      class: name,
      fill: paint,
      opacity,
      "data-height": (y1 - y0).toFixed(3),
      d: `M${x0} ${a + y0}C${c} ${a + y0} ${c} ${b + y0} ${x1} ${b + y0}L${x1} ${b + y1}C${c} ${b + y1} ${c} ${a + y1} ${x0} ${a + y1}Z`,
    });
  };
  if (link.w < 0) {
    group.append(slab(0, -link.w, SHADES.stated, "stated negative"));
    return group;
  }
  if (link.lo > 0) group.append(slab(0, Math.min(link.lo, link.w), SHADES.lower, "lower"));
  if (link.lo < link.w) group.append(slab(Math.max(0, link.lo), link.w, SHADES.stated, "stated"));
  if (link.up !== null && link.up > link.w) group.append(slab(link.w, link.up, SHADES.upper, "upper"));
  if (link.up === null)
    group.append(
      svg("text", { x: x1 - 5, y: b + tall / 2 + 4, class: "infinite", "text-anchor": "end" }, "∞"),
    );
  return group;
}

function endMark(one, end, x, { size, room, width, title }) {
  const colour = end === "from" ? ROLES.donor : ROLES.recipient;
  const height = (one.text.length + (one.figure ? 1 : 0)) * size * 1.15;
  const side =
    end === "from" ? { x: room - 7, "text-anchor": "end" } : { x: width - room + 7, "text-anchor": "start" };
  const figure =
    one.figure &&
    svg(
      "text",
      { ...side, y: one.mid + height / 2 - size * 0.22, "font-size": size - 0.5, class: "figure-text" },
      one.figure,
    );
  const name = nameText(one.text, {
    x: end === "from" ? room - 7 : width - room + 7,
    top: one.mid - height / 2,
    size,
    anchor: end === "from" ? "end" : "start",
  });
  const mark = svg(
    "g",
    {
      class: "end",
      "data-tip": "",
      "data-node": NODES[one.node]?.id,
      "data-side": end,
      onclick: () => openStatements(one.sum.flows, () => datum(title), one.sum.count),
    },
    svg("rect", {
      x,
      y: one.h ? one.y : one.mid - 2,
      width: 6,
      height: Math.max(one.h, 1.5 * Math.max(one.dashes, 1)),
      fill: one.h ? colour : "none",
      stroke: one.h ? "none" : colour,
    }),
    name,
    figure,
  );
  if (one.node === OTHERS) name.setAttribute("class", "name");
  return tip(mark, () => [
    one.node === OTHERS ? title : datum(title),
    sumText(one.sum),
    ...(one.sum.missing && one.sum.total !== null ? [t("ui.plus_unstated", { n: one.sum.missing })] : []),
    t("ui.n_statements", { n: one.sum.count }),
  ]);
}
