// The host stops at the nth progress step, for every n: by its handler, or by sqlite3_interrupt.
//
// SQLITE_INTERRUPT or the right answer, never another, and the connection answers afterwards.
#include <gtest/gtest.h>

#include <string>

#include "faults/questions.hpp"

namespace softoptin::faults {
namespace {

using hostile::Policy;
using hostile::Shape;

struct Host {
  sqlite3* db = nullptr;
  long steps = 0;
  long stops_at = 0;
  bool by_interrupt = false;

  static int step(void* self) {
    auto& host = *static_cast<Host*>(self);
    if (++host.steps != host.stops_at) return 0;
    if (!host.by_interrupt) return 1;
    sqlite3_interrupt(host.db);
    return 0;
  }
};

class Interrupts : public testing::TestWithParam<Policy> {
 protected:
  Interrupts() {
    db_.load_extension();
    db_.run(world(GetParam(), Shape::views));
    host_.db = db_.handle();
  }

  Answer ask_until(const std::string& sql, long stops_at) {
    host_ = {db_.handle(), 0, stops_at, stops_at % 2 == 0};
    sqlite3_progress_handler(db_.handle(), 1, Host::step, &host_);
    const Answer answer = ask(
        db_.handle(), sql, [] {}, [] {});
    sqlite3_progress_handler(db_.handle(), 0, nullptr, nullptr);
    return answer;
  }

  host::Database db_{":memory:"};
  Host host_;
};

TEST_P(Interrupts, at_any_step_are_an_error_or_the_answer) {
  for (const Question& question : questions()) {
    const Answer answer = ask_until(question.sql, 0);
    ASSERT_EQ(answer.code, SQLITE_OK) << question.name;
    const long steps = host_.steps;
    ASSERT_GT(steps, 20) << question.name;
    long stopped = 0;
    for (long nth = 1; nth <= steps; nth = after(nth, 120)) {
      const Answer now = ask_until(question.sql, nth);
      if (now.code == SQLITE_OK) {
        EXPECT_EQ(now.rows, answer.rows) << question.name << ", step " << nth << " of " << steps;
      } else {
        ++stopped;
        EXPECT_EQ(now.code, SQLITE_INTERRUPT) << question.name << ", step " << nth;
      }
    }
    EXPECT_GT(stopped, 10) << question.name;
    EXPECT_EQ(ask_until(question.sql, 0), answer) << question.name;
  }
  EXPECT_EQ(db_.close(), SQLITE_OK);
}

INSTANTIATE_TEST_SUITE_P(each, Interrupts, testing::Values(Policy::baseline, Policy::national),
                         [](const auto& with) { return hostile::name_of(with.param); });

}  // namespace
}  // namespace softoptin::faults
