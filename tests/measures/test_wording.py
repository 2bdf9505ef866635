"""A figure in words."""

from weft.measures import Figure
from weft.measures.wording import said


def test_a_number_that_rounds_to_nothing_is_said_without_a_sign() -> None:
    figure = Figure(value=-0.001, parts={"expected": -0.25})
    assert said("{value:.2f} of {n}, not {expected:.2f}.", figure, 3) == "0.00 of 3, not -0.25."


def test_a_name_is_said_as_it_is() -> None:
    assert said("It is {value}.", Figure(value="multi-hub"), 3) == "It is multi-hub."
