// The compiled core of Weft as a Python module. One line for each file of kernels.
#include "module.hpp"

NB_MODULE(_core, m) {
    // What a program still holds when it ends is no leak: graphs keep their rows until then.
    nanobind::set_leak_warnings(false);
    m.doc() = "Kernels of Weft's figures on compressed rows; called through weft.measures.kernels.";
    weft::bind_answers(m);
    weft::bind_betweenness(m);
    weft::bind_bootstrap(m);
    weft::bind_cell(m);
    weft::bind_circles(m);
    weft::bind_closeness(m);
    weft::bind_components(m);
    weft::bind_core_numbers(m);
    weft::bind_csv(m);
    weft::bind_curveball(m);
    weft::bind_cut_points(m);
    weft::bind_habits(m);
    weft::bind_imputation(m);
    weft::bind_inner_products(m);
    weft::bind_leiden(m);
    weft::bind_likeness(m);
    weft::bind_live(m);
    weft::bind_nearby(m);
    weft::bind_pagerank(m);
    weft::bind_permutation(m);
    weft::bind_qap(m);
    weft::bind_random_networks(m);
    weft::bind_removal(m);
    weft::bind_reporters(m);
    weft::bind_rows(m);
    weft::bind_sampled_betweenness(m);
    weft::bind_ties(m);
    weft::bind_triangles(m);
    weft::bind_two_hops(m);
    weft::bind_vertex_diameter(m);
    weft::bind_way_sampler(m);
    weft::bind_weights(m);
}
