// Value against the number of sites.
#include "report/chart/sites_curve.hpp"

#include <doctest/doctest.h>

#include "tests/support/recording_canvas.hpp"
#include "tests/support/sample_run.hpp"

namespace headrace::test {
namespace {

using namespace chart;

using Kind = RecordingCanvas::Kind;
using Texts = std::vector<std::string>;

/// One result for each value in millions, for one site, two sites and so on.
SitesCurve curve(const std::vector<float>& millions, int planned = 0) {
  std::vector<SitesResult> results;
  for (std::size_t i = millions.size(); i-- > 0;) {
    const float v = millions[i] * 1e6f;
    results.push_back({static_cast<int>(i) + 1, summary_of({v - 5e5f, v, v + 5e5f}), summary_of({0.25f, 0.5f, 0.75f})});
  }
  return make_sites_curve(results, "USD", planned);
}

}  // namespace

TEST_CASE("chart sites: the title says how many sites are worth most") {
  CHECK_EQ(curve({1, 3, 2}).heading.title, "Worth most at two sites: USD 3.0m on average");
  CHECK_EQ(curve({1, 2, 3}).heading.title, "Every further site adds value, up to 3.0m at three sites");
  CHECK_EQ(curve({-1, -3, -2}).heading.title, "Loses money on average at one to three sites");
  CHECK_EQ(curve({-1}).heading.title, "Loses money on average at one site");
  CHECK_EQ(curve({2}).heading.title, "Worth most at one site: USD 2.0m on average");
}

TEST_CASE("chart sites: draws the range and the middle and answers for each number") {
  const SitesCurve some = curve({1, 3, 2}, 3);
  RecordingCanvas canvas;
  const auto marks = draw(canvas, {0, 0, 900, 400}, Style{}, some);
  CHECK_EQ(canvas.of(Kind::band).size(), 1);
  CHECK_EQ(canvas.of(Kind::line).size(), 1);
  CHECK_EQ(marks.size(), 4);
  CHECK(canvas.says("sites"));
  CHECK(canvas.says("return"));
  CHECK_EQ(marks[2].tip,
           "2 sites\nUSD 3.0m on average\nhalf of the futures above 3.0m, 8 in 10 between 2.6m and 3.4m\n"
           "return on cost 50% on average");
  CHECK(
      csv(some).starts_with("sites,npv_mean,npv_p10,npv_p50,npv_p90,roi_mean\n1,1000000,600000,1000000,1400000,0.5\n"));
}

TEST_CASE("chart sites: the curve is highest where its title says, though the middle future is not") {
  // At two sites one future in five is a windfall: best on average, worst in the middle.
  const SitesResult results[] = {{1, summary_of({1e6f, 1e6f, 1e6f, 1e6f, 1e6f}), summary_of({0.2f})},
                                 {2, summary_of({0, 0, 0, 0, 9e6f}), summary_of({0.1f})},
                                 {3, summary_of({5e5f, 5e5f, 5e5f, 5e5f, 5e5f}), summary_of({0.1f})}};
  const SitesCurve some = make_sites_curve(results, "USD");
  CHECK_EQ(some.heading.title, "Worth most at two sites: USD 1.8m on average");
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 900, 400}, Style{}, some);
  const auto stops = canvas.of(Kind::circle);
  REQUIRE_EQ(stops.size(), 3);
  CHECK_LT(stops[1].box.y, stops[0].box.y);
  CHECK_LT(stops[1].box.y, stops[2].box.y);
}

TEST_CASE("chart sites: nothing overlaps or leaves the rectangle for few and many sites") {
  for (const std::size_t count : {1u, 3u, 10u, 100u}) {
    std::vector<float> millions;
    for (std::size_t i = 0; i < count; ++i) millions.push_back(static_cast<float>(i * (count - i)) - 3);
    CHECK_EQ(flaws_at_all_sizes(curve(millions, 2)), Texts{});
  }
  SitesResult costless{1, summary_of({0, 0}), summary_of({kNever, kNever})};
  CHECK_EQ(flaws_at_all_sizes(make_sites_curve({&costless, 1}, "USD")), Texts{});
  RecordingCanvas canvas;
  draw(canvas, {0, 0, 900, 400}, Style{}, curve({}));
  CHECK(canvas.says("have not been simulated"));
}

}  // namespace headrace::test
