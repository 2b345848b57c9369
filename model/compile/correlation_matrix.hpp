#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace headrace {

/// A correlation matrix of normals, row by row; or its lower Cholesky factor.
class CorrelationMatrix {
 public:
  explicit CorrelationMatrix(std::size_t size) : size_(size), entries_(size * size) {}

  double& at(std::size_t i, std::size_t j) { return entries_[i * size_ + j]; }
  double at(std::size_t i, std::size_t j) const { return entries_[i * size_ + j]; }
  std::size_t size() const { return size_; }

  /// What must be left to a number of its own, as a share of its variance, for
  /// a matrix to be positive definite.
  static constexpr double smallest_pivot = 1e-9;

  /// @return the factor; nothing when the matrix is not positive definite
  std::optional<CorrelationMatrix> factor() const;

  /// What each entry has in the smallest eigenvalue: the most negative ones
  /// contradict the rest. For messages only.
  CorrelationMatrix contributions() const;

 private:
  std::size_t size_;
  std::vector<double> entries_;
};

}  // namespace headrace
