// What the ledger says of one party or place.
function placeName(node) {
  const { place } = NODES[node];
  return place ? (say.lang === "zh" ? place.zh : place.en) : null;
}

function kindOf(node) {
  const where = placeName(node);
  return [kindWord(node), where ? [" · ", datum(where)] : null];
}

function kindWord(node) {
  const { kind, pk } = NODES[node];
  return kind === "party" && pk ? term("kind", pk) : term("node", kind);
}

function totalsOf(node) {
  return LENSES.map((one) => {
    const net = stateOf(one.key, "*", "*")?.party;
    if (!net) return null;
    const row = strengths(net).find((x) => x.node === node);
    if (!row) return null;
    const figure = (side, key) =>
      side.count
        ? [h("dt", null, capital(t(key)), " · ", lensName(one)), h("dd", null, sumNumber(side, one))]
        : [];
    return [figure(SIDES.s(row), "ui.gives"), figure(SIDES.t(row), "ui.receives")];
  });
}

// What somebody gives or receives in all; what is not stated is said, not zero.
const sumText = ({ total }, of = lens()) => (total === null ? t("ui.no_amount") : inUnit(amount(total), of));
function sumNumber(side, of = lens()) {
  const number = num(sumText(side, of), side.flows, { value: side.total, count: side.count });
  return side.total === null || !side.missing ? number : [number, openSign(side.missing)];
}
const openSign = (missing_) =>
  h("span", { class: "bounds", title: t("ui.plus_unstated", { n: missing_ }) }, " +?");

// Whether a party may have ties that are not among those drawn, so that its sums are not here.
const sumsLost = (node) =>
  LENSES.some((one) => {
    const net = stateOf(one.key, "*", "*")?.party;
    return net?.cut && !net.n.includes(node);
  });

function openParty(node) {
  const { groups } = DATA;
  const led = groups.find((group) => group.n === node);
  const memberOf = groups.filter((group) => group.members.some((member) => member.n === node));
  const lists = [
    ["ui.given_by", GIVEN.get(node)],
    ["ui.received_by", RECEIVED.get(node)],
    ["ui.carried_by", THROUGH.get(node)],
  ];
  openPanel({
    title: () => datum(nodeName(node)),
    body: () => [
      h(
        "p",
        { class: "soft" },
        otherName(node) && otherName(node) !== nodeName(node) ? [datum(otherName(node)), " · "] : null,
        kindOf(node),
      ),
      h("dl", { class: "facts" }, totalsOf(node)),
      sumsLost(node) ? h("p", { class: "notes" }, t("ui.sums_lost")) : null,
      led
        ? [
            h("h3", null, t("ui.members")),
            h(
              "p",
              null,
              between(
                led.members.map((member) => [
                  partyLink(member.n),
                  h("span", { class: "soft" }, " ", term("role", member.role)),
                ]),
              ),
            ),
            membersNote(led),
          ]
        : null,
      memberOf.length
        ? [
            h("h3", null, t("ui.member_of")),
            h("p", null, between(memberOf.map((group) => partyLink(group.n)))),
          ]
        : null,
      lists
        .filter(([, flows]) => flows?.length)
        .map(([key, flows]) => [
          h("h3", null, t(key), " ", h("span", { class: "soft" }, whole(flows.length))),
          statementList(flows, 15),
        ]),
      leftOutNote(),
    ],
  });
}

// A node of a network at hand: a party, or a place with the edges that it has there.
function openNode(node, net, of = lens()) {
  const row = strengths(net).find((x) => x.node === node);
  openPanel({
    title: () => datum(nodeName(node)),
    body: () => [
      h(
        "p",
        { class: "soft" },
        kindOf(node),
        NODES[node].kind === "party"
          ? [
              " · ",
              h(
                "button",
                { type: "button", class: "link", onclick: () => openParty(node) },
                t("ui.all_of_party"),
              ),
            ]
          : null,
      ),
      edgeList(net, row, "s", of),
      edgeList(net, row, "t", of),
      shortNote(net),
    ],
  });
}

// A node of a table, and what it is where another one bears its name.
function nodeLink(node, net, twins) {
  const link = h(
    "button",
    { type: "button", class: "link", onclick: () => openNode(node, net) },
    datum(nodeName(node)),
  );
  return twins.has(nodeName(node)) ? [link, h("span", { class: "soft" }, " ", kindWord(node))] : link;
}

// Where a large network is not here as a whole.
const shortNote = (net) => (net.cut ? h("p", { class: "notes" }, t("ui.cut_node")) : null);

// A dot of the map: a place, or all that stand there.
function openSpot(net, at_, name) {
  const members = net.members ? net.members[at_] : [net.n[at_]];
  if (members.length === 1) return openNode(members[0], net.whole ?? net);
  const rows = strengths(net.whole).filter((row) => members.includes(row.node));
  return openPanel({
    title: () => datum(name),
    body: () =>
      h(
        "ul",
        { class: "plain ruled" },
        rows.map((row) =>
          h(
            "li",
            null,
            h(
              "button",
              { type: "button", class: "link", onclick: () => openNode(row.node, net.whole) },
              datum(nodeName(row.node)),
            ),
            h(
              "span",
              null,
              [
                ["ui.gives", SIDES.s(row)],
                ["ui.receives", SIDES.t(row)],
              ]
                .filter(([, side]) => side.count)
                .map(([key, side]) => h("div", null, t(key), " ", sumNumber(side))),
            ),
          ),
        ),
      ),
  });
}

// All that a node gives ("s") or receives ("t"), and the edges of it that are here.
function edgeList(net, row, side, of = lens()) {
  const sum = SIDES[side](row);
  if (!sum.count) return null;
  const edges = edgesOf(net)
    .filter((edge) => edge[side] === row.at)
    .sort(byWeight);
  return h(
    "section",
    { class: "edges" },
    h("h3", null, t(side === "s" ? "ui.gives_to" : "ui.receives_from"), colon(), sumNumber(sum, of)),
    h(
      "ul",
      { class: "plain ruled" },
      edges.map((edge) =>
        h(
          "li",
          null,
          h("span", null, datum(nodeName(side === "s" ? edge.to : edge.from))),
          edgeNumber(edge, of),
        ),
      ),
    ),
  );
}

// An edge's amount with its bounds; what is not stated is said, not zero.
function edgeNumber(edge, of = lens()) {
  const title = () => [datum(nodeName(edge.from)), " → ", datum(nodeName(edge.to))];
  if (unstated(edge)) return num(t("ui.no_amount"), edge.f, { title, count: edge.n, class: "n soft" });
  const bounds = certain(edge.w, edge.lo, edge.up)
    ? null
    : h("span", { class: "bounds" }, " ", boundsText(edge.lo, edge.up));
  const open = edge.u
    ? h("span", { class: "bounds", title: t("ui.some_unstated", { n: edge.u }) }, " +?")
    : null;
  return h(
    "span",
    { class: "amount" },
    num(inUnit(amount(edge.w), of), edge.f, { value: edge.w, title, count: edge.n }),
    bounds,
    open,
  );
}
