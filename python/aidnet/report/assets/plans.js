// 7. What was planned or promised, and what was delivered.
const STAGES = ["planned", "pledged", "committed", "delivered", "unstated"];
const STAGE_SHADE = {
  planned: "#A9CBE3",
  pledged: "#6BAED6",
  committed: "#2B7BBA",
  delivered: "#08519C",
  unstated: "#B9A36B",
};

function plansSection() {
  return makeSection("plans", h("div", { class: "slot", "data-slot": "plans" }), chainsBlock());
}

function drawPlans() {
  const rows = DATA.planned.rows.filter((row) => isCount() || row.unit === lens().unit);
  const head = h(
    "p",
    { class: "scope" },
    between(
      [isCount() ? t("ui.all_units") : lensName(lens()), t("ui.all_resources"), t("ui.all_years")],
      " · ",
    ),
  );
  if (!rows.length) return [head, h("p", { class: "empty" }, t("ui.nothing"))];
  const units = unique(rows.map((row) => row.unit));
  return [
    head,
    units.map((unit) => {
      const own = rows.filter((row) => row.unit === unit);
      const of = LENSES.find((one) => one.unit === unit && !isCount(one)) ?? { unit, weight: "sum" };
      return [
        makeFigure({
          id: `plans-${unit}`,
          title: plansTitle(unit, of),
          describe: t("ui.plans.about"),
          draw: (width) => plansChart(own, width, of),
          table: () => plansTable(own, of),
        }),
      ];
    }),
    isCount() && LEFT_OUT.units
      ? h("p", { class: "notes" }, t("ui.units_left_out", { n: LEFT_OUT.units }))
      : null,
  ];
}

// Units that are no lens have no name of their own, only the word behind a number.
const plansTitle = (unit, of) =>
  unit === "" || raw(`ui.lens.${unit}`)
    ? t("ui.plans_figure", { unit: lensName(of) })
    : t("ui.plans_in", { unit: unitWord(unit) });

function plansChart(rows, width, of) {
  const label = Math.max(...STAGES.map((stage) => textWidth(capital(t(`stage.${stage}`)), 12.5))) + 28;
  const short = width < 560;
  const all = rows.flatMap((row) => STAGES.map((stage) => row[stage])).filter((cell) => cell.count);
  const most = Math.max(...all.map(reach), 0);
  // As wide as the figures behind the bars allow.
  const room = Math.min(
    ...all
      .filter(reach)
      .map(
        (cell) => ((width - label - textWidth(planText(cell, of, short), 12.5) - 34) * most) / reach(cell),
      ),
    width - label - 60,
  );
  const line = 19;
  let y = 0;
  const marks = [];
  for (const row of rows) {
    const cells = STAGES.map((stage) => [stage, row[stage]]).filter(([, cell]) => cell.count);
    if (!cells.length) continue;
    y += 8;
    marks.push(
      svg("rect", { x: 0, y: y + 2, width: 10, height: 10, rx: 2, fill: paintOf(row.resource) }),
      nameWord(16, y + 11, row.resource),
    );
    y += 18;
    for (const [stage, cell] of cells) {
      const colour = STAGE_SHADE[stage];
      const bar = svg(
        "g",
        {
          transform: `translate(${label} ${y + 3})`,
          class: "plan",
          "data-stage": stage,
          "data-resource": row.resource,
        },
        !nothing(cell)
          ? boundsBar(cell, most, room, 12, colour)
          : svg("line", {
              x1: 0,
              x2: 26,
              y1: 6,
              y2: 6,
              stroke: colour,
              "stroke-dasharray": "4 3",
              "stroke-width": 1.5,
            }),
      );
      const x =
        label +
        (most ? (reach(cell) / most) * room : 0) +
        (nothing(cell) ? 32 : cell.upper === null ? 22 : 6);
      const group = svg(
        "g",
        {
          "data-tip": "",
          class: "pick",
          onclick: () =>
            openStatements(
              cell.flows,
              () => [term("resource", row.resource), " · ", t(`stage.${stage}`)],
              cell.count,
            ),
        },
        svg("text", { x: 16, y: y + 13, class: "tick strong" }, capital(t(`stage.${stage}`))),
        bar,
        svg("text", { x, y: y + 13, class: "tick strong" }, planText(cell, of, short)),
      );
      tip(group, () => [
        h("span", null, term("resource", row.resource), " · ", t(`stage.${stage}`)),
        planText(cell, of),
        nothing(cell) || certain(cell.total, cell.lower, cell.upper)
          ? ""
          : boundsClause(cell.lower, cell.upper),
        t("ui.n_statements", { n: cell.count }),
      ]);
      marks.push(group);
      y += line;
    }
    y += 6;
  }
  const edges = all.map((cell) => ({
    w: cell.total,
    lo: cell.lower,
    up: cell.upper,
    u: cell.missing,
    n: cell.count,
  }));
  const notes = [t("ui.plans_not_added")];
  for (const row of rows.filter((one) => one.short_chains)) {
    notes.push(
      tn("ui.plans_short", {
        n: counted(row.short_chains, whole(row.short_chains)),
        resource: h("span", null, term("resource", row.resource)),
        amount: inUnit(amount(row.short), of),
      }),
    );
  }
  const aggregates = rows
    .flatMap((row) => STAGES.map((stage) => row[stage].aggregates))
    .reduce((a, b) => a + b, 0);
  if (aggregates) notes.push(t("ui.plans_aggregates", { n: aggregates }));
  return { chart: canvas(width, y + 4, marks), legend: shadeKeys(edges), notes };
}

const nothing = (cell) => silent(cell.total, cell.missing, cell.count);
const reach = (cell) => Math.max(Math.abs(cell.total), cell.upper ?? 0);

function nameWord(x, y, resource) {
  const word = term("resource", resource);
  const known = !(word instanceof Node);
  return svg(
    "text",
    { x, y, class: known ? "name" : "name d", "font-size": 13, "font-weight": 600 },
    known ? word : word.textContent,
  );
}

function planText(cell, of, short = false) {
  const stated_ = nothing(cell) ? "" : short ? amount(cell.total) : inUnit(amount(cell.total), of);
  const open = cell.missing
    ? stated_
      ? short
        ? "+?"
        : t("ui.plus_unstated", { n: cell.missing })
      : t(short ? "ui.no_amount_short" : "ui.n_without", { n: cell.missing })
    : "";
  return [stated_, open].filter(Boolean).join(" ");
}

function plansTable(rows, of) {
  const column = (stage) => ({
    key: stage,
    label: capital(t(`stage.${stage}`)),
    num: true,
    descend: true,
    value: (row) => (row[stage].count && !nothing(row[stage]) ? row[stage].total : null),
    cell: (row) =>
      row[stage].count
        ? [
            num(nothing(row[stage]) ? t("ui.no_amount") : amount(row[stage].total), row[stage].flows, {
              value: nothing(row[stage]) ? null : row[stage].total,
              count: row[stage].count,
            }),
            nothing(row[stage]) || certain(row[stage].total, row[stage].lower, row[stage].upper)
              ? null
              : h("div", { class: "bounds" }, boundsText(row[stage].lower, row[stage].upper)),
            row[stage].missing && !nothing(row[stage])
              ? h("div", { class: "bounds" }, t("ui.plus_unstated", { n: row[stage].missing }))
              : null,
          ]
        : "–",
  });
  return makeTable({
    id: `plans-${of.unit}`,
    caption: inUnitHead(t("ui.plans.title"), of),
    rows,
    size: 12,
    note: t("ui.plans_not_added"),
    columns: [
      {
        key: "resource",
        label: t("ui.resource"),
        value: (row) => termText("resource", row.resource),
        cell: (row) => resourceCell(row.resource),
      },
      ...[...STAGES, "open"].map(column),
    ],
  });
}

// What is known to have become of a plan: the earlier statement beside the later one.
function chainsBlock() {
  const { chains } = DATA.planned;
  const one = (flow) => [
    flowParties(flow),
    h(
      "div",
      null,
      num(flowAmount(flow), [flow]),
      " ",
      h(
        "span",
        { class: "soft" },
        term("status", FLOWS.status[flow]),
        flowDate(flow) ? ` · ${flowDate(flow)}` : "",
      ),
    ),
  ];
  return h(
    "div",
    { class: "block" },
    h("h3", null, t("ui.chains_title")),
    h("p", { class: "about" }, t("ui.chains_about")),
    makeTable({
      id: "chains",
      caption: t("ui.chains_title"),
      rows: chains,
      size: 8,
      note: keptNote(chains, LEFT_OUT.chains),
      named: false,
      columns: [
        { key: "earlier", label: t("ui.chain_earlier"), cell: ([earlier]) => one(earlier) },
        { key: "later", label: t("ui.chain_later"), cell: ([, later]) => one(later) },
      ],
    }),
  );
}
