"""How people report: who over- or under-reports, and which ties there probably are.

Two people asked about one tie often disagree. :func:`estimated` weighs what each says by how they
report, and gives how likely each tie is there; :func:`views` puts that beside the ties that either
end says and those that both say. Figures are computed on :meth:`Estimate.draws`.
"""

from weft.uncertainty.reporters.estimate import Estimate
from weft.uncertainty.reporters.models import Model
from weft.uncertainty.reporters.priors import Priors
from weft.uncertainty.reporters.views import Views, estimated, views

__all__ = ["Estimate", "Model", "Priors", "Views", "estimated", "views"]
