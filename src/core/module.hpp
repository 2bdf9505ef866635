// What each file of kernels adds to the module `weft._core`.
#pragma once

#include <nanobind/nanobind.h>

namespace weft {

void bind_rows(nanobind::module_& m);
void bind_components(nanobind::module_& m);
void bind_csv(nanobind::module_& m);
void bind_ties(nanobind::module_& m);

}  // namespace weft
