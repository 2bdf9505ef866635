"""The network: people, reports and what kinds of tie they are about. Immutable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from weft.network.compile import View, answered_in, compiled, in_boundary
from weft.network.errors import InvalidRequestError, UnknownNameError
from weft.network.graph import Graph
from weft.network.people import NO, YES, People
from weft.network.relation import Relation
from weft.network.reports import Reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something done to the data that its owner should know: what, and to how many rows."""

    kind: str
    text: str
    count: int


@dataclass(frozen=True, eq=False)
class Network:
    """A named group with a shared purpose, as its members report it.

    A network never changes. :meth:`relation`, :meth:`wave`, :meth:`at_least` and
    :meth:`people_where` return new networks that share the columns of this one. Make one with
    :func:`weft.read`.

    Attributes
    ----------
    name : str
    people : People
    all_reports : Reports
        Every report, also of relations and waves that a filter has set aside.
    all_relations : tuple of Relation
    all_waves : tuple of str
    chosen_relations, chosen_waves : tuple of str
        What the filters have left.
    notices : tuple of Notice
        What was done to the data when it was read.
    """

    name: str
    people: People
    all_reports: Reports
    all_relations: tuple[Relation, ...]
    all_waves: tuple[str, ...]
    chosen_relations: tuple[str, ...]
    chosen_waves: tuple[str, ...]
    notices: tuple[Notice, ...] = ()
    _compiled: dict[tuple[str, str, View], Graph] = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        return len(self.people)

    @property
    def relations(self) -> tuple[str, ...]:
        """The names of the relations, in the order of the data."""
        return self.chosen_relations

    @property
    def waves(self) -> tuple[str, ...]:
        """The waves, in order of time."""
        return self.chosen_waves

    @property
    def stewards(self) -> tuple[str, ...]:
        """The ids of the stewards."""
        return tuple(self.people.ids[i] for i in np.flatnonzero(self.people.steward))

    @cached_property
    def reports(self) -> Reports:
        """The reports of the relations and waves that the filters have left."""
        everything = self.all_reports
        relations = [i for i, r in enumerate(self.all_relations) if r.name in self.relations]
        waves = [i for i, wave in enumerate(self.all_waves) if wave in self.waves]
        keep = np.isin(everything.relation, relations) & np.isin(everything.wave, waves)
        return everything if keep.all() else everything.take(keep)

    def relation(self, name: str) -> Network:
        """Return the network of one relation."""
        return replace(self, chosen_relations=(self._relation_named(name),))

    def wave(self, wave: str | int) -> Network:
        """Return the network of one wave."""
        return replace(self, chosen_waves=(self._wave_named(wave),))

    def at_least(self, value: float) -> Network:
        """Return the network in which a report below ``value`` says that there is no tie."""
        strong = self.all_reports.value >= value
        weakened = replace(self.all_reports, value=np.where(strong, self.all_reports.value, 0.0))
        return replace(self, all_reports=weakened, _compiled={})

    def with_stewards(self, ids: Sequence[str]) -> Network:
        """Return the network with these people, and no others, as its stewards."""
        steward = np.zeros(len(self.people), dtype=bool)
        steward[self.people.positions_of(ids)] = True
        return replace(self, people=replace(self.people, steward=steward), _compiled={})

    def everyone_answered(self) -> Network:
        """Return the network with the statement that everyone answered in every wave."""
        everyone = np.full(len(self.people), YES, dtype=np.int8)
        return replace(self, people=replace(self.people, responded={"": everyone}), _compiled={})

    def people_where(self, **attributes: str) -> Network:
        """Return the people whose attributes have these values, and the reports among them."""
        keep = np.ones(len(self.people), dtype=bool)
        for name, wanted in attributes.items():
            keep &= np.array([v == wanted for v in self.people.attribute(name)], dtype=bool)
        return self.among(keep)

    def among(self, keep: NDArray[np.bool_]) -> Network:
        """Return some of the people (a mask over all), and the reports among them."""
        positions = np.flatnonzero(keep)
        new = np.full(len(self.people), -1, dtype=np.int32)
        new[positions] = np.arange(len(positions), dtype=np.int32)
        old = self.all_reports
        inside = old.take(keep[old.source] & keep[old.target] & keep[old.reporter])
        moved = replace(
            inside,
            reporter=new[inside.reporter],
            source=new[inside.source],
            target=new[inside.target],
        )
        return replace(self, people=self.people.take(positions), all_reports=moved, _compiled={})

    def graph(
        self, relation: str | None = None, wave: str | int | None = None, *, view: View = "either"
    ) -> Graph:
        """Return the ties of one relation in one wave, compiled; built once and kept.

        Parameters
        ----------
        relation : str, optional
            May be left out where the network has one relation.
        wave : str or int, optional
            The last wave where left out.
        view : {'either', 'both'}
            A tie is there if either end says so, or only if both do. In ``both`` a tie that only
            one end was asked about does not count; where both were asked and one of them did not
            answer, the word of the other stands.

        Returns
        -------
        Graph
            The strength of a tie is the mean of the values above 0 reported for it.
        """
        name = self._relation_named(relation)
        when = self._wave_named(wave)
        key = (name, when, view)
        if key not in self._compiled:
            self._compiled[key] = compiled(self, name, when, view)
        return self._compiled[key]

    def declared(self, name: str) -> Relation:
        """Return what is declared of a relation: its direction and scale."""
        known = {relation.name: relation for relation in self.all_relations}
        if name not in known:
            raise UnknownNameError("relation", name, tuple(known))
        return known[name]

    def coverage(self) -> list[dict[str, str | int | float | None]]:
        """Return, for each wave, how many were invited and answered.

        Returns
        -------
        list of dict
            ``wave``, ``people``, ``answered``, ``said_no`` (declared as not having answered),
            ``undeclared`` (reported nothing, and the data do not say whether they answered) and
            ``rate`` (answered over people; None where there is nobody).
        """
        rows: list[dict[str, str | int | float | None]] = []
        for wave in self.waves:
            inside = in_boundary(self, wave)
            answered = answered_in(self, wave) & inside
            said_no = (self.people.declared("responded", wave) == NO) & inside & ~answered
            people = int(inside.sum())
            rows.append(
                {
                    "wave": wave,
                    "people": people,
                    "answered": int(answered.sum()),
                    "said_no": int(said_no.sum()),
                    "undeclared": people - int(answered.sum()) - int(said_no.sum()),
                    "rate": float(answered.sum() / people) if people else None,
                }
            )
        return rows

    def summary(self) -> Mapping[str, object]:
        """Return what is in the network, in a few numbers."""
        return {
            "name": self.name,
            "people": len(self),
            "relations": list(self.relations),
            "waves": list(self.waves),
            "reports": len(self.reports),
            "stewards": len(self.stewards),
        }

    def _relation_named(self, name: str | None) -> str:
        if name is None:
            if len(self.relations) == 1:
                return self.relations[0]
            message = (
                f"The network has {len(self.relations)} relations ({', '.join(self.relations)}); "
                "say which one is meant, such as relation="
                f"{(self.relations or ('turns_to',))[0]!r}."
            )
            raise InvalidRequestError(message)
        if name not in self.relations:
            raise UnknownNameError("relation", name, self.relations)
        return name

    def _wave_named(self, wave: str | int | None) -> str:
        if wave is None:
            return self.waves[-1]
        if str(wave) not in self.waves:
            raise UnknownNameError("wave", wave, self.waves)
        return str(wave)
