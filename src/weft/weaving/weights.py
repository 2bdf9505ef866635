"""The weights of a choice: named, shown with the result, and changed by whoever asks."""

from __future__ import annotations

from collections.abc import Mapping

from weft.network import InvalidRequestError, UnknownNameError


def chosen_weights(
    given: Mapping[str, float] | None, usual: Mapping[str, float]
) -> dict[str, float]:
    """Return the usual weights with those given in their place.

    Raises
    ------
    UnknownNameError
        For a weight that is not there.
    InvalidRequestError
        For one that is below 0 or no number.

    Examples
    --------
    >>> chosen_weights({"load": 0}, {"fit": 1.0, "load": 0.5})
    {'fit': 1.0, 'load': 0.0}
    """
    for name, value in (given or {}).items():
        if name not in usual:
            raise UnknownNameError("weight", name, tuple(usual))
        refuse_unless_weight(name, value, usual[name])
    return {name: float((given or {}).get(name, value)) for name, value in usual.items()}


def refuse_unless_weight(name: str, value: object, usual: float) -> None:
    """Say so where a weight is below 0 or no number."""
    if not (isinstance(value, int | float) and 0 <= value < float("inf")):
        message = (
            f"The weight {name} is {value!r}; expected a number from 0 on. 0 leaves it out of "
            f"account, {usual:g} is usual."
        )
        raise InvalidRequestError(message)
