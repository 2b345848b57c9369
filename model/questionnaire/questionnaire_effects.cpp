#include "model/questionnaire/questionnaire_effects.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/text/enum_table.hpp"
#include "model/text/number_reader.hpp"

namespace headrace {
namespace {

constexpr double kNone = 1e9;  ///< no bound
constexpr Spread even = Spread::even, skewed = Spread::skewed;

constexpr EnumTable<Effect, EffectRange, static_cast<std::size_t>(Effect::count)> ranges{{
    {Effect::connected, {0, "assets with a connection that really deliver data", "share", 0.5, 0.95, 0, 1, even}},
    {Effect::connected_after, {0, "connected once the work is done", "share", 0.6, 0.92, 0, 1, even}},
    {Effect::data_quality, {0, "data good enough, at the start", "share", 0.35, 0.85, 0, 1, even}},
    {Effect::data_quality_after, {0, "data good enough, once cleaned", "share", 0.6, 0.92, 0, 1, even}},
    {Effect::instrumented, {0, "legacy assets that have sensors", "share", 0.2, 0.8, 0, 1, even}},
    {Effect::connect_effort, {0, "effort to connect an asset", "person-weeks", 0.6, 0.15, 0, kNone, skewed}},
    {Effect::clean_effort, {0, "effort to clean a site's data", "person-weeks", 6, 1.5, 0, kNone, skewed}},
    {Effect::follow_through, {1, "findings that people follow up", "share", 0.25, 0.85, 0, 1, even}},
    {Effect::review, {1, "findings of all sites that somebody can review", "share", 0.25, 0.95, 0, kNone, even}},
    {Effect::automated, {1, "findings that systems act on, with an action link", "share", 0.15, 0.75, 0, 1, even}},
    {Effect::embedding, {1, "how far the tool sits inside the daily work", "share", 0.3, 0.85, 0, 1, even}},
    {Effect::believed_gap, {2, "connected on paper only", "share", 0.25, 0, 0, 1, even}},
    {Effect::surprise, {2, "work and cost of a surprise, against plan", "times", 1.9, 1.1, 1, kNone, even}},
    {Effect::detection, {2, "until a failed link is noticed", "weeks", 4, 0.6, 0.1, kNone, even}},
    {Effect::hand_effort, {3, "effort of a handcrafted link", "person-weeks", 7, 5, 0, kNone, skewed}},
    {Effect::standard_effort, {3, "effort of the first standard link", "person-weeks", 3, 1.6, 0, kNone, skewed}},
    {Effect::platform_effort, {3, "effort to build or extend the platform", "person-weeks", 40, 8, 0, kNone, skewed}},
    {Effect::standard_learning,
     {3, "what a doubling of standard links leaves of the effort", "share", 0.97, 0.81, 0.7, 1, even}},
    {Effect::maintenance, {3, "yearly upkeep of a link, of its effort", "share", 0.28, 0.12, 0, 1, even}},
    {Effect::coupling, {3, "more upkeep for each handcrafted neighbour", "share", 0.12, 0.02, 0, 1, even}},
    {Effect::network, {4, "time a site's network is up", "share", 0.95, 0.998, 0.5, 0.9995, even}},
    {Effect::compute, {4, "computing power, of what full use asks for", "share", 0.4, 1.2, 0.1, kNone, even}},
    {Effect::carried, {4, "links that a site's data gateway carries, rounded", "links", 1, 8, 1, 8, even}},
    {Effect::rework_chance, {4, "chance that what the pilot skipped must be done over", "share", 0.9, 0.1, 0, 1, even}},
    {Effect::rework, {4, "its work and cost then, against doing it at once", "times", 2, 1.2, 1, kNone, even}},
    {Effect::harden_effort, {4, "effort to harden a site's infrastructure", "person-weeks", 8, 2, 0, kNone, skewed}},
    {Effect::released, {5, "the budget that really reaches the programme", "share", 0.6, 1, 0, 1, even}},
    {Effect::sponsorship, {5, "visible sponsorship", "share", 0.2, 0.85, 0, 1, even}},
    {Effect::governance, {5, "strength of governance", "share", 0.2, 0.85, 0, 1, even}},
    {Effect::training, {5, "training of each role", "share", 0.1, 0.8, 0, 1, even}},
    {Effect::kept, {5, "promised hours that AI leads really get", "share", 0.4, 0.95, 0, 1, even}},
    {Effect::hub_hours, {5, "activation hub, hours a week for 100 people", "hours", 0, 3.5, 0, kNone, even}},
    {Effect::engine, {5, "what works that the hub keeps and passes on", "share", 0, 0.7, 0, 1, even}},
    {Effect::approval, {5, "wait for approval at each site", "weeks", 12, 3, 0, kNone, skewed}},
}};

/// The middle of an answer; halves between two answers are allowed.
double at_score(const EffectRange& r, double score) {
  constexpr double steps = kBestScore - kWorstScore;
  return std::clamp(r.worst + (r.best - r.worst) * (score - kWorstScore) / steps, r.low, r.high);
}

Span3 sorted(double a, double mode, double b) { return {std::min(a, b), mode, std::max(a, b)}; }

/// Without the zeros at the end.
std::string short_number(double value) {
  std::string text = fmt::format("{:.3f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string row(const EffectRange& r) {
  std::string text = fmt::format("| {} | {} |", r.words, r.unit);
  for (int score = kWorstScore; score <= kBestScore; ++score)
    text += fmt::format(" {} |", short_number(at_score(r, score)));
  return text + "\n";
}

/// What an answer decides beside numbers.
constexpr std::array<std::string_view, kQuestions> structure = {
    "1 and 2: machine and business data come by manual extracts: links made by hand, whatever question 4 says.",
    "3 to 5 and don't know: one more link lets insights act in core systems. 1 and 2: they all wait for people.",
    "4 and 5: an audit before the roll-out and monitoring of all links. 1 to 3 and don't know: neither.",
    "Each step from 1 makes one more kind of link standard, don't know counts as 3; 2 to 5 and don't know: a platform.",
    "5: nothing is skipped in the pilot. 1 to 4 and don't know: the pilot goes live on infrastructure not hardened.",
    "1 to 3 and don't know: money comes year by year, and what is not spent in its year is lost. 4 and 5: one "
    "envelope. "
    "2 to 5 and don't know: an activation hub.",
};

}  // namespace

const EffectRange& range_of(Effect effect) { return ranges[effect]; }

Span3 span_of(const Answers& answers, Effect effect) {
  constexpr double lean = 0.6, tail = 2.1;
  const EffectRange& r = range_of(effect);
  const auto& score = answers.score.at(static_cast<std::size_t>(r.question));
  const double mode = middle_of(answers, effect);
  Span3 span = score ? sorted(at_score(r, *score - 1), mode, at_score(r, *score + 1)) : sorted(r.worst, mode, r.best);
  if (r.spread == skewed)
    span = score ? Span3{lean * mode, mode, tail * mode} : Span3{lean * span.low, mode, tail * span.high};
  return span;
}

double middle_of(const Answers& answers, Effect effect) {
  const EffectRange& r = range_of(effect);
  return at_score(r, structure_score(answers, r.question));
}

int structure_score(const Answers& answers, int question) {
  return answers.score.at(static_cast<std::size_t>(question)).value_or(3);
}

bool has_action_link(const Answers& answers) {
  return structure_score(answers, 1) >= 3 && number_of(answers, Asked::assets) > 0;
}

bool has_manual_extracts(const Answers& answers) { return structure_score(answers, 0) <= 2; }

std::vector<SiteLink> site_links(const Answers& answers) {
  const bool manual = has_manual_extracts(answers);
  // In the order in which a firm makes them standard.
  std::vector<SiteLink> links = {{"screens", "daily screens", "gateway", "workplace", false, false},
                                 {"business_data", "business data", "core", "gateway", manual, false}};
  if (number_of(answers, Asked::assets) > 0) {
    links.push_back({"machine_data", "machine data", "historian", "gateway", manual, false});
  }
  if (has_action_link(answers))
    links.push_back({"actions", "actions in core systems", "gateway", "core", false, false});

  // A quarter of them with each step of the answer.
  const int steps = structure_score(answers, 3) - kWorstScore;
  int left = (2 * steps * static_cast<int>(links.size()) + 4) / 8;
  for (SiteLink& link : links) {
    link.standard = !link.manual && left > 0;
    left -= link.standard ? 1 : 0;
  }
  return links;
}

bool has_platform(const Answers& answers) {
  const auto links = site_links(answers);
  return std::any_of(links.begin(), links.end(), [](const SiteLink& link) { return link.standard; });
}

std::string questionnaire_reference() {
  std::string text;
  for (int q = 0; q < kQuestions; ++q) {
    const Question& question = questions().at(static_cast<std::size_t>(q));
    text += fmt::format("### Question {}: {}\n\n{}\n\n1: {}. 5: {}.\n\n{}\n\n", q + 1, question.topic, question.text,
                        question.worst, question.best, structure.at(static_cast<std::size_t>(q)));
    text += "| what it sets | unit | 1 | 2 | 3 | 4 | 5 |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const EffectRange& r : ranges) text += r.question == q ? row(r) : "";
    text += "\n";
  }
  text +=
      "### Numbers\n\n| flag | question | unit | range | where nothing is said |\n| --- | --- | --- | --- | --- |\n";
  for (int i = 0; i < kAskedNumbers; ++i) {
    const AskedNumber& n = asked(static_cast<Asked>(i));
    const std::string base = n.at_least == 0 && n.per_site > 0 ? "" : typed_amount(n.at_least);
    const std::string site = n.per_site > 0 ? fmt::format("{} a site", typed_amount(n.per_site)) : "";
    text += fmt::format("| `--{}` | {} | {} | {} to {} | {} |\n", n.name, n.text, n.unit, typed_amount(n.low),
                        typed_amount(n.high), base + (base.empty() || site.empty() ? "" : " and ") + site);
  }
  return text + fmt::format("| `--date` | When does it start? | date | | {} |\n", kAskedDate);
}

}  // namespace headrace
