#include "model/compile/correlation_matrix.hpp"

#include <Eigen/Eigenvalues>

#include <cmath>

namespace headrace {

std::optional<CorrelationMatrix> CorrelationMatrix::factor() const {
  CorrelationMatrix lower(size_);
  for (std::size_t i = 0; i < size_; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double rest = at(i, j);
      for (std::size_t k = 0; k < j; ++k) rest -= lower.at(i, k) * lower.at(j, k);
      if (j < i) {
        lower.at(i, j) = rest / lower.at(j, j);
      } else if (rest < smallest_pivot) {
        return std::nullopt;
      } else {
        lower.at(i, i) = std::sqrt(rest);
      }
    }
  }
  return lower;
}

CorrelationMatrix CorrelationMatrix::contributions() const {
  const auto n = static_cast<Eigen::Index>(size_);
  Eigen::MatrixXd matrix(n, n);
  for (Eigen::Index i = 0; i < n; ++i) {
    for (Eigen::Index j = 0; j < n; ++j) matrix(i, j) = at(static_cast<std::size_t>(i), static_cast<std::size_t>(j));
  }
  const Eigen::VectorXd direction = Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(matrix).eigenvectors().col(0);
  CorrelationMatrix result(size_);
  for (std::size_t i = 0; i < size_; ++i) {
    for (std::size_t j = 0; j < size_; ++j) {
      result.at(i, j) = direction(static_cast<Eigen::Index>(i)) * direction(static_cast<Eigen::Index>(j)) * at(i, j);
    }
  }
  return result;
}

}  // namespace headrace
