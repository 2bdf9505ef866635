"""Networks of a few people who belong to groups."""

from collections.abc import Sequence

from tests.measures.made import text
from weft.network import Columns, Network, Relation, build


def grouped(
    rows: Sequence[str], groups: dict[str, str | None], *, directed: bool = True
) -> Network:
    """Return the network of rows such as ``"Ana Ben"`` among people of these groups."""
    cells = [row.split() for row in rows]
    ties = {role: text(cell[i] for cell in cells) for i, role in enumerate(("source", "target"))}
    people = {"id": text(groups), "group": text(groups.values())}
    relation = Relation(name="ties", directed=directed)
    return build(
        Columns("ties", ties),
        Columns("people", people),
        relations=(relation,),
        everyone_answered=True,
    )
