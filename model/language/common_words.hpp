#pragma once

#include <string>

#include "model/language/key.hpp"

namespace headrace {

/// Is a number of a key further outside its common range than ten times? Zero never is, nor is little money: a plan may
/// say a dollar for what it has no price of. Where the common range is above 0 the sign does not count.
/// @param scale  of the planner's money against dollars; 1 for what is no money
bool is_implausible(const Key& key, double number, double scale);

/// What a number of a key is in a year: "99.9% a year", "8.1 million a year"; empty where it has no time in it.
std::string year_words(const Key& key, double number);

/// The question after the usual mistakes, with what to write then: a year's number in a week's field, a percentage;
/// else a request to check it.
std::string what_was_meant(const Key& key, double number, double scale);

/// A number as one says it: 0.0024, 25, 8112, 108 million.
std::string said(double number);

}  // namespace headrace
