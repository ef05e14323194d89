"""Data that come with aidnet: compiled in, so that no file and no network is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aidnet import _core
from aidnet.errors import ValidationError

if TYPE_CHECKING:
    import pandas as pd

    from aidnet.ledger import Ledger
    from aidnet.network import Network


def load_east_west() -> Ledger:
    """The ledger of China's East-West paired assistance in vocational education.

    Who helps whom, with what and how much, coded line by line from five published Chinese texts:
    flows with their evidence (source, code points, the figure as printed), parties, places, groups,
    relations, programmes, and names in English and both Chinese scripts. No sentence of a source is
    stored. It says what the five texts state, contradictions and damage included (column ``note``),
    and is no complete record of the cooperation. Its ``description``, ``dictionary()`` and
    ``citation`` say more. Facts, compiled for aidnet; CC BY 4.0.

    Returns
    -------
    Ledger
        Compiled in: no file is read.

    Examples
    --------
    >>> import aidnet
    >>> ledger = aidnet.datasets.load_east_west()
    >>> money = ledger.network(unit="CNY")
    >>> money.partners("ningbo").to_dict()
    {'qianxinan': 2598000.0}
    """
    from aidnet.ledger import Ledger

    return Ledger(_core.east_west())


def pairings_table() -> pd.DataFrame:
    """Who was paired with whom under China's paired assistance, one row a pairing and round.

    Returns
    -------
    pandas.DataFrame
        ``programme`` (east-west: East-West assistance; north-east: counterpart cooperation with the
        North-East), ``start`` (year in which the round began), ``donor`` and ``recipient`` with
        their Chinese names (``_zh``) and GB/T 2260 codes (``_gb2260``), ``evidence`` (A: stated in
        a published source that was seen, B: in a weaker source). Not complete: pairings without
        such evidence are left out. Facts, compiled for aidnet; CC BY 4.0.
    """
    from io import StringIO

    import pandas as pd

    return pd.read_csv(StringIO(_core.pairings_csv()), dtype={"start": int}, na_filter=False)


def load_pairings(
    *,
    programme: Literal["east-west", "north-east"] | None = None,
    names: Literal["en", "zh"] = "en",
) -> Network:
    """The pairings as a network: an edge from each eastern partner to those it was to help.

    Parameters
    ----------
    programme : {'east-west', 'north-east'}, optional
        Only the pairings of this programme; by default all.
    names : {'en', 'zh'}, default 'en'
        Whether nodes have their English or their Chinese names.

    Returns
    -------
    Network
        Directed; the weight is the number of rounds in which the pairing stood.

    Examples
    --------
    >>> import aidnet
    >>> net = aidnet.datasets.load_pairings()
    >>> net
    <Network: directed, 59 nodes, 45 edges, total weight 48>
    >>> net.partners("Dalian").to_dict(), net.partners("Dalian", mode="in").to_dict()
    ({'Liupanshui': 1.0}, {'Shanghai': 1.0})
    """
    from aidnet.network import from_edges

    table = pairings_table()
    if programme is not None:
        known = table["programme"].unique().tolist()
        if programme not in known:
            raise ValidationError(f"programme is {programme!r}; it must be one of {known}")
        table = table[table["programme"] == programme]
    suffix = {"en": "", "zh": "_zh"}.get(names)
    if suffix is None:
        raise ValidationError(f"names is {names!r}; it must be one of 'en', 'zh'")
    return from_edges(table[f"donor{suffix}"], table[f"recipient{suffix}"])
