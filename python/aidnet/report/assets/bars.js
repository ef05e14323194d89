// Horizontal bars of counts, each a button: rows are [label, flows, key, count].
function countBars(rows, { colour = "var(--bar)", paint } = {}) {
  const most = Math.max(...rows.map(([, , , count]) => count), 1);
  return h(
    "ul",
    { class: "bars" },
    rows.map(([label, flows, key, count]) => {
      const bar = h("span", {
        class: "bar",
        style: { width: `${(100 * count) / most}%`, background: paint ? paint(key) : colour },
      });
      return h(
        "li",
        null,
        h("span", { class: "bar-label" }, label),
        h("span", { class: "bar-track", "aria-hidden": "true" }, bar),
        num(whole(count), flows, { value: count, count }),
      );
    }),
  );
}

// An amount from its lower to its upper bound, the stated part lighter than the certain one.
function boundsBar({ total, lower, upper }, most, width, height = 14, colour = "var(--ink)") {
  const x = (value) => (most ? (Math.abs(value) / most) * width : 0);
  const open = upper === null;
  const wider = !open && upper > total;
  const marks = [
    wider ? svg("rect", { x: 0, y: 0, width: x(upper), height, fill: colour, opacity: SHADES.upper }) : null,
    svg("rect", {
      x: 0,
      y: 0,
      width: Math.max(total ? 1 : 0, x(total)),
      height,
      fill: colour,
      opacity: shadeOver(lower < total ? SHADES.stated : SHADES.lower, wider ? SHADES.upper : 0),
      class: "stated",
      "data-value": total,
    }),
    lower < total
      ? svg("rect", {
          x: 0,
          y: 0,
          width: x(lower),
          height,
          fill: colour,
          opacity: shadeOver(SHADES.lower, SHADES.stated),
        })
      : null,
    open
      ? svg("text", { x: x(total) + 4, y: height - 2, class: "infinite", "font-size": height }, "∞")
      : null,
  ];
  return svg("g", { class: "bounds-bar" }, marks);
}
