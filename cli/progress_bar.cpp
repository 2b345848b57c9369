#include "cli/progress_bar.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

#include "report/words/number_text.hpp"
#include "report/words/text_table.hpp"

namespace headrace {

ProgressBar::ProgressBar(std::string label) : label_(std::move(label)), visible_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
}

void ProgressBar::show(std::int64_t done, std::int64_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (!visible_ || now - last_ < std::chrono::milliseconds(50)) return;
  last_ = now;
  drawn_ = true;
  std::fputs(("\r" + progress_line(label_, done, total) + "\x1b[K").c_str(), stderr);
  std::fflush(stderr);
}

std::string progress_line(const std::string& label, std::int64_t done, std::int64_t total) {
  constexpr std::int64_t width = 24;
  const auto filled = static_cast<std::size_t>(width * done / total);
  return fmt::format("{}  [{}{}] {:3}%  {} of {}", fitted(label, 28), std::string(filled, '#'),
                     std::string(static_cast<std::size_t>(width) - filled, '.'), 100 * done / total, grouped(done),
                     count_of(total, "future"));
}

}  // namespace headrace
