"""Shares of draws count what was observed among them."""

import numpy as np

from weft.uncertainty import share_as_far, share_as_high, share_as_low


def test_shares_count_what_was_observed_among_the_draws():
    drawn = np.array([0.1, 0.2, 0.3, 0.4])
    assert share_as_high(0.3, drawn) == 3 / 5
    assert share_as_high(0.5, drawn) == 1 / 5
    assert share_as_low(0.3, drawn) == 4 / 5
    assert share_as_low(0.0, drawn) == 1 / 5
    # 0.1 and 0.4 stray from 0.25 as far as 0.1 does; rounding does not hide a tie.
    assert share_as_far(0.1, drawn, 0.25) == 3 / 5
    assert share_as_high(0.1 + 0.2, np.array([0.3])) == 1.0
    assert share_as_low(0.3, np.array([0.1 + 0.2])) == 1.0
