// What colours, shades and dashes mean.
const key_ = (mark, text) =>
  h("span", { class: "key" }, svg("svg", { width: 22, height: 12, "aria-hidden": "true" }, mark), " ", text);

const dotKey = (colour, text) =>
  h(
    "span",
    { class: "key" },
    svg(
      "svg",
      { width: 11, height: 12, "aria-hidden": "true" },
      svg("circle", { cx: 5.5, cy: 6, r: 5, fill: colour }),
    ),
    " ",
    text,
  );

function roleKeys(rows) {
  const keys = [];
  if (rows.some((row) => row.gives && !row.receives)) keys.push(dotKey(ROLES.donor, t("ui.gives")));
  if (rows.some((row) => row.receives && !row.gives)) keys.push(dotKey(ROLES.recipient, t("ui.receives")));
  if (rows.some((row) => row.gives && row.receives)) keys.push(dotKey(ROLES.both, t("ui.both")));
  return keys;
}

// Dark is what it is at least, lighter what is stated, pale what it is at most.
function shadeKeys(edges, colour = "currentColor") {
  const keys = [];
  const some = edges.some((e) => e.w > 0);
  const open = edges.some((e) => !certain(e.w, e.lo, e.up) && e.w > 0);
  const bar = (opacity) => svg("rect", { x: 0, y: 2, width: 22, height: 8, fill: colour, opacity });
  if (some && open) {
    keys.push(key_(bar(SHADES.lower), t("ui.at_least_key")), key_(bar(SHADES.stated), t("ui.stated_key")));
    if (edges.some((e) => e.up !== null && e.up > e.w))
      keys.push(key_(bar(SHADES.upper), t("ui.at_most_key")));
  }
  if (edges.some((e) => e.up === null))
    keys.push(
      key_(
        svg("text", { x: 11, y: 11, "text-anchor": "middle", "font-size": 14, fill: colour }, "∞"),
        t("ui.unbounded_key"),
      ),
    );
  if (edges.some(unstated))
    keys.push(
      key_(
        svg("line", { x1: 0, x2: 22, y1: 6, y2: 6, stroke: colour, "stroke-dasharray": "4 3" }),
        t("ui.unstated_key"),
      ),
    );
  return keys;
}

const SHADES = { lower: 0.85, stated: 0.5, upper: 0.2 };
// How opaque a layer must be over others, so that together they have a shade.
const shadeOver = (shade, below) => 1 - (1 - shade) / (1 - below);

function resourceKeys(resources) {
  return RESOURCES.filter((one) => resources.has(one)).map((one) =>
    h("span", { class: "key" }, swatch(one), " ", term("resource", one)),
  );
}
