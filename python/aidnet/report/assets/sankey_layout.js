// Bands from donors to recipients: their heights are the amounts, in one proportion for both sides.
const SLOT = 17;

// links: {from, to, resource, w, lo, up, u, f}; returns nodes of both sides and bands with their y.
function layBands(links, { height, pad = 5 }) {
  const size = (link) => Math.max(Math.abs(link.w), link.up ?? 0);
  const side = (end) => {
    const nodes = new Map();
    for (const link of links) {
      const node = link[end];
      if (!nodes.has(node)) nodes.set(node, { node, links: [], total: 0 });
      const one = nodes.get(node);
      one.links.push(link);
      one.total += size(link);
    }
    return [...nodes.values()].sort(
      (a, b) =>
        (a.node < 0) - (b.node < 0) ||
        b.total - a.total ||
        b.links.length - a.links.length ||
        a.node - b.node,
    );
  };
  const [left, right] = [side("from"), side("to")];
  const whole_ = left.reduce((sum, one) => sum + one.total, 0);
  const scale = whole_ ? height / whole_ : 0;

  // Recipients stand near their donors, so that fewer bands cross; ties keep the larger first.
  const order = new Map(left.map((one, k) => [one.node, k]));
  const pull = (one) =>
    one.total
      ? one.links.reduce((sum, link) => sum + order.get(link.from) * size(link), 0) / one.total
      : one.links.reduce((sum, link) => sum + order.get(link.from), 0) / one.links.length;
  right.sort(
    (a, b) => (a.node < 0) - (b.node < 0) || pull(a) - pull(b) || b.total - a.total || a.node - b.node,
  );

  const stack = (nodes) => {
    let y = 0;
    for (const one of nodes) {
      one.h = one.total * scale;
      one.dashes = one.links.filter((link) => !size(link)).length;
      one.thin = Math.max(one.h, Math.min(12, one.dashes * 2));
      one.slot = Math.max(SLOT * (one.lines ?? 1), one.thin + pad, one.h + one.dashes * 1.5 + pad);
      one.y = y + (one.slot - one.h - one.dashes * 1.5) / 2;
      one.mid = y + one.slot / 2;
      one.top = y;
      y += one.slot;
    }
    return y;
  };
  return { left, right, scale, stack, size };
}

// Where each band leaves and arrives, after both sides have been stacked.
function layEnds(laid) {
  const { left, right, scale, size } = laid;
  const place = new Map();
  for (const [nodes, own, other] of [
    [left, "from", right],
    [right, "to", left],
  ]) {
    const rank = new Map(other.map((one, k) => [one.node, k]));
    const far = own === "from" ? "to" : "from";
    for (const one of nodes) {
      one.links.sort(
        (a, b) =>
          rank.get(a[far]) - rank.get(b[far]) ||
          RESOURCES.indexOf(a.resource) - RESOURCES.indexOf(b.resource),
      );
      let y = one.y;
      for (const link of one.links) {
        const tall = size(link) ? size(link) * scale : 1.5;
        if (!place.has(link)) place.set(link, {});
        place.get(link)[own] = y;
        y += tall;
      }
    }
  }
  return place;
}
