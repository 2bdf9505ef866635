"""Made-up networks whose truth is known, to learn with and to test against."""

from weft.simulate.coalition import Introduction, Simulated, coalition
from weft.simulate.parameters import Parameters, Silent

__all__ = ["Introduction", "Parameters", "Silent", "Simulated", "coalition"]
