"""A form for collecting ties without a connection: XLSForm, for KoboToolbox, ODK and others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from weft.formats.carrying import Written
from weft.formats.format import Format
from weft.formats.plain.written import delimited_bytes
from weft.formats.tables import text_array
from weft.network import InvalidRequestError, Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weft.network import Network, Relation

SAFE = re.compile(r"^[A-Za-z0-9_][A-Za-z0-9_.-]*$")
"""Ids that a form can use as they are."""

QUESTIONS = {
    "works_with": "I work with this person",
    "trusts": "I trust this person",
    "turns_to": "I turn to this person for leadership",
    "energised_by": "This person gives me energy",
}
RESERVED = frozenset({"me", "consent", "tie", "alter"})
"""Names of questions that the form has already."""

MOST_STEPS = 11
LONGEST_LIST = 5_000

SURVEY = ("type", "name", "label", "hint", "required", "relevant", "constraint",
          "constraint_message", "appearance")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A relation as a question of the form: its name there, its words, its answers."""

    name: str
    label: str
    steps: tuple[int, ...]


def write_xlsform(network: Network) -> Written:
    """Return the form that asks the people of a network about their ties, as a workbook.

    One asks who answers and whether they agree to take part; then, for as many people as they like,
    who it is and how strong each relation is. Everyone on the list can be chosen, nobody oneself.

    Raises
    ------
    InvalidRequestError
        If nobody is in the network, or a list would be too long to choose from.
    """
    if not 1 < len(network) <= LONGEST_LIST:
        raise InvalidRequestError(
            f"A form needs a list of 2 to {LONGEST_LIST:,} people to choose from; the network has "
            f"{len(network):,}."
        )
    choices, notices = _choice_names(network.people.ids)
    questions = _questions(network)
    text = "The form asks for ties anew; those of the network are not in it."
    notices.append(Notice(kind="ties-not-written", text=text, count=len(network.reports)))
    renamed = [q.name for q, r in zip(questions, network.relations, strict=True) if q.name != r]
    if renamed:
        text = f"These questions have names that a form can use: {', '.join(renamed)}."
        notices.append(Notice(kind="renamed-for-the-form", text=text, count=len(renamed)))
    sheets: dict[str, tuple[Sequence[str], Sequence[Sequence[str]]]] = {
        "survey": (SURVEY, _survey(questions)),
        "choices": (("list_name", "name", "label"), list(_choices(network, choices, questions))),
        "settings": (
            ("form_title", "form_id", "version", "style"),
            [(network.name, _safe(network.name, "weft"), "1", "pages")],
        ),
    }
    return Written(_workbook(sheets), tuple(notices))


def write_key(network: Network) -> Written:
    """Return the key of the form: which choice is which person, as ``key=`` takes it."""
    import pyarrow as pa

    choices, _ = _choice_names(network.people.ids)
    table = pa.table({"account": text_array(choices), "person": text_array(network.people.ids)})
    return Written(delimited_bytes(table, ","))


def _choice_names(ids: Sequence[str]) -> tuple[list[str], list[Notice]]:
    """Return what the form calls each person: the id where it can."""
    taken = {person for person in ids if SAFE.match(person)}
    names, unsafe = [], 0
    numbers = (f"p{n:04}" for n in range(1, len(ids) + len(taken) + 1))
    free = (name for name in numbers if name not in taken)
    for person in ids:
        safe = person in taken
        unsafe += not safe
        names.append(person if safe else next(free))
    if not unsafe:
        return names, []
    ids = "1 id" if unsafe == 1 else f"{unsafe:,} ids"
    text = (
        f"{ids} cannot stand in a form, which says p0001 and so on instead. Write the key with the "
        "form (--people-out key.csv), and give it with the answers (--key key.csv)."
    )
    return names, [Notice(kind="ids-renamed", text=text, count=unsafe)]


def _questions(network: Network) -> list[Asked]:
    names: list[str] = []
    asked = []
    for name in network.relations:
        safe = _safe(name, "relation")
        while safe in RESERVED or safe in names:
            safe += "_"
        names.append(safe)
        label = QUESTIONS.get(name, name.replace("_", " "))
        asked.append(Asked(safe, label, _steps(network, network.declared(name))))
    return asked


def _safe(text: str, otherwise: str) -> str:
    """Return a text as the name of a question: letters, digits and underscores."""
    safe = re.sub(r"[^A-Za-z0-9_]+", "_", text).strip("_")
    return (
        safe if re.match(r"[A-Za-z_]", safe) else f"{otherwise}_{safe}".rstrip("_")
    ) or otherwise


def _steps(network: Network, relation: Relation) -> tuple[int, ...]:
    """Return the answers to choose from: the declared scale, or what has been answered so far."""
    if relation.scale is not None:
        low, high = (round(end) for end in relation.scale)
    else:
        code = [r.name for r in network.all_relations].index(relation.name)
        values = network.all_reports.value[network.all_reports.relation == code]
        high = int(np.ceil(values.max())) if len(values) else 1
        low = 0
    if high <= 1 or high - low + 1 > MOST_STEPS:
        return (0, 1)
    return tuple(range(low, high + 1))


def _survey(questions: Sequence[Asked]) -> list[tuple[str, ...]]:
    def row(**cells: str) -> tuple[str, ...]:
        return tuple(cells.get(column, "") for column in SURVEY)

    person = {"type": "select_one people", "required": "yes", "appearance": "minimal autocomplete"}
    return [
        row(name="me", label="Who are you?", **person),
        row(
            type="select_one yn",
            name="consent",
            label="May your answers be used to show the network?",
            hint="If you say no, nothing you answered is used.",
            required="yes",
        ),
        row(type="begin_repeat", name="tie", label="A person", relevant="${consent} = 'yes'"),
        row(
            name="alter",
            label="Who is it?",
            constraint=". != ${me}",
            constraint_message="Choose somebody else than yourself.",
            **person,
        ),
        *(
            row(
                type=f"select_one {_list_name(question)}",
                name=question.name,
                label=question.label,
                hint="" if question.steps == (0, 1) else "The larger the number, the stronger.",
                appearance="likert",
            )
            for question in questions
        ),
        row(type="end_repeat"),
    ]


def _list_name(question: Asked) -> str:
    return f"from_{question.steps[0]}_to_{question.steps[-1]}"


def _choices(
    network: Network, names: Sequence[str], questions: Sequence[Asked]
) -> Iterable[tuple[str, str, str]]:
    for name, label in zip(names, network.people.names, strict=True):
        yield "people", name, label
    yield from (("yn", "yes", "Yes"), ("yn", "no", "No"))
    for question in {_list_name(question): question for question in questions}.values():
        for step in question.steps:
            words = {0: "No", 1: "Yes"} if question.steps == (0, 1) else {}
            yield _list_name(question), str(step), words.get(step, str(step))


def _workbook(sheets: dict[str, tuple[Sequence[str], Sequence[Sequence[str]]]]) -> bytes:
    from datetime import UTC, datetime

    import xlsxwriter

    memory = BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    for name, (headings, rows) in sheets.items():
        sheet = book.add_worksheet(name)
        for r, row in enumerate((headings, *rows)):
            for c, cell in enumerate(row):
                if cell:
                    sheet.write_string(r, c, cell)
        sheet.freeze_panes(1, 0)
    book.close()
    return memory.getvalue()


XLSFORM = Format(
    name="xlsform",
    title="a form for Kobo or ODK",
    about="A form for KoboToolbox, ODK or any other program that takes XLSForms: people answer on "
    "their own telephones, also offline. Load it there, collect, export the answers as XLSX with "
    "“XML values and headers”, and read them with Weft.",
    extensions=(".xlsx",),
    write=write_xlsform,
    write_people=write_key,
)
