"""What those who did not answer would have said: drawn from how the others answered.

A graph goes through the files in this order. :mod:`known` lays out what is known as matrices,
:mod:`habits` holds how people answer and draws it anew from what is known, :mod:`settling` draws
the ties that are not known, and :mod:`chain` lets the two take turns and hands out the networks.
"""

from weft.uncertainty.answers.chain import MOST_PEOPLE, answered_networks

__all__ = ["MOST_PEOPLE", "answered_networks"]
