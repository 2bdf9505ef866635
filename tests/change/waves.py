"""Two waves written down by hand."""

from tests.measures.made import text
from weft.network import Columns, Network, build

GONE = "-"


def two_waves(named: dict[str, list[str | None]], *, steward: str = "a") -> Network:
    """Return the network in which each person names the letters given, wave by wave.

    ``None`` stands for silence, ``-`` for not being there.
    """
    people = {"id": text(named), "steward": text("yes" if p == steward else "" for p in named)}
    rows = []
    for wave in (0, 1):
        people[f"invited:{wave + 1}"] = text(
            "no" if said[wave] == GONE else "yes" for said in named.values()
        )
        people[f"responded:{wave + 1}"] = text(
            "no" if said[wave] in {None, GONE} else "yes" for said in named.values()
        )
        rows += [
            (person, other, str(wave + 1))
            for person, said in named.items()
            for other in (said[wave] or "").replace(GONE, "")
        ]
    columns = zip(*rows, strict=True)
    ties = {
        role: text(cells) for role, cells in zip(("source", "target", "wave"), columns, strict=True)
    }
    return build(Columns("ties", ties), Columns("people", people))
