// 11. How the numbers are made, and what they do not mean.
const METHODS = [
  "statement",
  "amounts",
  "bounds",
  "totals",
  "units",
  "network",
  "intervals",
  "measures",
  "places",
  "limits",
];

function methodSection() {
  const { meta } = DATA;
  const facts = [
    fact("ui.about_ledger", meta.description ? datum(inLanguage(meta.description)) : null),
    fact("ui.cite", meta.citation ? datum(inLanguage(meta.citation)) : null),
    fact("ui.license", meta.license ? datum(meta.license) : null),
    fact("ui.made_with", datum(`aidnet ${meta.version}`)),
    fact(
      "ui.draws",
      t("ui.draws_told", {
        draws: whole(meta.draws),
        seed: String(meta.seed),
        share: percent(meta.share),
      }),
    ),
  ];
  return makeSection(
    "method",
    h(
      "div",
      { class: "method" },
      METHODS.map((key) =>
        h("div", null, h("h3", null, t(`ui.method.${key}`)), h("p", null, t(`ui.method.${key}.text`))),
      ),
    ),
    measureList(),
    h("h3", null, t("ui.sources_title")),
    sourceTable(),
    limitsList(),
    h("dl", { class: "facts colophon" }, facts),
  );
}

function measureList() {
  const used = ["strength", "degree", "hubs", "authorities", "pagerank", "betweenness"];
  return h(
    "dl",
    { class: "facts measures" },
    used.map((one) => [h("dt", null, capital(t(`measure.${one}`))), h("dd", null, t(`measure.${one}.help`))]),
  );
}

function sourceTable() {
  const flows = SOURCES.map((_, at_) =>
    FLOWS.id.map((id, flow) => flow).filter((flow) => FLOWS.source[flow] === at_),
  );
  return makeTable({
    id: "sources",
    caption: t("ui.sources_title"),
    rows: SOURCES.map((source, k) => ({ source, flows: flows[k] })),
    size: 20,
    columns: [
      {
        key: "title",
        label: t("ui.source"),
        value: (row) => row.source.title || row.source.id,
        cell: (row) => datum(row.source.title || row.source.id),
      },
      {
        key: "publisher",
        label: t("ui.publisher"),
        value: (row) => row.source.publisher || null,
        cell: (row) =>
          row.source.publisher
            ? datum(row.source.publisher)
            : h("span", { class: "soft" }, t("ui.not_stated")),
      },
      {
        key: "published",
        label: t("ui.published"),
        value: (row) => row.source.published || null,
        cell: (row) =>
          h(
            "span",
            { class: "date" },
            row.source.published
              ? dateText(row.source.published)
              : h("span", { class: "soft" }, t("ui.not_stated")),
          ),
      },
      {
        key: "flows",
        label: t("ui.statements"),
        num: true,
        descend: true,
        value: (row) => row.source.flows,
        cell: (row) =>
          num(whole(row.source.flows), row.flows, { value: row.source.flows, count: row.source.flows }),
      },
    ],
  });
}

// What this file leaves out to stay small, if anything.
function limitsList() {
  const sum = (x) => Object.values(x).reduce((a, b) => a + b, 0);
  const told = [
    ["ui.flows_left_out", LEFT_OUT.flows],
    ["ui.nets_cut", LEFT_OUT.networks],
    ["ui.states_left_out", LEFT_OUT.states],
    ["ui.no_intervals", LEFT_OUT.intervals],
    ["ui.resources_left_out", sum(LEFT_OUT.resources)],
    ["ui.years_left_out", sum(LEFT_OUT.years)],
    ["ui.units_left_out", LEFT_OUT.units],
    ["ui.groups_left_out", LEFT_OUT.groups],
    ["ui.members_left_out", LEFT_OUT.members],
    ["ui.channels_left_out", LEFT_OUT.channels],
    ["ui.findings_left_out", LEFT_OUT.findings],
    ["ui.movement_left_out", LEFT_OUT.movement],
    ["ui.chains_left_out", LEFT_OUT.chains],
  ]
    .filter(([, n]) => n)
    .map(([key, n]) => t(key, { n }));
  if (!told.length) return null;
  return [
    h("h3", null, t("ui.left_out")),
    h(
      "ul",
      null,
      told.map((one) => h("li", null, one)),
    ),
  ];
}
