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
  const none = silent(summary.total, summary.missing, summary.used);
  const spread =
    none || certain(summary.total, summary.lower, summary.upper)
      ? []
      : [boundsClause(summary.lower, summary.upper)];
  const of = (name, value, text) => {
    const { flows, count } = summary.behind[name];
    return num(text ?? whole(value), flows, { value, count, class: "n big" });
  };
  const figures = [
    isCount()
      ? null
      : stat(
          t("ui.stat_total"),
          [
            none ? of("used", null, t("ui.no_amount")) : of("used", summary.total, amount(summary.total)),
            none || !lens().unit ? null : [" ", h("span", { class: "big-unit" }, unitWord(lens().unit))],
          ],
          ...spread,
        ),
    stat(t("ui.stat_used"), of("used", summary.used), t("ui.of_all", { n: whole(ALL_FLOWS) })),
    isCount() ? null : stat(t("ui.stat_missing"), of("missing", summary.missing), t("ui.stat_missing_more")),
    isCount()
      ? null
      : stat(t("ui.stat_unbounded"), of("unbounded", summary.unbounded), t("ui.stat_unbounded_more")),
    stat(
      t("ui.stat_undated"),
      of("undated", summary.undated),
      t(state.year === "*" ? "ui.stat_undated_more" : "ui.stat_undated_year"),
    ),
  ];
  const blocks = [scopeLine(), h("dl", { class: "stats" }, figures)];
  if (
    !isCount() &&
    !none &&
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
      const edge = { w: summary.total, lo: summary.lower, up: summary.upper, u: 0, n: summary.used };
      return { chart, legend: shadeKeys([edge]) };
    },
  });
}

const FATE_ORDER = ["used"];
function fatesBlock() {
  const fates = DATA.quality.fates[state.lens];
  if (!fates) return null;
  const rows = Object.entries(fates)
    .filter(([, cell]) => cell.count)
    .sort(([a, x], [b, y]) => FATE_ORDER.includes(b) - FATE_ORDER.includes(a) || y.count - x.count)
    .map(([fate, cell]) => [capital(term("fate", fate)), cell.flows, fate, cell.count]);
  return h(
    "div",
    { class: "block" },
    h("h3", null, t("ui.fates_title", { lens: lensName(lens()) })),
    h("p", { class: "about" }, t("ui.fates_about")),
    countBars(rows),
  );
}

// Every statement of the ledger, by what is known of it; also of those that are not in this file.
const QUALITIES = ["status", "resource", "qualifier", "confidence", "year", "source"];

function qualityBlock() {
  return h(
    "div",
    { class: "block" },
    h("h3", null, t("ui.quality_title")),
    h("p", { class: "about" }, t("ui.quality_about")),
    h(
      "div",
      { class: "grid" },
      QUALITIES.map((key) => {
        const found = DATA.quality.by[key];
        const rest = ALL_FLOWS - found.reduce((sum, [, count]) => sum + count, 0);
        return h(
          "div",
          null,
          h("h4", null, t(`ui.by_${key}`)),
          countBars(
            (key === "year" ? undatedLast(found) : found).map(([one, count, flows]) => [
              groupLabel(key, one),
              flows,
              one,
              count,
            ]),
            { paint: key === "resource" ? backgroundOf : undefined },
          ),
          rest ? h("p", { class: "notes" }, t("ui.quality_rest", { n: rest })) : null,
        );
      }),
    ),
  );
}

const undatedLast = (years) => years.slice().sort(([a], [b]) => (a === "") - (b === ""));

function groupLabel(key, one) {
  if (one === "") return capital(t("ui.not_stated"));
  if (key === "year") return one;
  if (key !== "source") return capital(term(key, one));
  const title = SOURCES.find((source) => source.id === one)?.title;
  return title ? datum(title, { title }) : datum(one);
}

function checksBlock() {
  const found = DATA.quality.check;
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
      note: keptNote(found, LEFT_OUT.findings),
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
