// What each file of kernels adds to the module `weft._core`.
#pragma once

#include <nanobind/nanobind.h>

namespace weft {

void bind_answers(nanobind::module_& m);
void bind_betweenness(nanobind::module_& m);
void bind_bootstrap(nanobind::module_& m);
void bind_cell(nanobind::module_& m);
void bind_circles(nanobind::module_& m);
void bind_closeness(nanobind::module_& m);
void bind_components(nanobind::module_& m);
void bind_core_numbers(nanobind::module_& m);
void bind_csv(nanobind::module_& m);
void bind_curveball(nanobind::module_& m);
void bind_cut_points(nanobind::module_& m);
void bind_habits(nanobind::module_& m);
void bind_imputation(nanobind::module_& m);
void bind_inner_products(nanobind::module_& m);
void bind_leiden(nanobind::module_& m);
void bind_likeness(nanobind::module_& m);
void bind_live(nanobind::module_& m);
void bind_nearby(nanobind::module_& m);
void bind_pagerank(nanobind::module_& m);
void bind_permutation(nanobind::module_& m);
void bind_qap(nanobind::module_& m);
void bind_random_networks(nanobind::module_& m);
void bind_removal(nanobind::module_& m);
void bind_reporters(nanobind::module_& m);
void bind_rows(nanobind::module_& m);
void bind_sampled_betweenness(nanobind::module_& m);
void bind_ties(nanobind::module_& m);
void bind_triangles(nanobind::module_& m);
void bind_two_hops(nanobind::module_& m);
void bind_vertex_diameter(nanobind::module_& m);
void bind_way_sampler(nanobind::module_& m);
void bind_weights(nanobind::module_& m);

}  // namespace weft
