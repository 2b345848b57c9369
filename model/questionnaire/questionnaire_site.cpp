#include <algorithm>
#include <array>

#include "model/questionnaire/questionnaire_writer.hpp"

/// The parts of a scenario that every site has, and the list of sites.
namespace headrace {
namespace {

/// Share of the worth that comes from assets; people's own time is the rest.
double operational_share(const QuestionnaireWriter& w) { return w.asked_for(Asked::assets) > 0 ? 0.8 : 0; }

/// Connected at the start, of all assets: those that are not legacy, as far as they deliver.
double connected_factor(const QuestionnaireWriter& w) { return 1 - w.asked_for(Asked::legacy_share); }

void write_assets(QuestionnaireWriter& w) {
  const double legacy = w.asked_for(Asked::legacy_share);
  const double connected = connected_factor(w) * middle_of(w.answers(), Effect::connected);
  w.blank();
  w.comment(fmt::format("{} of them are legacy, without any connection; the others deliver as far as question 1 says.",
                        number_words(w.answers(), Asked::legacy_share)));
  w.line("[templates.site.assets.equipment]");
  w.line("label = \"Equipment\"");
  w.line("count = {{ value = {}, source = \"{}\" }}", toml_number(w.per_site(Asked::assets)), w.source(Asked::assets));
  w.number("connected_share", Effect::connected, Truth::site, connected_factor(w));
  if (w.answers().score[2] != kBestScore) {
    w.number("believed_connected_share", Effect::believed_gap, Truth::site, connected_factor(w), connected);
    w.number("surprise_factor", Effect::surprise, Truth::firm);
  }
  w.number("data_quality", Effect::data_quality, Truth::site);
  w.line("needs = [\"connect\", \"clean\"]");
  w.number("connected_share_after", Effect::connected_after, Truth::site);
  w.number("data_quality_after", Effect::data_quality_after, Truth::site);
  if (legacy == 0) return;
  w.number("instrumented_share", Effect::instrumented, Truth::site, legacy, 1 - legacy);
  w.line("retrofit_cost_per_asset = {{ median = 12_000, sigma = 0.55, source = \"OT03\" }}");
}

void write_link(QuestionnaireWriter& w, const SiteLink& link) {
  w.blank();
  w.line("[templates.site.integrations.{}]", link.id);
  if (link.manual) w.comment(fmt::format("{}: a manual extract, whatever question 4 says.", w.said(0)));
  w.line("style = \"{}\"  # {}", link.standard ? "standard" : "handcrafted", link.manual ? w.said(0) : w.said(3));
  w.line("from = \"{}\"", link.from);
  w.line("to = \"{}\"", link.to);
  w.line("needs = [\"link_{}\"]", link.id);
  w.line("maintained_by = \"integration\"");
  w.number("maintenance_share_per_year", Effect::maintenance, Truth::firm);
  if (!link.standard) w.number("coupling", Effect::coupling, Truth::firm);
  w.line("[templates.site.items.link_{}]", link.id);
  w.line("label = \"Link: {}\"", link.label);
  w.line("category = \"{}\"", link.id == "actions" ? "action" : "link");
  w.line("team = \"integration\"");
  w.number("effort_person_weeks", link.standard ? Effect::standard_effort : Effect::hand_effort, Truth::site);
  if (link.standard) w.number("learning_rate", Effect::standard_learning, Truth::firm);
  w.line("crew_max = 2");
  w.line("after = [\"survey\"{}]", link.standard ? ", \"ai_platform\"" : "");
}

/// A platform for few sites is smaller: full size from ten on.
double platform_size(double sites) { return std::min(1.0, sites / 10); }

void write_platform(QuestionnaireWriter& w) {
  if (!has_platform(w.answers())) return;
  w.comment(fmt::format("{}: a platform that standard links plug into; the better it stands today, the less to build.",
                        w.said(3)));
  w.line("[items.build_platform]");
  w.line("category = \"link\"");
  w.line("team = \"integration\"");
  w.number("effort_person_weeks", Effect::platform_effort, Truth::programme, platform_size(w.asked_for(Asked::sites)));
  w.line("crew_max = 4");
  w.blank();
  w.line("[integrations.ai_platform]");
  w.line("label = \"Integration platform\"");
  w.line("style = \"standard\"");
  w.line("needs = [\"build_platform\"]");
  w.line("maintained_by = \"integration\"");
  w.number("maintenance_share_per_year", Effect::maintenance, Truth::programme);
}

/// What the pilot does without; made good at scale it may have to be done over.
void write_hardening(QuestionnaireWriter& w) {
  const int score = structure_score(w.answers(), 4);
  w.blank();
  w.line("[templates.site.items.harden]");
  w.line("label = \"Make network and servers ready\"");
  w.line("team = \"field\"");
  w.number("effort_person_weeks", Effect::harden_effort, Truth::site);
  w.line("after = [\"survey\"]");
  if (score == kBestScore || w.asked_for(Asked::sites) == 1) return;
  const double chance = middle_of(w.answers(), Effect::rework_chance);
  w.comment(fmt::format("{}: the pilot goes live without it; {:.0f} in 100 that it must be done over at scale.",
                        w.said(4), 100 * chance));
  w.line("skipped_in_pilot = true");
  w.line("rework_factor = {{ values = [1, {}], weights = [{:.0f}, {:.0f}], source = \"{}\" }}",
         toml_number(middle_of(w.answers(), Effect::rework)), 100 - 100 * chance, 100 * chance,
         w.answers().score[4] ? "questionnaire" : "assumption");
}

void write_asset_work(QuestionnaireWriter& w) {
  w.blank();
  w.line("[templates.site.items.connect]");
  w.line("label = \"Connect the equipment\"");
  w.line("category = \"asset\"");
  w.line("team = \"field\"");
  w.line("assets = [\"equipment\"]");
  w.number("effort_per_asset_person_weeks", Effect::connect_effort, Truth::site);
  w.line("cost_per_asset = {{ median = 3_000, sigma = 0.4, source = \"assumption\", note = \"gateway, cable\" }}");
  w.line("crew_max = 3");
  w.line("after = [\"survey\"]");
  w.blank();
  w.line("[templates.site.items.clean]");
  w.line("label = \"Clean the data\"");
  w.line("category = \"data\"");
  w.line("team = \"integration\"");
  w.number("effort_person_weeks", Effect::clean_effort, Truth::site);
  w.line("after = [\"connect\", \"machine_data\"]");
}

/// A year's worth as the planner said it, for one of so many units and a week.
std::string worth(const QuestionnaireWriter& w, double share, double units) {
  const double week = share * w.asked_for(Asked::value) / 52 / units;
  const bool given = w.source(Asked::value) == "questionnaire";
  return fmt::format("{{ p10 = {}, p50 = {}, p90 = {}, source = \"{}\" }}", toml_number((given ? 0.5 : 0.4) * week),
                     toml_number(week), toml_number((given ? 1.6 : 2.2) * week), w.source(Asked::value));
}

void write_quality(QuestionnaireWriter& w) {
  w.line(
      "output_reliability = {{ low = 0.75, mode = 0.85, high = 0.92, shape = \"triangular\", source = \"assumption\" "
      "}}");
  w.line("proficiency_at_start = {{ low = 0.4, mode = 0.6, high = 0.8, source = \"assumption\" }}");
  w.line("delay_cost_per_year = {{ low = 0, mode = 0.03, high = 0.08, source = \"assumption\" }}");
}

void write_operations(QuestionnaireWriter& w) {
  w.line("[use_cases.operations]");
  w.line("label = \"Equipment insights\"");
  w.line("assets = [\"equipment\"]");
  w.line("needs = [\"machine_data\", \"business_data\", \"harden\", \"induction\"]");
  w.line("value_per_asset_week = {}", worth(w, operational_share(w), w.asked_for(Asked::assets)));
  w.line("insights_per_site_week = {{ p10 = 20, p50 = 30, p90 = 45, source = \"assumption\" }}");
  w.number("follow_through", Effect::follow_through, Truth::programme);
  if (has_action_link(w.answers())) {
    w.line("action_links = [\"actions\"]  # {}", w.said(1));
    w.number("automated_share", Effect::automated, Truth::programme);
  } else {
    w.comment(fmt::format("{}: no insight acts by itself.", w.said(1)));
  }
  write_quality(w);
  w.blank();
}

}  // namespace

int rollout_waves(int sites) {
  constexpr std::array<int, 5> most = {1, 3, 6, 15, 40};
  return 1 + static_cast<int>(std::lower_bound(most.begin(), most.end(), sites) - most.begin());
}

int rollout_wave(int site, int sites) {
  if (site == 0) return 0;
  // Waves of 2, 3, 4 ... parts of what comes after the pilot.
  const int later = rollout_waves(sites) - 1, parts = later * (later + 3) / 2;
  int wave = 1;
  for (int done = 2; wave < later && site * parts > done * (sites - 1); done += wave + 1) ++wave;
  return wave;
}

void write_site_template(QuestionnaireWriter& w) {
  const bool machines = w.asked_for(Asked::assets) > 0;
  w.section("What every site has");
  w.comment("An average site: give a site its own `size` and numbers where it is different.");
  w.line("[templates.site.groups.staff]");
  w.line("label = \"People at the site\"");
  w.line("headcount = {{ value = {}, source = \"{}\" }}", toml_number(w.per_site(Asked::people)),
         w.source(Asked::people));
  w.line("wage_per_hour = {{ value = 45, source = \"assumption\" }}");
  w.line("needs = [\"induction\"]");
  w.number("embedding_share", Effect::embedding, Truth::site);
  w.number("training_share", Effect::training, Truth::site);
  w.number("ai_lead_kept_share", Effect::kept, Truth::site);
  if (machines) write_assets(w);
  w.blank();
  w.line("[templates.site.network]");
  w.number("availability", Effect::network, Truth::site);
  w.blank();
  w.comment(fmt::format("{}: how many links the site's data gateway carries.", w.said(4)));
  w.line("[templates.site.systems.gateway]");
  w.line("label = \"Data gateway\"");
  w.line("integrations_limit = {}", static_cast<int>(middle_of(w.answers(), Effect::carried) + 0.5));
}

void write_links(QuestionnaireWriter& w) {
  w.section("Links: by hand or standard");
  write_platform(w);
  for (const SiteLink& link : site_links(w.answers())) write_link(w, link);
}

void write_work(QuestionnaireWriter& w) {
  w.section("Other work at each site");
  w.line("[templates.site.items.survey]");
  w.line("label = \"Survey the site\"");
  w.line("team = \"field\"");
  w.line("effort_person_weeks = {{ median = 2, sigma = 0.4, source = \"assumption\" }}");
  w.blank();
  w.line("[templates.site.items.approval]");
  w.line("label = \"Approval\"");
  w.line("category = \"approval\"");
  w.number("wait_weeks", Effect::approval, Truth::site);
  write_hardening(w);
  if (w.asked_for(Asked::assets) > 0) write_asset_work(w);
  w.blank();
  w.line("[templates.site.items.induction]");
  w.line("label = \"Train the people\"");
  w.line("category = \"training\"");
  w.line("team = \"field\"");
  w.line("effort_person_weeks = {{ median = 2, sigma = 0.3, source = \"assumption\" }}");
  w.comment("Course and time of those who are trained, 150 a head.");
  w.number("cost", Effect::training, Truth::site, 150 * w.per_site(Asked::people));
  w.line("after = [\"approval\", \"screens\"]");
}

void write_use_cases(QuestionnaireWriter& w) {
  w.section("What it is for");
  w.comment(fmt::format("A year at full use at all sites is worth {}: {}.", number_words(w.answers(), Asked::value),
                        operational_share(w) > 0 ? "four fifths from equipment, the rest from people's own work"
                                                 : "all from people's own work"));
  if (operational_share(w) > 0) write_operations(w);
  w.line("[use_cases.assistant]");
  w.line("label = \"Work assistant\"");
  w.line("kind = \"assistive\"");
  w.line("needs = [\"business_data\", \"screens\", \"harden\", \"induction\"]");
  w.line("value_per_user_week = {}", worth(w, 1 - operational_share(w), w.asked_for(Asked::people)));
  w.line("dip_hours_per_user_week = {{ low = 1, mode = 2, high = 3, source = \"assumption\" }}");
  write_quality(w);
}

void write_sites(QuestionnaireWriter& w) {
  const auto sites = static_cast<int>(w.asked_for(Asked::sites));
  const int digits = sites < 10 ? 1 : sites < 100 ? 2 : 3;
  w.section("The sites");
  if (sites == 1) return w.line("[sites.site_1]\nlabel = \"Site 1\"");
  w.comment("The pilot goes where it is easiest: only half as much of its equipment is legacy.");
  w.line("[sites.site_{:0{}}]", 1, digits);
  w.line("label = \"Pilot site\"");
  if (w.asked_for(Asked::assets) > 0) {
    const double mode = std::clamp(1 - 0.5 * w.asked_for(Asked::legacy_share), 0.1, 0.9);
    w.line("assets.equipment.connected_share = {{ low = {}, mode = {}, high = {}, source = \"assumption\" }}",
           toml_number(mode - 0.1), toml_number(mode), toml_number(std::min(1.0, mode + 0.1)));
  }
  w.blank();
  w.line("[sites]");
  for (int site = 1; site < sites; ++site) {
    w.line("site_{:0{}} = {{ label = \"Site {}\", wave = {} }}", site + 1, digits, site + 1,
           rollout_wave(site, sites) + 1);
  }
}

void write_unknowns(QuestionnaireWriter& w) {
  bool first = true;
  for (int question = 0; question < kQuestions; ++question) {
    for (const Better better : {Better::up, Better::down}) {
      const auto names = w.unknown(question, better);
      if (names.size() < 2) continue;
      if (first) {
        w.section("What nobody knows");
        w.comment("One truth stands behind all numbers of a question without an answer: they go together.");
      }
      first = false;
      w.line("[correlations.question_{}_{}]", question + 1, better == Better::up ? "up" : "down");
      std::string list;
      for (const std::string& name : names) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", name);
      w.array("between", list);
      w.line("rank_correlation = 0.8");
      w.line("source = \"assumption\"");
    }
  }
}

std::string scenario_text(const Answers& answers) {
  QuestionnaireWriter w(answers);
  write_programme(w);
  write_people(w);
  write_site_template(w);
  write_links(w);
  write_work(w);
  write_use_cases(w);
  write_sites(w);
  write_unknowns(w);
  return w.take();
}

}  // namespace headrace
