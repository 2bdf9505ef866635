#include "walk.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace weft {

void expect_walk(double damping, double tolerance) {
    if (!(damping >= 0 && damping < 1))
        throw std::invalid_argument("damping is " + std::to_string(damping) +
                                    "; expected 0 or more, and less than 1.");
    if (!(tolerance > 0))
        throw std::invalid_argument("tolerance is " + std::to_string(tolerance) +
                                    "; expected more than 0.");
}

double outgoing(const Lists& out, std::span<const double> weight, Person v) {
    if (weight.empty()) return double(out.count(v));
    double sum = 0;
    for (Offset at = out.start[v]; at < out.start[std::size_t(v) + 1]; ++at) {
        const double w = weight[std::size_t(at)];
        if (!(w > 0 && std::isfinite(w)))
            throw std::invalid_argument("A weight is " + std::to_string(w) +
                                        "; expected a finite number above 0.");
        sum += w;
    }
    return sum;
}

}  // namespace weft
