"""The names in the made-up network. None is meant to be a person or organisation that exists."""

from __future__ import annotations

from weft.simulate.streams import Purpose, stream

NETWORK = "Riverbend Food Coalition (fictional)"

ORGANISATIONS = (
    "Riverbend Table",
    "Quillhaven Growers",
    "Ostrel Street Kitchen",
    "Tannerwick Families",
    "Brindlecross Clinic",
    "Fennimarsh Library",
    "Wexcombe Tenants",
    "Marrowby School Meals",
    "Larkmoor Orchard",
    "Dunnet Vale Youth",
    "Sallowgate Transport",
    "Hobbenfield Elders",
)
"""The first one convenes."""

FIRST_NAMES = (
    *("Abena", "Aisha", "Alejandra", "Amara", "Amir", "Ananya", "Anselm", "Arjun", "Aroha"),
    *("Astrid", "Bashir", "Beatriz", "Benedikt", "Camille", "Chidi", "Consuelo", "Dalia"),
    *("Daniyar", "Dawit", "Dolores", "Ebony", "Efua", "Eilidh", "Emeka", "Esperanza", "Farah"),
    *("Fatou", "Fergus", "Gabriela", "Giulia", "Goran", "Hana", "Hassan", "Hiroshi", "Ifeoma"),
    *("Ilse", "Imani", "Ines", "Isla", "Jamal", "Joaquin", "Johanna", "Kaia", "Kamala", "Keoni"),
    *("Kwame", "Laila", "Leilani", "Lucia", "Magnus", "Mai", "Malik", "Marisol", "Mateo"),
    *("Meera", "Mikael", "Minh", "Nadia", "Naoko", "Niamh", "Nomvula", "Olena", "Omar", "Paloma"),
    *("Pavel", "Priya", "Quang", "Rafael", "Rosalind", "Rui", "Saanvi", "Sami", "Shanice"),
    *("Siobhan", "Sunniva", "Takoda", "Tamsin", "Tariq", "Thandiwe", "Tomasz", "Uma", "Valentina"),
    *("Wanjiru", "Wei", "Winona", "Xochitl", "Yara", "Yusuf", "Zainab", "Zoltan"),
)

INITIALS = "ABCDEFGHJKLMNPRSTVWZ"


def organisations(many: int) -> tuple[str, ...]:
    """Return the names of this many organisations."""
    further = (f"Organisation {i + 1}" for i in range(len(ORGANISATIONS), many))
    return (*ORGANISATIONS[:many], *further)


def names(many: int, seed: int) -> tuple[str, ...]:
    """Return this many different names; a longer list begins with the shorter one.

    Examples
    --------
    >>> names(3, seed=1) == names(4, seed=1)[:3]
    True
    >>> len(set(names(5_000, seed=1)))
    5000
    """
    rng = stream(seed, Purpose.NAMES)
    first = rng.permutation(FIRST_NAMES)
    initial = rng.integers(len(INITIALS), size=len(FIRST_NAMES))
    found = []
    for i in range(many):
        lap, place = divmod(i, len(first))
        again, step = divmod(lap, len(INITIALS))
        letter = INITIALS[(int(initial[place]) + step) % len(INITIALS)]
        found.append(f"{first[place]} {letter}." + (f" {again + 1}" if again else ""))
    return tuple(found)


def ids(many: int, people: int) -> tuple[str, ...]:
    """Return ids from p01 on, as wide as the number of people in one wave needs."""
    width = max(2, len(str(people)))
    return tuple(f"p{i:0{width}d}" for i in range(1, many + 1))
