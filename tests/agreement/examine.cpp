#include "examine.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <functional>

#include "roads.hpp"

namespace softoptin::agreement {
namespace {

// Whether a road says what the plain SQL says. What it has no word on is no difference.
bool agrees(const Answer& said, const Answer& plain) {
  if (said.reason == not_listed) return plain.reason != "eligible";
  if (said.reason != plain.reason || said.basis != plain.basis || said.expires != plain.expires) {
    return false;
  }
  if (said.sale_on && *said.sale_on != *plain.sale_on) return false;
  if (said.policy && *said.policy != *plain.policy) return false;
  if (!said.sale_id || (*said.sale_id == "NULL" && plain.sale_id->empty())) return true;
  return plain.sale_id->find("/" + *said.sale_id + "/") != std::string::npos;
}

std::string what_each_says(const std::vector<Road>& roads, std::size_t question) {
  std::string text;
  for (const Road& road : roads) {
    const auto& answer = road.answers[question];
    if (answer) text += "-- " + road.name + ": " + shown(*answer) + "\n";
  }
  return text;
}

std::optional<Disagreement> compare(const std::vector<Road>& roads) {
  const Road& plain = roads.front();
  for (std::size_t question = 0; question < plain.answers.size(); ++question) {
    const auto parts = [&](const Road& road) {
      const auto& answer = road.answers[question];
      return answer && !agrees(*answer, *plain.answers[question]);
    };
    if (std::any_of(roads.begin() + 1, roads.end(), parts)) {
      return Disagreement{question, what_each_says(roads, question)};
    }
  }
  return std::nullopt;
}

void count(Tally& tally, const Road& plain, bool pass) {
  ++tally.worlds;
  if (pass) ++tally.passes;
  for (const auto& answer : plain.answers) {
    ++tally.questions;
    ++tally.reasons[answer->reason];
    ++tally.bases[answer->basis];
    if (answer->reason == "eligible") ++tally.policies[*answer->policy];
  }
}

std::string table_of_counts(const std::map<std::string, int>& counts) {
  std::string text;
  for (const auto& [name, number] : counts) {
    text += "  " + std::to_string(number) + " " + (name.empty() ? "NULL" : name) + "\n";
  }
  return text;
}

// Smaller and smaller databases that still part the roads.
class Shrinking {
 public:
  Shrinking(Imagined imagined, const Disagreement& found)
      : least_(std::move(imagined)), found_(found) {}

  Imagined least() {
    while (round()) {
    }
    return std::move(least_);
  }

 private:
  // Whether anything could be taken away.
  bool round() {
    bool smaller = fewer_questions();
    for (const auto& name : names()) {
      smaller |= fewer_rows(name);
      smaller |= fewer_columns(name);
      smaller |= plainly_built(name);
    }
    return smaller;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& [name, relation] : least_.world.relations) names.push_back(name);
    return names;
  }

  // Makes the change if the roads still part afterwards.
  bool attempt(const std::function<void(Imagined&)>& change) {
    Imagined changed = least_;
    change(changed);
    Tally ignored;
    const auto found = examine(changed, ignored);
    if (!found || found->question.has_value() != found_.question.has_value()) return false;
    if (!found->question && found->text != found_.text) return false;  // Another error.
    least_ = std::move(changed);
    if (found->question && least_.questions.size() > 1) {
      least_.questions = {least_.questions[*found->question]};
    }
    return true;
  }

  bool fewer_questions() {
    for (std::size_t at = 0; at < least_.questions.size() && least_.questions.size() > 1; ++at) {
      if (attempt([&](Imagined& changed) { changed.questions = {least_.questions[at]}; }))
        return true;
    }
    return false;
  }

  bool fewer_rows(const std::string& name) {
    bool smaller = false;
    for (std::size_t at = least_.world.relations[name].rows.size(); at-- > 0;) {
      smaller |= attempt([&](Imagined& changed) {
        auto& rows = changed.world.relations[name].rows;
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
      });
    }
    return smaller;
  }

  bool fewer_columns(const std::string& name) {
    static constexpr std::array<std::string_view, 20> optional = {"subscriber",
                                                                  "note",
                                                                  "kind",
                                                                  "express_communication",
                                                                  "collected_directly",
                                                                  "refused",
                                                                  "preticked",
                                                                  "channel",
                                                                  "organisation",
                                                                  "sale_id",
                                                                  "own",
                                                                  "commercial",
                                                                  "proof",
                                                                  "phone",
                                                                  "address",
                                                                  "country",
                                                                  "trigger",
                                                                  "charity",
                                                                  "status",
                                                                  "category"};
    bool smaller = false;
    for (const std::string& column : std::vector{least_.world.relations[name].columns}) {
      const bool needed =
          column == "category" && (name == "products" || name == "similar_categories");
      if (needed || std::ranges::find(optional, column) == optional.end()) continue;
      smaller |= attempt(
          [&](Imagined& changed) { std::erase(changed.world.relations[name].columns, column); });
    }
    return smaller;
  }

  bool plainly_built(const std::string& name) {
    const auto built = least_.built.find(name);
    if (built == least_.built.end()) return false;
    if (attempt([&](Imagined& changed) { changed.built.erase(name); })) return true;
    bool smaller = false;
    if (built->second.form != Built::Form::table) {
      smaller |= attempt([&](Imagined& changed) { changed.built[name].form = Built::Form::table; });
    }
    if (!built->second.indexes.empty()) {
      smaller |= attempt([&](Imagined& changed) { changed.built[name].indexes.clear(); });
    }
    for (const auto& typed : std::map{built->second.types}) {
      smaller |= attempt([&](Imagined& changed) { changed.built[name].types.erase(typed.first); });
    }
    return smaller;
  }

  Imagined least_;
  const Disagreement& found_;
};

}  // namespace

void Tally::add(const Tally& other) {
  worlds += other.worlds;
  questions += other.questions;
  passes += other.passes;
  for (const auto& [reason, number] : other.reasons) reasons[reason] += number;
  for (const auto& [basis, number] : other.bases) bases[basis] += number;
  for (const auto& [policy, number] : other.policies) policies[policy] += number;
}

std::string Tally::text() const {
  return std::to_string(worlds) + " worlds, " + std::to_string(questions) + " questions, " +
         std::to_string(passes) + " statements that changed to the pass\nreasons:\n" +
         table_of_counts(reasons) + "bases:\n" + table_of_counts(bases) + "eligible under:\n" +
         table_of_counts(policies);
}

std::optional<Disagreement> examine(const Imagined& imagined, Tally& tally) {
  try {
    Database database(imagined);
    Repeated repeated = all_at_once(database);
    const std::vector<Road> roads = {
        plain_sql(database),      core(database),        one_by_one(database),
        std::move(repeated.road), eligibility(database), eligibility_of_one(database),
        eligible_alone(database), audience(database),    audience_of_one(database)};
    database.close();
    if (auto found = compare(roads)) return found;
    count(tally, roads.front(), repeated.changed_to_the_pass);
    return std::nullopt;
  } catch (const std::exception& error) {
    return Disagreement{std::nullopt, std::string{"-- "} + error.what() + "\n"};
  }
}

std::string in_short(Imagined imagined, const Disagreement& found) {
  const Imagined least = Shrinking{std::move(imagined), found}.least();
  Tally ignored;
  const auto again = examine(least, ignored);
  std::string text = ".load softoptin\n" + script(least);
  if (again && again->question) {
    const std::string call = "(" + arguments(least.questions[*again->question]) + ")";
    text += "SELECT soft_optin_reason" + call + ", soft_optin_expires" + call +
            ",\n  marketing_basis" + call + ";\n-- The same by the pass:\n" +
            "WITH RECURSIVE round(number) AS (VALUES (1) UNION ALL SELECT number + 1 FROM round"
            " LIMIT 100)\nSELECT soft_optin_reason" +
            call + " FROM round LIMIT 1 OFFSET 99;\n";
  }
  return text + (again ? again->text : found.text);
}

}  // namespace softoptin::agreement
