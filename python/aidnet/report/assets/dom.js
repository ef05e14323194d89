// Elements are made here and only here, from names, attributes and children; text is always text.
const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [k, v] of Object.entries(value)) element.style.setProperty(k, v);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const svg = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

// A name, figure or note of the ledger: no word of the page, and not to be translated.
const datum = (text, attributes) => h("span", { class: "d", translate: "no", ...attributes }, String(text));

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const show = (element) => element.scrollIntoView({ behavior: still() ? "auto" : "smooth", block: "start" });
