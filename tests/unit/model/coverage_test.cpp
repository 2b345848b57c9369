// Who covers which site: lists of sites, and clones of listed ones.
#include <doctest/doctest.h>

#include "model/scenario/coverage.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {

TEST_CASE("coverage: a list means what it names, no list means all, and a clone goes with its original") {
  Site site;
  site.id = "ulm_2";
  CHECK(covers({}, site));
  CHECK(covers({"ulm_2"}, site));
  CHECK_FALSE(covers({"ulm"}, site));
  site.clone_of = "ulm";
  CHECK(covers({"ulm"}, site));
  CHECK_FALSE(covers({"graz"}, site));
}

TEST_CASE("coverage: clones keep the hub, monitoring, service and audit of the site they were made from") {
  const Model model = model_of(
      "[programme]\nsites = 4\n[support]\n[failures]\n"
      "[hubs.central]\nsites = [\"ulm\"]\nhours_per_week = 10\n[monitoring.eyes]\nsites = [\"ulm\"]\n"
      "[managed_services.care]\nsites = [\"ulm\"]\ncapacity_person_weeks = 1\n[audits.look]\nsites = [\"ulm\"]\n"
      "[templates.plant.groups.staff]\nheadcount = 10\n[templates.plant.assets.machines]\ncount = 1\n"
      "[templates.plant.integrations.link]\nfrom = \"a\"\nto = \"b\"\n"
      "[use_cases.watch]\nassets = [\"machines\"]\nvalue_per_asset_week = 1\n[sites.ulm]\n[sites.graz]\n");
  const auto& sites = model.programme.scenario.sites;
  REQUIRE(sites.size() == 4);
  int covered = 0;
  for (std::size_t s = 0; s < sites.size(); ++s) {
    const bool here = sites[s].id.starts_with("ulm");
    CAPTURE(sites[s].id);
    covered += here;
    CHECK((model.compiled.groups[s].hub == 0) == here);
    CHECK((model.compiled.integrations[s].service == 0) == here);
    CHECK(model.compiled.integrations[s].watchers.size() == (here ? 2 : 0));
    CHECK(model.compiled.assets[s].audits.size() == (here ? 1 : 0));
  }
  CHECK(covered == 2);
  CHECK(model.compiled.service_sites.size() == 2);
}

}  // namespace headrace::test
