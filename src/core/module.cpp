// The compiled core of Weft as a Python module. One line for each file of kernels.
#include "module.hpp"

NB_MODULE(_core, m) {
    m.doc() = "Kernels of Weft's figures on compressed rows; called through weft.measures.kernels.";
    weft::bind_bootstrap(m);
    weft::bind_circles(m);
    weft::bind_components(m);
    weft::bind_curveball(m);
    weft::bind_imputation(m);
    weft::bind_permutation(m);
    weft::bind_qap(m);
    weft::bind_random_networks(m);
    weft::bind_rows(m);
    weft::bind_triangles(m);
}
