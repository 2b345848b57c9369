// Races on purpose, so that the check shows that it would see one: tasks of a run count in one plain number.
#include <cstdio>
#include <memory>

#include "sim/executor.hpp"

namespace {

class Careless : public headrace::BlockTask {
 public:
  explicit Careless(long& count) : count_(count) {}
  void run(int) override {
    for (int k = 0; k < 10'000; ++k) count_ = count_ + 1;
  }
  void merge(int) override {}

 private:
  long& count_;
};

}  // namespace

int main() {
  long count = 0;
  headrace::run_blocks(0, 64, 4, [&] { return std::make_unique<Careless>(count); }, {});
  std::printf("counted %ld\n", count);
}
