#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/compile/compiled_model.hpp"

namespace headrace {

/// Names that correlations may hold and that need no draw.
struct UndrawnNames {
  std::set<std::string> exact;                 ///< numbers without spread
  std::vector<std::string> absent_beginnings;  ///< "ulm/", "*plant/": sites and templates that are not planned
};

/// Correlation of two normals whose uniforms have rank correlation rho (Kruskal 1958).
double normal_correlation(double rank_correlation);

/// Ties the inputs that correlations name: a Gaussian copula, whose normals have correlation 2 sin(pi rho / 6) where
/// the rank correlation is rho (Kruskal 1958), and none where no pair is named. Inputs that are linked, however far,
/// form a set; its Cholesky factor, in order of name, makes their normals from normals of their own. An input alone,
/// and the first of each set, draws what it would draw without. Numbers that need no draw keep their place in the set:
/// fixing one, or planning fewer sites, leaves all others as they are. Warnings: exact names. Errors: unknown names, a
/// pair named twice with two values, numbers that are already tied between sites, a matrix that is not positive
/// definite; all go to `diagnostics`, and then nothing is tied.
/// @param model  its inputs in order of name
void tie_inputs(const std::vector<Correlation>& correlations, const UndrawnNames& undrawn, CompiledModel& model,
                Diagnostics& diagnostics);

}  // namespace headrace
