// 8. Who goes west, who comes east, who goes home: west is at the left, as on a map.
const DIRECTIONS = ["west", "east", "return", "between", "within", "unplaced"];

function movementSection() {
  const { rows = [], unit = "person" } = DATA.movement ?? {};
  if (!rows.length) return makeSection("movement", h("p", { class: "empty" }, t("ui.nothing")));
  const of = { unit, weight: "sum", key: unit };
  const drawable = rows.filter((row) => ["west", "east", "return"].includes(row.direction));
  return makeSection(
    "movement",
    h("p", { class: "scope" }, between([lensName(of), t("ui.all_resources"), t("ui.all_years")], " · ")),
    drawable.length
      ? makeFigure({
          id: "movement",
          title: t("ui.movement_figure"),
          describe: t("ui.movement.about"),
          draw: (width) => movementChart(drawable, width, of),
        })
      : null,
    movementTable(rows, of),
    DATA.movement.net?.s.length
      ? h(
          "div",
          { class: "block" },
          h("h3", null, t("ui.movement_places")),
          edgeTable("movement-places", t("ui.movement_places"), DATA.movement.net, of, [
            "ui.from",
            "ui.to_head",
          ]),
        )
      : null,
  );
}

function movementChart(rows, width, of) {
  const resources = RESOURCES.filter((one) => rows.some((row) => row.resource === one));
  const of_ = (resource, direction) =>
    rows.filter((row) => row.resource === resource && row.direction === direction);
  const total = (resource) =>
    [...of_(resource, "west"), ...of_(resource, "east")].reduce((sum, row) => sum + row.total, 0);
  resources.sort((a, b) => total(b) - total(a));
  const small = width < 560; // where the names stand above the bars, not between them
  const [middle, figure] = [small ? 14 : 150, small ? 62 : 110];
  const half = (width - middle) / 2;
  const most = Math.max(...rows.map((row) => Math.max(row.total, row.upper ?? 0)), 1);
  const line = small ? 46 : 32;
  const marks = [
    svg("text", { x: half, y: 14, class: "axis", "text-anchor": "end" }, `← ${t("ui.to_west")}`),
    svg("text", { x: half + middle, y: 14, class: "axis" }, `${t("ui.to_east")} →`),
  ];
  let y = 26;
  const barOf = (row, west) => {
    const resource = row.resource;
    const bar = row.total
      ? boundsBar(row, most, half - figure, 18, paintOf(resource))
      : svg("line", {
          x1: 0,
          x2: 22,
          y1: 9,
          y2: 9,
          stroke: colourOf(resource),
          "stroke-dasharray": "4 3",
          "stroke-width": 1.5,
        });
    const end =
      (row.total ? ((half - figure) * Math.max(row.total, row.upper ?? 0)) / most : 22) +
      (row.upper === null && row.total ? 20 : 6);
    const plain = row.total ? amount(row.total) + (row.missing ? " +?" : "") : t("ui.no_amount_short");
    const group = svg(
      "g",
      {
        class: "pick",
        "data-tip": "",
        "data-direction": row.direction,
        "data-resource": resource,
        "data-total": row.total,
        onclick: () => openStatements(row.flows, () => moveTitle(row), row.count),
      },
      svg(
        "g",
        {
          transform: west
            ? `translate(${half} ${y + 2}) scale(-1 1)`
            : `translate(${half + middle} ${y + 2})`,
        },
        unmirrored(bar, west),
      ),
      svg(
        "text",
        {
          x: west ? half - end : half + middle + end,
          y: y + 16,
          class: "tick strong",
          "text-anchor": west ? "end" : "start",
        },
        plain,
      ),
    );
    return tip(group, () => [
      h("span", null, moveTitle(row)),
      row.total ? inUnit(amount(row.total), of) : t("ui.no_amount"),
      certain(row.total, row.lower, row.upper) ? "" : boundsClause(row.lower, row.upper),
      row.missing && row.total ? t("ui.plus_unstated", { n: row.missing }) : "",
      t("ui.n_statements", { n: row.count }),
    ]);
  };
  const lines = (names, directions) => {
    for (const resource of names) {
      marks.push(centredWord(width / 2, small ? y + 10 : y + 16, resource, small ? width : middle - 8));
      if (small) y += 14;
      for (const direction of directions)
        for (const row of of_(resource, direction).slice(0, 1)) marks.push(barOf(row, direction !== "east"));
      y += small ? line - 14 : line;
    }
  };
  const there = (...directions) =>
    resources.filter((one) => directions.some((direction) => of_(one, direction).length));
  lines(there("west", "east"), ["west", "east"]);
  if (there("return").length) {
    y += 12;
    marks.push(
      svg("text", { x: half, y: y + 8, class: "axis", "text-anchor": "end" }, `← ${t("movement.return")}`),
    );
    y += 16;
    lines(there("return"), ["return"]);
  }
  const edges = rows.map((row) => ({ w: row.total, lo: row.lower, up: row.upper, u: row.missing }));
  return { chart: canvas(width, y + 4, marks), legend: shadeKeys(edges), notes: [t("ui.plus_key")] };
}

// A sign in a mirrored group stands the right way round.
function unmirrored(bar, mirrored) {
  if (mirrored)
    for (const sign of bar.querySelectorAll("text"))
      sign.setAttribute("transform", `translate(${2 * Number(sign.getAttribute("x")) + 10} 0) scale(-1 1)`);
  return bar;
}

function centredWord(x, y, resource, room) {
  const word = termText("resource", resource);
  return svg(
    "text",
    {
      x,
      y,
      class: raw(`resource.${resource}`) ? "name" : "name d",
      "font-size": 12.5,
      "text-anchor": "middle",
    },
    wrapped(word, room, 12.5, 1)[0],
  );
}

const moveTitle = (row) => [term("resource", row.resource), colon(), t(`movement.${row.direction}`)];
const sideName = (node) =>
  node === null
    ? t("ui.side_unknown")
    : term("side", NODES[node].id) instanceof Node
      ? datum(nodeName(node))
      : term("side", NODES[node].id);

function movementTable(rows, of) {
  const order = (row) => DIRECTIONS.indexOf(row.direction);
  return makeTable({
    id: "movement",
    caption: inUnitHead(t("ui.movement_table"), of),
    rows: rows.slice().sort((a, b) => order(a) - order(b) || b.total - a.total),
    size: 12,
    columns: [
      {
        key: "direction",
        label: t("ui.movement_direction"),
        value: order,
        cell: (row) => capital(t(`movement.${row.direction}`)),
      },
      {
        key: "resource",
        label: t("ui.who"),
        value: (row) => termText("resource", row.resource),
        cell: (row) => resourceCell(row.resource),
      },
      { key: "from", label: t("ui.from"), cell: (row) => sideName(row.from) },
      { key: "to", label: t("ui.to_head"), cell: (row) => sideName(row.to) },
      {
        key: "total",
        label: inUnitHead(t("ui.amount"), of),
        num: true,
        descend: true,
        value: (row) => row.total,
        cell: (row) =>
          num(row.total || !row.missing ? exact(row.total) : t("ui.no_amount"), row.flows, {
            value: row.total,
            count: row.count,
          }),
      },
      {
        key: "bounds",
        label: t("ui.bounds_head"),
        num: true,
        cell: (row) => (certain(row.total, row.lower, row.upper) ? "" : boundsText(row.lower, row.upper)),
      },
      {
        key: "missing",
        label: t("ui.without_amount"),
        num: true,
        descend: true,
        value: (row) => row.missing,
        cell: (row) => (row.missing ? whole(row.missing) : ""),
      },
    ],
  });
}
