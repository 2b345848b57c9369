// Charts made of what studies found.
#include "report/chart/from_studies.hpp"

#include <doctest/doctest.h>

#include "report/chart/gantt.hpp"
#include "report/chart/graph.hpp"
#include "tests/support/recording_canvas.hpp"
#include "tests/support/rich_scenario.hpp"
#include "tests/support/trial_run.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Texts = std::vector<std::string>;

/// A run of the rich scenario that keeps what studies need.
struct StudiedRun {
  Model model = model_of(rich_scenario());
  Results results = run(model, keeping_drivers(kept(256)));
  DriverStudy study = study_drivers(model.programme, model.compiled, results);
  RunView view() const { return {model.programme, model.compiled, results}; }
};

}  // namespace

TEST_CASE("chart studies: a studied run fills the tornado and the criticality of work") {
  const StudiedRun studied;
  const std::vector<double> criticality = criticality_of(studied.model.compiled, studied.study.items);
  REQUIRE_EQ(criticality.size(), studied.model.compiled.items.size());
  for (const ItemDriver& item : studied.study.items.items) {
    CHECK_EQ(criticality[static_cast<std::size_t>(item.item)], item.criticality.value);
  }
  const Tornado tornado = make_tornado(studied.view(), studied.study.inputs);
  CHECK_GT(tornado.rows.size(), 3);
  CHECK_EQ(tornado.mean, studied.results.metrics[static_cast<int>(Output::npv)].mean);

  CHECK_EQ(flaws_at_all_sizes(tornado), Texts{});
  CHECK_EQ(flaws_at_all_sizes(make_gantt(studied.view(), criticality)), Texts{});
  CHECK_EQ(flaws_at_all_sizes(make_graph(studied.view(), criticality)), Texts{});
  CHECK(criticality_of(studied.model.compiled, {}).empty());
}

TEST_CASE("chart studies: an explained difference becomes bars that add up to it") {
  const StudiedRun studied;
  ExplainedPair pair;
  pair.groups = {{{{"programme", "sponsorship"}}, {}, false}, {{{"groups", "training"}}, {}, false}};
  pair.explanation.parts.resize(2);
  pair.explanation.parts[0].value[static_cast<int>(NpvFigure::mean)] = 3e6;
  pair.explanation.parts[1].value[static_cast<int>(NpvFigure::mean)] = -1e6;
  pair.explanation.parts[1].mean_se = 1e5;
  const Bars bars = make_bars(studied.view(), studied.view(), pair);
  CHECK_EQ(bars.total, 2e6);
  CHECK_EQ(bars.parts[0].name, "sponsorship");
  CHECK_EQ(bars.parts[1].error, 1e5);
  CHECK_EQ(bars.parts[1].amount, -1e6);
}

}  // namespace headrace::test
