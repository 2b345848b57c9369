#pragma once

#include <string>
#include <vector>

#include "model/language/key.hpp"
#include "model/language/key_table.hpp"
#include "model/text/diagnostics.hpp"
#include "model/text/document.hpp"

namespace headrace {

/// The value of one key, checked against its type, unit range and spelling. Names of other entities are not resolved
/// here.
/// @param subject  what messages call it: "'people' of teams.ot"
/// @return         nothing when the value is no such thing (reported)
Field read_field(const KeyType& type, const Value& value, const std::string& subject, Diagnostics& diagnostics);

/// Keys of the small tables that stand inside lists.
const std::vector<KeyRow<Dependency>>& dependency_rows();
const std::vector<KeyRow<Hire>>& hire_rows();
const std::vector<KeyRow<RiskEffect>>& effect_rows();
/// People of a team in a crew.
KeyType crew_people_type();

/// What an absent key means for a number of this entity.
Quantity default_quantity(const KeyType& type, const Value& entity);

/// The same for a number that was given and is wrong, so that it is not also reported as missing.
Quantity stand_in_quantity(const KeyType& type, const Value& entity);

/// Whether a text may be an id: a-z first, then a-z, 0-9, _ and -.
bool is_id(const std::string& text);

/// "'people' of teams.ot", for messages.
std::string subject_of(const std::string& key, const std::string& path);

}  // namespace headrace
