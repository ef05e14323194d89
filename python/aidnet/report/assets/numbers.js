// Numbers for readers: 3.25 million, 325万; exact ones in full.
const STEPS = {
  en: [
    [1e9, "ui.billion"],
    [1e6, "ui.million"],
  ],
  zh: [
    [1e8, "ui.yi"],
    [1e4, "ui.wan"],
  ],
};
const formats = new Map();

function formatted(value, options) {
  const key = say.lang + JSON.stringify(options);
  if (!formats.has(key))
    formats.set(key, new Intl.NumberFormat(say.lang === "zh" ? "zh-CN" : "en-GB", options));
  return formats.get(key).format(value);
}

const whole = (value) => formatted(value, { maximumFractionDigits: 0 });
const exact = (value) => (value === null ? "∞" : formatted(value, { maximumFractionDigits: 4 }));

// As many digits as keep what is not all from reading 100%, and what is not nothing from reading 0%.
function percent(value) {
  let digits = value < 0.1 ? 1 : 0;
  const rounded = () => Number((100 * value).toFixed(digits));
  while (digits < 8 && ((rounded() === 100 && value < 1) || (rounded() === 0 && value > 0))) digits += 1;
  return formatted(value, { style: "percent", maximumFractionDigits: digits });
}
const decimal = (value, digits) =>
  formatted(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
const significant = (value) => formatted(value, { maximumSignificantDigits: 3 });

// null is a bound that is not there.
function amount(value) {
  if (value === null) return "∞";
  const size = Math.abs(value);
  for (const [step, key] of STEPS[say.lang]) {
    const rounded = Number((size / step).toPrecision(4));
    const kept = Math.abs(rounded * step - size) < 1e-9 * size;
    if (size >= step && (kept || size >= 1e6)) {
      return (
        formatted(value / step, { maximumSignificantDigits: 4, useGrouping: say.lang === "en" }) + raw(key)
      );
    }
  }
  return size >= 1000 ? whole(value) : formatted(value, { maximumSignificantDigits: 4 });
}

// What a weight is in, as it stands behind a number; nothing where no unit is stated.
const unitWord = (unit) => (unit === "" ? "" : termText("unit", unit));

// "3.25 million CNY" and "325万元": Chinese sets no space before a unit.
function withUnit(text, unit, count = false) {
  const word = count ? t("ui.statements_unit", { n: text === "1" ? 1 : 2 }) : unitWord(unit);
  if (!word) return text;
  return say.lang === "zh" ? text + (/[A-Za-z]/.test(word) ? " " : "") + word : `${text} ${word}`;
}

// The bounds where they differ from the value: "100–120", "at least 100".
function boundsText(lower, upper) {
  if (upper === null) return t("ui.at_least", { amount: amount(lower ?? 0) });
  return `${amount(lower ?? 0)}–${amount(upper)}`;
}
// The same as a clause behind a value.
const boundsClause = (lower, upper) =>
  upper === null
    ? t("ui.bounds_open", { amount: amount(lower ?? 0) })
    : t("ui.bounds", { bounds: boundsText(lower, upper) });
const certain = (value, lower, upper) => lower === value && upper === value;

// 2020-05-19 as the reader's language writes it, to the precision that is stated.
function dateText(date) {
  if (!date) return "";
  const [year, month, day] = date.split("-");
  if (say.lang === "zh")
    return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  if (!month) return year;
  const stamp = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const options = { year: "numeric", month: "short", timeZone: "UTC", ...(day ? { day: "numeric" } : {}) };
  return new Intl.DateTimeFormat("en-GB", options).format(stamp);
}

function periodText(start, end) {
  if (!start && !end) return "";
  if (!end || start === end) return dateText(start);
  if (!start) return t("ui.until", { date: dateText(end) });
  if (say.lang === "zh" || start.length !== end.length || start.length < 7)
    return `${dateText(start)}–${shortEnd(start, end)}`;
  const [from, to] = [start, end].map((one) => new Date(`${one.length === 7 ? `${one}-01` : one}T00:00:00Z`));
  const options = {
    year: "numeric",
    month: "short",
    timeZone: "UTC",
    ...(start.length === 10 ? { day: "numeric" } : {}),
  };
  return new Intl.DateTimeFormat("en-GB", options).formatRange(from, to);
}

// 2020年5月19日–21日: what both have in common stands once.
function shortEnd(start, end) {
  const text = dateText(end);
  if (say.lang !== "zh" || start.length !== end.length) return text;
  if (start.length === 10 && start.slice(0, 7) === end.slice(0, 7)) return text.slice(text.indexOf("月") + 1);
  return start.slice(0, 4) === end.slice(0, 4) && start.length > 4
    ? text.slice(text.indexOf("年") + 1)
    : text;
}
