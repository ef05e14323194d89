// The document's tables as the sections ask for them.
const { nodes: NODES, flows: FLOWS, sources: SOURCES, lenses: LENSES } = DATA;
const FLOW_COUNT = FLOWS.id.length;

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
  FLOWS[column]?.forEach((to, from) => {
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

// The edges of a network as objects; `up` is null where nothing bounds it.
function edgesOf(net) {
  if (!net) return [];
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
    n: net.k?.[k] ?? net.f[k].length,
    resource: net.r?.[k],
  }));
}

const unique = (flows) => [...new Set(flows)];
const flowsIn = (net) => (net ? unique(net.f.flat()) : []);
const unstated = (edge) => edge.w === 0 && edge.u > 0;
const byWeight = (a, b) => b.w - a.w || b.f.length - a.f.length || a.k - b.k;

// What each node of a network gives and receives; sums of its edges' weights, as strength is.
function strengths(net) {
  const rows = net.n.map((node, at) => ({
    at,
    node,
    out: 0,
    in: 0,
    given: [],
    received: [],
    gives: false,
    receives: false,
  }));
  for (const edge of edgesOf(net)) {
    const [a, b] = [rows[edge.s], rows[edge.t]];
    a.out += edge.w;
    a.given.push(...edge.f);
    a.gives = true;
    b.in += edge.w;
    b.received.push(...edge.f);
    b.receives = true;
  }
  return rows;
}
