// One statement: who helps whom, with what, how much, when, who says so, and where.
const valueless = (flow) => FLOWS.value[flow] === null;
const missing = (flow) => valueless(flow) && FLOWS.lower[flow] === null && FLOWS.upper[flow] === null;

function flowAmount(flow) {
  const unit = FLOWS.unit[flow];
  if (missing(flow)) return t("ui.no_amount");
  if (valueless(flow)) return withUnit(boundsText(FLOWS.lower[flow], FLOWS.upper[flow]), unit);
  return withUnit(amount(FLOWS.value[flow]), unit);
}

function flowBounds(flow) {
  if (valueless(flow)) return null;
  const [value, lower, upper] = [FLOWS.value[flow], FLOWS.lower[flow], FLOWS.upper[flow]];
  if (certain(value, lower, upper)) return null;
  const open = upper === null && lower === null;
  return open ? null : boundsClause(lower, upper);
}

function flowDate(flow) {
  return periodText(FLOWS.start[flow], FLOWS.end[flow]);
}

function partyLink(party) {
  if (party === null || party === undefined) return null;
  return h(
    "button",
    { type: "button", class: "link", onclick: () => openParty(party) },
    datum(nodeName(party)),
  );
}

// "Ningbo → Qianxinan", each a way to all that is stated of it.
function flowParties(flow) {
  return [
    partyLink(FLOWS.donor[flow]),
    h("span", { class: "to", "aria-label": t("ui.to") }, " → "),
    partyLink(FLOWS.recipient[flow]),
  ];
}

function fact(key, ...value) {
  const kept = value.flat().filter((x) => x !== null && x !== undefined && x !== "");
  return kept.length ? [h("dt", null, t(key)), h("dd", null, kept)] : [];
}

function sourceFact(flow) {
  const source = SOURCES[FLOWS.source[flow]];
  if (!source) return [];
  const told = [
    source.publisher && datum(source.publisher),
    source.published && dateText(source.published),
  ].filter(Boolean);
  const span = FLOWS.span[flow];
  return [
    source.title ? h("cite", null, datum(source.title)) : datum(source.id),
    told.length ? h("span", { class: "soft" }, " · ", between(told, " · ")) : null,
    span
      ? h(
          "div",
          { class: "soft" },
          tn("ui.characters", { from: whole(span[0]), to: whole(span[1]), source: datum(source.id) }),
        )
      : null,
  ];
}

function relatedFact(key, flows) {
  if (!flows?.length) return [];
  const links = flows.map((one) =>
    h(
      "li",
      null,
      h("button", { type: "button", class: "link", onclick: () => openStatements([one]) }, shortFlow(one)),
    ),
  );
  return fact(key, h("ul", { class: "plain" }, links));
}

function shortFlow(flow) {
  const what = [term("resource", FLOWS.resource[flow]), " ", flowAmount(flow)];
  return [what, flowDate(flow) ? ` · ${flowDate(flow)}` : "", " · ", datum(FLOWS.id[flow])];
}

function statementCard(flow) {
  const figure = FLOWS.figure[flow];
  const bounds = flowBounds(flow);
  const one = (column) => (FLOWS[column][flow] === null ? [] : [FLOWS[column][flow]]);
  const qualifier = FLOWS.qualifier[flow];
  return h(
    "li",
    { class: "statement", "data-flow": FLOWS.id[flow] },
    h("h3", null, flowParties(flow)),
    h(
      "p",
      { class: "what" },
      swatch(FLOWS.resource[flow]),
      " ",
      term("resource", FLOWS.resource[flow]),
      " ",
      h("strong", { title: valueless(flow) ? null : exact(FLOWS.value[flow]) }, flowAmount(flow)),
      bounds ? h("span", { class: "soft" }, ` ${bounds}`) : null,
    ),
    h(
      "dl",
      { class: "facts" },
      fact(
        "ui.as_printed",
        figure
          ? [
              h("q", null, datum(figure)),
              qualifier && qualifier !== "exact"
                ? [" ", h("span", { class: "soft" }, term("qualifier", qualifier))]
                : null,
            ]
          : null,
      ),
      fact("ui.status", term("status", FLOWS.status[flow])),
      fact("ui.date", flowDate(flow) || t("ui.not_stated")),
      FLOWS.direction[flow] && FLOWS.direction[flow] !== "forward"
        ? fact("ui.direction", term("direction", FLOWS.direction[flow]))
        : [],
      fact("ui.through", partyLink(FLOWS.channel[flow])),
      fact("ui.programme", FLOWS.programme[flow] === null ? null : datum(nodeName(FLOWS.programme[flow]))),
      fact("ui.source", sourceFact(flow)),
      fact("ui.confidence", FLOWS.confidence[flow] ? term("confidence", FLOWS.confidence[flow]) : null),
      FLOWS.scope[flow] && FLOWS.scope[flow] !== "single"
        ? fact("ui.scope", term("scope", FLOWS.scope[flow]))
        : [],
      fact("ui.note", FLOWS.note[flow] ? datum(FLOWS.note[flow]) : null),
      relatedFact("ui.part_of", one("part_of")),
      relatedFact("ui.parts", PARTS.get(flow)),
      relatedFact("ui.same_as", [...one("same_as"), ...(REPORTS.get(flow) ?? [])]),
      relatedFact("ui.fulfils", one("fulfils")),
      relatedFact("ui.fulfilled_by", FULFILLED.get(flow)),
    ),
    h("p", { class: "id" }, datum(FLOWS.id[flow])),
  );
}

// Cards, the first forty at once.
function statementList(flows, step = 40) {
  const list = h("ol", { class: "statements" }, flows.slice(0, step).map(statementCard));
  if (flows.length <= step) return [list];
  let shown = step;
  const more = h("button", { type: "button", class: "more" }, "");
  const label = () =>
    more.replaceChildren(
      t("ui.show_more", { n: Math.min(step, flows.length - shown), rest: whole(flows.length - shown) }),
    );
  more.addEventListener("click", () => {
    const next = flows.slice(shown, shown + step).map(statementCard);
    shown += next.length;
    list.append(...next);
    next[0].querySelector("button")?.focus();
    if (shown < flows.length) label();
    else more.remove();
  });
  label();
  return [list, more];
}
