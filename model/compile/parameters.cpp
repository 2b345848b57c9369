#include "model/compile/parameters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/compile/correlation.hpp"
#include "model/formula/elementary.hpp"

namespace headrace {
namespace {

/// Phi(-k / normal_tail_per_unit), to beyond any normal that the table gives.
std::vector<float> build_normal_tail() {
  constexpr double reach = 8;
  std::vector<float> tail;
  for (int k = 0; k <= reach * CompiledModel::normal_tail_per_unit + 1; ++k) {
    tail.push_back(static_cast<float>(formula::normal_cdf(-k / double{CompiledModel::normal_tail_per_unit})));
  }
  return tail;
}

}  // namespace
std::uint64_t name_key(const std::string& name) {
  std::uint64_t h = 0xcbf29ce484222325u;
  for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9u;
  h = (h ^ (h >> 27)) * 0x94d049bb133111ebu;
  h ^= h >> 31;
  return h == 0 ? 1 : h;
}

Param ParameterTable::constant(double value) {
  const auto [found, fresh] = constants_.try_emplace(value, model_.rows);
  if (fresh) model_.constants.push_back({model_.rows++, value});
  return found->second;
}

Param ParameterTable::add_named(const Quantity& quantity, const std::string& name, const std::string& common) {
  const bool varies = quantity.pattern.varies() || changes_.contains(name);
  return varies ? varying(quantity, name, common) : steady(quantity, name, common);
}

/// A row of its own, so that no other number changes with it.
Param ParameterTable::varying(const Quantity& quantity, const std::string& name, const std::string& common) {
  const auto [found, fresh] = varying_.try_emplace(name, model_.rows);
  if (!fresh) return found->second;
  constexpr float infinity = std::numeric_limits<float>::infinity();
  const TimePattern& pattern = quantity.pattern;
  VaryingNumber number{};
  number.row = model_.rows++;
  number.base = pattern.over_time.empty() ? steady(quantity, name, common) : constant(1);
  number.weekly = pattern.varies();
  number.low = pattern.varies() ? static_cast<float>(pattern.low) : -infinity;
  number.high = pattern.varies() ? static_cast<float>(pattern.high) : infinity;
  if (pattern.varies()) {
    number.pattern = static_cast<int>(model_.week_factors.size()) / model_.weeks;
    const std::vector<float> factors = weekly_factors(pattern, model_.weeks);
    model_.week_factors.insert(model_.week_factors.end(), factors.begin(), factors.end());
  }
  number.effects.begin = static_cast<int>(model_.effects.size());
  if (const auto changes = changes_.find(name); changes != changes_.end()) {
    for (const std::size_t k : changes->second) {
      asked_[k].met = true;
      const NumberChange& change = asked_[k].change;
      model_.effects.push_back(change.effect);
      number.weekly = change.weekly;
      number.low = std::max(number.low, change.low);
      number.high = std::min(number.high, change.high);
    }
  }
  number.effects.end = static_cast<int>(model_.effects.size());
  model_.varying.push_back(number);
  return number.row;
}

void ParameterTable::change(const std::vector<std::string>& names, const NumberChange& change, const Location& where,
                            const std::string& words) {
  for (const std::string& name : names) changes_[name].push_back(asked_.size());
  asked_.push_back({change, where, words});
}

Param ParameterTable::steady(const Quantity& quantity, const std::string& own, const std::string& common) {
  if (is_exact(quantity.distribution)) {
    for (const std::string* name : {&own, &common}) {
      if (watched_.contains(*name)) exact_names_.insert(*name);
    }
    return constant(quantity.distribution.a);
  }
  const bool shared = quantity.shared && !common.empty();
  const std::string& name = shared ? common : own;
  const auto [found, fresh] = named_.try_emplace(name, model_.rows);
  if (!fresh) return found->second;

  Input input;
  input.name = name;
  input.key = name_key(name);
  input.row = model_.rows++;
  input.table = table_of(quantity.distribution);
  input.quantity = quantity;
  if (!shared && !common.empty() && quantity.between_sites_rho > 0) {
    const double r = std::min(1.0, normal_correlation(quantity.between_sites_rho));
    input.common = common;
    input.common_key = name_key(common);
    input.weight_common = static_cast<float>(std::sqrt(r));
    input.weight_own = static_cast<float>(std::sqrt(1 - r));
  }
  for (const auto& [key, text] : {std::pair{input.key, name}, std::pair{input.common_key, common}}) {
    const auto [other, unused] = keys_.try_emplace(key, text);
    if (key == 0 || unused || other->second == text) continue;
    diagnostics_.error(quantity.where, "the names `" + text + "` and `" + other->second + "` have one hash",
                       "their draws would be the same", "Rename one of them.");
  }
  model_.inputs.push_back(std::move(input));
  return found->second;
}

Param ParameterTable::add(const Quantity& quantity, const std::string& site, const std::string& entity,
                          const std::string& field) {
  const std::string tail = entity.empty() ? field : entity + "/" + field;
  if (site.empty()) return add_named(quantity, tail, {});
  const auto home = template_of_site_.find(site);
  const bool common = quantity.from_template && home != template_of_site_.end();
  return add_named(quantity, site + "/" + tail, common ? "*" + home->second + "/" + tail : std::string{});
}

int ParameterTable::stream(const std::string& name) {
  model_.streams.push_back({name_key(name)});
  return static_cast<int>(model_.streams.size()) - 1;
}

int ParameterTable::table_of(const Distribution& distribution) {
  const auto [found, fresh] = tables_.try_emplace(distribution, static_cast<int>(model_.tables.size()));
  if (!fresh) return found->second;
  const auto [known, unknown] = known_.tables.try_emplace(distribution);
  if (unknown) known->second = build_table(distribution);
  model_.tables.push_back(known->second);
  return found->second;
}

void ParameterTable::finish() {
  for (const Asked& asked : asked_) {
    if (asked.met) continue;
    diagnostics_.warning(asked.where, asked.words + " changes nothing", "no planned site or mechanism uses that number",
                         "Remove it, or plan what uses it.");
  }
  model_.normal_table = table_of({Family::normal, 0, 1});
  if (known_.normal_tail.empty()) known_.normal_tail = build_normal_tail();
  model_.normal_tail = known_.normal_tail;
  std::sort(model_.inputs.begin(), model_.inputs.end(), [](const Input& a, const Input& b) { return a.name < b.name; });
}

}  // namespace headrace
