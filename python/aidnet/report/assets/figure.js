// A chart with its title, legend, notes and the table behind it, drawn for the width at hand.
const figures = new Set();
const printing = { on: false };
const PRINT_WIDTH = 700;

// draw(width) returns {chart, notes, legend}; table() the alternative for readers of tables.
function makeFigure({ id, title, describe, draw, table }) {
  const stage = h("div", { class: "stage" });
  const legend = h("div", { class: "legend" });
  const notes = h("div", { class: "notes" });
  const behind = h("div", { class: "behind", hidden: true, id: `behind-${id}` });
  const toggle =
    table &&
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-expanded": "false",
        "aria-controls": `behind-${id}`,
        onclick: () => {
          behind.hidden = !behind.hidden;
          if (!behind.hidden && !behind.firstChild) behind.append(table());
          toggle.setAttribute("aria-expanded", String(!behind.hidden));
          toggle.replaceChildren(t(behind.hidden ? "ui.show_table" : "ui.hide_table"));
        },
      },
      t("ui.show_table"),
    );
  const element = h(
    "figure",
    { class: "figure", id: `figure-${id}` },
    h("figcaption", null, h("strong", null, title), toggle),
    legend,
    stage,
    notes,
    behind,
  );
  const one = { element, width: 0, redraw };

  function redraw(force = false) {
    if (!element.isConnected) return;
    const width = printing.on ? PRINT_WIDTH : Math.floor(stage.clientWidth);
    if (!width || (!force && Math.abs(width - one.width) < 4)) return;
    one.width = width;
    const drawn = draw(width);
    drawn.chart.setAttribute("role", "img");
    drawn.chart.setAttribute(
      "aria-label",
      `${title}. ${describe ?? ""} ${table ? t("ui.table_behind") : ""}`,
    );
    stage.replaceChildren(drawn.chart);
    // A chart that is wider than its place is moved to the side, beginning with its middle.
    const beyond = Number(drawn.chart.getAttribute("width")) - width;
    stage.classList.toggle("moves", beyond > 1);
    if (beyond > 1) stage.scrollLeft = beyond / 2;
    legend.replaceChildren(...(drawn.legend ?? []));
    notes.replaceChildren(...(drawn.notes ?? []).map((note) => h("p", null, note)));
  }
  figures.add(one);
  return element;
}

function redrawFigures(force) {
  for (const one of figures) {
    if (one.element.isConnected) one.redraw(force);
    else figures.delete(one);
  }
}

function watchWidth() {
  let waiting = 0;
  new ResizeObserver(() => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => redrawFigures(false));
  }).observe(document.documentElement);
  addEventListener("beforeprint", () => {
    printing.on = true;
    redrawFigures(true);
  });
  addEventListener("afterprint", () => {
    printing.on = false;
    redrawFigures(true);
  });
}

const canvas = (width, height, ...children) =>
  svg(
    "svg",
    {
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      class: "chart",
      preserveAspectRatio: "xMidYMin meet",
    },
    children,
  );
