// The bar that stays in view: which unit, which resource, which year.
function makeFilters() {
  const bar = h("div", { class: "filters", role: "region", "aria-label": t("ui.filters") });
  drawFilters(bar);
  return bar;
}

function drawFilters(bar) {
  const of = lens();
  const lenses = h(
    "div",
    { class: "segments", role: "group", "aria-label": t("ui.lens") },
    LENSES.map((one) =>
      h(
        "button",
        {
          type: "button",
          "data-lens": one.key,
          "aria-pressed": String(one.key === state.lens),
          onclick: () => {
            choose({ lens: one.key });
            document.querySelector(`[data-lens="${CSS.escape(one.key)}"]`).focus();
          },
        },
        lensName(one),
      ),
    ),
  );
  bar.replaceChildren(
    h(
      "div",
      { class: "filters-inner" },
      lenses,
      picker("resource", ["*", ...of.resources], (one) =>
        one === "*" ? t("ui.all_resources") : termText("resource", one),
      ),
      picker("year", ["*", ...of.years].map(String), (one) =>
        one === "*" ? t("ui.all_years") : t("ui.in_year", { year: one }),
      ),
      usedLine(),
    ),
  );
}

function picker(key, values, label) {
  const element = h(
    "select",
    {
      "data-pick": key,
      "aria-label": t(`ui.pick_${key}`),
      onchange: () => {
        choose({ [key]: element.value });
        document.querySelector(`[data-pick="${key}"]`).focus();
      },
    },
    values.map((one) => {
      const there =
        stateOf(state.lens, key === "resource" ? one : state.resource, key === "year" ? one : state.year) ||
        stateOf(state.lens, key === "resource" ? one : "*", key === "year" ? one : "*");
      return h("option", { value: one, selected: state[key] === one, disabled: !there }, label(one));
    }),
  );
  element.value = state[key];
  return element;
}

// How much of the ledger the choice shows.
function usedLine() {
  const now = current();
  if (!now) return h("p", { class: "used" }, t("ui.nothing"));
  const { flows, count } = now.summary.behind.used;
  return h(
    "p",
    { class: "used" },
    tn("ui.used", {
      used: counted(count, num(whole(count), flows, { value: count, count })),
      all: whole(ALL_FLOWS),
    }),
  );
}
