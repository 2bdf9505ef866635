// The compiled core of Weft as a Python module. One line for each file of kernels.
#include "module.hpp"

NB_MODULE(_core, m) {
    m.doc() = "Kernels of Weft's figures on compressed rows; called through weft.measures.kernels.";
    weft::bind_rows(m);
    weft::bind_components(m);
    weft::bind_csv(m);
    weft::bind_ties(m);
}
