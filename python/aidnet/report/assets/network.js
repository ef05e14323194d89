// 5. Everyone and their ties; nearness in the drawing is nearness in the network, not on the ground.
function networkSection() {
  return makeSection("network", h("div", { class: "slot", "data-slot": "network" }));
}

function drawNetwork() {
  const net = current()?.party;
  if (!net?.s.length) return undrawable(net);
  return [
    scopeLine(),
    makeFigure({
      id: "network",
      title: t("ui.network_figure", { lens: lensName(lens()) }),
      describe: t("ui.network.about"),
      draw: (width) => networkChart(net, width),
      table: () => edgeTable("network", t("ui.network.title"), net),
    }),
  ];
}

function networkChart(net, width) {
  const small = width < 560;
  // Who has no edge here has no place in the drawing either.
  const all = net.n.map((_, k) =>
    net.x[k] === null ? null : { x: net.x[k] * AREA[0], y: (1 - net.y[k]) * AREA[1] },
  );
  const places = all.filter(Boolean);
  const turn = small && spread(places, "x") > spread(places, "y"); // a wide drawing stands upright on phones
  const [across, down] = turn ? ["y", "x"] : ["x", "y"];
  const [padX, padY] = [small ? 30 : 70, 34];
  const wide = Math.max(spread(places, across), 1);
  const tall = spread(places, down);
  const scale = Math.min((width - 2 * padX) / wide, (small ? width * 2 : width * 0.85) / Math.max(tall, 1));
  const height = Math.round(tall * scale + 2 * padY);
  const left = (width - wide * scale) / 2;
  const least = (key) => Math.min(...places.map((one) => one[key]));
  const points = all.map(
    (one) =>
      one && {
        x: left + (one[across] - least(across)) * scale,
        y: padY + (one[down] - least(down)) * scale,
      },
  );
  const drawn = drawGraph(net, points, {
    width,
    height,
    maxRadius: small ? 11 : 16,
    maxLine: small ? 7 : 10,
    dim: small ? 11 : 11.5,
  });
  return {
    chart: canvas(width, height, drawn.layers),
    legend: [...roleKeys(drawn.rows), ...shadeKeys(drawn.edges)],
    notes: graphNotes(drawn, net),
  };
}

// What the positions, from 0 to 1, are parts of.
const AREA = [1000, 640];
const spread = (points, key) =>
  Math.max(...points.map((one) => one[key])) - Math.min(...points.map((one) => one[key]));
