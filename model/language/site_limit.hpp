#pragma once

#include <cstddef>

#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// Most sites of one programme, listed in tables and files or planned. A site takes up to 20 KB while a plan is
/// checked, so this many stay below half a gigabyte.
constexpr int most_sites = 20'000;

/// Says that there are more.
/// @param where  of the list
void report_too_many_sites(const Location& where, std::size_t count, Diagnostics& diagnostics);

/// Checks that a document lists no more, before any of them is read.
/// @return  false when there are too many (reported)
bool check_site_count(const Value& document, Diagnostics& diagnostics);

}  // namespace headrace
