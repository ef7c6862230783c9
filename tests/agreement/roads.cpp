#include "roads.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "rules/decide.hpp"
#include "rules/rule_book.hpp"
#include "rules/text.hpp"
#include "support/facts_of_world.hpp"
#include "support/host/files.hpp"

namespace softoptin::agreement {
namespace {

using tests::at;
using tests::is_null;
using tests::Row;
using tests::text_of;

Road road(std::string name, const Database& database) {
  Road road{std::move(name), {}};
  road.answers.resize(database.questions().size());
  return road;
}

// From the cells eligible, reason, basis, expires and, where the road tells them, sale_on, policy
// and sale_id. That eligible says another thing than the reason is a reason of its own.
Answer answer_of(std::span<const Value> cells) {
  Answer answer;
  answer.reason = text_of(cells[1]);
  answer.basis = text_of(cells[2]);
  answer.expires = text_of(cells[3]);
  if (cells.size() > 4) answer.sale_on = text_of(cells[4]);
  if (cells.size() > 5) answer.policy = text_of(cells[5]);
  if (cells.size() > 6) answer.sale_id = literal(cells[6]);
  const bool eligible = answer.reason == "eligible";
  if (cells[0] == Value{std::int64_t{eligible ? 1 : 0}}) return answer;
  answer.reason += ", though eligible is " + tests::shown(cells[0]);
  return answer;
}

// Of several sales that are as good, each time another may be named.
bool same(const Answer& one, const Answer& other) {
  return one.reason == other.reason && one.basis == other.basis && one.expires == other.expires &&
         one.sale_on == other.sale_on && one.policy == other.policy;
}

// From rows that begin with the number of their question. Where one is answered several times, the
// last answer stands; if not all were alike, its reason says so.
void take(Road& road, const Rows& rows) {
  const std::string before = ", before ";
  for (const Cells& cells : rows) {
    auto& answer = road.answers[static_cast<std::size_t>(std::get<std::int64_t>(cells[0]))];
    Answer next = answer_of(std::span{cells}.subspan(1));
    if (answer && answer->reason.find(before) != std::string::npos) {
      next.reason = answer->reason;
    } else if (answer && !same(*answer, next)) {
      next.reason += before + shown(*answer);
    }
    answer = std::move(next);
  }
}

// The policy rows as they are written, as a table of its own: the world's own soft_optin_policies
// shows them as the house's choices leave them today.
std::string written_policies() {
  host::Database empty(":memory:");
  empty.load_extension();
  std::string columns;
  host::Statement names(empty.handle(),
                        "SELECT name FROM pragma_table_info('soft_optin_policies')");
  while (names.step()) {
    const std::string name = names.shown(0);
    columns +=
        (columns.empty() ? "" : " || ', ' || ") + ("quote(" + name + ") || ' AS " + name + "'");
  }
  host::Statement rows(empty.handle(), "SELECT group_concat('SELECT ' || " + columns +
                                           ", ' UNION ALL ') FROM soft_optin_policies");
  rows.step();
  return "CREATE TEMP TABLE written_policies AS " + rows.shown(0) + ";\n";
}

// plain.sql prepares tables and then asks; all is one text.
struct PlainSql {
  std::string preparation;
  std::string question;

  PlainSql() {
    const std::string text = host::read_file(SOFTOPTIN_PLAIN_SQL);
    const std::size_t end = text.rfind(";\n", text.size() - 3) + 1;
    preparation = written_policies() + text.substr(0, end);
    question = text.substr(end);
  }
};

// Sees the scan of all sales, which only the pass makes.
int see_the_pass(unsigned /*event*/, void* seen, void* statement, void* /*sql*/) {
  const std::string_view sql = rules::trimmed(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
  const bool scan = sql.starts_with("SELECT ") && sql.ends_with(" FROM soft_optin_sales");
  if (scan) *static_cast<bool*>(seen) = true;
  return 0;
}

// The contacts that can be asked about, in the order of the relation.
std::vector<Value> recorded_ids(const Database& database) {
  std::vector<Value> ids;
  for (const Row& row : database.stored().relation("contacts").rows) {
    if (!is_null(at(row, "contact_id"))) ids.push_back(at(row, "contact_id"));
  }
  return ids;
}

const Row& recorded(const Database& database, std::size_t contact) {
  return database.stored().relation("contacts").rows[contact];
}

// Rows of a table about every contact that it lists: campaign, contact_id, an answer's cells.
Road of_lists(std::string name, const Database& database, const Rows& rows) {
  std::map<std::pair<Value, Value>, const Cells*> listed;
  for (const Cells& cells : rows) {
    if (!listed.try_emplace({cells[0], cells[1]}, &cells).second) {
      throw Contradiction(name + " lists contact " + tests::shown(cells[1]) + " twice");
    }
  }
  Road result = road(std::move(name), database);
  for (std::size_t question = 0; question < result.answers.size(); ++question) {
    const Subject& subject = database.subjects()[question];
    if (!subject.contact || !subject.campaign) continue;
    const Value& id = at(recorded(database, *subject.contact), "contact_id");
    const auto found = listed.find({*subject.campaign, id});
    result.answers[question] = found == listed.end()
                                   ? Answer{std::string{not_listed}, {}, {}, {}, {}, {}}
                                   : answer_of(std::span{*found->second}.subspan(2));
  }
  return result;
}

// Rows of a table about the contact of each question: question, an answer's cells. The table
// compares ids without types: it lists a contact only for the id that is recorded.
Road of_each(std::string name, const Database& database, const Rows& rows) {
  Road result = road(std::move(name), database);
  take(result, rows);
  for (std::size_t question = 0; question < result.answers.size(); ++question) {
    const Subject& subject = database.subjects()[question];
    if (!subject.contact || !subject.campaign || result.answers[question]) continue;
    const Value& id = at(recorded(database, *subject.contact), "contact_id");
    if (!tests::equal(id, database.questions()[question].contact_id)) continue;
    result.answers[question] = Answer{std::string{not_listed}, {}, {}, {}, {}, {}};
  }
  return result;
}

// How often all questions must be asked in one statement so that it changes to the pass, and then
// once more. (It changes after some 50 look-ups, where the relations are small.)
Value rounds(const Database& database, std::size_t calls_a_question) {
  constexpr std::size_t calls_before_the_pass = 64;
  const std::size_t calls =
      calls_a_question * std::max(database.questions().size(), std::size_t{1});
  return static_cast<std::int64_t>(2 + calls_before_the_pass / calls);
}

// `asked` as often as ?1 says.
constexpr std::string_view asked_again =
    "(WITH RECURSIVE round(number) AS"
    " (VALUES (1) UNION ALL SELECT number + 1 FROM round LIMIT ?1) SELECT number FROM round) "
    "CROSS JOIN asked";

// A send list gives no reason. The address on it is to be the recorded one, else that is a reason.
constexpr std::string_view listed_reason = R"(
  CASE WHEN list.address IS (
      SELECT CASE list.channel WHEN 'email' THEN email WHEN 'in_app' THEN NULL ELSE phone END || ''
      FROM contacts WHERE contacts.contact_id = +list.contact_id)
    THEN 'eligible' ELSE 'eligible, to be sent to ' || quote(list.address) END)";

constexpr std::string_view functions = R"(
  soft_optin_eligible(contact_id, product_id, channel, as_of),
  soft_optin_reason(contact_id, product_id, channel, as_of),
  marketing_basis(contact_id, product_id, channel, as_of),
  soft_optin_expires(contact_id, product_id, channel, as_of))";

// The SQL, with the parts in the places of its @.
template <class... Parts>
std::string with(std::string sql, const Parts&... parts) {
  (sql.replace(sql.find('@'), 1, parts), ...);
  return sql;
}

// Whether one policy decides about everyone, in UTC.
bool under_the_baseline(Database& database) {
  return database
      .ask(
          "SELECT 1 FROM settings WHERE lower(trim(name)) IN ('policy', 'time_zone')"
          " AND lower(trim(value)) NOT IN ('baseline', 'utc')")
      .empty();
}

Answer answer_of(const rules::Decision& decision, const Value& sale_id) {
  Answer answer;
  answer.reason = decision.unmet ? rules::name(*decision.unmet) : "eligible";
  answer.basis = rules::name(decision.basis);
  if (decision.expires) answer.expires = decision.expires->text();
  const bool dated = decision.sale != nullptr && decision.sale->date_readable == rules::Truth::yes;
  answer.sale_on = dated ? decision.sale->day.text() : "";
  answer.sale_id = literal(sale_id);
  return answer;
}

}  // namespace

Road plain_sql(Database& database) {
  Road result = road("plain.sql", database);
  static const PlainSql sql;
  database.run(sql.preparation);
  const Rows rows = database.ask(sql.question);
  take(result, rows);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    result.answers[row]->sale_id = text_of(rows[row].back());
  }
  return result;
}

Road core(Database& database) {
  Road result = road("the core", database);
  if (!under_the_baseline(database)) return result;
  tests::World world = database.resolved();
  const auto number = [](const std::optional<std::size_t>& row) {
    return row ? static_cast<std::int64_t>(*row) + 1 : std::int64_t{-2};
  };
  for (std::size_t question = 0; question < result.answers.size(); ++question) {
    const Subject& subject = database.subjects()[question];
    world.ask = {{"contact_id", number(subject.contact)},
                 {"product_id", number(subject.product)},
                 {"channel", database.questions()[question].channel},
                 {"as_of", database.questions()[question].as_of}};
    const tests::FactsOfWorld assembled(world, rules::baseline());
    const rules::Facts facts = assembled.facts();
    const auto decision = rules::decide(rules::consider(assembled.question(), facts));
    result.answers[question] = answer_of(decision, assembled.sale_id(decision.sale));
  }
  return result;
}

Road one_by_one(Database& database) {
  Road result = road("the functions, one by one", database);
  host::Statement statement(database.handle(),
                            with("SELECT question, @ FROM asked WHERE question = ?1", functions));
  constexpr std::size_t every = 4;  // All at once asks by key too, at first.
  for (std::size_t question = 0; question < result.answers.size(); question += every) {
    statement.bind(1, static_cast<std::int64_t>(question));
    while (statement.step()) take(result, {cells_of(statement)});
    statement.reset();
  }
  return result;
}

Repeated all_at_once(Database& database) {
  Repeated result{road("the functions, all at once", database), false};
  constexpr std::size_t functions_a_question = 4;
  sqlite3_trace_v2(database.handle(), SQLITE_TRACE_STMT, see_the_pass, &result.changed_to_the_pass);
  take(result.road, database.ask(with("SELECT question, @ FROM @", functions, asked_again),
                                 {rounds(database, functions_a_question)}));
  sqlite3_trace_v2(database.handle(), 0, nullptr, nullptr);
  return result;
}

Road eligibility(Database& database) {
  Rows all;
  for (const Cells& campaign : database.ask("SELECT * FROM campaign")) {
    const Rows rows = database.ask(R"(
      SELECT ?1, contact_id, eligible, reason, basis, expires_on, sale_on, policy, sale_id
      FROM soft_optin_eligibility(?2, ?3, ?4))",
                                   campaign);
    std::vector<Value> ids;
    for (const Cells& cells : rows) ids.push_back(cells[1]);
    if (ids != recorded_ids(database)) {
      throw Contradiction("soft_optin_eligibility does not list every contact once, in order");
    }
    all.insert(all.end(), rows.begin(), rows.end());
  }
  return of_lists("soft_optin_eligibility", database, all);
}

// A text that the relation has as a number is an error in a table (tests/sql/tables/mistakes.sql).
constexpr std::string_view of_the_same_type = R"(
    NOT (typeof(asked.contact_id) = 'text' AND EXISTS (SELECT 1 FROM soft_optin_contacts AS contact
      WHERE contact.contact_id = asked.contact_id AND typeof(contact.contact_id) <> 'text')))";

Road eligibility_of_one(Database& database) {
  const std::string sql = with(R"(
    SELECT question, eligible, reason, basis, expires_on, sale_on, policy, sale_id
    FROM @ CROSS JOIN
      soft_optin_eligibility(asked.product_id, asked.channel, asked.as_of) AS list
    WHERE list.contact_id = asked.contact_id AND @)",
                               asked_again, of_the_same_type);
  return of_each("soft_optin_eligibility WHERE contact_id =", database,
                 database.ask(sql, {rounds(database, 1)}));
}

Road eligible_alone(Database& database) {
  return of_lists("soft_optin_eligibility WHERE eligible = 1", database, database.ask(R"(
    SELECT campaign, contact_id, eligible, reason, basis, expires_on, sale_on, policy
    FROM campaign, soft_optin_eligibility(campaign.product_id, campaign.channel, campaign.as_of)
    WHERE eligible = 1)"));
}

Road audience(Database& database) {
  return of_lists("soft_optin_audience", database,
                  database.ask(with(R"(
    SELECT campaign, contact_id, 1, @, basis, expires_on, sale_on, policy, sale_id
    FROM campaign,
      soft_optin_audience(campaign.product_id, campaign.channel, campaign.as_of) AS list)",
                                    listed_reason)));
}

Road audience_of_one(Database& database) {
  const std::string sql = with(R"(
    SELECT question, 1, @, basis, expires_on, sale_on, policy, sale_id
    FROM @ CROSS JOIN soft_optin_audience(asked.product_id, asked.channel, asked.as_of) AS list
    WHERE asked.campaign IS NOT NULL AND list.contact_id = asked.contact_id AND @)",
                               listed_reason, asked_again, of_the_same_type);
  return of_each("soft_optin_audience WHERE contact_id =", database,
                 database.ask(sql, {rounds(database, 1)}));
}

std::string shown(const Answer& answer) {
  const auto or_null = [](const std::string& text) { return text.empty() ? "NULL" : text; };
  std::string text =
      answer.reason + ", basis " + or_null(answer.basis) + ", expires " + or_null(answer.expires);
  if (answer.sale_on) text += ", sale of " + or_null(*answer.sale_on);
  if (answer.policy) text += ", policy " + or_null(*answer.policy);
  if (answer.sale_id) text += ", sale_id " + *answer.sale_id;
  return text;
}

}  // namespace softoptin::agreement
