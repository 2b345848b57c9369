#pragma once

namespace headrace {

/// Upper bounds of numbers whose quantity has no natural end: the larger of ten times what is common and of what a
/// planner may mean, a firm of millions of people or a currency of a million to the dollar. Far inside what the engine
/// can add up: no product of a plan's numbers passes 3e38.
constexpr double most_money = 1e15;        ///< an amount
constexpr double most_money_each = 1e12;   ///< of one thing, or of a week
constexpr double most_money_hour = 1e9;    ///< of an hour
constexpr double most_people = 1e7;        ///< in one team or group
constexpr double most_assets = 1e7;        ///< of a kind at a site
constexpr double most_weeks = 1e5;         ///< a time; beyond any horizon: never
constexpr double most_person_weeks = 1e7;  ///< of one piece of work
constexpr double most_hours = 1e7;         ///< a week, of many people
constexpr double most_rate = 100;          ///< hazards a week, of what people do: all of them within the hour
constexpr double most_events = 1e4;        ///< a week, of what happens again and again: one a minute
constexpr double most_effect = 100;        ///< of one influence on a hazard
constexpr double most_units = 1e6;         ///< of compute, for one user or insight; insights of a site
constexpr double most_factor = 1000;       ///< times what was planned

}  // namespace headrace
