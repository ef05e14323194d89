// 4. On their coordinates: no base map and no boundaries, a graticule to find one's way.
function mapSection() {
  return makeSection("map", h("div", { class: "slot", "data-slot": "map" }));
}

function drawMap() {
  const net = current()?.map;
  if (!net?.s.length) return undrawable(net);
  if (!net.n.some((node) => hasPlace(node)))
    return [scopeLine(), h("p", { class: "empty" }, t("ui.no_coordinates"))];
  return [
    scopeLine(),
    makeFigure({
      id: "map",
      title: t("ui.map_figure", { lens: lensName(lens()) }),
      describe: t("ui.map.about"),
      draw: (width) => mapChart(net, width),
      table: () => edgeTable("map", t("ui.map.title"), net),
    }),
  ];
}

const hasPlace = (node) => typeof NODES[node].lon === "number" && typeof NODES[node].lat === "number";

function extent(values, least) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const grow = Math.max((least - (high - low)) / 2, (high - low) * 0.06);
  return [low - grow, high + grow];
}

// A dot a place: who stands at the very same coordinates is drawn as one, their ties added up.
function atPlaces(net) {
  const spots = new Map();
  const members = [];
  const spot = net.n.map((node) => {
    const key = hasPlace(node) ? `${NODES[node].lon} ${NODES[node].lat}` : `node ${node}`;
    if (!spots.has(key)) spots.set(key, members.push([]) - 1);
    members[spots.get(key)].push(node);
    return spots.get(key);
  });
  const bundles = new Map();
  for (const edge of edgesOf(net)) {
    const key = `${spot[edge.s]} ${spot[edge.t]}`;
    const one = bundles.get(key);
    if (!one) bundles.set(key, { ...edge, s: spot[edge.s], t: spot[edge.t], f: [...edge.f] });
    else bundled(one, edge);
  }
  const edges = [...bundles.values()];
  const column = (key) => edges.map((edge) => edge[key]);
  return {
    n: members.map((nodes) => nodes.find((node) => NODES[node].kind === "place") ?? nodes[0]),
    members,
    whole: net,
    cut: net.cut,
    s: column("s"),
    t: column("t"),
    w: column("w"),
    lo: column("lo"),
    up: column("up"),
    u: column("u"),
    f: column("f"),
    k: column("n"),
    ...Object.fromEntries(SIDE_SUMS.map((name) => [name, sumsAt(net, name, spot, members.length)])),
    names: members.map(spotName),
  };
}

function sumsAt(net, name, spot, count) {
  const sums = Array(count).fill(null);
  spot.forEach((at_, k) => {
    sums[at_] = plus(sums[at_], net[name][k]);
  });
  return sums;
}

// Several at one place go by its name: that of the place itself, or the one most of them are at.
function spotName(nodes) {
  if (nodes.length === 1) return nodeName(nodes[0]);
  const own = nodes.find((node) => NODES[node].kind === "place" && !NODES[node].near);
  if (own !== undefined) return nodeName(own);
  const counts = new Map();
  for (const name of nodes.map(placeName).filter(Boolean)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? nodeName(nodes[0]);
}

// Degrees of longitude are as wide as they are in the middle latitude.
function projection(nodes, width) {
  const [west, east] = extent(
    nodes.map((node) => NODES[node].lon),
    4,
  );
  const [south, north] = extent(
    nodes.map((node) => NODES[node].lat),
    3,
  );
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const small = width < 560;
  let scale = Math.min(
    width / ((east - west) * squeeze),
    Math.max(width * (small ? 1.15 : 0.8), 260) / (north - south),
  );
  // On a narrow screen a long map is wider than the screen, and is moved to the side.
  if (small && !printing.on)
    scale = Math.min(Math.max(scale, 330 / (north - south)), 760 / ((east - west) * squeeze));
  const height = (north - south) * scale;
  const wide = Math.max(width, (east - west) * squeeze * scale);
  const inset = (wide - (east - west) * squeeze * scale) / 2;
  return {
    height,
    wide,
    west,
    east,
    south,
    north,
    inset,
    right: wide - inset,
    x: (lon) => inset + (lon - west) * squeeze * scale,
    y: (lat) => (north - lat) * scale,
  };
}

function graticule(view, taken) {
  const span = Math.max(view.east - view.west, view.north - view.south);
  const step = [1, 2, 5, 10, 20, 30].find((one) => span / one <= 7) ?? 45;
  const marks = [];
  const label = (line, y, text) => {
    const wide = textWidth(text, 11) + 6;
    const x = line + 3 + wide > view.right ? line - wide : line + 3; // at the rim, before its line
    taken.push({ x0: x - 1, x1: x + textWidth(text, 11) + 1, y0: y - 10, y1: y + 3 });
    return svg("text", { x, y, class: "tick" }, text);
  };
  const ticks = (low, high) =>
    Array.from({ length: 400 }, (_, k) => (Math.ceil(low / step) + k) * step).filter((x) => x <= high);
  for (const lon of ticks(view.west, view.east)) {
    marks.push(
      svg("line", { x1: view.x(lon), x2: view.x(lon), y1: 0, y2: view.height }),
      label(view.x(lon) + 3, view.height - 4, degree(lon, "ui.east", "ui.west")),
    );
  }
  for (const lat of ticks(view.south, view.north)) {
    marks.push(
      svg("line", { x1: view.inset, x2: view.right, y1: view.y(lat), y2: view.y(lat) }),
      label(view.inset + 3, view.y(lat) - 3, degree(lat, "ui.north", "ui.south")),
    );
  }
  return svg("g", { class: "graticule" }, marks);
}

const degree = (value, plus, minus) => t(value < 0 ? minus : plus, { n: Math.abs(value) });

function mapChart(whole_, width) {
  const net = atPlaces(whole_);
  const nodes = net.n.filter(hasPlace);
  const view = projection(nodes, width);
  const points = net.n.map((node) =>
    hasPlace(node) ? { x: view.x(NODES[node].lon), y: view.y(NODES[node].lat) } : null,
  );
  const small = width < 560;
  const taken = [];
  const grid = graticule(view, taken);
  const drawn = drawGraph(net, points, {
    width: view.wide,
    height: view.height,
    taken,
    maxRadius: small ? 11 : 16,
    maxLine: small ? 7 : 11,
    dim: small ? 11 : 12,
  });
  const notes = graphNotes(drawn, net);
  if (view.wide > width + 1) notes.unshift(t("ui.map_wide"));
  const off = drawn.rows.filter((row) => !hasPlace(row.node) && (row.gives || row.receives));
  if (off.length) {
    const names = off
      .slice(0, 6)
      .map((row) =>
        h(
          "button",
          { type: "button", class: "link", onclick: () => openNode(row.node, whole_) },
          datum(nodeName(row.node)),
        ),
      );
    const all = { w: 0, lo: 0, up: 0, u: 0, n: 0, f: [] };
    for (const edge of edgesOf(net)) if (!points[edge.s] || !points[edge.t]) bundled(all, edge);
    notes.push(
      tn("ui.map_unplaced", {
        n: off.length,
        names: h("span", null, between(names), off.length > 6 ? t("ui.and_more", { n: off.length - 6 }) : ""),
        amount: num(unstated(all) ? t("ui.no_amount") : inUnit(amount(all.w)), all.f, { count: all.n }),
      }),
    );
  }
  const crowded = net.members.filter((members) => members.length > 1);
  if (crowded.length)
    notes.push(
      t("ui.map_crowded", {
        n: crowded.reduce((sum, members) => sum + members.length, 0),
        places: crowded.length,
      }),
    );
  const near = drawn.rows.filter((row) => hasPlace(row.node) && NODES[row.node].near).length;
  if (near) notes.push(t("ui.map_near", { n: near }));
  return {
    chart: canvas(view.wide, view.height, grid, drawn.layers),
    legend: [...roleKeys(drawn.rows), ...shadeKeys(drawn.edges)],
    notes,
  };
}
