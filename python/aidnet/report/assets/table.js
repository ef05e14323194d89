// Tables that sort by any column, show a part at a time, and open rows.
const sorts = new Map();
const pages = new Map();

// columns: {key, label, cell(row), value(row), num, help, descend}; rows open with expand(row).
function makeTable({ id, caption, columns, rows, size = 10, expand, named = true, note }) {
  const box = h("div", { class: "table-box" });
  const table = h("table", { id: `table-${id}` });
  const foot = h("div", { class: "table-foot" });
  const scroll = h(
    "div",
    { class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption },
    table,
  );
  const open = new Set();
  let first = 0;

  const ordered = () => {
    const sort = sorts.get(id);
    const column = sort && columns.find((one) => one.key === sort.key);
    if (!column) return rows;
    const key = column.value ?? (() => null);
    const sign = sort.down ? -1 : 1;
    return rows
      .map((row, k) => [row, key(row), k])
      .sort(([, a, i], [, b, j]) => {
        const [no, none] = [blankValue(a), blankValue(b)];
        if (no || none) return no - none || i - j;
        const order = typeof a === "string" ? a.localeCompare(b, say.lang === "zh" ? "zh" : "en") : a - b;
        return sign * order || i - j;
      })
      .map(([row]) => row);
  };

  const headCell = (column) => {
    const sort = sorts.get(id);
    const active = sort?.key === column.key;
    const state_ = active ? (sort.down ? "descending" : "ascending") : column.value ? "none" : null;
    const content = column.value
      ? h(
          "button",
          {
            type: "button",
            class: "sort",
            "data-sort": column.key,
            title: column.help,
            onclick: () => {
              const down = active ? !sort.down : (column.descend ?? false);
              sorts.set(id, { key: column.key, down });
              first = 0;
              draw();
              table.querySelector(`[data-sort="${column.key}"]`)?.focus();
            },
          },
          column.label,
          h("span", { class: "arrow", "aria-hidden": "true" }, active ? (sort.down ? " ↓" : " ↑") : ""),
        )
      : column.label;
    return h("th", { scope: "col", class: column.num ? "num" : null, "aria-sort": state_ }, content);
  };

  const bodyRows = (row, k) => {
    const cells = columns.map((column, at) => {
      const content = column.cell(row, k);
      const toggle =
        at === 0 && expand
          ? h(
              "button",
              {
                type: "button",
                class: "expand",
                "aria-expanded": open.has(row) ? "true" : "false",
                "aria-label": t("ui.open_row"),
                onclick: () => {
                  if (!open.delete(row)) open.add(row);
                  draw();
                  table.querySelectorAll(".expand")[shownRows().indexOf(row)]?.focus();
                },
              },
              open.has(row) ? "▾" : "▸",
            )
          : null;
      const inner = toggle ? h("div", { class: "opens" }, toggle, h("span", null, content)) : content;
      return named && at === 0
        ? h("th", { scope: "row" }, inner)
        : h("td", { class: column.num ? "num" : null }, inner);
    });
    const line = h("tr", null, cells);
    return open.has(row)
      ? [line, h("tr", { class: "opened" }, h("td", { colspan: columns.length }, expand(row)))]
      : [line];
  };

  const length = () => pages.get(id) ?? size;
  const shownRows = () => ordered().slice(first, first + length());

  function draw() {
    const shown = shownRows();
    table.replaceChildren(
      h("caption", null, caption),
      h("thead", null, h("tr", null, columns.map(headCell))),
      h(
        "tbody",
        null,
        shown.flatMap((row, k) => bodyRows(row, first + k)),
      ),
    );
    drawFoot();
  }

  function drawFoot() {
    const count = rows.length;
    const go = (to) => () => {
      first = to;
      draw();
    };
    const more =
      length() < count || first
        ? [
            h(
              "button",
              {
                type: "button",
                class: "page",
                disabled: first === 0,
                onclick: go(Math.max(0, first - length())),
              },
              t("ui.previous"),
            ),
            h(
              "span",
              { class: "where" },
              t("ui.rows_of", {
                from: whole(Math.min(count, first + 1)),
                to: whole(Math.min(count, first + length())),
                n: whole(count),
              }),
            ),
            h(
              "button",
              {
                type: "button",
                class: "page",
                disabled: first + length() >= count,
                onclick: go(first + length()),
              },
              t("ui.next"),
            ),
            count <= 400
              ? h(
                  "button",
                  {
                    type: "button",
                    class: "page",
                    onclick: () => {
                      pages.set(id, count);
                      first = 0;
                      draw();
                    },
                  },
                  t("ui.show_all", { n: whole(count) }),
                )
              : null,
          ]
        : count > size
          ? [
              h(
                "button",
                {
                  type: "button",
                  class: "page",
                  onclick: () => {
                    pages.delete(id);
                    draw();
                  },
                },
                t("ui.show_fewer"),
              ),
            ]
          : [];
    foot.replaceChildren(...more.filter(Boolean), ...(note ? [h("span", { class: "note" }, note)] : []));
  }

  draw();
  const none = () => (note ? "" : h("p", { class: "empty" }, t("ui.nothing")));
  box.append(rows.length ? scroll : none(), foot);
  return box;
}

// What a table lists of all there is.
const keptNote = (rows, out) => (out ? t("ui.rank_kept", { n: rows.length, all: rows.length + out }) : null);

const blankValue = (value) => value === null || value === undefined || Number.isNaN(value);

// The table behind a chart of edges.
function edgeTable(id, caption, net, of = lens(), ends = ["ui.donor", "ui.recipient"]) {
  const edges = edgesOf(net).sort(byWeight);
  return makeTable({
    id,
    caption,
    rows: edges,
    size: 12,
    columns: [
      {
        key: "from",
        label: t(ends[0]),
        value: (e) => nodeName(e.from),
        cell: (e) => datum(nodeName(e.from)),
      },
      { key: "to", label: t(ends[1]), value: (e) => nodeName(e.to), cell: (e) => datum(nodeName(e.to)) },
      ...(net.r
        ? [
            {
              key: "resource",
              label: t("ui.resource"),
              value: (e) => termText("resource", e.resource),
              cell: (e) => resourceCell(e.resource),
            },
          ]
        : []),
      {
        key: "w",
        label: inUnitHead(t("ui.amount"), of),
        num: true,
        descend: true,
        value: (e) => (unstated(e) ? null : e.w),
        cell: (e) => edgePlain(e),
      },
      ...(isCount(of)
        ? []
        : [
            {
              key: "lo",
              label: t("ui.at_least_head"),
              num: true,
              descend: true,
              value: (e) => (unstated(e) ? null : e.lo),
              cell: (e) => (unstated(e) ? "" : exact(e.lo)),
            },
            {
              key: "up",
              label: t("ui.at_most_head"),
              num: true,
              descend: true,
              value: (e) => (unstated(e) ? null : (e.up ?? Infinity)),
              cell: (e) => (unstated(e) ? "" : exact(e.up)),
            },
            {
              key: "u",
              label: t("ui.without_amount"),
              num: true,
              descend: true,
              value: (e) => e.u,
              cell: (e) => (e.u ? whole(e.u) : ""),
            },
          ]),
      {
        key: "f",
        label: t("ui.statements"),
        num: true,
        descend: true,
        value: (e) => e.n,
        cell: (e) => num(whole(e.n), e.f, { value: e.n, count: e.n }),
      },
    ],
  });
}

function inUnitHead(text, of) {
  const word = isCount(of) ? "" : unitWord(of.unit);
  if (!word) return text;
  return say.lang === "zh" ? `${text}（${word}）` : `${text}, ${word}`;
}
const edgePlain = (edge) =>
  unstated(edge)
    ? h("span", { class: "soft" }, t("ui.no_amount"))
    : num(exact(edge.w), edge.f, { value: edge.w, count: edge.n });
