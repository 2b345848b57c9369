#pragma once

#include "sim/lanes/lanes.hpp"

namespace headrace::HEADRACE_ISA {

/// What a quantity costs or is worth.
/// @param price    of one, in single precision
/// @param written  CompiledModel::as_written of the price
HEADRACE_INLINE double money_of(float quantity, float price, double written) {
  return static_cast<double>(quantity) * static_cast<double>(price) * written;
}

/// Money as two rows: in single precision, and what that leaves. Together 48 bits, so that a sum is told to the cent.
HEADRACE_INLINE void split(const WideRow& money, Row& near, Row& rest) {
  HEADRACE_EACH_LANE(l) {
    const double whole = money.v[l];
    const float first = static_cast<float>(whole);
    near.v[l] = first;
    rest.v[l] = static_cast<float>(whole - static_cast<double>(first));
  }
}

}  // namespace headrace::HEADRACE_ISA
