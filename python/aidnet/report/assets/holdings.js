// 1. What the ledger holds, and how sure it is.
function holdingsSection() {
  return makeSection(
    "holdings",
    h("div", { class: "slot", "data-slot": "holdings" }),
    qualityBlock(),
    checksBlock(),
  );
}

function stat(label, value, ...more) {
  return h(
    "div",
    { class: "stat" },
    h("dt", null, label),
    h("dd", null, value, more.length ? h("div", { class: "soft" }, more) : null),
  );
}

function drawHoldings() {
  const now = current();
  if (!now) return [h("p", { class: "empty" }, t("ui.nothing"))];
  const { summary } = now;
  const flows = flowsIn(now.party);
  const without = flows.filter(missing);
  const endless = flows.filter(
    (flow) =>
      !missing(flow) &&
      FLOWS.upper[flow] === null &&
      FLOWS.qualifier[flow] !== "exact" &&
      FLOWS.qualifier[flow] !== "about",
  );
  // Of a year, those that no year can count; they are among all years.
  const dateless = flowsIn(stateOf(state.lens, state.resource, "*")?.party ?? now.party).filter(
    (flow) => !FLOWS.start[flow] && !FLOWS.end[flow],
  );
  const spread = certain(summary.total, summary.lower, summary.upper)
    ? []
    : [boundsClause(summary.lower, summary.upper)];
  const figures = [
    isCount()
      ? null
      : stat(
          t("ui.stat_total"),
          [
            num(amount(summary.total), flows, { value: summary.total, class: "n big" }),
            " ",
            h("span", { class: "big-unit" }, unitWord(lens().unit)),
          ],
          ...spread,
        ),
    stat(
      t("ui.stat_used"),
      num(whole(summary.used), flows, { value: summary.used, class: "n big" }),
      t("ui.of_all", { n: whole(DATA.meta.counts?.flows ?? FLOW_COUNT) }),
    ),
    isCount()
      ? null
      : stat(
          t("ui.stat_missing"),
          num(whole(summary.missing), without, { value: summary.missing, class: "n big" }),
          t("ui.stat_missing_more"),
        ),
    isCount()
      ? null
      : stat(
          t("ui.stat_unbounded"),
          num(whole(summary.unbounded), endless, { value: summary.unbounded, class: "n big" }),
          t("ui.stat_unbounded_more"),
        ),
    stat(
      t("ui.stat_undated"),
      num(whole(summary.undated), dateless, {
        value: summary.undated,
        count: summary.undated,
        class: "n big",
      }),
      t(state.year === "*" ? "ui.stat_undated_more" : "ui.stat_undated_year"),
    ),
  ];
  const blocks = [scopeLine(), h("dl", { class: "stats" }, figures)];
  if (
    !isCount() &&
    (summary.lower < summary.total || (summary.upper !== null && summary.upper > summary.total))
  )
    blocks.push(totalFigure(summary));
  blocks.push(fatesBlock());
  return blocks;
}

function totalFigure(summary) {
  return makeFigure({
    id: "total",
    title: t("ui.total_figure"),
    describe: `${inUnit(amount(summary.total))}, ${boundsClause(summary.lower, summary.upper)}`,
    draw: (width) => {
      const most = Math.max(summary.total, summary.upper ?? summary.total * 1.08);
      const chart = canvas(
        width,
        40,
        svg("g", { transform: "translate(0 4)" }, boundsBar(summary, most, width - 24, 18)),
        svg("text", { x: 0, y: 38, class: "tick" }, amount(0)),
        svg("text", { x: width - 24, y: 38, class: "tick", "text-anchor": "end" }, inUnit(amount(most))),
      );
      const edge = { w: summary.total, lo: summary.lower, up: summary.upper, u: 0 };
      return { chart, legend: shadeKeys([edge]) };
    },
  });
}

const FATE_ORDER = ["used"];
function fatesBlock() {
  const fates = DATA.quality?.fates?.[state.lens];
  if (!fates) return null;
  const rows = Object.entries(fates)
    .map(([fate, cell]) => [fate, held(cell)])
    .filter(([, cell]) => cell.count)
    .sort(([a, x], [b, y]) => FATE_ORDER.includes(b) - FATE_ORDER.includes(a) || y.count - x.count)
    .map(([fate, cell]) => [capital(term("fate", fate)), cell.f, fate, cell.count]);
  return h(
    "div",
    { class: "block" },
    h("h3", null, t("ui.fates_title", { lens: lensName(lens()) })),
    h("p", { class: "about" }, t("ui.fates_about")),
    countBars(rows),
  );
}

// Every statement, by what is known of it.
function qualityBlock() {
  const kinds = [
    ["status", (flow) => FLOWS.status[flow] ?? ""],
    ["resource", (flow) => FLOWS.resource[flow] ?? ""],
    ["qualifier", (flow) => FLOWS.qualifier[flow] ?? ""],
    ["confidence", (flow) => FLOWS.confidence[flow] ?? ""],
    ["year", (flow) => (FLOWS.start[flow] ?? FLOWS.end[flow] ?? "").slice(0, 4)],
    ["source", (flow) => FLOWS.source[flow] ?? ""],
  ];
  return h(
    "div",
    { class: "block" },
    h("h3", null, t("ui.quality_title")),
    h("p", { class: "about" }, t("ui.quality_about")),
    h(
      "div",
      { class: "grid" },
      kinds.map(([key, of]) =>
        h(
          "div",
          null,
          h("h4", null, t(`ui.by_${key}`)),
          countBars(grouped(key, of), {
            paint: key === "resource" ? (one) => backgroundOf(one) : undefined,
          }),
        ),
      ),
    ),
  );
}

function grouped(key, of) {
  const groups = new Map();
  for (let flow = 0; flow < FLOW_COUNT; flow += 1) {
    const one = of(flow);
    if (!groups.has(one)) groups.set(one, []);
    groups.get(one).push(flow);
  }
  const rows = [...groups];
  rows.sort(
    key === "year"
      ? ([a], [b]) => (a === "") - (b === "") || (a < b ? -1 : 1)
      : ([, a], [, b]) => b.length - a.length,
  );
  return rows.map(([one, flows]) => [groupLabel(key, one), flows, one]);
}

function groupLabel(key, one) {
  if (one === "") return capital(t("ui.not_stated"));
  if (key === "year") return one;
  if (key === "source")
    return SOURCES[one].title
      ? datum(SOURCES[one].title, { title: SOURCES[one].title })
      : datum(SOURCES[one].id);
  return capital(term(key, one));
}

function checksBlock() {
  const found = DATA.quality?.check ?? [];
  if (!found.length) return null;
  return h(
    "div",
    { class: "block" },
    h("h3", null, t("ui.checks_title")),
    h("p", { class: "about" }, t("ui.checks_about")),
    makeTable({
      id: "checks",
      caption: t("ui.checks_title"),
      rows: found,
      size: 6,
      columns: [
        {
          key: "kind",
          label: t("ui.check_kind"),
          value: (row) => termText("check", row.kind),
          cell: (row) => capital(term("check", row.kind)),
        },
        {
          key: "state",
          label: t("ui.check_state"),
          value: (row) => termText("verdict", row.state),
          cell: (row) => (row.state ? h("span", { class: "nowrap" }, term("verdict", row.state)) : ""),
        },
        {
          key: "message",
          label: t("ui.check_message"),
          cell: (row) => datum(row.message, { class: "d finding" }),
        },
        {
          key: "flows",
          label: t("ui.statements"),
          num: true,
          descend: true,
          value: (row) => row.count,
          cell: (row) => num(whole(row.count), row.flows, { value: row.count, count: row.count }),
        },
      ],
    }),
  );
}
