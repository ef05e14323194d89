// The head of the page: what it is, in which language, and where things stand.
const SECTIONS = [
  "holdings",
  "ranks",
  "sankey",
  "map",
  "network",
  "concentration",
  "plans",
  "movement",
  "groups",
  "statements",
  "method",
];

function languageSwitch() {
  const own = { en: ["English", "en"], zh: ["中文", "zh-Hans"] };
  return h(
    "div",
    { class: "languages", role: "group", "aria-label": t("ui.language") },
    LANGUAGES.map((one) =>
      h(
        "button",
        {
          type: "button",
          class: "d",
          translate: "no",
          lang: own[one][1],
          "data-lang": one,
          "aria-pressed": String(say.lang === one),
          onclick: () => {
            choose({ lang: one });
            document.querySelector(`[data-lang="${one}"]`).focus();
          },
        },
        own[one][0],
      ),
    ),
  );
}

const inLanguage = (text) =>
  Array.isArray(text) ? (text[say.lang === "zh" ? 1 : 0] ?? text[0] ?? text[1]) : text;

function makeHeader() {
  const { meta } = DATA;
  const title = inLanguage(meta.title) || t("report.untitled");
  return h(
    "header",
    { class: "top" },
    h("div", { class: "top-row" }, h("p", { class: "kicker" }, t("ui.kicker")), languageSwitch()),
    h("h1", null, inLanguage(meta.title) ? datum(title) : title),
    h(
      "p",
      { class: "lead" },
      tn("ui.lead", {
        statements: strong(ALL_FLOWS),
        sources: strong(SAYING),
        parties: strong(meta.counts.named),
      }),
    ),
    h("div", { class: "top-tools" }, makeFinder(), makeContents()),
  );
}

const SAYING = SOURCES.filter((source) => source.flows).length;
const strong = (count) => counted(count, h("strong", null, whole(count)));

function makeContents() {
  return h(
    "nav",
    { class: "contents", "aria-label": t("ui.contents") },
    h(
      "ol",
      null,
      SECTIONS.map((key) =>
        h(
          "li",
          null,
          h(
            "a",
            {
              href: `#${key}`,
              onclick: (event) => {
                event.preventDefault();
                goTo(key);
              },
            },
            t(`ui.${key}.nav`),
          ),
        ),
      ),
    ),
  );
}

function goTo(key) {
  const section = document.getElementById(key);
  state.at = key;
  writeAddress();
  show(section);
  section.querySelector("h2").focus({ preventScroll: true });
}

// A section with its heading, what it is about, and what it is drawn for.
function makeSection(key, ...children) {
  const number = SECTIONS.indexOf(key) + 1;
  return h(
    "section",
    { id: key, "aria-labelledby": `${key}-title` },
    h(
      "h2",
      { id: `${key}-title`, tabindex: -1 },
      h("span", { class: "number", "aria-hidden": "true" }, String(number)),
      t(`ui.${key}.title`),
    ),
    h("p", { class: "about" }, t(`ui.${key}.about`)),
    children,
  );
}

function lensName(one) {
  if (isCount(one)) return t("ui.lens_count");
  if (one.unit === "") return t("ui.lens_bare");
  return raw(`ui.lens.${one.unit}`) ?? termText("unit", one.unit);
}

// "Money · all resources · 2020", above everything that the choice changes.
function scopeLine() {
  const resource = state.resource === "*" ? t("ui.all_resources") : termText("resource", state.resource);
  const year = state.year === "*" ? t("ui.all_years") : t("ui.in_year", { year: state.year });
  return h("p", { class: "scope" }, between([lensName(lens()), resource, year], " · "));
}
