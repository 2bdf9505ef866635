"""How many pairs it takes before a comparison can tell."""

from __future__ import annotations

from scipy.stats import norm

from weft.network import InvalidRequestError


def pairs_needed(
    held_out_rate: float,
    offered_rate: float,
    *,
    share_held_out: float = 0.5,
    power: float = 0.8,
    level: float = 0.05,
) -> tuple[int, int]:
    r"""Return how many pairs must be held out and offered before a difference is seen.

    .. math:: N = \frac{(z_{1 - \alpha/2} + z_{1 - \beta})^2}{(p_1 - p_0)^2}
              \left(\frac{p_0 (1 - p_0)}{h} + \frac{p_1 (1 - p_1)}{1 - h}\right)

    pairs in all, of which the share h is held out, rounded to whole pairs.

    Parameters
    ----------
    held_out_rate, offered_rate : float
        The shares of pairs that become tied without and with an offer.
    share_held_out : float
        Half where as many are held out as are offered, which takes the fewest pairs in all.
    power : float
        In which share of cases the difference is to be seen.
    level : float
        In which share of cases one is seen where there is none.

    Returns
    -------
    (int, int)
        Held out, and offered.

    Raises
    ------
    InvalidRequestError
        For shares outside 0 to 1, or two rates that are the same.

    Notes
    -----
    The formula for two independent proportions without pooling. Pairs that share people tell less
    than that many independent pairs; take the numbers as the least it takes.

    References
    ----------
    Fleiss, J. L., Levin, B. and Paik, M. C. (2003). Statistical Methods for Rates and Proportions,
    3rd edition, chapter 4. Wiley.

    Examples
    --------
    If 5 in 100 become tied anyway and 15 in 100 when introduced, it takes 137 of each kind; with
    one in five held out, 62 and 249:

    >>> pairs_needed(0.05, 0.15)
    (137, 137)
    >>> pairs_needed(0.05, 0.15, share_held_out=0.2)
    (62, 249)
    """
    given = {"held_out_rate": held_out_rate, "offered_rate": offered_rate}
    for name, share in given.items():
        if not 0 <= share <= 1:
            message = f"{name} is {share}; expected a share from 0 to 1, such as 0.05."
            raise InvalidRequestError(message)
    for name, share in {"share_held_out": share_held_out, "power": power, "level": level}.items():
        if not 0 < share < 1:
            message = f"{name} is {share}; expected a share above 0 and below 1."
            raise InvalidRequestError(message)
    if held_out_rate == offered_rate:
        message = (
            f"Both rates are {held_out_rate}; expected two that differ, as no number of pairs "
            "shows a difference that is not there."
        )
        raise InvalidRequestError(message)
    sure = float(norm.ppf(1 - level / 2) + norm.ppf(power))
    per_pair = held_out_rate * (1 - held_out_rate) / share_held_out
    per_pair += offered_rate * (1 - offered_rate) / (1 - share_held_out)
    total = sure**2 * per_pair / (offered_rate - held_out_rate) ** 2
    return round(share_held_out * total), round((1 - share_held_out) * total)
