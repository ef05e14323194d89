// One colour a resource, the same in every chart: Okabe and Ito's. Kindred resources share a colour and
// differ by hatching, so that money stays green and goods orange.
const PALETTE = ["#009E73", "#56B4E9", "#D55E00", "#CC79A7", "#B8A900", "#0072B2", "#E69F00", "#8A8A8A"];
const ROLES = { donor: "#0072B2", recipient: "#E69F00", both: "#009E73" };
const PAINTS = {
  funding: [0, 0],
  mobilised: [0, 1],
  purchase: [0, 2],
  repayment: [7, 1],
  interest: [7, 2],
  training: [1, 0],
  staff: [2, 0],
  students: [3, 0],
  employment: [4, 0],
  service: [5, 0],
  facility: [6, 0],
  equipment: [6, 1],
  agreement: [7, 0],
};

// The most frequent first.
const RESOURCES = DATA.quality.by.resource.map(([name]) => name);

const paintAt = (resource) => (Object.hasOwn(PAINTS, resource) ? PAINTS[resource] : [7, 0]);
const colourOf = (resource) => PALETTE[paintAt(resource)[0]];
const hatchOf = (resource) => paintAt(resource)[1];
const paintOf = (resource) =>
  hatchOf(resource) ? `url(#hatch-${RESOURCES.indexOf(resource)})` : colourOf(resource);
const ANGLES = [0, 45, -45, 90, 0];
const angleOf = (resource) => ANGLES[hatchOf(resource) % ANGLES.length];

// The same for bars that are no drawings.
function backgroundOf(resource) {
  const colour = colourOf(resource);
  const pale = `color-mix(in srgb, ${colour} 45%, var(--paper))`;
  return hatchOf(resource)
    ? `repeating-linear-gradient(${angleOf(resource)}deg, ${colour} 0 2.5px, ${pale} 2.5px 6px)`
    : colour;
}

function hatchings() {
  const patterns = RESOURCES.map((name, k) => [name, k])
    .filter(([name]) => hatchOf(name))
    .map(([name, k]) =>
      svg(
        "pattern",
        {
          id: `hatch-${k}`,
          width: 6,
          height: 6,
          patternUnits: "userSpaceOnUse",
          patternTransform: `rotate(${angleOf(name)})`,
        },
        svg("rect", { width: 6, height: 6, fill: colourOf(name), opacity: 0.45 }),
        svg("rect", { width: 2.5, height: 6, fill: colourOf(name) }),
      ),
    );
  return svg(
    "svg",
    { width: 0, height: 0, class: "defs", "aria-hidden": "true" },
    svg("defs", null, patterns),
  );
}

const swatch = (resource) =>
  svg(
    "svg",
    { class: "swatch", width: 10, height: 10, "aria-hidden": "true" },
    svg("rect", { width: 10, height: 10, rx: 2, fill: paintOf(resource) }),
  );

// A resource in a table: its name stands beside its mark, also where it takes two lines.
const resourceCell = (resource) =>
  h("span", { class: "resource" }, swatch(resource), h("span", null, term("resource", resource)));
