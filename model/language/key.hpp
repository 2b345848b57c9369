#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/distribution/distribution.hpp"
#include "model/language/key_bounds.hpp"
#include "model/language/range.hpp"

namespace headrace {

constexpr Range anywhere{};
constexpr Range any_share{0, 1};
constexpr Range at_least(double low) { return {low}; }
constexpr Range between(double low, double high) { return {low, high}; }
/// From 0, or another end, to a bound that no plan reaches.
constexpr Range up_to(double most) { return {0, most, true}; }
constexpr Range from_up_to(double low, double most) { return {low, most, true}; }
constexpr Range either_side(double most) { return {-most, most, true}; }

/// "between 0 and 1", "at least 0".
std::string describe(const Range& range);
/// What a number outside it has to be: of a range with a mere bound, the end it has passed.
std::string describe_missed(const Range& range, double number);
/// A number as one would type it back: 0.003, 10000, 1e12.
std::string typed_back(double number);

/// What an absent key means.
struct Fallback {
  Distribution value = exact(0);
  bool required = false;
  std::string words;  ///< for the reference, when the value does not say it

  Fallback() = default;
  Fallback(double number, std::string meaning = {}) : value(exact(number)), words(std::move(meaning)) {}
  Fallback(const Distribution& distribution, std::string meaning = {})
      : value(distribution), words(std::move(meaning)) {}
};

/// The key must be there.
Fallback required();

inline Distribution lognormal(double median, double sigma) { return {Family::lognormal, median, sigma}; }
inline Distribution triangular(double low, double mode, double high) { return {Family::triangular, low, mode, high}; }
inline Distribution uniform(double low, double high) { return {Family::uniform, low, high}; }
inline Distribution normal(double average, double sd) { return {Family::normal, average, sd}; }
inline Distribution beta_of(double alpha, double beta) { return {Family::beta, alpha, beta, 0, 0, 1}; }
inline Distribution gamma_of(double average, double sd) { return {Family::gamma, average, sd}; }
/// P10, P50 and P90 of a share.
inline Distribution share_quantiles(double p10, double p50, double p90) { return {Family::jqpd, p10, p50, p90, 0, 1}; }

enum class KeyKind {
  number,   ///< exact or uncertain
  numbers,  ///< a list of them
  whole,    ///< a whole number
  plain,    ///< an exact number
  text,
  texts,   ///< a list of them
  names,   ///< of uncertain numbers, as draws and reports call them
  source,  ///< text; ids of evidence in it must exist
  date,
  flag,    ///< true or false
  choice,  ///< one of `choices`
  id,      ///< of another entity
  ids,
  dependencies,
  crew,
  hires,
  pairs,        ///< a list of pairs of numbers
  season,       ///< how a number swings with the year
  effects,      ///< what a risk does to which numbers
  relaxations,  ///< limits of the plan to relax
  prices,       ///< what relaxing them costs
};

/// What the value of a key looks like.
struct KeyType {
  KeyKind kind = KeyKind::text;
  std::string unit;      ///< number, numbers: in words; empty: none
  Range range;           ///< number, numbers, whole, plain
  Fallback fallback;     ///< number; `required` for every kind
  std::string evidence;  ///< number: rows of data/evidence.csv that the fallback rests on, or "assumption"
  std::vector<std::string> choices;
  std::string refers_to;  ///< id, ids, crew: the table that must hold these ids; empty: not checked
  Range common;  ///< numbers: where those of plans mostly lie; money: in dollars (model/check/check_plausible.hpp)
  bool read_weekly = false;  ///< number: the engine reads it again every week, so it may change over time; all others
                             ///< are read once, when a future begins: what follows from them is kept
  bool or_negative = false;  ///< number: quantiles above 0 alone mean that it stays there; it may be written below
  bool may_be_off = false;   ///< ids that are switched off are left out; else they are errors

  /// The same with its common range; with a number that may change over time.
  KeyType commonly(double low, double high) const;
  KeyType weekly() const;
};

KeyType number(std::string unit, Range range, Fallback fallback, std::string evidence = {});
/// A number that is above 0 for most planners, and may be written below it.
KeyType or_negative(KeyType number);
KeyType numbers(std::string unit, Range range);
KeyType whole(Range range);
KeyType plain();
KeyType plain(std::string unit, Range range);
KeyType of(KeyKind kind);
KeyType choice_of(std::vector<std::string> names);
KeyType id_in(std::string table);
KeyType ids_in(std::string table);
KeyType ids_in_or_off(std::string table);
KeyType crew_of(std::string table);

/// One key of the language: what messages, checks and the reference know of it.
struct Key {
  std::string name;
  KeyType type;
  std::string help;       ///< one sentence
  std::string only;       ///< has a meaning only in entities of this kind ("effort", "operational"); empty: in all
  std::string otherwise;  ///< what an absent key means, in words
};

/// The keys that every entity accepts, whatever it is: label, enabled, source, owner, note.
const std::vector<Key>& entity_keys();

/// A table of the language with its keys and its tables: the shape of a document.
struct Table {
  std::string name;   ///< "teams"
  std::string help;   ///< one sentence
  bool by_id = true;  ///< holds entities by id, `[teams.ID]`; else it is one entity itself, `[money]`
  std::vector<Key> keys;
  std::vector<Table> tables;  ///< inside each entity
};

const Key* find_key(const Table& table, const std::string& name);
const Table* find_table(const Table& table, const std::string& name);

/// "15 to 120 USD": where the numbers of a key mostly lie; empty where nothing is said.
std::string common_words(const KeyType& type);
/// Does it count money, whose unit is the planner's own?
bool is_money(const KeyType& type);

/// "a number", "a list of ids", "'used' or 'standing'": what to write.
std::string type_words(const KeyType& type);

}  // namespace headrace
