// 2. The biggest donors, recipients and those between, by several measures side by side.
const RANK_KINDS = ["donors", "recipients", "between"];
const rankTitle = (kind) => (kind === "between" ? "ui.rank_between_title" : `ui.rank_${kind}`);

function ranksSection() {
  return makeSection("ranks", h("div", { class: "slot", "data-slot": "ranks" }));
}

function levelSwitch() {
  return h(
    "div",
    { class: "segments small", role: "group", "aria-label": t("ui.level") },
    ["party", "province"].map((one) =>
      h(
        "button",
        {
          type: "button",
          "data-level": one,
          "aria-pressed": String(state.level === one),
          onclick: () => {
            choose({ level: one });
          },
        },
        t(`ui.level_${one}`),
      ),
    ),
  );
}

function drawRanks() {
  const now = current();
  if (!now) return [scopeLine(), levelSwitch(), h("p", { class: "empty" }, t("ui.nothing"))];
  const [ranks, net] = [now.ranks[state.level], now[state.level]];
  const rows = new Map(strengths(net).map((row) => [row.node, row]));
  return [
    scopeLine(),
    levelSwitch(),
    RANK_KINDS.map((kind) => rankTable(kind, ranks[kind], net, rows)),
    intervalNote(ranks.donors),
  ];
}

function intervalNote({ attrs }) {
  const told = [t("ui.rank_key")];
  if (attrs.drawn) {
    const options = { share: percent(DATA.meta.share), draws: whole(DATA.meta.draws) };
    told.push(t("ui.rank_key_line", options), t("ui.rank_uncertain", { n: attrs.uncertain }));
  } else told.push(t("ui.rank_undrawn"));
  if (attrs.unbounded) told.push(t("ui.rank_unbounded", { n: attrs.unbounded }));
  if (attrs.zero) told.push(t("ui.rank_zero", { n: attrs.zero }));
  return h("p", { class: "notes" }, told.join(say.lang === "zh" ? "" : " "));
}

// Why a table has no rows.
function nobody(kind, count) {
  if (count) return t("ui.rank_kept", { n: 0, all: count });
  return t(kind === "between" ? "ui.nobody_between" : "ui.nothing");
}

function rankTable(kind, rank, net, rows) {
  if (!rank.n.length)
    return h(
      "div",
      { class: "block" },
      h("h3", null, t(rankTitle(kind))),
      h("p", { class: "empty" }, nobody(kind, rank.count)),
    );
  const names = Object.keys(rank.measures);
  const { count } = rank;
  const twins = twinNames(rank.n);
  const lines = rank.n.map((node, k) => ({ node, k, row: rows.get(node) }));
  const column = (name) => {
    const measure = rank.measures[name];
    const last = Math.max(count, ...measure.high.concat(measure.rank).map((x) => x ?? 1));
    const side = name === "in" || (kind === "recipients" && name !== "out") ? "t" : "s";
    return {
      key: name,
      num: true,
      label: capital(termText("measure", name)),
      help: t(`measure.${name}.help`),
      value: (line) => measure.rank[line.k],
      cell: (line) => rankCell(measure, line, name, { last, side, attrs: rank.attrs }),
    };
  };
  const omitted = Object.entries(rank.omitted).map(([name, why]) =>
    t("ui.rank_omitted", { measure: termText("measure", name), why: termText("reason", why) }),
  );
  return h(
    "div",
    { class: "block ranks" },
    h("h3", null, t(rankTitle(kind))),
    h("p", { class: "about" }, t(`ui.rank_${kind}_about`)),
    makeTable({
      id: `rank-${kind}`,
      caption: t(rankTitle(kind)),
      rows: lines,
      size: 10,
      columns: [
        {
          key: "name",
          label: t("ui.party"),
          value: (line) => nodeName(line.node),
          cell: (line) => nodeLink(line.node, net, twins),
        },
        ...names.map(column),
      ],
      expand: (line) => causes(line, net, kind),
      note:
        [count > rank.n.length ? t("ui.rank_kept", { n: rank.n.length, all: count }) : "", ...omitted]
          .filter(Boolean)
          .join(" ") || null,
    }),
  );
}

function rankCell(measure, { k, row }, name, { last, side, attrs }) {
  const [score, place] = [measure.score[k], measure.rank[k]];
  if (score === null) return h("span", { class: "soft" }, "–");
  const { total, flows, count } = SIDES[side](row);
  const money = ["strength", "in", "out"].includes(name);
  // Nothing stated is no zero.
  const none = money && total === null;
  const text = none
    ? t("ui.no_amount_short")
    : money
      ? amount(score)
      : name === "degree"
        ? whole(score)
        : score > 0 && score < 0.0005
          ? `<${decimal(0.001, 3)}`
          : significant(score);
  const value =
    money || name === "degree"
      ? num(text, flows, { value: none ? null : score, count })
      : h("span", { title: String(score) }, text);
  return h(
    "div",
    { class: money ? "rank-cell wide" : "rank-cell" },
    h("span", { class: "rank" }, placeText(place, measure.rank)),
    whisker(place, measure.low[k] ?? place, measure.high[k] ?? place, last, attrs),
    h("span", { class: "score" }, value),
  );
}

// "2=" is shared with others.
function placeText(place, all) {
  if (place === null) return "–";
  return `${whole(place)}${all.filter((other) => other === place).length > 1 ? "=" : ""}`;
}

// Rank 1 is at the left; the line is where the uncertain figures may put it.
function whisker(place, low, high, last, attrs) {
  const width = 56;
  const x = (rank) => 4 + (Math.log(rank) / Math.log(Math.max(2, last))) * (width - 8);
  const sure = attrs.drawn && !attrs.unbounded ? "ui.rank_sure" : "ui.rank_stated";
  const label = low === high ? t(sure, { rank: place }) : t("ui.rank_between", { low, high });
  return svg(
    "svg",
    { class: "whisker", width, height: 12, role: "img", "aria-label": label, viewBox: `0 0 ${width} 12` },
    svg("title", null, label),
    svg("line", { x1: 4, x2: width - 4, y1: 6, y2: 6, class: "rail" }),
    low === high ? null : svg("line", { x1: x(low), x2: x(high), y1: 6, y2: 6, class: "reach" }),
    place === null ? null : svg("circle", { cx: x(place), cy: 6, r: 3, class: "place" }),
  );
}

// The edges behind a row, largest first.
function causes(line, net, kind) {
  const sides = kind === "donors" ? ["s"] : kind === "recipients" ? ["t"] : ["s", "t"];
  return h(
    "div",
    { class: "causes" },
    sides.map((side) => edgeList(net, line.row, side)),
    shortNote(net),
  );
}
