// The document's tables as the sections ask for them.
const { nodes: NODES, flows: FLOWS, sources: SOURCES, lenses: LENSES } = DATA;
const FLOW_COUNT = FLOWS.id.length;
const ALL_FLOWS = DATA.meta.counts.flows;
const LEFT_OUT = DATA.meta.left_out;

const nodeName = (at) => {
  const node = NODES[at];
  return (say.lang === "zh" ? node.zh : node.en) || node.en || node.zh || node.id;
};
const otherName = (at) => (say.lang === "zh" ? NODES[at].en : NODES[at].zh);

// Names that several of some nodes bear: a province and its government, say.
function twinNames(nodes) {
  const names = nodes.map(nodeName);
  return new Set(names.filter((name, k) => names.indexOf(name) !== k));
}

function related(column) {
  const back = new Map();
  FLOWS[column].forEach((to, from) => {
    if (to === null || to === undefined) return;
    if (!back.has(to)) back.set(to, []);
    back.get(to).push(from);
  });
  return back;
}
const PARTS = related("part_of");
const REPORTS = related("same_as");
const FULFILLED = related("fulfils");

// Statements by the party that gives, receives or carries out.
function byParty(column) {
  const found = new Map();
  FLOWS[column].forEach((party, flow) => {
    if (party === null || party === undefined) return;
    if (!found.has(party)) found.set(party, []);
    found.get(party).push(flow);
  });
  return found;
}
const GIVEN = byParty("donor");
const RECEIVED = byParty("recipient");
const THROUGH = byParty("channel");

const lensOf = (key) => LENSES.find((lens) => lens.key === key) ?? LENSES[0];
const stateOf = (lens, resource, year) => DATA.states[`${lens}|${resource}|${year}`] ?? null;

// The edges of a network as objects; `up` is null where nothing bounds it, `n` counts statements.
function edgesOf(net) {
  return net.s.map((s, k) => ({
    k,
    s,
    t: net.t[k],
    from: net.n[s],
    to: net.n[net.t[k]],
    w: net.w[k],
    lo: net.lo[k],
    up: net.up[k],
    u: net.u[k],
    f: net.f[k],
    n: net.k[k],
    resource: net.r?.[k],
  }));
}

const unique = (flows) => [...new Set(flows)];
const flowsIn = (net) => unique(net.f.flat());
// Whether of so many statements none states an amount; a stated 0 is an amount.
const silent = (total, missing, count) => total === 0 && missing > 0 && missing >= count;
const unstated = (edge) => silent(edge.w, edge.u, edge.n);
const byWeight = (a, b) => b.w - a.w || b.n - a.n || a.k - b.k;

// What each node of a network gives and receives in all; null where none of it states an amount.
// `given` and `received` are the statements of the edges that are here, `gout` and `gin` count all.
function strengths(net) {
  const rows = net.n.map((node, at) => ({
    at,
    node,
    ...Object.fromEntries(SIDE_SUMS.map((name) => [name, net[name][at]])),
    gives: net.gout[at] > 0,
    receives: net.gin[at] > 0,
    given: [],
    received: [],
  }));
  for (const edge of edgesOf(net)) {
    rows[edge.s].given.push(...edge.f);
    rows[edge.t].received.push(...edge.f);
  }
  return rows;
}
const SIDE_SUMS = ["out", "in", "gout", "gin", "uout", "uin"];
const SIDES = {
  s: (row) => ({ total: row.out, flows: row.given, count: row.gout, missing: row.uout }),
  t: (row) => ({ total: row.in, flows: row.received, count: row.gin, missing: row.uin }),
};

// Several drawn as one: null is "not stated" of a sum, and adds nothing; of a bound it is "none".
const plus = (a, b) => (a === null ? b : b === null ? a : a + b);
function bundled(one, edge) {
  one.w += edge.w;
  one.lo += edge.lo;
  one.up = one.up === null || edge.up === null ? null : one.up + edge.up;
  one.u += edge.u;
  one.n += edge.n;
  one.f.push(...edge.f);
}
