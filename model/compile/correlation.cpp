#include "model/compile/correlation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "model/compile/correlation_matrix.hpp"
#include "model/formula/elementary.hpp"
#include "model/text/suggest.hpp"

namespace headrace {
namespace {

using Pair = std::pair<std::string, std::string>;  ///< in order of name

struct Link {
  double rho = 0;
  Location where;
};

/// One of the numbers that are tied: an input, the common part of a template's, or a number that needs no draw, whose
/// normal is drawn all the same so that the others stay as they are.
struct Member {
  std::string name;
  int input = -1;  ///< index into CompiledModel::inputs; -1: not one of them
};

/// A perfect correlation: what is left to a number of its own would be nothing.
bool is_perfect(double rho) {
  const double r = normal_correlation(rho);
  return 1 - r * r < CorrelationMatrix::smallest_pivot;
}

/// What a number's perfect twin is: the first of them in order of name, and whether it runs the other way.
struct Twin {
  std::string first;
  double sign = 1;
};

class Tier {
 public:
  Tier(const UndrawnNames& undrawn, CompiledModel& model, Diagnostics& diagnostics)
      : undrawn_(undrawn), model_(model), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < model_.inputs.size(); ++i) {
      inputs_[model_.inputs[i].name] = static_cast<int>(i);
      if (model_.inputs[i].common_key != 0) commons_.insert(model_.inputs[i].common);
    }
  }

  void run(const std::vector<Correlation>& correlations) {
    for (const Correlation& one : correlations) collect(one);
    if (failed_) return;
    find_twins();
    fold_links();
    if (failed_) return;
    for (const std::vector<Member>& set : linked_sets()) factorise(set);
    if (failed_) return;
    for (auto& [set, factor] : factors_) lay_out(set, factor);
    sort_members();
    for (const auto& [pair, link] : links_) {
      if (is_drawn(pair.first) && is_drawn(pair.second)) {
        model_.rank_correlations.push_back({pair.first, pair.second, link.rho});
      }
    }
  }

 private:
  void error(const Location& where, std::string problem, std::string why, std::string advice) {
    failed_ = true;
    diagnostics_.error(where, std::move(problem), std::move(why), std::move(advice));
  }

  void collect(const Correlation& correlation) {
    std::vector<std::string> names;
    for (const std::string& name : correlation.between) {
      if (usable(name, correlation)) names.push_back(name);
    }
    if (correlation.between.size() < 2) {
      error(correlation.where, fmt::format("correlations.{} ties fewer than two numbers", correlation.id), "",
            "Name two or more in `between`.");
    }
    std::sort(names.begin(), names.end());
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t j = i + 1; j < names.size(); ++j) add({names[i], names[j]}, correlation);
    }
  }

  void add(const Pair& pair, const Correlation& correlation) {
    const double rho = correlation.rank_correlation;
    const auto [found, fresh] = links_.try_emplace(pair, Link{rho, correlation.where});
    if (fresh || found->second.rho == rho) return;
    error(correlation.where, fmt::format("`{}` and `{}` are correlated twice", pair.first, pair.second),
          fmt::format("{} here and {} elsewhere", rho, found->second.rho), "Keep one of the two.");
  }

  bool is_drawn(const std::string& name) const { return inputs_.contains(name) || commons_.contains(name); }

  /// Whether a name may be tied. What is exact or not planned keeps its place.
  bool usable(const std::string& name, const Correlation& correlation) {
    if (commons_.contains(name)) return true;
    const auto found = inputs_.find(name);
    if (found != inputs_.end()) return is_free(model_.inputs[static_cast<std::size_t>(found->second)], correlation);
    const auto& absent = undrawn_.absent_beginnings;
    if (std::any_of(absent.begin(), absent.end(), [&](const auto& start) { return name.starts_with(start); })) {
      return true;
    }
    if (undrawn_.exact.contains(name)) {
      diagnostics_.warning(correlation.where, fmt::format("correlations.{} names `{}`", correlation.id, name),
                           "that number is exact, so nothing goes with it", "Give it a distribution, or leave it out.");
      return true;
    }
    std::vector<std::string> known;
    for (const auto& [one, index] : inputs_) known.push_back(one);
    known.insert(known.end(), commons_.begin(), commons_.end());
    error(correlation.where, fmt::format("correlations.{} names unknown `{}`", correlation.id, name),
          "no uncertain number has that name", did_you_mean(name, known, "`headrace inputs` lists the names."));
    return false;
  }

  /// A number with a part in common between sites is tied by that part.
  bool is_free(const Input& input, const Correlation& correlation) {
    if (input.common_key == 0) return true;
    error(correlation.where, fmt::format("correlations.{} names `{}`", correlation.id, input.name),
          "that number is already correlated between sites",
          fmt::format("Name its common part `{}`, or give it between_sites_rho = 0.", input.common));
    return false;
  }

  /// Numbers that are tied perfectly, however far, are one: all but the first in order of name follow it.
  void find_twins() {
    const auto settle = [&](const std::string& name) { return twins_.try_emplace(name, Twin{name}).first->second; };
    for (const auto& [pair, link] : links_) {
      if (!is_perfect(link.rho)) continue;
      const Twin a = settle(pair.first), b = settle(pair.second);
      const double sign = (link.rho > 0 ? 1 : -1) * a.sign * b.sign;
      if (a.first == b.first) continue;
      const std::string &first = std::min(a.first, b.first), gone = std::max(a.first, b.first);
      for (auto& [name, twin] : twins_) {
        if (twin.first == gone) twin = {first, twin.sign * sign};
      }
    }
  }

  Twin twin_of(const std::string& name) const {
    const auto found = twins_.find(name);
    return found == twins_.end() ? Twin{name} : found->second;
  }

  /// Hands the links of twins to the first of them. What two pairs then say differently is a contradiction.
  void fold_links() {
    for (const auto& [pair, link] : links_) {
      const Twin a = twin_of(pair.first), b = twin_of(pair.second);
      const double rho = a.sign * b.sign * link.rho;
      if (a.first == b.first) {
        if (!is_perfect(link.rho) || rho < 0) report_twins(pair, link);
        continue;
      }
      const Pair firsts = std::minmax(a.first, b.first);
      const auto [found, fresh] = written_.try_emplace(firsts, pair, link);
      if (fresh) {
        folded_[firsts] = {rho, link.where};
      } else if (folded_[firsts].rho != rho) {
        contradiction({found->second, {pair, link}}, link.where, "one follows the other perfectly, or its opposite");
      }
    }
  }

  /// Two that follow one another by other pairs, and are tied otherwise.
  void report_twins(const Pair& pair, const Link& link) {
    std::vector<std::pair<Pair, Link>> named{{pair, link}};
    const std::string first = twin_of(pair.first).first;
    for (const auto& one : links_) {
      const bool same = twin_of(one.first.first).first == first && twin_of(one.first.second).first == first;
      if (same && one.first != pair && is_perfect(one.second.rho)) named.push_back(one);
    }
    contradiction(named, link.where, "the others already say how the two go together");
  }

  void contradiction(const std::vector<std::pair<Pair, Link>>& pairs, const Location& where, const std::string& why) {
    if (failed_) return;
    std::vector<std::string> words;
    constexpr std::size_t most_named = 4;
    for (std::size_t i = 0; i < std::min(most_named, pairs.size()); ++i) {
      const auto& [pair, link] = pairs[i];
      words.push_back(fmt::format("`{}` with `{}` {}", pair.first, pair.second, link.rho));
    }
    error(where, fmt::format("the correlations contradict each other: {}", fmt::join(words, ", ")), why,
          "Correct one of them.");
  }

  /// Members that are linked by a correlation other than 0, however far; each set in order of name.
  std::vector<std::vector<Member>> linked_sets() const {
    std::map<std::string, std::string> first_of;
    for (const auto& [name, twin] : twins_) first_of.try_emplace(twin.first, twin.first);
    for (const auto& [pair, link] : folded_) {
      if (link.rho == 0) continue;
      for (const std::string& name : {pair.first, pair.second}) first_of.try_emplace(name, name);
      const std::string a = first_of[pair.first], b = first_of[pair.second];
      for (auto& [name, first] : first_of) {
        if (first == a || first == b) first = std::min(a, b);
      }
    }
    std::map<std::string, std::vector<Member>> sets;
    for (const auto& [name, first] : first_of) {
      const auto input = inputs_.find(name);
      sets[first].push_back({name, input == inputs_.end() ? -1 : input->second});
    }
    std::vector<std::vector<Member>> result;
    for (auto& [first, members] : sets) result.push_back(std::move(members));
    return result;
  }

  void factorise(const std::vector<Member>& set) {
    CorrelationMatrix matrix(set.size());
    for (std::size_t i = 0; i < set.size(); ++i) {
      matrix.at(i, i) = 1;
      for (std::size_t j = 0; j < i; ++j) {
        const auto link = folded_.find({set[j].name, set[i].name});
        matrix.at(i, j) = matrix.at(j, i) = link == folded_.end() ? 0 : normal_correlation(link->second.rho);
      }
    }
    if (auto lower = matrix.factor()) {
      factors_.emplace_back(set, std::move(*lower));
    } else {
      report_contradiction(set, matrix);
    }
  }

  void report_contradiction(const std::vector<Member>& set, const CorrelationMatrix& matrix) {
    const CorrelationMatrix part = matrix.contributions();
    std::vector<std::pair<double, std::pair<Pair, Link>>> pairs;
    for (std::size_t i = 0; i < set.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const auto link = folded_.find({set[j].name, set[i].name});
        if (link != folded_.end() && link->second.rho != 0) pairs.push_back({part.at(i, j), written_.at(link->first)});
      }
    }
    // The pairs that pull it below zero, the strongest first; ties in order of name.
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.first < b.first - 1e-9; });
    constexpr std::size_t most_named = 4;
    pairs.resize(std::min(pairs.size(), most_named));
    std::vector<std::string> words;
    for (const auto& [weight, link] : pairs) {
      words.push_back(fmt::format("`{}` with `{}` {}", link.first.first, link.first.second, link.second.rho));
    }
    error(pairs.front().second.second.where,
          fmt::format("the correlations contradict each other: {}", fmt::join(words, ", ")),
          "the matrix of what is correlated is not positive definite", "Bring some of them nearer to 0.");
  }

  void lay_out(const std::vector<Member>& set, const CorrelationMatrix& lower) {
    std::vector<Factor> own;
    for (const Member& member : set) {
      const Param row = member.input < 0 ? model_.rows++ : model_.inputs[static_cast<std::size_t>(member.input)].row;
      own.push_back({name_key(member.name), row, 0});
    }
    for (std::size_t i = 0; i < set.size(); ++i) {
      const int begin = static_cast<int>(model_.factors.size());
      for (std::size_t j = 0; j <= i; ++j) {
        const auto weight = static_cast<float>(lower.at(i, j));
        if (weight != 0) model_.factors.push_back({own[j].key, own[j].row, weight});
      }
      members_[set[i].name] = {own[i].key, own[i].row, set[i].input,
                               Slice{begin, static_cast<int>(model_.factors.size())}};
      follow(set[i].name);
    }
  }

  /// Gives those that follow a number perfectly its factors, with their sign.
  void follow(const std::string& first) {
    for (const auto& [name, twin] : twins_) {
      if (twin.first != first || name == first) continue;
      const auto found = inputs_.find(name);
      const int input = found == inputs_.end() ? -1 : found->second;
      const Param row = input < 0 ? model_.rows++ : model_.inputs[static_cast<std::size_t>(input)].row;
      const Slice leader = members_[first].factors;
      const int begin = static_cast<int>(model_.factors.size());
      for (int f = leader.begin; f < leader.end; ++f) {
        Factor factor = model_.factors[static_cast<std::size_t>(f)];
        factor.weight *= static_cast<float>(twin.sign);
        model_.factors.push_back(factor);
      }
      members_[name] = {name_key(name), row, input, Slice{begin, static_cast<int>(model_.factors.size())}};
    }
  }

  /// Puts all members in order of name, and tells the inputs.
  void sort_members() {
    for (const auto& [name, member] : members_) {
      const int index = static_cast<int>(model_.correlated.size());
      model_.correlated.push_back(member);
      if (member.input >= 0) model_.inputs[static_cast<std::size_t>(member.input)].correlated = index;
      for (Input& input : model_.inputs) {
        if (member.input < 0 && input.common_key == member.key) input.common_correlated = index;
      }
    }
  }

  const UndrawnNames& undrawn_;
  CompiledModel& model_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
  std::map<std::string, int> inputs_;
  std::set<std::string> commons_;
  std::map<Pair, Link> links_;                     ///< as written
  std::map<std::string, Twin> twins_;              ///< of the numbers that are tied perfectly
  std::map<Pair, Link> folded_;                    ///< links between the first of each set of twins
  std::map<Pair, std::pair<Pair, Link>> written_;  ///< what each of them was written as
  std::vector<std::pair<std::vector<Member>, CorrelationMatrix>> factors_;
  std::map<std::string, CorrelatedNormal> members_;
};

}  // namespace

double normal_correlation(double rank_correlation) {
  constexpr double pi = 3.14159265358979323846;
  return 2 * formula::sin(pi / 6 * rank_correlation);
}

void tie_inputs(const std::vector<Correlation>& correlations, const UndrawnNames& undrawn, CompiledModel& model,
                Diagnostics& diagnostics) {
  if (!correlations.empty()) Tier(undrawn, model, diagnostics).run(correlations);
}

}  // namespace headrace
