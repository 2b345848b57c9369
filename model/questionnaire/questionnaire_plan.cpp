#include <algorithm>
#include <array>
#include <cmath>

#include "model/questionnaire/questionnaire_writer.hpp"

/// The parts of a scenario that are the firm's: the programme and its money, the people who build and help.
namespace headrace {
namespace {

constexpr int kHorizonWeeks = 208;

std::string sites_words(const QuestionnaireWriter& w) {
  const double sites = w.asked_for(Asked::sites);
  return sites == 1 ? "one site" : toml_number(sites) + " sites";
}

void write_answers(QuestionnaireWriter& w) {
  const Answers& answers = w.answers();
  w.comment("What was answered, from 1 (worst) to 5 (best):");
  for (int q = 0; q < kQuestions; ++q) {
    const Question& question = questions().at(static_cast<std::size_t>(q));
    const auto& score = answers.score.at(static_cast<std::size_t>(q));
    w.line("#   {}. {:<24} {}", q + 1, question.topic, score ? fmt::format("{}", *score) : "don't know");
  }
  w.comment("And in numbers:");
  for (int i = 0; i < kAskedNumbers; ++i) {
    const auto which = static_cast<Asked>(i);
    const bool given = answers.number.at(static_cast<std::size_t>(i)).has_value();
    w.line("#   {:<27} {}{}", asked(which).name, number_words(answers, which), given ? "" : " (not said: assumed)");
  }
  w.line("#   {:<27} {}{}", "date", date_of(answers), answers.date ? "" : " (not said: assumed)");
}

void write_header(QuestionnaireWriter& w) {
  w.comment(fmt::format("Would {} hold without major redesign, and would it pay?", sites_words(w)));
  w.line("#");
  w.comment("A first scenario, written by `headrace ask`.");
  write_answers(w);
  w.line("#");
  w.comment(
      "Behind a number stands the question that set it, and what was answered. An answer sets the middle and a spread "
      "as wide as the answers beside it; \"don't know\" spans them all. Such numbers have the source "
      "\"questionnaire\"; "
      "where nobody knew or was asked it is \"assumption\" or rows of the evidence table. Put your own numbers in "
      "their place: `headrace inputs` lists them all. What is not written here is a default of `headrace keys`.");
}

/// When the waves begin: the pilot, then its proof, then one wave every twenty weeks.
std::string wave_starts(int waves) {
  std::string text = "[0";
  for (int wave = 0; wave + 1 < waves; ++wave) text += fmt::format(", {}", 32 + 20 * wave);
  return text + "]";
}

void write_frame(QuestionnaireWriter& w) {
  const double sites = w.asked_for(Asked::sites);
  const int waves = rollout_waves(static_cast<int>(sites));
  w.line("[programme]");
  w.line("label = \"AI at {}\"", sites_words(w));
  w.line("question = \"Would {} hold without major redesign, and would it pay?\"", sites_words(w));
  w.line("start_date = {}", date_of(w.answers()));
  w.line("horizon_weeks = {}", kHorizonWeeks);
  if (waves > 1) w.line("wave_start_weeks = {}", wave_starts(waves));
  w.line("pace = {{ median = 1, sigma = 0.3, source = \"TTP02, COR01\" }}  # how fast this firm gets things done");
  w.number("sponsorship", Effect::sponsorship, Truth::programme);
  w.blank();
  w.line("[money]");
  w.line("currency = \"{}\"", w.answers().currency);
  w.line("licence_per_user_month = {{ low = 24, mode = 30, high = 30, source = \"LIC01\" }}");
  if (w.asked_for(Asked::assets) > 0)
    w.number("review_insights_per_week", Effect::review, Truth::programme, 30 * sites);
}

/// What reaches the programme, when; late and in slices where projects pay for themselves.
void write_funding(QuestionnaireWriter& w) {
  const double budget = w.asked_for(Asked::budget);
  w.section("Money for the work");
  w.comment(fmt::format("The budget is {}. {}: how much of it reaches the programme, and {}.",
                        number_words(w.answers(), Asked::budget), w.said(5),
                        structure_score(w.answers(), 5) <= 3 ? "in yearly slices; what a year does not spend is lost"
                                                             : "in one envelope"));
  if (structure_score(w.answers(), 5) > 3) {
    w.line("[funding.enterprise]");
    w.number("amount", Effect::released, Truth::programme, budget);
    return;
  }
  constexpr std::array<double, 3> slices = {0.35, 0.35, 0.3};
  for (std::size_t year = 0; year < slices.size(); ++year) {
    w.line("[funding.year_{}]", year + 1);
    w.number("amount", Effect::released, Truth::programme, budget * slices[year]);
    if (year > 0) w.line("from_week = {}", 52 * year);
    if (year + 1 < slices.size()) w.line("to_week = {}", 52 * (year + 1));
  }
}

void write_pilot(QuestionnaireWriter& w) {
  w.section("The pilot, and the gate behind it");
  w.comment(
      "It shines because it is no small version of operations: curated data, volunteers, findings checked by hand.");
  w.line("[pilot]");
  w.line("weeks = 12");
  w.line("data_quality = {{ low = 0.85, mode = 0.9, high = 0.95, source = \"assumption\" }}");
  w.line("hand_review = true");
  if (structure_score(w.answers(), 5) < 3) {
    return w.comment(fmt::format("{}: no board looks at the whole before the next sites start.", w.said(5)));
  }
  w.blank();
  w.comment("The board looks before the second wave, and again every six weeks, four times at most.");
  w.line("[gates.scale]");
  w.line("label = \"Board: go to scale?\"");
  w.line("week = 32");
  w.line("min_adoption = {{ low = 0.03, high = 0.22, source = \"assumption\" }}");
  w.line("min_value_share = {{ low = 0.01, high = 0.08, source = \"assumption\" }}");
  w.line("tries = 4");
  w.line("stop_below_cost_share = {{ low = 0.02, high = 0.4, source = \"assumption\" }}");
}

void write_team(QuestionnaireWriter& w, std::string_view id, std::string_view label, double people) {
  w.line("[teams.{}]", id);
  w.line("label = \"{}\"", label);
  w.line("people = {{ low = {}, mode = {}, high = {}, source = \"{}\" }}", toml_number(0.5 * people, 1),
         toml_number(people, 1), toml_number(1.2 * people, 1), w.source(Asked::teams));
  w.line("cost_per_person_week = {{ p10 = 2_600, p50 = 3_000, p90 = 3_600, source = \"assumption\" }}");
  w.line("attrition_per_week = 0.003");
  w.line("ramp_up_weeks = 4");
}

void write_hub(QuestionnaireWriter& w) {
  if (structure_score(w.answers(), 5) < 2) return;
  w.blank();
  w.line("[hubs.activation]");
  w.line("label = \"Activation hub\"");
  // Up to two more sites' people as a reserve for the weeks in which others begin.
  const double people =
      w.asked_for(Asked::people) + std::min(2.0, w.asked_for(Asked::sites) - 1) * w.per_site(Asked::people);
  w.number("hours_per_week", Effect::hub_hours, Truth::programme, people / 100);
  w.number("engine_strength", Effect::engine, Truth::programme);
  w.line("cost_per_hour = {{ p10 = 95, p50 = 110, p90 = 130, source = \"assumption\" }}");
  w.line("start_week = 13");
}

void write_watch(QuestionnaireWriter& w) {
  const double sites = w.asked_for(Asked::sites);
  const bool seen = structure_score(w.answers(), 2) >= 4;
  w.section("What keeps it running");
  w.line("[failures]");
  if (!seen) return w.number("detection_weeks", Effect::detection, Truth::programme);
  w.comment(
      fmt::format("{}: somebody watches all links, and has looked at every asset before the roll-out.", w.said(2)));
  w.line("[monitoring.links]");
  w.number("detection_weeks", Effect::detection, Truth::programme);
  w.line("cost_per_week = {{ p10 = {}, p50 = {}, p90 = {}, source = \"assumption\" }}", toml_number(40 * sites),
         toml_number(60 * sites), toml_number(90 * sites));
  if (w.asked_for(Asked::assets) == 0) return;
  w.blank();
  w.line("[audits.assets]");
  w.line("week = 0");
  w.line("cost = {{ p10 = {}, p50 = {}, p90 = {}, source = \"assumption\" }}", toml_number(2'500 * sites),
         toml_number(4'000 * sites), toml_number(7'000 * sites));
}

/// Computing power against what everyone who ever would use it, and every finding, would ask for.
void write_compute(QuestionnaireWriter& w) {
  constexpr double adoptable = 0.8, per_insight = 0.1, insights = 30;
  const double findings = w.asked_for(Asked::assets) > 0 ? insights * w.asked_for(Asked::sites) : 0;
  w.blank();
  w.line("[compute]");
  w.number("capacity", Effect::compute, Truth::programme,
           adoptable * w.asked_for(Asked::people) + per_insight * findings);
  w.line("price_per_unit = {{ p10 = 0.4, p50 = 0.7, p90 = 1.2, source = \"GPU01, GPU02\" }}");
}

}  // namespace

void write_programme(QuestionnaireWriter& w) {
  write_header(w);
  write_frame(w);
  write_funding(w);
  if (w.asked_for(Asked::sites) > 1) write_pilot(w);
}

void write_people(QuestionnaireWriter& w) {
  constexpr double at_integrations = 0.55;
  const double people = w.asked_for(Asked::teams);
  w.section("Who builds it: shared by all sites, and wanted elsewhere too");
  write_team(w, "integration", "Integration team", at_integrations * people);
  w.blank();
  write_team(w, "field", "Site engineering team", (1 - at_integrations) * people);

  w.section("How people take it up, who helps, what they know, whether they trust it");
  w.line("[adoption]");
  w.line("trial_rate_per_week = {{ median = 0.55, sigma = 0.35, source = \"ADO08\", note = \"times trust\" }}");
  w.line("[support]");
  w.line("[knowledge]");
  w.line(
      "freshness_floor = {{ low = 0.35, mode = 0.45, high = 0.55, shape = \"triangular\", source = \"assumption\" }}");
  w.line("engine_gain_per_week = {{ median = 0.06, sigma = 0.3, source = \"assumption\" }}");
  w.line("[trust]");
  w.line("gain_per_week = {{ median = 0.02, sigma = 0.4, source = \"assumption\" }}");
  w.line("incident_cost = {{ p10 = 5_000, p50 = 15_000, p90 = 45_000, source = \"assumption\" }}");
  w.line("[governance]");
  w.number("strength", Effect::governance, Truth::programme);
  write_hub(w);
  write_watch(w);
  write_compute(w);
}

}  // namespace headrace
