// 9. Alliances and groups, and who carries help out between others.
function groupsSection() {
  const { groups, channels } = DATA;
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
const heldButton = ({ flows, count }, title) =>
  count ? num(whole(count), flows, { value: count, count, title }) : "–";

function groupTable(groups) {
  const column = (key, label) => ({
    key,
    label: t(label),
    num: true,
    descend: true,
    value: (row) => row[key].count,
    cell: (row) => heldButton(row[key], () => [datum(nodeName(row.n)), " · ", t(label)]),
  });
  return makeTable({
    id: "groups",
    caption: t("ui.groups_title"),
    rows: groups,
    size: 10,
    note: keptNote(groups, LEFT_OUT.groups),
    expand: (row) => [memberList(row.members), membersNote(row)],
    columns: [
      { key: "name", label: t("ui.group"), value: (row) => nodeName(row.n), cell: (row) => partyLink(row.n) },
      {
        key: "members",
        label: t("ui.members"),
        num: true,
        descend: true,
        value: (row) => row.count,
        cell: (row) => whole(row.count),
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

// A large group's members are not all in this file.
const membersNote = ({ members, count }) =>
  count > members.length
    ? h("p", { class: "notes" }, t("ui.rank_kept", { n: members.length, all: count }))
    : null;

function channelTable(channels) {
  return makeTable({
    id: "channels",
    caption: t("ui.channels_title"),
    rows: channels,
    size: 8,
    note: keptNote(channels, LEFT_OUT.channels),
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
