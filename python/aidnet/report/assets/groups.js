// 9. Alliances and groups, and who carries help out between others.
function groupsSection() {
  const groups = DATA.groups ?? [];
  const channels = DATA.channels ?? [];
  return makeSection(
    "groups",
    h(
      "div",
      { class: "block" },
      h("h3", null, t("ui.groups_title")),
      h("p", { class: "about" }, t("ui.groups_about")),
      groupTable(groups),
    ),
    h(
      "div",
      { class: "block" },
      h("h3", null, t("ui.channels_title")),
      h("p", { class: "about" }, t("ui.channels_about")),
      channelTable(channels),
    ),
  );
}

// Statements with how many there are, which can be more than this document holds.
const held = (cell) => ({ f: cell?.flows ?? [], count: cell?.count ?? 0 });
const heldButton = (cell, title) =>
  held(cell).count
    ? num(whole(held(cell).count), held(cell).f, { value: held(cell).count, count: held(cell).count, title })
    : "–";

function groupTable(groups) {
  const column = (key, label) => ({
    key,
    label: t(label),
    num: true,
    descend: true,
    value: (row) => held(row[key]).count,
    cell: (row) => heldButton(row[key], () => [datum(nodeName(row.n)), " · ", t(label)]),
  });
  return makeTable({
    id: "groups",
    caption: t("ui.groups_title"),
    rows: groups,
    size: 10,
    expand: (row) => memberList(row.members),
    columns: [
      { key: "name", label: t("ui.group"), value: (row) => nodeName(row.n), cell: (row) => partyLink(row.n) },
      {
        key: "members",
        label: t("ui.members"),
        num: true,
        descend: true,
        value: (row) => row.members.length,
        cell: (row) => whole(row.members.length),
      },
      column("given", "ui.given_head"),
      column("received", "ui.received_head"),
      column("through", "ui.through_head"),
    ],
  });
}

function memberList(members) {
  const roles = unique(members.map((member) => member.role));
  return h(
    "dl",
    { class: "facts" },
    roles.map((role) => [
      h("dt", null, term("role", role)),
      h(
        "dd",
        null,
        between(members.filter((member) => member.role === role).map((member) => partyLink(member.n))),
      ),
    ]),
  );
}

function channelTable(channels) {
  return makeTable({
    id: "channels",
    caption: t("ui.channels_title"),
    rows: channels,
    size: 8,
    columns: [
      { key: "name", label: t("ui.party"), value: (row) => nodeName(row.n), cell: (row) => partyLink(row.n) },
      {
        key: "flows",
        label: t("ui.through_head"),
        num: true,
        descend: true,
        value: (row) => row.count,
        cell: (row) => heldButton(row, () => datum(nodeName(row.n))),
      },
    ],
  });
}
