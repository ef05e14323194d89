// What is chosen, kept in the address, so that a view can be shared and found again.
const LANGUAGES = ["en", "zh"];
const DEFAULTS = {
  lang: document.documentElement.lang.startsWith("zh") ? "zh" : "en",
  lens: LENSES[0].key,
  resource: "*",
  year: "*",
  level: "party",
  at: "",
};
const state = { ...DEFAULTS };
const listeners = [];

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const key of Object.keys(DEFAULTS)) state[key] = given.get(key) ?? DEFAULTS[key];
  if (!LANGUAGES.includes(state.lang)) state.lang = DEFAULTS.lang;
  settleState();
}

function writeAddress() {
  const kept = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (key === "lang" || value !== DEFAULTS[key]) kept.set(key, value);
  }
  history.replaceState(null, "", `#${kept}`);
}

// A choice that the ledger has nothing for falls back to a wider one.
function settleState() {
  if (!LENSES.some((lens) => lens.key === state.lens)) state.lens = DEFAULTS.lens;
  if (!["party", "province"].includes(state.level)) state.level = "party";
  if (stateOf(state.lens, state.resource, state.year)) return;
  if (stateOf(state.lens, state.resource, "*")) state.year = "*";
  else if (stateOf(state.lens, "*", state.year)) state.resource = "*";
  else Object.assign(state, { resource: "*", year: "*" });
}

function choose(change) {
  Object.assign(state, change);
  settleState();
  writeAddress();
  for (const listen of listeners) listen(change);
}

const lens = () => lensOf(state.lens);
const current = () => stateOf(state.lens, state.resource, state.year);
const isCount = (of = lens()) => of.weight === "count";
const inUnit = (text, of = lens()) => withUnit(text, of.unit, isCount(of));
