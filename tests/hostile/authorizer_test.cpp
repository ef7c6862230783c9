// Authorizers: each thing that SQLite asks one about is ignored, and denied, in turn.
//
// What is asked is recorded first, so that nothing that a look-up reads is forgotten.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <ostream>
#include <set>
#include <tuple>

#include "hostile/roads.hpp"
#include "support/host/files.hpp"

namespace softoptin::hostile {
namespace {

using host::Database;

// What an authorizer is asked: may this action be done to that, within that database and view?
struct Asked {
  int action = 0;
  std::string first;
  std::string second;
  std::string schema;
  std::string view;
  friend auto operator<=>(const Asked&, const Asked&) = default;
};

std::ostream& operator<<(std::ostream& out, const Asked& asked) {
  return out << "action " << asked.action << " on " << asked.first << " " << asked.second << " of "
             << asked.schema << " within " << asked.view;
}

// Records what is asked, and gives one verdict of its own.
struct Authorizer {
  std::set<Asked> asked;
  std::set<Asked> marked;
  int verdict = SQLITE_OK;

  static int decide(void* self, int action, const char* first, const char* second,
                    const char* schema, const char* view) {
    const auto text = [](const char* sign) { return std::string{sign == nullptr ? "" : sign}; };
    auto& authorizer = *static_cast<Authorizer*>(self);
    const Asked asked{action, text(first), text(second), text(schema), text(view)};
    authorizer.asked.insert(asked);
    return authorizer.marked.contains(asked) ? authorizer.verdict : SQLITE_OK;
  }
};

constexpr const char* audit = "soft_optin_audit";

class Authorizers : public testing::TestWithParam<std::tuple<Policy, Shape>> {
 protected:
  Authorizers() {
    db_.load_extension();
    db_.run(world(std::get<0>(GetParam()), std::get<1>(GetParam())));
    for (const Road& road : roads()) {
      answers_.push_back(watched(road, {}));
      asked_.push_back(authorizer_.asked);
    }
  }

  // The statement itself is allowed; from then on the authorizer decides about what it reads.
  Outcome watched(const Road& road, const Authorizer& authorizer) {
    authorizer_ = {};
    sqlite3_set_authorizer(db_.handle(), Authorizer::decide, &authorizer_);
    Outcome outcome = outcome_of(db_, road.sql, [&] { authorizer_ = authorizer; });
    sqlite3_set_authorizer(db_.handle(), nullptr, nullptr);
    return outcome;
  }

  // Calls check(road's place, outcome, what was asked) with each road under that verdict on each
  // thing that it asks about.
  template <class Check>
  void each(int verdict, Check check) {
    std::set<Asked> all;
    for (const auto& asked : asked_) all.insert(asked.begin(), asked.end());
    for (const Asked& one : all) {
      // A sub-select that is ignored makes SQLite read memory that nobody set (3.31, 3.38 and 3.40
      // crash), in statements of the host's own as well.
      if (verdict == SQLITE_IGNORE && one.action == SQLITE_SELECT) continue;
      for (std::size_t at = 0; at < roads().size(); ++at) {
        if (!asked_[at].contains(one)) continue;
        check(at, watched(roads()[at], {{}, {one}, verdict}), one);
      }
    }
    for (std::size_t at = 0; at < roads().size(); ++at) {
      EXPECT_EQ(outcome_of(db_, roads()[at].sql), answers_[at]) << roads()[at].name;
    }
    EXPECT_EQ(db_.close(), SQLITE_OK);
  }

  Database db_{":memory:"};
  Authorizer authorizer_;
  std::vector<Outcome> answers_;
  std::vector<std::set<Asked>> asked_;
};

TEST_P(Authorizers, are_asked_about_a_world_with_yes_and_no) {
  for (std::size_t at = 0; at < roads().size(); ++at) {
    EXPECT_EQ(answers_[at].code, SQLITE_OK) << roads()[at].name << ": " << answers_[at].message;
    EXPECT_GT(asked_[at].size(), 20U) << roads()[at].name;
  }
}

// The page of the reference says what an authorizer sees, by names in backticks.
TEST_P(Authorizers, see_reading_and_nothing_else) {
  const std::string page = host::read_file(SOFTOPTIN_SECURITY_PAGE);
  const auto on_the_page = [&](const std::string& name) {
    return page.find("`" + name + "`") != std::string::npos;
  };
  std::set<Asked> all;
  for (const auto& asked : asked_) all.insert(asked.begin(), asked.end());
  for (const Asked& one : all) {
    switch (one.action) {
      case SQLITE_SELECT:
      case SQLITE_READ:
      case SQLITE_RECURSIVE:
        break;
      case SQLITE_PRAGMA:
        EXPECT_TRUE(on_the_page(one.first)) << one;
        EXPECT_TRUE(one.second.empty() || one.first == "table_xinfo") << one << " sets something";
        break;
      case SQLITE_FUNCTION:
        EXPECT_TRUE(on_the_page(one.second)) << one;
        break;
      default:
        ADD_FAILURE() << one << " is no reading";
    }
  }
}

TEST_P(Authorizers, that_ignore_never_make_a_yes) {
  each(SQLITE_IGNORE, [&](std::size_t at, const Outcome& outcome, const Asked& one) {
    const auto before = answers_[at].yes();
    for (const std::string& yes : outcome.yes()) {
      EXPECT_TRUE(before.contains(yes)) << roads()[at].name << ": " << yes << " with " << one;
    }
  });
}

// What takes the rows of a pass puts NULL in its place, and nobody would be there: no list says so.
TEST_P(Authorizers, that_ignore_what_takes_the_rows_are_an_error) {
  int tried = 0;
  for (std::size_t at = 0; at < roads().size(); ++at) {
    for (const Asked& one : asked_[at]) {
      const bool takes = one.second == "soft_optin_pass_takes";
      const bool blocks = one.second == "soft_optin_pass_wants" && roads()[at].name == audit;
      if (one.action != SQLITE_FUNCTION || !(takes || blocks)) continue;
      ++tried;
      const Outcome outcome = watched(roads()[at], {{}, {one}, SQLITE_IGNORE});
      EXPECT_EQ(outcome.code, SQLITE_AUTH) << roads()[at].name << " with " << one;
      EXPECT_NE(outcome.message.find("is not allowed"), std::string::npos) << outcome.message;
    }
  }
  EXPECT_GT(tried, 10) << "too few to tell";
}

// SQLite's own words for a function that is denied come with SQLITE_ERROR; to soft_optin_check that
// is a relation that cannot be read, which is a finding.
bool is_denial(const Outcome& outcome) {
  if ((outcome.code & 0xff) == SQLITE_AUTH) return true;
  const auto says_so = [](const std::string& text) {
    return text.find("not authorized to use function") != std::string::npos;
  };
  return outcome.code == SQLITE_ERROR ? says_so(outcome.message)
                                      : std::ranges::any_of(outcome.rows, says_so);
}

TEST_P(Authorizers, that_deny_are_an_error_with_their_code) {
  each(SQLITE_DENY, [&](std::size_t at, const Outcome& outcome, const Asked& one) {
    EXPECT_TRUE(is_denial(outcome))
        << roads()[at].name << ": " << outcome.code << " " << outcome.message << " with " << one;
  });
}

std::string name_of_world(const testing::TestParamInfo<std::tuple<Policy, Shape>>& world) {
  const auto [policy, shape] = world.param;
  return name_of(policy) + (shape == Shape::tables ? "_tables" : "_views");
}

INSTANTIATE_TEST_SUITE_P(each, Authorizers,
                         testing::Values(std::tuple{Policy::baseline, Shape::tables},
                                         std::tuple{Policy::national, Shape::views}),
                         name_of_world);

}  // namespace
}  // namespace softoptin::hostile
