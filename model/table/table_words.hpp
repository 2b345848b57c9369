#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace headrace {

// Words as people write them into the cells of a spreadsheet, in English, German and French.

/// Without blanks around it; no-break spaces are blanks too.
std::string_view trimmed_cell(std::string_view text);

/// true, yes, ja, wahr, oui, vrai, y, on, x and 1; false, no, nein, falsch, non, faux, n, off and 0; capitals or not.
std::optional<bool> flag_of(std::string_view text);

/// Marks for "there is nothing": n/a, na, #N/A, null, nil, none, nan, k.A., a dash or a question mark.
bool means_nothing(std::string_view text);

/// total, sum, Summe, Gesamt, somme, grand total ...: what a row is called that adds the others up.
bool means_total(std::string_view text);

/// What a spreadsheet writes where a formula fails: #REF!, #VALUE!, #DIV/0!, #NAME?, #NUM!.
bool is_spreadsheet_error(std::string_view text);

/// An id made of any words: small letters without accents, `_` for what lies between ("Süd-Werk 2" is sued-werk_2),
/// and `site_` ahead of one that would start with a digit. Empty where nothing is left.
std::string id_from(std::string_view words);

}  // namespace headrace
