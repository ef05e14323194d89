// 8. Who goes west, who comes east, who goes home: west is at the left, as on a map.
const DIRECTIONS = ["west", "east", "return", "between", "within", "unplaced"];

function movementSection() {
  const { rows, unit, chart, not_drawn: rest, net } = DATA.movement;
  if (!rows.length) return makeSection("movement", h("p", { class: "empty" }, t("ui.nothing")));
  const of = { unit, weight: "sum", key: unit };
  return makeSection(
    "movement",
    h("p", { class: "scope" }, between([lensName(of), t("ui.all_resources"), t("ui.all_years")], " · ")),
    chart.length
      ? makeFigure({
          id: "movement",
          title: t("ui.movement_figure"),
          describe: t("ui.movement.about"),
          draw: (width) => movementChart(chart, width, of),
          table: () => wayTable(chart, of),
        })
      : null,
    rest.count ? h("p", { class: "notes" }, undrawn(rest, of)) : null,
    movementTable(rows, of),
    net
      ? h(
          "div",
          { class: "block" },
          h("h3", null, t("ui.movement_places")),
          edgeTable("movement-places", t("ui.movement_places"), net, of, ["ui.from", "ui.to_head"]),
        )
      : null,
  );
}

// Who stays on one side, or has an end that is on no known side.
function undrawn({ total, count, flows }, of) {
  const title = () => t("ui.movement_title_undrawn");
  const number = num(whole(count), flows, { value: count, count, title });
  return tn("ui.movement_undrawn", {
    n: counted(count, number),
    amount: total ? `${colon()}${inUnit(amount(total), of)}` : "",
  });
}

// Bars by the way that is travelled: out to the west or east, and home again.
function movementChart(rows, width, of) {
  const resources = RESOURCES.filter((one) => rows.some((row) => row.resource === one));
  const bar_ = (resource, kind, travels) =>
    rows.find((row) => row.resource === resource && row.kind === kind && row.travels === travels);
  const largest = (resource) =>
    Math.max(...rows.filter((row) => row.resource === resource).map((row) => row.total));
  resources.sort((a, b) => largest(b) - largest(a));
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
    const none = nothing(row);
    const bar = !none
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
      (none ? 22 : ((half - figure) * Math.max(row.total, row.upper ?? 0)) / most) +
      (row.upper === null && !none ? 20 : 6);
    const plain = none ? t("ui.no_amount_short") : amount(row.total) + (row.missing ? " +?" : "");
    const group = svg(
      "g",
      {
        class: "pick",
        "data-tip": "",
        "data-kind": row.kind,
        "data-travels": row.travels,
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
      none ? t("ui.no_amount") : inUnit(amount(row.total), of),
      none || certain(row.total, row.lower, row.upper) ? "" : boundsClause(row.lower, row.upper),
      row.missing && !none ? t("ui.plus_unstated", { n: row.missing }) : "",
      t("ui.n_statements", { n: row.count }),
    ]);
  };
  const lines = (kind) => {
    for (const resource of resources) {
      const bars = ["west", "east"].map((travels) => bar_(resource, kind, travels)).filter(Boolean);
      if (!bars.length) continue;
      marks.push(centredWord(width / 2, small ? y + 10 : y + 16, resource, small ? width : middle - 8));
      if (small) y += 14;
      for (const row of bars) marks.push(barOf(row, row.travels === "west"));
      y += small ? line - 14 : line;
    }
  };
  lines("out");
  const home = (travels) => rows.some((row) => row.kind === "return" && row.travels === travels);
  if (home("west") || home("east")) {
    y += 12;
    if (home("west"))
      marks.push(
        svg("text", { x: half, y: y + 8, class: "axis", "text-anchor": "end" }, `← ${t("movement.return")}`),
      );
    if (home("east"))
      marks.push(svg("text", { x: half + middle, y: y + 8, class: "axis" }, `${t("movement.return")} →`));
    y += 16;
    lines("return");
  }
  const edges = rows.map((row) => ({
    w: row.total,
    lo: row.lower,
    up: row.upper,
    u: row.missing,
    n: row.count,
  }));
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

const moveTitle = (row) => [term("resource", row.resource), colon(), wayText(row)];
function wayText({ kind, travels }) {
  const way = t(`movement.${travels}`);
  if (kind !== "return") return way;
  return say.lang === "zh" ? `${t("movement.return")}（${way}）` : `${t("movement.return")}, ${way}`;
}
const sideName = (node) =>
  node === null
    ? t("ui.side_unknown")
    : term("side", NODES[node].id) instanceof Node
      ? datum(nodeName(node))
      : term("side", NODES[node].id);

// The table behind the chart.
function wayTable(rows, of) {
  return makeTable({
    id: "movement-ways",
    caption: inUnitHead(t("ui.movement_figure"), of),
    rows,
    size: 12,
    columns: [
      {
        key: "way",
        label: t("ui.movement_direction"),
        value: wayText,
        cell: (row) => capital(wayText(row)),
      },
      ...sumColumns(of),
    ],
  });
}

function movementTable(rows, of) {
  const order = (row) => DIRECTIONS.indexOf(row.direction);
  const [who, ...sums] = sumColumns(of);
  return makeTable({
    id: "movement",
    caption: inUnitHead(t("ui.movement_table"), of),
    rows: rows.slice().sort((a, b) => order(a) - order(b) || b.total - a.total),
    size: 12,
    note: keptNote(rows, LEFT_OUT.movement),
    columns: [
      {
        key: "direction",
        label: t("ui.movement_direction"),
        value: order,
        cell: (row) => capital(t(`movement.${row.direction}`)),
      },
      who,
      { key: "from", label: t("ui.from"), cell: (row) => sideName(row.from) },
      { key: "to", label: t("ui.to_head"), cell: (row) => sideName(row.to) },
      ...sums,
    ],
  });
}

// Who, and how many of them.
function sumColumns(of) {
  return [
    {
      key: "resource",
      label: t("ui.who"),
      value: (row) => termText("resource", row.resource),
      cell: (row) => resourceCell(row.resource),
    },
    {
      key: "total",
      label: inUnitHead(t("ui.amount"), of),
      num: true,
      descend: true,
      value: (row) => (nothing(row) ? null : row.total),
      cell: (row) =>
        num(nothing(row) ? t("ui.no_amount") : exact(row.total), row.flows, {
          value: nothing(row) ? null : row.total,
          count: row.count,
        }),
    },
    {
      key: "bounds",
      label: t("ui.bounds_head"),
      num: true,
      cell: (row) =>
        nothing(row) || certain(row.total, row.lower, row.upper) ? "" : boundsText(row.lower, row.upper),
    },
    {
      key: "missing",
      label: t("ui.without_amount"),
      num: true,
      descend: true,
      value: (row) => row.missing,
      cell: (row) => (row.missing ? whole(row.missing) : ""),
    },
  ];
}
