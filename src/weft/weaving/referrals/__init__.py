"""Referrals: to whom an opportunity could be passed on, and by whom."""

from weft.weaving.referrals.contents import Referral, Referrals
from weft.weaving.referrals.make import refer
from weft.weaving.referrals.shown import FORMAT

__all__ = ["FORMAT", "Referral", "Referrals", "refer"]
