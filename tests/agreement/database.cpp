#include "database.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "dates.hpp"
#include "rules/text.hpp"

namespace softoptin::agreement {
namespace {

using tests::at;
using tests::is_null;
using tests::Relation;
using tests::Row;
using tests::text_of;

void bind(host::Statement& statement, int place, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bind(place, *text);
  } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    statement.bind(place, *whole);
  } else if (const auto* real = std::get_if<double>(&value)) {
    sqlite3_bind_double(statement.handle(), place, *real);
  } else {
    sqlite3_bind_null(statement.handle(), place);
  }
}

Value value_at(const host::Statement& statement, int column) {
  sqlite3_stmt* row = statement.handle();
  switch (sqlite3_column_type(row, column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(row, column);
    default:
      return statement.shown(column);
  }
}

template <class Known>
Value or_null(const std::optional<Known>& known) {
  Value value;
  if (known) value = *known;
  return value;
}

// The relations that plain.sql reads, and what the contract puts in the place of a column that is
// absent.
struct Completed {
  const char* relation;
  std::vector<std::pair<const char*, const char*>> columns;
};

const std::vector<Completed>& completed() {
  static const std::vector<Completed> all = {
      {"contacts",
       {{"contact_id", ""},
        {"email", "NULL"},
        {"phone", "NULL"},
        {"subscriber", "'individual'"},
        {"country", "NULL"}}},
      {"sales",
       {{"contact_id", ""},
        {"product_id", ""},
        {"occurred_at", ""},
        {"opt_out_offered", ""},
        {"kind", "'sale'"},
        {"express_communication", "NULL"},
        {"collected_directly", "1"},
        {"refused", "0"},
        {"preticked", "0"},
        {"channel", "NULL"},
        {"organisation", "NULL"},
        {"sale_id", "NULL"},
        {"trigger", "NULL"}}},
      {"products",
       {{"product_id", ""},
        {"category", ""},
        {"own", "1"},
        {"commercial", "1"},
        {"organisation", "NULL"},
        {"charity", "0"}}},
      {"preferences",
       {{"contact_id", "NULL"},
        {"address", "NULL"},
        {"state", ""},
        {"changed_at", ""},
        {"channel", "NULL"},
        {"category", "NULL"},
        {"organisation", "NULL"},
        {"preticked", "0"}}},
      {"assessments",
       {{"approved_at", ""},
        {"outcome", ""},
        {"review_due_at", ""},
        {"category", "NULL"},
        {"organisation", "NULL"}}},
      {"similar_categories", {{"category", ""}, {"similar_to", ""}}},
      {"messages",
       {{"contact_id", ""},
        {"channel", ""},
        {"sent_at", ""},
        {"product_id", ""},
        {"opt_out_included", ""},
        {"status", "'sent'"},
        {"organisation", "NULL"}}},
      {"register_checks", {{"register", ""}, {"checked_at", ""}}},
      {"policy_choices",
       {{"jurisdiction", ""}, {"parameter", ""}, {"value", ""}, {"decided_at", ""}}},
      {"settings", {{"name", ""}, {"value", ""}}}};
  return all;
}

std::string view_of(const Completed& completed, const Relation* relation) {
  std::string columns;
  for (const auto& [column, otherwise] : completed.columns) {
    if (!columns.empty()) columns += ", ";
    if (relation == nullptr) {
      columns += std::string{"NULL AS "} + column;
    } else {
      columns += relation->has(column) ? column : std::string{otherwise} + " AS " + column;
    }
  }
  // Whose a message is that names nobody depends on whether it could have.
  if (std::string_view{completed.relation} == "messages") {
    const bool named = relation != nullptr && relation->has("organisation");
    columns += named ? ", 1 AS names_sender" : ", 0 AS names_sender";
  }
  const std::string source = relation == nullptr
                                 ? std::string{" WHERE 0"}
                                 : std::string{" FROM soft_optin_"} + completed.relation;
  return std::string{"CREATE TEMP VIEW "} + completed.relation + " AS SELECT " + columns + source +
         ";\n";
}

}  // namespace

Cells cells_of(const host::Statement& statement) {
  Cells cells;
  for (int column = 0; column < statement.columns(); ++column) {
    cells.push_back(value_at(statement, column));
  }
  return cells;
}

Database::Database(const Imagined& imagined) : imagined_(imagined), database_(":memory:") {
  database_.load_extension();
  database_.run("PRAGMA temp_store = MEMORY");
  database_.run(script(imagined));
  read_back();
  find_subjects();
  resolve_ids();
  create_helpers();
  fill_asked();
  fill_date_readings();
}

Rows Database::ask(const std::string& sql, const Cells& arguments) {
  host::Statement statement(database_.handle(), sql);
  for (std::size_t at = 0; at < arguments.size(); ++at) {
    bind(statement, static_cast<int>(at) + 1, arguments[at]);
  }
  Rows rows;
  while (statement.step()) rows.push_back(cells_of(statement));
  return rows;
}

// What is stored where a column has a type is not always what was written.
void Database::read_back() {
  for (const auto& [name, relation] : imagined_.world.relations) {
    Relation& stored = stored_.relations[name];
    stored.columns = relation.columns;
    for (const Cells& cells : ask("SELECT * FROM soft_optin_" + name)) {
      Row& row = stored.rows.emplace_back();
      for (std::size_t at = 0; at < cells.size(); ++at) row[relation.columns[at]] = cells[at];
    }
  }
}

// The rows whose column equals the value, as SQLite compares the two. (`*` keeps it from reading an
// index, in another order, instead of the rows.)
std::vector<std::size_t> Database::matching(const std::string& relation, const std::string& column,
                                            const Value& value) {
  std::vector<std::size_t> found;
  std::size_t row = 0;
  const std::string sql = "SELECT " + column + " = ?1, * FROM soft_optin_" + relation;
  for (const Cells& cells : ask(sql, {value})) {
    if (cells[0] == Value{std::int64_t{1}}) found.push_back(row);
    ++row;
  }
  return found;
}

void Database::find_subjects() {
  std::map<Value, std::optional<std::size_t>> contacts;
  std::map<Value, std::optional<std::size_t>> products;
  std::map<std::tuple<Value, std::string, Value>, std::int64_t> campaigns;
  const auto first = [&](auto& known, const char* relation, const char* column, const Value& id) {
    const auto [place, added] = known.try_emplace(id);
    if (added) {
      const auto rows = matching(relation, column, id);
      if (!rows.empty()) place->second = rows.front();
    }
    return place->second;
  };
  for (const Question& question : questions()) {
    Subject subject;
    subject.contact = first(contacts, "contacts", "contact_id", question.contact_id);
    subject.product = first(products, "products", "product_id", question.product_id);
    if (subject.product) {
      const auto next = static_cast<std::int64_t>(campaigns.size());
      subject.campaign =
          campaigns.try_emplace({question.product_id, question.channel, question.as_of}, next)
              .first->second;
    }
    subjects_.push_back(subject);
  }
}

constexpr std::int64_t nobody = -1;

std::int64_t number_of(std::size_t row) { return static_cast<std::int64_t>(row) + 1; }

Value Database::product_number(const Value& id) {
  if (is_null(id)) return {};
  const auto rows = matching("products", "product_id", id);
  return rows.empty() ? nobody : number_of(rows.front());
}

void Database::resolve_products() {
  for (const char* relation : {"products", "sales"}) {
    for (Row& row : resolved_.relations[relation].rows) {
      row["product_id"] = product_number(at(row, "product_id"));
    }
  }
}

// One row becomes several where SQLite takes its id for that of several contacts.
void Database::resolve_contacts(const std::string& name) {
  Relation& relation = resolved_.relations[name];
  if (!relation.has("contact_id")) return;
  std::vector<Row> rows;
  std::vector<bool> somebodys(relation.rows.size());
  const auto add = [&](std::size_t row, std::int64_t contact) {
    rows.push_back(relation.rows[row]);
    rows.back()["contact_id"] = contact;
    somebodys[row] = true;
  };
  const auto& contacts = stored_.relation("contacts").rows;
  for (std::size_t contact = 0; contact < contacts.size(); ++contact) {
    for (const auto row : matching(name, "contact_id", at(contacts[contact], "contact_id"))) {
      add(row, number_of(contact));
    }
  }
  for (std::size_t row = 0; row < relation.rows.size(); ++row) {
    if (!somebodys[row]) add(row, nobody);  // It may still be somebody's by its address.
  }
  relation.rows = std::move(rows);
}

void Database::resolve_ids() {
  resolved_ = stored_;
  resolve_products();
  resolve_contacts("sales");
  resolve_contacts("preferences");
  auto& contacts = resolved_.relations["contacts"].rows;
  for (std::size_t row = 0; row < contacts.size(); ++row) {
    Value& id = contacts[row]["contact_id"];
    if (!is_null(id)) id = number_of(row);
  }
  std::erase_if(contacts, [](const Row& row) { return is_null(at(row, "contact_id")); });
  auto& settings = resolved_.relations["settings"].rows;
  for (Row& row : settings) row["name"] = std::string{rules::trimmed(text_of(row["name"]))};
  std::erase_if(settings, [](const Row& row) {
    const std::string name = text_of(at(row, "name"));
    return name == "policy" || name == "time_zone";  // Who asks the core knows of these.
  });
}

void Database::create_helpers() {
  std::string sql =
      "CREATE TEMP TABLE asked"
      " (question INTEGER PRIMARY KEY, contact_id, product_id, channel, as_of, campaign);"
      "CREATE TEMP VIEW campaign AS SELECT campaign, product_id, channel, as_of FROM asked"
      " WHERE campaign IS NOT NULL GROUP BY campaign;"
      "CREATE TEMP TABLE date_readings (written, day, clock, instant);";
  // Before an automatic index SQLite 3.40 has a filter that loses texts which RTRIM alone takes for
  // equal: in joins such as those of plain.sql.
  if (script(imagined_).find("RTRIM") != std::string::npos) sql += "PRAGMA automatic_index = 0;";
  for (const Completed& relation : completed()) {
    const auto found = imagined_.world.relations.find(relation.relation);
    sql += view_of(relation, found == imagined_.world.relations.end() ? nullptr : &found->second);
  }
  database_.run(sql);
}

void Database::fill_asked() {
  host::Statement insert(database_.handle(), "INSERT INTO asked VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  for (std::size_t at = 0; at < questions().size(); ++at) {
    const Question& question = questions()[at];
    const auto& campaign = subjects_[at].campaign;
    bind(insert, 1, static_cast<std::int64_t>(at));
    bind(insert, 2, question.contact_id);
    bind(insert, 3, question.product_id);
    bind(insert, 4, question.channel);
    bind(insert, 5, question.as_of);
    bind(insert, 6, or_null(campaign));
    insert.step();
    insert.reset();
  }
}

void Database::fill_date_readings() {
  std::set<Value> written;
  for (const auto& [relation, column] : std::initializer_list<std::pair<const char*, const char*>>{
           {"sales", "occurred_at"},
           {"preferences", "changed_at"},
           {"assessments", "approved_at"},
           {"assessments", "review_due_at"},
           {"messages", "sent_at"},
           {"register_checks", "checked_at"},
           {"policy_choices", "decided_at"}}) {
    for (const Row& row : stored_.relation(relation).rows) written.insert(at(row, column));
  }
  for (const Question& question : imagined_.questions) written.insert(question.as_of);
  host::Statement insert(database_.handle(), "INSERT INTO date_readings VALUES (?1, ?2, ?3, ?4)");
  for (const Value& value : written) {
    const auto reading = read(value);
    if (!reading) continue;
    bind(insert, 1, value);
    bind(insert, 2, or_null(reading->day));
    bind(insert, 3, or_null(reading->clock));
    bind(insert, 4, or_null(reading->instant));
    insert.step();
    insert.reset();
  }
}

void Database::close() {
  const int code = database_.close();
  if (code != SQLITE_OK) throw host::Error(code, "closing: a statement was left behind");
}

}  // namespace softoptin::agreement
