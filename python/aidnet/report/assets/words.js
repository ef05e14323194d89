// Everything the page says stands in one table, in both languages.
const say = { lang: "en" };

function raw(key) {
  const row = DATA.words[key];
  return row ? row[say.lang === "zh" ? 1 : 0] : null;
}

// {n} is filled in; {n|one|many} is the word that fits the number.
function pieces(key, values) {
  const text = raw(key);
  if (text === null) return [datum(key)];
  return text
    .split(/(\{[^}]*\})/)
    .filter(Boolean)
    .map((piece) => {
      if (!piece.startsWith("{")) return piece;
      const [name, one, many] = piece.slice(1, -1).split("|");
      const value = values[name];
      if (one !== undefined) return Number(value?.count ?? value) === 1 ? one : many;
      if (value && value.count !== undefined) return value.node;
      return value ?? "";
    });
}

// As one string.
function t(key, values = {}) {
  return pieces(key, values)
    .map((x) => (x instanceof Node ? x.textContent : typeof x === "number" ? whole(x) : x))
    .join("");
}

// As children, among which may be elements.
const tn = (key, values = {}) => pieces(key, values).map((x) => (typeof x === "number" ? whole(x) : x));

// A number in a sentence together with the element that shows it.
const counted = (count, node) => ({ count, node });

// A word of an enumeration; one that the table does not know stands as it is, as data.
function term(kind, value) {
  if (value === null || value === undefined || value === "") return t("ui.not_stated");
  const known = raw(`${kind}.${value}`);
  return known === null ? datum(value) : known;
}

// As the first word of a line.
const capital = (word) => (typeof word === "string" ? word.charAt(0).toUpperCase() + word.slice(1) : word);

function termText(kind, value) {
  const word = term(kind, value);
  return word instanceof Node ? word.textContent : word;
}

// Parts of a sentence or list in the language's own manner.
const comma = () => (say.lang === "zh" ? "、" : ", ");
const colon = () => (say.lang === "zh" ? "：" : ": ");
function between(items, sign = comma()) {
  return items.flatMap((item, k) => (k ? [sign, item] : [item]));
}
