// 6. On how many partners each depends, and how much on the largest.
function concentrationSection() {
  return makeSection("concentration", h("div", { class: "slot", "data-slot": "concentration" }));
}

function drawConcentration() {
  const now = current();
  if (!now) return [scopeLine(), levelSwitch(), h("p", { class: "empty" }, t("ui.nothing"))];
  const [found, net] = [now.concentration[state.level], now[state.level]];
  const rows = new Map(strengths(net).map((row) => [row.node, row]));
  return [
    scopeLine(),
    levelSwitch(),
    ["donors", "recipients"].map((side) => concentrationTable(side, found[side], net, rows)),
  ];
}

function concentrationTable(side, found, net, rows) {
  const lines = found.n.map((n, k) => ({
    n,
    largest: found.largest[k],
    partners: found.partners[k],
    unstated: found.unstated[k],
    share: found.share[k],
    hhi: found.hhi[k],
    effective: found.effective[k],
  }));
  const twins = twinNames(found.n);
  const own = side === "donors" ? "s" : "t";
  const sum = (row) => SIDES[own](rows.get(row.n));
  return h(
    "div",
    { class: "block" },
    h("h3", null, t(`ui.concentration_${side}`)),
    makeTable({
      id: `concentration-${side}`,
      caption: t(`ui.concentration_${side}`),
      rows: lines,
      size: 8,
      note: found.count > lines.length ? t("ui.rank_kept", { n: lines.length, all: found.count }) : null,
      expand: (row) => h("div", { class: "causes" }, edgeList(net, rows.get(row.n), own), shortNote(net)),
      columns: [
        {
          key: "name",
          label: t("ui.party"),
          value: (row) => nodeName(row.n),
          cell: (row) => nodeLink(row.n, net, twins),
        },
        {
          key: "amount",
          label: inUnitHead(t("ui.amount"), lens()),
          num: true,
          descend: true,
          value: (row) => sum(row).total,
          cell: (row) => {
            const { total, flows, count } = sum(row);
            return num(total === null ? t("ui.no_amount_short") : amount(total), flows, {
              value: total,
              count,
            });
          },
        },
        {
          key: "partners",
          label: t("ui.partners"),
          num: true,
          descend: true,
          help: t("ui.partners_help"),
          value: (row) => row.partners,
          cell: (row) => [
            whole(row.partners),
            row.unstated
              ? h(
                  "span",
                  { class: "bounds", title: t("ui.partners_unstated", { n: row.unstated }) },
                  ` +${whole(row.unstated)}`,
                )
              : null,
          ],
        },
        {
          key: "largest",
          label: t("ui.largest"),
          value: (row) => (row.largest === null ? null : nodeName(row.largest)),
          cell: (row) => (row.largest === null ? "–" : datum(nodeName(row.largest))),
        },
        {
          key: "share",
          label: t("ui.largest_share"),
          num: true,
          descend: true,
          help: t("ui.largest_help"),
          value: (row) => row.share,
          cell: (row) => shareCell(row.share),
        },
        {
          key: "hhi",
          label: t("ui.hhi"),
          num: true,
          descend: true,
          help: t("ui.hhi_help"),
          value: (row) => row.hhi,
          cell: (row) => (row.hhi === null ? "–" : decimal(row.hhi, 2)),
        },
        {
          key: "effective",
          label: t("ui.effective"),
          num: true,
          descend: true,
          help: t("ui.effective_help"),
          value: (row) => row.effective,
          cell: (row) => (row.effective === null ? "–" : decimal(row.effective, 1)),
        },
      ],
    }),
  );
}

function shareCell(share) {
  if (share === null) return "–";
  return h(
    "span",
    { class: "share" },
    h(
      "span",
      { class: "share-track", "aria-hidden": "true" },
      h("span", { class: "share-bar", style: { width: `${100 * share}%` } }),
    ),
    percent(share),
  );
}
