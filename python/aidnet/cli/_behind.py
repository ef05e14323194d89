"""Which statements are meant by one name or two."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from aidnet.cli._text import count
from aidnet.errors import AmbiguousNameError, ValidationError

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger
    from aidnet.ledger_network import LedgerNetwork

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
        part = Part("between", f"{labels[one]} to {labels[other]}", None, between)
        back = flows[receives & (flows["donor"] == other)]
        if len(back) and one != other:
            part.notes.append(f"The other way: {count(len(back), 'statement')}.")
        part.notes += _through_groups(ledger, flows, {one, other})
        return [part]
    parts = [
        Part("given", f"Given by {labels[one]}", "recipient", flows[gives]),
        Part("received", f"Received by {labels[one]}", "donor", flows[receives]),
    ]
    parts[-1].notes = _through_groups(ledger, flows, {one})
    return parts


def _through_groups(ledger: Ledger, flows: pd.DataFrame, members: set[str]) -> list[str]:
    """Joint gifts name the group; who asks for a member should know of them."""
    groups = ledger.shared_table("groups")
    joint = set(groups["group"][groups["member"].isin(members)].dropna())
    ends = flows["donor"].isin(joint) | flows["recipient"].isin(joint)
    named = sorted({str(end) for end in (*flows["donor"][ends], *flows["recipient"][ends])} & joint)
    if not named:
        return []
    more = count(int(ends.sum()), "more statement")
    return [f"As a member of a group, in {more}: {', '.join(named)}."]


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
        part = Part("between", f"{one} to {other}", None, flows)
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
