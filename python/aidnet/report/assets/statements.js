// 10. Every statement: to search, to narrow down, to sort.
const wanted = { text: "", resource: "", unit: "", status: "", source: "", shown: false };
let searchable = null;

function searchText(flow) {
  searchable ??= FLOWS.id.map((id, at_) => {
    const parties = [FLOWS.donor[at_], FLOWS.recipient[at_], FLOWS.channel[at_]].filter(
      (x) => x !== null && x !== undefined,
    );
    return fold(
      [
        id,
        ...parties.flatMap((node) => [NODES[node].zh, NODES[node].en, NODES[node].id]),
        FLOWS.figure[at_],
        FLOWS.note[at_],
        SOURCES[FLOWS.source[at_]]?.title,
      ].join(" "),
    );
  });
  return searchable[flow];
}

function selected() {
  const words = fold(wanted.text).split(/\s+/).filter(Boolean);
  const behind = wanted.shown && current() ? new Set(chosenFlows()) : null;
  return FLOWS.id
    .map((_, flow) => flow)
    .filter(
      (flow) =>
        (!behind || behind.has(flow)) &&
        ["resource", "unit", "status", "source"].every(
          (key) =>
            wanted[key] === "" || String(FLOWS[key][flow] ?? "") === (wanted[key] === "-" ? "" : wanted[key]),
        ) &&
        words.every((word) => searchText(flow).includes(word)),
    );
}

// What is counted for the choice; the edges can hold more than the list behind a number.
const chosenFlows = () => [...current().summary.behind.used.flows, ...flowsIn(current().party)];

function statementsSection() {
  const result = h("div", { class: "slot", "data-slot": "statements" });
  const search = h("input", {
    type: "search",
    id: "search",
    value: wanted.text,
    placeholder: t("ui.search_hint"),
    oninput: () => {
      wanted.text = search.value;
      refill();
    },
  });
  const refill = () => {
    result.replaceChildren(...drawStatements().filter(Boolean));
    announce(result.querySelector(".scope").textContent);
  };
  const filter = (key, label) => {
    const values = unique(FLOWS[key].map((x) => String(x ?? ""))).sort(
      (a, b) => (a === "") - (b === "") || (label(a) < label(b) ? -1 : 1),
    );
    const pick = h(
      "select",
      {
        "aria-label": t(`ui.by_${key}`),
        "data-filter": key,
        onchange: () => {
          wanted[key] = pick.value;
          refill();
        },
      },
      h("option", { value: "" }, t(`ui.any_${key}`)),
      values.map((one) =>
        h("option", { value: one === "" ? "-" : one, class: plainWord(key, one) ? null : "d" }, label(one)),
      ),
    );
    pick.value = wanted[key];
    return pick;
  };
  const only = h("input", {
    type: "checkbox",
    id: "only-shown",
    onchange: () => {
      wanted.shown = only.checked;
      refill();
    },
  });
  only.checked = wanted.shown;
  const label = (key) => (one) => (one === "" ? t("ui.not_stated") : termText(key, one));
  return makeSection(
    "statements",
    h(
      "div",
      { class: "searching" },
      h("label", { for: "search", class: "hidden" }, t("ui.search")),
      search,
      filter("resource", label("resource")),
      filter("unit", label("unit")),
      filter("status", label("status")),
      filter("source", (one) => (one === "" ? t("ui.not_stated") : SOURCES[one].title || SOURCES[one].id)),
      h("label", { class: "check" }, only, " ", t("ui.only_shown")),
    ),
    result,
  );
}

const plainWord = (key, one) => one === "" || (key !== "source" && raw(`${key}.${one}`) !== null);

function drawStatements() {
  const flows = selected();
  return [
    h("p", { class: "scope" }, t("ui.found", { n: flows.length, all: FLOW_COUNT })),
    leftOutNote(),
    makeTable({
      id: "statements",
      caption: t("ui.statements.title"),
      rows: flows,
      size: 20,
      columns: [
        {
          key: "donor",
          label: t("ui.donor"),
          value: (flow) => nodeName(FLOWS.donor[flow]),
          cell: (flow) => partyLink(FLOWS.donor[flow]),
        },
        {
          key: "recipient",
          label: t("ui.recipient"),
          value: (flow) => nodeName(FLOWS.recipient[flow]),
          cell: (flow) => partyLink(FLOWS.recipient[flow]),
        },
        {
          key: "resource",
          label: t("ui.resource"),
          value: (flow) => termText("resource", FLOWS.resource[flow]),
          cell: (flow) => resourceCell(FLOWS.resource[flow]),
        },
        {
          key: "value",
          label: t("ui.amount"),
          num: true,
          descend: true,
          value: (flow) => FLOWS.value[flow],
          cell: (flow) =>
            num(flowAmount(flow), [flow], {
              value: FLOWS.value[flow],
              class: missing(flow) ? "n soft" : "n",
              title: () => datum(FLOWS.id[flow]),
            }),
        },
        {
          key: "status",
          label: t("ui.status"),
          value: (flow) => termText("status", FLOWS.status[flow]),
          cell: (flow) =>
            FLOWS.status[flow]
              ? term("status", FLOWS.status[flow])
              : h("span", { class: "soft nowrap" }, t("ui.not_stated")),
        },
        {
          key: "date",
          label: t("ui.date"),
          value: (flow) => FLOWS.start[flow] || FLOWS.end[flow] || null,
          cell: (flow) => h("span", { class: "date" }, flowDate(flow) || "–"),
        },
        {
          key: "id",
          label: t("ui.id"),
          value: (flow) => FLOWS.id[flow],
          cell: (flow) => datum(FLOWS.id[flow], { class: "d id" }),
        },
      ],
    }),
  ];
}

function leftOutNote() {
  const { flows } = LEFT_OUT;
  return flows ? h("p", { class: "notes" }, t("ui.flows_left_out", { n: flows })) : null;
}
