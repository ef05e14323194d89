// The page: built anew for a language, its parts drawn anew for a choice.
const SLOTS = {
  holdings: [drawHoldings, ["lens", "resource", "year"]],
  ranks: [drawRanks, ["lens", "resource", "year", "level"]],
  sankey: [drawSankey, ["lens", "resource", "year"]],
  map: [drawMap, ["lens", "resource", "year"]],
  network: [drawNetwork, ["lens", "resource", "year"]],
  concentration: [drawConcentration, ["lens", "resource", "year", "level"]],
  plans: [drawPlans, ["lens"]],
  statements: [drawStatements, ["lens", "resource", "year"]],
};

function build() {
  say.lang = state.lang;
  document.documentElement.lang = say.lang === "zh" ? "zh-Hans" : "en";
  const page = document.getElementById("page");
  const { meta } = DATA;
  document.title = inLanguage(meta.title) || t("report.untitled");
  page.replaceChildren(
    h(
      "a",
      {
        class: "skip",
        href: "#main",
        onclick: (event) => {
          event.preventDefault();
          document.querySelector("main").focus();
        },
      },
      t("ui.skip"),
    ),
    makeHeader(),
    makeFilters(),
    h(
      "main",
      { id: "main", tabindex: -1 },
      holdingsSection(),
      ranksSection(),
      sankeySection(),
      mapSection(),
      networkSection(),
      concentrationSection(),
      plansSection(),
      movementSection(),
      groupsSection(),
      statementsSection(),
      methodSection(),
    ),
    h("footer", null, h("p", null, tn("ui.footer", { version: datum(meta.version) }))),
    hatchings(),
  );
  drawSlots(Object.keys(SLOTS));
}

function drawSlots(keys) {
  for (const key of keys) {
    const slot = document.querySelector(`[data-slot="${key}"]`);
    slot.replaceChildren(
      ...[SLOTS[key][0]()].flat(Infinity).filter((x) => x !== null && x !== undefined && x !== false),
    );
  }
  redrawFigures(false);
}

// The place in the text stays where it was when everything above it changes its height.
function keepingPlace(change) {
  const section = [...document.querySelectorAll("main > section")].find(
    (one) => one.getBoundingClientRect().bottom > 80,
  );
  const before = section?.getBoundingClientRect().top;
  change();
  const after = section && document.getElementById(section.id);
  if (after && scrollY > 0)
    scrollBy({ top: after.getBoundingClientRect().top - before, behavior: "instant" });
}

function changed(change) {
  if ("lang" in change) {
    announce("");
    return keepingPlace(build);
  }
  keepingPlace(() => {
    const focused =
      document.activeElement?.dataset?.level &&
      [...document.querySelectorAll("[data-level]")].indexOf(document.activeElement);
    drawFilters(document.querySelector(".filters"));
    drawSlots(Object.keys(SLOTS).filter((key) => SLOTS[key][1].some((one) => one in change)));
    announce(document.querySelector(".used").textContent);
    if (typeof focused === "number") {
      const switches = [...document.querySelectorAll("[data-level]")];
      (
        switches[
          focused +
            (switches[focused]?.dataset.level === state.level
              ? 0
              : switches[focused + 1]?.dataset.level === state.level
                ? 1
                : -1)
        ] ?? switches[0]
      )?.focus({ preventScroll: true });
    }
  });
}

// What changed is said by one region that stays where it is; what is drawn anew would not be heard.
const heard = h("p", { class: "hidden", role: "status", "aria-live": "polite" });
function announce(text) {
  if (heard.textContent !== text) heard.textContent = text;
}

readAddress();
listeners.push(changed);
document.body.append(heard, startTips(), makePanel());
build();
watchWidth();
addEventListener("hashchange", () => {
  readAddress();
  build();
});
if (SECTIONS.includes(state.at)) show(document.getElementById(state.at));
