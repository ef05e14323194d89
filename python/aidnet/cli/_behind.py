"""Which statements are meant by one name or two."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aidnet.cli._text import count
from aidnet.errors import AidnetError, AmbiguousNameError, ValidationError

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger
    from aidnet.ledger_network import LedgerNetwork

LEVELS = ("county", "prefecture", "province")
KINDS = {"parties": "party", "places": "place", "programmes": "programme"}


@dataclass
class Part:
    """Statements that belong together: what a party gives, receives, or gives to one other."""

    side: str
    title: str
    partner: str | None
    """Which end changes from row to row: donor, recipient, or none."""
    flows: pd.DataFrame
    notes: list[str] = field(default_factory=list)


def named_by(ledger: Ledger, language: str, name: str, recipient: str | None) -> list[Part]:
    """All statements of the ledger that name a party, or both."""
    flows = with_names(ledger, ledger.flows, language)
    labels = party_names(ledger, language)
    one = ledger.match(name)
    gives, receives = flows["donor"] == one, flows["recipient"] == one
    if recipient is not None:
        other = ledger.match(recipient)
        between = flows[gives & (flows["recipient"] == other)]
        part = Part("between", to(language, labels[one], labels[other]), None, between)
        back = flows[receives & (flows["donor"] == other)]
        if len(back) and one != other:
            part.notes.append(f"The other way: {count(len(back), 'statement')}.")
        part.notes += _through_groups_between(ledger, flows, labels, one, other)
        if between.empty:
            part.notes += between_places(ledger, (name, one), (recipient, other))
        return [part]
    parts = [
        Part("given", f"Given by {labels[one]}", "recipient", flows[gives]),
        Part("received", f"Received by {labels[one]}", "donor", flows[receives]),
    ]
    parts[-1].notes = _through_groups(ledger, flows, labels, one)
    return parts


def to(language: str, donor: str, recipient: str) -> str:
    """Who gives to whom, in one text."""
    return f"{donor} → {recipient}" if language == "zh" else f"{donor} to {recipient}"


def _through_groups(
    ledger: Ledger, flows: pd.DataFrame, labels: dict[str, str], one: str
) -> list[str]:
    """Joint gifts name the group; who asks for a member should know of them."""
    joint = _groups_of(ledger, one)
    through = flows[flows["donor"].isin(joint) | flows["recipient"].isin(joint)]
    return _as_member(through, labels, joint, "As a member of a group")


def _through_groups_between(
    ledger: Ledger, flows: pd.DataFrame, labels: dict[str, str], one: str, other: str
) -> list[str]:
    """The same of two parties: from the one or its group to the other or its group, and back."""
    joint = {party: _groups_of(ledger, party) for party in (one, other)}
    notes: list[str] = []
    counted: set[Any] = set()
    for donor, recipient, words in (
        (one, other, "As a member of a group"),
        (other, one, "The other way, as a member of a group"),
    ):
        by_group = flows["donor"].isin(joint[donor]) | flows["recipient"].isin(joint[recipient])
        between = flows["donor"].isin({donor, *joint[donor]}) & flows["recipient"].isin(
            {recipient, *joint[recipient]}
        )
        through = flows[by_group & between & ~flows["flow"].isin(counted)]
        counted |= set(through["flow"])
        notes += _as_member(through, labels, joint[one] | joint[other], words)
    return notes


def _groups_of(ledger: Ledger, party: str) -> set[str]:
    """The groups that a party is a member of, and those that these are members of."""
    groups = ledger.shared_table("groups")
    found: set[str] = set()
    new = {party}
    while new:
        new = set(groups["group"][groups["member"].isin(new)].dropna()) - found - {party}
        found |= new
    return found


def _as_member(
    through: pd.DataFrame, labels: dict[str, str], joint: set[str], words: str
) -> list[str]:
    if through.empty:
        return []
    named = sorted({*through["donor"], *through["recipient"]} & joint)
    more = count(len(through), "more statement")
    return [f"{words}, in {more}: {'; '.join(labels[group] for group in named)}."]


def between_places(ledger: Ledger, *ends: tuple[str, str]) -> list[str]:
    """How to ask for the statements between two places, where the parties of this name have none.

    Each end is what was typed, and the party that it was taken for.
    """
    places = [_place_of(ledger, typed, party) for typed, party in ends]
    if not any(places):
        return []
    ids = [place[0] if place else party for place, (_, party) in zip(places, ends, strict=True)]
    levels: Any = [place[1] if place else "party" for place in places]
    try:
        net = ledger.network(level=tuple(levels), weight="count")
    except AidnetError:  # circles among places: no network, but still an answer
        return []
    found = len(net.flows_of(*ids)) if all(one in net for one in ids) else 0
    if not found:
        return []
    texts = [
        typed if _means(net, typed, own) else own for own, (typed, _) in zip(ids, ends, strict=True)
    ]
    named = " ".join(text if text.isalnum() else shlex.quote(text) for text in texts)
    options = f"--level {':'.join(dict.fromkeys(levels))} --weight count"
    statements = count(found, "statement")
    return [f"Between everyone in these places, {statements}: ask for {named} with {options}"]


def _place_of(ledger: Ledger, typed: str, party: str) -> tuple[str, str] | None:
    """The id and level of the place that bears the same name as a party."""
    parties = ledger.shared_table("parties")
    own = parties[parties["party"] == party].iloc[0]
    level = ledger.shared_table("places").set_index("place")["level"]
    names = [name for name in (own["name_zh"], own["name_en"]) if isinstance(name, str)]
    for text in (typed, *names):
        named = ledger.candidates(text)
        ids = [str(one) for one in named["id"][named["table"] == "places"]]
        if len(ids) == 1 and level[ids[0]] in LEVELS:
            return ids[0], str(level[ids[0]])
    return None


def _means(net: LedgerNetwork, text: str, node: str) -> bool:
    try:
        return bool(node_of(net, text) == node)
    except AidnetError:
        return False


def with_names(ledger: Ledger, flows: pd.DataFrame, language: str) -> pd.DataFrame:
    """Flows with donor_name and recipient_name before them."""
    labels = party_names(ledger, language)
    named = {f"{end}_name": flows[end].astype(object).map(labels) for end in ("donor", "recipient")}
    return flows.assign(**named)


def party_names(ledger: Ledger, language: str) -> dict[str, str]:
    """How each party is called; by its id where it has no name in that language."""
    parties = ledger.shared_table("parties")
    if language == "id":
        return {str(key): str(key) for key in parties["party"]}
    names = parties[f"name_{language}"]
    return {
        str(key): str(name) if isinstance(name, str) else str(key)
        for key, name in zip(parties["party"], names, strict=True)
    }


# ------------------------------------------------------------------------------- of a network


def behind_edges(net: LedgerNetwork, language: str, name: str, recipient: str | None) -> list[Part]:
    """The statements behind a node's edges, or behind one edge."""
    one = node_of(net, name)
    behind = net.statements().reset_index()
    behind = with_names(net.ledger, behind, language).rename(
        columns={"donor_name": "party_from", "recipient_name": "party_to"}
    )
    behind = behind.assign(donor_name=behind["source_node"], recipient_name=behind["target_node"])
    behind = behind.sort_values("amount", ascending=False, kind="stable", na_position="last")
    gives, receives = behind["source_node"] == one, behind["target_node"] == one
    if recipient is not None:
        other = node_of(net, recipient)
        flows = behind[gives & (behind["target_node"] == other)]
        part = Part("between", to(language, one, other), None, flows)
        back = int((receives & (behind["source_node"] == other)).sum())
        if back and one != other:
            part.notes.append(f"The other way: {count(back, 'statement')}.")
        return [part]
    return [
        Part("given", f"Given by {one}", "recipient", behind[gives]),
        Part("received", f"Received by {one}", "donor", behind[receives]),
    ]


def node_of(net: LedgerNetwork, name: str) -> Any:
    """The node that a name means: a label, or whatever the ledger calls by it."""
    if name in net:
        return name
    nodes = net.node_table
    by_id = {
        (kind, key): label
        for label, kind, key in zip(nodes.index, nodes["kind"], nodes["id"], strict=True)
    }
    candidates = net.ledger.candidates(name)
    found = [
        (how, by_id[KINDS[table], key])
        for table, key, how in zip(
            candidates["table"], candidates["id"], candidates["how"], strict=True
        )
        if (KINDS[table], key) in by_id
    ]
    if any(how == "id" for how, _ in found):
        found = [one for one in found if one[0] == "id"]
    labels = list(dict.fromkeys(label for _, label in found))
    if len(labels) > 1:
        listed = "\n".join(f"  {nodes.loc[label, 'id']}: {label}" for label in labels)
        raise AmbiguousNameError(
            f"{name!r} can be {len(labels)} nodes; say which by its id:\n{listed}",
            [str(nodes.loc[label, "id"]) for label in labels],
        )
    if not labels:
        if candidates.empty:
            net.ledger.match(name)  # raises, and suggests the nearest
        raise ValidationError(
            f"{name!r} is in the ledger, but no node of this network; other options of "
            f"`aidnet network` may bring it in (--level, --unit, --status), and without any, "
            "`aidnet flows` lists every statement that names it"
        )
    return labels[0]
