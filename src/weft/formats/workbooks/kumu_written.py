"""A network as a workbook that Kumu imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weft.formats.carrying import Written
from weft.formats.workbooks.carried import people_columns, tie_columns
from weft.formats.workbooks.written import Page, workbook_bytes
from weft.network import Notice, quoted

if TYPE_CHECKING:
    from weft.network import Network

HEADINGS = {
    "relation": "Type",
    "direction": "Direction",
    "weight": "Strength",
    "wave": "Wave",
    "reporter": "Reporter",
    "date": "Date",
}
NOT_A_FIELD = frozenset({"yes", "no", "on", "off", "true", "false"})
README = """\
This workbook was written by Weft for Kumu (kumu.io): import it there as a file.
Elements are the people: ID is the id that the data have, Label is the name.
Connections are the reports: From and To are IDs, Type is the relation, Strength is what was said.
Reporter is who said it, where that is not From.
Kumu skips this sheet because its name holds (ignore). Weft reads the workbook back as it was.
"""


def workbook_for_kumu(network: Network) -> Written:
    """Return a workbook for Kumu, and what of it Kumu takes in another way than it is meant."""
    people = people_columns(network, "ID", "Label")
    ties = tie_columns(network, ("From", "To"), HEADINGS)
    width = max(4, len(str(len(ties["From"]))))
    numbered = [f"t-{number:0{width}}" for number in range(1, len(ties["From"]) + 1)]
    attributes = frozenset(network.people.attributes)
    pages = [
        Page(name="Elements", columns=people, numbers=attributes),
        Page(name="Connections", columns={"ID": numbered, **ties}, numbers=frozenset({"Wave"})),
        Page(name="README (ignore)", lines=README.splitlines()),
    ]
    return Written(workbook_bytes(pages), _warnings(network))


def _warnings(network: Network) -> tuple[Notice, ...]:
    """Return what works less well in Kumu because of how ids and attributes are called."""
    said = []
    ids, attributes = network.people.ids, list(network.people.attributes)
    searched = [person for person in ids if "_" in person or "." in person]
    if searched:
        text = (
            f"{len(searched):,} ids hold an underline or a point, such as {quoted(searched[0])}: "
            "links to a search for them do not work in Kumu."
        )
        said.append(Notice(kind="kumu-ids", text=text, count=len(searched)))
    split = [person for person in ids if "|" in person]
    if split:
        text = (
            f"{len(split):,} ids hold a bar, such as {quoted(split[0])}: Kumu takes them for "
            "several people."
        )
        said.append(Notice(kind="kumu-ids", text=text, count=len(split)))
    named = [heading for heading in attributes if heading.strip().lower() in NOT_A_FIELD]
    if named:
        text = f"Kumu has no fields called {', '.join(quoted(heading) for heading in named)}."
        said.append(Notice(kind="kumu-fields", text=text, count=len(named)))
    return tuple(said)
