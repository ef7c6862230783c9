// Every case of the case book that has no policy of its own, answered in SQL by the built
// extension; all that it says of one question must agree.
#include "case_runner.hpp"
#include "database_of_world.hpp"
#include "support/facts_of_world.hpp"

namespace softoptin::tests {
namespace {

using rules::rule_book;
using rules::Truth;

constexpr const char* scalars = R"(
  SELECT soft_optin_eligible(?1, ?2, ?3, ?4), soft_optin_reason(?1, ?2, ?3, ?4),
         soft_optin_expires(?1, ?2, ?3, ?4), marketing_basis(?1, ?2, ?3, ?4))";

constexpr const char* conditions = R"(
  SELECT code, met, requirement, citation, evidence FROM soft_optin_conditions(?1, ?2, ?3, ?4))";

constexpr const char* explained = R"(
  SELECT json_extract(json, '$.eligible'), json_extract(json, '$.reason'),
         json_extract(json, '$.expires_on'), json_extract(json, '$.basis'),
         json_extract(json, '$.sale.sale_id')
    FROM (SELECT soft_optin_explain(?1, ?2, ?3, ?4) AS json))";

constexpr const char* explained_conditions = R"(
  SELECT json_extract(value, '$.code'), json_extract(value, '$.met'),
         json_extract(value, '$.requirement'), json_extract(value, '$.citation'),
         json_extract(value, '$.evidence')
    FROM json_each(soft_optin_explain(?1, ?2, ?3, ?4), '$.conditions'))";

// By key, and by the pass over everybody.
constexpr const char* of_the_contact = R"(
  SELECT eligible, reason, expires_on, basis, sale_id FROM soft_optin_eligibility(?2, ?3, ?4)
   WHERE contact_id = ?1)";
constexpr const char* of_everybody = R"(
  SELECT eligible, reason, expires_on, basis, sale_id FROM soft_optin_eligibility(?2, ?3, ?4)
   WHERE +contact_id = ?1)";
constexpr const char* on_the_list = R"(
  SELECT basis, expires_on, sale_id FROM soft_optin_audience(?2, ?3, ?4) WHERE +contact_id = ?1)";

constexpr const char* asked_message = "the message that the case asks about";
constexpr const char* audited = R"(
  SELECT lawful, reason, basis FROM soft_optin_audit
   WHERE message_id = 'the message that the case asks about' AND +contact_id = ?1
     AND product_id = ?2 AND channel = ?3 AND sent_at = ?4)";

using Rows = std::vector<std::vector<Value>>;

Truth truth_of(const Value& met) {
  if (is_null(met)) return Truth::unknown;
  return rules::truth(equal(met, std::int64_t{1}));
}

std::string shown_row(const std::vector<Value>& row) {
  std::string text;
  for (const Value& value : row) text += (text.empty() ? "" : ", ") + shown(value);
  return text;
}

// The first place where two lists of rows differ, as a sentence.
void compare(Answer& answer, const std::string& what, const Rows& one, const Rows& other) {
  if (one.size() != other.size()) {
    answer.contradictions.push_back(what + ": " + std::to_string(one.size()) + " rows and " +
                                    std::to_string(other.size()));
    return;
  }
  for (std::size_t at = 0; at < one.size(); ++at) {
    if (one[at] == other[at]) continue;
    answer.contradictions.push_back(what + ": " + shown_row(one[at]) + " and " +
                                    shown_row(other[at]));
    return;
  }
}

// soft_optin_conditions has the rule book's conditions, in its order and words.
void read_conditions(Answer& answer, const Rows& rows) {
  if (rows.size() != rule_book.size()) {
    answer.contradictions.push_back("soft_optin_conditions has " + std::to_string(rows.size()) +
                                    " rows");
    return;
  }
  for (std::size_t place = 0; place < rows.size(); ++place) {
    const auto& row = rows[place];
    const rules::Rule& rule = rule_book[place];
    answer.met[place] = truth_of(row[1]);
    const bool as_written = text_of(row[0]) == rule.name && text_of(row[2]) == rule.requirement &&
                            text_of(row[3]) == rule.citation;
    if (!as_written || text_of(row[4]).empty()) {
      answer.contradictions.push_back("soft_optin_conditions, for " + std::string{rule.name} +
                                      ": " + shown_row(row));
    }
  }
}

// The tables say the same of a contact that exists.
void compare_tables(Answer& answer, DatabaseOfWorld& database) {
  Rows row = database.ask(explained);
  if (answer.reason == "unknown_contact") row.clear();
  compare(answer, "soft_optin_explain and soft_optin_eligibility of the contact", row,
          database.ask(of_the_contact));
  compare(answer, "soft_optin_explain and soft_optin_eligibility of everybody", row,
          database.ask(of_everybody));
  if (answer.reason == "unknown_contact" || answer.reason == "unknown_product") return;
  Rows listed;
  if (answer.reason == "eligible") listed.push_back({row[0][3], row[0][2], row[0][4]});
  compare(answer, "soft_optin_explain and soft_optin_audience", listed, database.ask(on_the_list));
}

Answer answer_of(DatabaseOfWorld& database) {
  Answer answer;
  const Rows scalar = database.ask(scalars);
  const Rows of_each = database.ask(conditions);
  const Rows json = database.ask(explained);
  answer.reason = text_of(scalar[0][1]);
  if (!is_null(scalar[0][2])) answer.expires = text_of(scalar[0][2]);
  answer.basis = text_of(scalar[0][3]);
  answer.sale = json[0][4];
  read_conditions(answer, of_each);

  Rows of_json = json;
  of_json[0].pop_back();
  compare(answer, "the scalar functions and soft_optin_explain", scalar, of_json);
  compare(answer, "soft_optin_conditions and soft_optin_explain", of_each,
          database.ask(explained_conditions));
  if (equal(scalar[0][0], std::int64_t{1}) != (answer.reason == "eligible")) {
    answer.contradictions.push_back("soft_optin_eligible gives " + shown(scalar[0][0]) +
                                    ", soft_optin_reason " + answer.reason);
  }
  compare_tables(answer, database);
  return answer;
}

// The world with a message sent as the question is asked, by whose product it is, with an opt-out.
World with_asked_message(World world) {
  Relation& messages = world.relations["messages"];
  if (messages.columns.empty()) {
    messages.columns = {"contact_id", "channel", "sent_at", "product_id", "opt_out_included"};
  }
  if (!messages.has("message_id")) messages.columns.push_back("message_id");
  Row message{{"message_id", std::string{asked_message}},
              {"contact_id", at(world.ask, "contact_id")},
              {"product_id", at(world.ask, "product_id")},
              {"channel", at(world.ask, "channel")},
              {"sent_at", at(world.ask, "as_of")},
              {"opt_out_included", std::int64_t{1}},
              {"status", std::string{"sent"}}};
  for (const Row& product : world.relation("products").rows) {
    if (!equal(at(product, "product_id"), at(world.ask, "product_id"))) continue;
    message["organisation"] = at(product, "organisation");
  }
  messages.rows.push_back(message);
  return world;
}

// The audit judges such a message as the question is answered.
void compare_audit(Answer& answer, const World& world) {
  for (const char* column : {"contact_id", "product_id", "channel", "as_of"}) {
    if (is_null(at(world.ask, column))) return;
  }
  const World sent = with_asked_message(world);
  DatabaseOfWorld database(sent);
  const bool lawful = !answer.basis.empty();
  const Rows expected{{std::int64_t{lawful ? 1 : 0}, lawful ? "eligible" : answer.reason,
                       lawful ? Value{answer.basis} : Value{}}};
  compare(answer, "the scalar functions and soft_optin_audit", expected, database.ask(audited));
  database.close();
}

Answer answer(const World& world, const std::optional<rules::Policy>&) {
  try {
    DatabaseOfWorld database(world);
    Answer result = answer_of(database);
    database.close();
    compare_audit(result, world);
    return result;
  } catch (const host::Error& error) {
    throw Refused(error.what());
  }
}

}  // namespace
}  // namespace softoptin::tests

int main(int argument_count, char** arguments) {
  using namespace softoptin::tests;
  return run_case_book(argument_count, arguments, Scope::policies_of_sql, answer);
}
