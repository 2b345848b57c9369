#pragma once

/// How people get better at what they do. Pure; inlined into lanes.
namespace headrace::formula {

/// Share of its worth that a use case has after some weeks of practice: (a h + weeks) / (h + weeks), a hyperbola that
/// starts at a, has made good half of what is missing after h weeks and ends at 1. 1 where nothing ever was missing.
/// @param start  a, 0..1
/// @param half   h, weeks
/// Source: docs/model.md, practice and delay; Mazur and Hastie (1978).
[[gnu::always_inline]] inline float proficiency(float start, float half, float weeks) {
  const float all = half + weeks;
  return all > 0.0f ? (start * half + weeks) / all : 1.0f;
}

/// Share of newcomers who are still learning a week later, so that each is learning for `weeks` weeks in the mean.
[[gnu::always_inline]] inline float still_learning(float weeks) { return 1.0f - 1.0f / (weeks > 1.0f ? weeks : 1.0f); }

}  // namespace headrace::formula
