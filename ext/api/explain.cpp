// soft_optin_explain(contact_id, product_id [, channel [, as_of]]): the whole decision as JSON.
//
//   SELECT value ->> 'code', value ->> 'evidence'
//     FROM json_each(soft_optin_explain(42, 'trail-shoes'), '$.conditions')
//    WHERE value ->> 'met' IS NOT 1;
//
// TEXT that SQLite's JSON functions take as JSON; NULL for a NULL contact or product. The keys are
// those of sql/reference/soft_optin_explain.md; a key is never left out, what does not apply is
// null.
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/answer.hpp"
#include "api/surface.hpp"
#include "rules/explain.hpp"
#include "rules/policy_choice.hpp"
#include "rules/rule_book.hpp"
#include "rules/window.hpp"

namespace softoptin::api {
namespace {

// JSON as text. The library writes single values alone: its objects and arrays take memory while
// they are destroyed, so that a host with none left would be aborted.
class Json {
 public:
  Json() : text_("null") {}
  // A number, a text, true or false. Bytes that are no UTF-8 are shown as U+FFFD: an id may hold
  // anything.
  template <class Single>
  Json(const Single& value)
      : text_(
            nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)) {}

  static Json object(std::initializer_list<std::pair<std::string_view, Json>> members) {
    Json json{Written{"{"}};
    for (const auto& [key, value] : members) json.append(Json{key}.text_ + ":" + value.text_);
    json.text_ += "}";
    return json;
  }
  static Json array(const std::vector<Json>& values) {
    Json json{Written{"["}};
    for (const Json& value : values) json.append(value.text_);
    json.text_ += "]";
    return json;
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  struct Written {
    std::string_view text;
  };
  explicit Json(Written opening) : text_(opening.text) {}
  void append(const std::string& next) {
    if (text_.size() > 1) text_ += ",";
    text_ += next;
  }

  std::string text_;
};

Json json_of(const sqlite::Value& value) {
  if (is_null(value)) return {};
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return *integer;
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return text_of(value);
}

Json json_of(rules::Truth truth) {
  if (truth == rules::Truth::unknown) return {};
  return truth == rules::Truth::yes;
}

Json json_of(const facts::MaybeText& text) { return text ? Json(*text) : Json{}; }

Json json_of(std::string_view text) { return text.empty() ? Json{} : Json(text); }

Json question_of(const Answer& answer) {
  return Json::object({{"contact_id", json_of(answer.dossier.contact_id)},
                       {"product_id", json_of(answer.dossier.product_id)},
                       {"channel", name(answer.question.channel)},
                       {"as_of", answer.question.as_of.text()}});
}

Json policy_of(const Answer& answer) {
  const rules::Policy& policy = answer.facts.policy;
  if (policy.coverage != rules::Coverage::covered) return {};
  std::vector<Json> choices;
  for (const rules::PolicyChoice* choice : policy.choices) {
    choices.push_back(Json::object({{"parameter", choice->parameter},
                                    {"value", choice->value},
                                    {"reason", choice->reason},
                                    {"decided_by", choice->decided_by},
                                    {"decided_on", choice->decided_on->text()}}));
  }
  return Json::object({{"name", policy.name},
                       {"version", policy.version},
                       {"citation", policy.citation},
                       {"choices", Json::array(choices)}});
}

Json sale_of(const Answer& answer) {
  const rules::Sale* sale = answer.decision.sale;
  if (sale == nullptr) return {};
  const facts::SaleRecord& record = answer.dossier.record(*sale);
  const bool dated = sale->date_readable == rules::Truth::yes;
  return Json::object({{"sale_id", json_of(record.sale_id)},
                       {"product_id", json_of(record.product_id)},
                       {"occurred_on", dated ? Json(sale->day.text()) : Json{}},
                       {"kind", json_of(record.kind)},
                       {"organisation", json_of(record.organisation)}});
}

// The message that the window was last extended by.
Json message_of(const Answer& answer) {
  const rules::Sale* sale = answer.decision.sale;
  if (sale == nullptr || sale->date_readable != rules::Truth::yes) return {};
  const rules::Message* message = window(answer.question, answer.facts, *sale).message;
  if (message == nullptr) return {};
  return Json::object({{"message_id", json_of(answer.dossier.message_id(*message))},
                       {"sent_at", message->sent_at->text()}});
}

Json preference_of(const Answer& answer) {
  const rules::Preference* preference = answer.matter.standing.entry;
  if (preference == nullptr) return {};
  const facts::PreferenceRecord& record = answer.dossier.record(*preference);
  const bool stated = preference->state != rules::State::unknown;
  return Json::object(
      {{"state", stated ? json_of(name(preference->state)) : Json{}},
       {"changed_at", preference->changed_at ? Json(preference->changed_at->text()) : Json{}},
       {"recorded_for", name(record.recorded_for)},
       {"proof", json_of(record.proof)}});
}

Json assessment_of(const Answer& answer) {
  const rules::Assessment* assessment = answer.matter.assessment;
  if (assessment == nullptr) return {};
  const auto due = review_due(*assessment);
  const auto place = static_cast<std::size_t>(assessment - answer.dossier.assessments.data());
  const facts::AssessmentRecord& record = answer.dossier.assessment_records[place];
  return Json::object({{"approved_at", assessment->approved_at->text()},
                       {"approved", json_of(assessment->approved)},
                       {"review_due_on", due ? Json(due->text()) : Json{}},
                       {"category", json_of(record.category)},
                       {"organisation", json_of(record.organisation)}});
}

Json conditions_of(const Answer& answer) {
  std::vector<Json> conditions;
  for (const rules::Finding& finding : explain(answer.matter, answer.dossier.names())) {
    conditions.push_back(Json::object({{"number", static_cast<int>(finding.rule->code)},
                                       {"code", finding.rule->name},
                                       {"met", json_of(finding.met)},
                                       {"requirement", finding.rule->requirement},
                                       {"evidence", finding.evidence},
                                       {"citation", finding.rule->citation}}));
  }
  return Json::array(conditions);
}

void show(const Answer& answer, sqlite::Result result) {
  const auto& expires = answer.decision.expires;
  const Json json = Json::object({{"eligible", answer.decision.eligible()},
                                  {"reason", reason(answer.decision)},
                                  {"basis", json_of(name(answer.decision.basis))},
                                  {"expires_on", expires ? Json(expires->text()) : Json{}},
                                  {"question", question_of(answer)},
                                  {"policy", policy_of(answer)},
                                  {"sale", sale_of(answer)},
                                  {"message", message_of(answer)},
                                  {"preference", preference_of(answer)},
                                  {"assessment", assessment_of(answer)},
                                  {"conditions", conditions_of(answer)}});
  result.json(json.text());
}

}  // namespace

void register_explain(const sqlite::ConnectionPointer& connection) {
  register_function(connection, "soft_optin_explain", 2, 4, sqlite::Purity::reads_tables,
                    [](sqlite::Call& call) { answer(call, show); });
}

}  // namespace softoptin::api
