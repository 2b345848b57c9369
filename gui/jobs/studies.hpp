#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "gui/state/app_state.hpp"
#include "gui/state/snapshot.hpp"
#include "report/tables/compare_tables.hpp"
#include "sim/study/unlock.hpp"

namespace headrace::gui {

/// What is looked into beside the run itself.
enum class StudyKind {
  unlocks,  ///< what relaxing each limit is worth
  why,      ///< which change makes the plan differ from A
};

/// One study that is wanted.
struct StudyRequest {
  StudyKind kind{};
  Plan plan;
  std::optional<Plan> pinned;                ///< why: A
  std::shared_ptr<const Prepared> prepared;  ///< of the plan

  bool same_as(const StudyRequest& other) const {
    return kind == other.kind && plan == other.plan && pinned == other.pinned && prepared == other.prepared;
  }
};

/// What relaxing each limit of a plan is worth.
struct UnlockAnswer {
  Plan plan;
  std::shared_ptr<const Prepared> prepared;
  UnlockStudy study;
  bool finished = false;  ///< false: of the first few futures, more are under way
};

/// Which change moved what between A and a plan.
struct WhyAnswer {
  Plan plan, pinned;
  std::shared_ptr<const Prepared> prepared;  ///< of the plan
  ExplainedPair pair;
  bool finished = false;
};

/// Is an answer of what was run last? A file that was read again makes a plan of the same name another.
template <class Answer>
bool is_of(const std::shared_ptr<const Answer>& answer, const std::optional<Run>& run, const Plan& plan) {
  return answer && run && answer->plan == plan && answer->prepared == run->prepared;
}

/// How far a study is. What it knows already stays on show, with its own number of futures.
struct StudyProgress {
  StudyKind kind{};
  std::int64_t futures = 0;          ///< of each run of this step
  std::int64_t done = 0, total = 1;  ///< trials over all runs of this step
};

/// Everything that studies have found; never changed. Each answer says what plan it is of: another plan's is stale.
struct Studies {
  std::shared_ptr<const UnlockAnswer> unlocks;
  std::shared_ptr<const WhyAnswer> why;
  std::optional<StudyProgress> progress;  ///< of what is under way
  std::string problem;                    ///< why the last one came to nothing
};

/// Futures of each step of a study; the last ones are final.
struct StudyEffort {
  std::vector<std::int64_t> trials = {256, 2048};
};

/// Runs one study step by step, starting from what is known.
/// @param publish  called with each better answer and with progress, at most some tens of times a second
/// @return         false when stopped early
bool run_study(const StudyRequest& request, const StudyEffort& effort, const std::stop_token& stop, Studies& studies,
               const std::function<void(const Studies&)>& publish);

}  // namespace headrace::gui
