#include "case_runner.hpp"

#include <gtest/gtest.h>

#include "support/facts_of_world.hpp"

namespace softoptin::tests {
namespace {

using rules::rule_book;
using rules::Truth;

std::string list(const Findings& findings, Truth wanted) {
  std::string text;
  for (std::size_t place = 0; place < rule_book.size(); ++place) {
    if (findings[place] != wanted) continue;
    text += (text.empty() ? "" : ", ") + std::string{rule_book[place].name};
  }
  return text.empty() ? "none" : text;
}

std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

// What differs, each with what was expected and what came, in the words of the case book.
class Differences {
 public:
  void compare(const std::string& what, const std::string& expected, const std::string& got) {
    if (expected == got) return;
    text_ += "  " + what + "\n    expected: " + expected + "\n    got:      " + got + "\n";
  }
  void add(const std::string& sentence) { text_ += "  " + sentence + "\n"; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string differences(const Expected& expected, const Answer& answer) {
  Differences differ;
  differ.compare("because (conditions that are not met)", list(expected.met, Truth::no),
                 list(answer.met, Truth::no));
  differ.compare("unknown (conditions that cannot be told)", list(expected.met, Truth::unknown),
                 list(answer.met, Truth::unknown));
  differ.compare("reason", expected.reason(), answer.reason);
  differ.compare("basis", or_none(expected.basis), or_none(answer.basis));
  if (!expected.eligible()) {
    differ.compare("expires (there is no last day of a no)", "NULL",
                   answer.expires.value_or("NULL"));
  } else if (expected.expires) {
    const Value& day = *expected.expires;
    differ.compare("expires", is_null(day) ? "NULL" : text_of(day),
                   answer.expires.value_or("NULL"));
  }
  if (expected.sale) {
    differ.compare("sale (sale_id of the evidence)", shown(*expected.sale), shown(answer.sale));
  }
  for (const auto& contradiction : answer.contradictions) differ.add(contradiction);
  return differ.text();
}

// What differs from the case when its question is asked about this world; empty where nothing does.
std::string differences(const Case& one, const World& world, const Answerer& answerer) {
  const auto& refused = one.expected.refused;
  try {
    const Answer answer = answerer(world, one.policy);
    if (refused) return "  expected an error about " + *refused + ", got " + answer.reason + "\n";
    return differences(one.expected, answer);
  } catch (const Refused& error) {
    const std::string text = error.what();
    if (refused && text.find(*refused) != std::string::npos) return {};
    return "  unexpected error: " + text + "\n";
  } catch (const std::exception& error) {
    return "  failed: " + std::string{error.what()} + "\n";
  }
}

class CaseTest : public testing::Test {
 public:
  CaseTest(const CaseFile& file, const Case& one, const Answerer& answerer)
      : file_(file), case_(one), answerer_(answerer) {}

  void TestBody() override {
    ask("contact ids as written", case_.world);
    ask("contact ids as text", with_text_contact_ids(case_.world));
  }

 private:
  void ask(const std::string& how, const World& world) const {
    const std::string text = differences(case_, world, answerer_);
    if (text.empty()) return;
    ADD_FAILURE_AT(file_.path.c_str(), case_.line)
        << file_.name << ": " << case_.name << " (" << how << ")\n"
        << text;
  }

  const CaseFile& file_;
  const Case& case_;
  const Answerer& answerer_;
};

class FormTest : public testing::Test {
 public:
  explicit FormTest(const CaseFile& file) : file_(file) {}

  void TestBody() override {
    for (const auto& fault : file_.faults) ADD_FAILURE_AT(file_.path.c_str(), 1) << fault;
  }

 private:
  const CaseFile& file_;
};

template <typename Make>
void add_test(const CaseFile& file, const std::string& name, int line, Make make) {
  testing::RegisterTest(file.name.c_str(), name.c_str(), nullptr, nullptr, file.path.c_str(), line,
                        make);
}

}  // namespace

int run_case_book(int argument_count, char** arguments, Scope scope, const Answerer& answerer) {
  testing::InitGoogleTest(&argument_count, arguments);
  const auto book = read_case_book(SOFTOPTIN_CASES);
  for (const CaseFile& file : book) {
    add_test(file, "form", 1, [&file]() -> testing::Test* { return new FormTest(file); });
    for (const Case& one : file.cases) {
      if (scope == Scope::policies_of_sql && one.policy) continue;
      add_test(file, one.label, one.line, [&file, &one, &answerer]() -> testing::Test* {
        return new CaseTest(file, one, answerer);
      });
    }
  }
  return RUN_ALL_TESTS();
}

}  // namespace softoptin::tests
