"""Cards: suggestions to print, cut out and hand to those who could act on them."""

from weft.weaving.cards.card import Card
from weft.weaving.cards.page import cards_page

__all__ = ["Card", "cards_page"]
