// The panel beside the page (a sheet from below on phones) with the statements behind a number.
const panel = { element: null, stack: [], opener: null };

function makePanel() {
  panel.element = h("aside", {
    class: "panel",
    role: "dialog",
    "aria-labelledby": "panel-title",
    hidden: true,
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.element.hidden && !event.defaultPrevented) closePanel();
  });
  listeners.push((change) => {
    if ("lang" in change) drawPanel();
  });
  return panel.element;
}

// `view` is {title, body}, both functions, so that the panel can be drawn in the other language.
function openPanel(view) {
  if (panel.element.hidden) {
    panel.opener = document.activeElement;
    panel.stack = [];
  }
  panel.stack.push(view);
  panel.element.hidden = false;
  document.body.classList.add("with-panel");
  drawPanel();
  panel.element.querySelector("#panel-title").focus({ preventScroll: true });
}

function drawPanel() {
  const view = panel.stack.at(-1);
  if (!view || panel.element.hidden) return;
  const back =
    panel.stack.length > 1
      ? h(
          "button",
          {
            type: "button",
            class: "quiet",
            onclick: () => {
              panel.stack.pop();
              drawPanel();
              panel.element.querySelector("#panel-title").focus();
            },
          },
          "← ",
          t("ui.back"),
        )
      : h("span");
  panel.element.replaceChildren(
    h(
      "div",
      { class: "panel-bar" },
      back,
      h(
        "button",
        { type: "button", class: "quiet close", onclick: closePanel, "aria-label": t("ui.close") },
        t("ui.close"),
        " ",
        h("span", { "aria-hidden": "true" }, "×"),
      ),
    ),
    h(
      "div",
      { class: "panel-body" },
      h("h2", { id: "panel-title", tabindex: -1 }, view.title()),
      view.body(),
    ),
  );
  panel.element.querySelector(".panel-body").scrollTop = 0;
}

function closePanel() {
  panel.element.hidden = true;
  document.body.classList.remove("with-panel");
  const opener = panel.opener;
  panel.stack = [];
  if (opener?.isConnected) opener.focus({ preventScroll: true });
  else document.querySelector("main")?.focus({ preventScroll: true });
}

// `count` is how many there are, where this document does not hold them all.
function openStatements(flows, title, count) {
  const all = unique(flows);
  const told = () =>
    count > all.length
      ? t(all.length ? "ui.statements_held" : "ui.statements_none", { n: all.length, all: count })
      : t("ui.n_statements", { n: all.length });
  openPanel({
    title: () => (title ? title() : told()),
    body: () => [
      title ? h("p", { class: "soft" }, told()) : null,
      all.length ? statementList(all) : count ? null : h("p", null, t("ui.nothing")),
    ],
  });
}

// A number that opens what is behind it. `value` is the exact one, for the title.
function num(text, flows, { value, title, count, ...attributes } = {}) {
  const exactly = value === undefined || value === null ? null : exact(value);
  return h(
    "button",
    {
      type: "button",
      class: "n",
      title: exactly === text ? null : exactly,
      "data-value": value,
      "aria-label": `${text}${colon()}${t("ui.show_statements", { n: count ?? unique(flows).length })}`,
      onclick: (event) => {
        event.stopPropagation();
        openStatements(flows, title, count);
      },
      ...attributes,
    },
    text,
  );
}
