// Rows: questions about whole rows and about how the relations match, each answered inside SQLite.
#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "facts/address_sql.hpp"
#include "facts/check/list.hpp"

namespace softoptin::facts::check {
namespace {

using enum Severity;

struct Needed {
  const Relation* relation;
  std::string_view column;
};

// One line of the list. The SQL gives one row: how many, and the id of one of them. In it the
// relations stand by their names (a column that is absent holds its default), and email(x) and
// phone(x) are the form in which addresses are compared.
struct RowCheck {
  const Relation* relation;  // That the finding is about.
  Severity severity;
  std::string_view code;
  std::string_view sql;
  std::string_view what_to_do;
  std::array<Needed, 3> needs;
};

// The LIMIT keeps SQLite from asking about addresses, which is dear, before it knows who is left.
constexpr std::string_view matches_no_contact =
    "SELECT said.contact_id AS contact_id, said.address AS address"
    " FROM soft_optin_preferences AS said LEFT JOIN soft_optin_contacts AS known"
    " ON known.contact_id = +said.contact_id"
    " WHERE said.contact_id IS NOT NULL AND known.contact_id IS NULL LIMIT -1";

// Of the relation that defines the id. A collation of its own decides what is the same.
constexpr std::string_view ids_that_differ_by_case =
    "SELECT sum(ids), min(id) FROM"
    " (SELECT count(DISTINCT {id}) AS ids, min({id}) AS id FROM {relation}"
    " WHERE typeof({id}) = 'text' GROUP BY lower(trim({id})) HAVING count(DISTINCT {id}) > 1)";

// Words for a sale that was undone; of the other kinds that never qualify none was ever a sale.
constexpr std::string_view is_cancelled =
    "lower(trim(kind)) IN ('cancelled', 'canceled', 'cancellation', 'refund', 'refunded', 'return',"
    " 'returned', 'void', 'voided', 'chargeback')";

const std::array row_checks = {
    RowCheck{
        &contacts::relation,
        error,
        "duplicate_contact_id",
        "SELECT sum(copies), min(contact_id) FROM (SELECT contact_id, count(*) AS copies"
        " FROM soft_optin_contacts WHERE contact_id IS NOT NULL"
        " GROUP BY contact_id HAVING count(*) > 1)",
        "Make contact_id unique in soft_optin_contacts, one row for each: a question about one "
        "of these contacts is an error, and a send list always.",
        {{{&contacts::relation, "contact_id"}}}},
    RowCheck{&contacts::relation,
             note,
             "ids_differ_by_case",
             "{ids_that_differ_by_case}",
             "Write contact_id alike everywhere, perhaps as lower(trim(...)): these ids differ in "
             "upper and lower case or blanks alone, and count as different contacts, so that what "
             "the one has said is not heard for the other.",
             {{{&contacts::relation, "contact_id"}}}},
    RowCheck{&contacts::relation,
             note,
             "no_address",
             "SELECT count(*), min(contact_id) FROM soft_optin_contacts"
             " WHERE coalesce(trim(email), '') = '' AND coalesce(phone(phone), '') = ''",
             "Add an address where you have one: these contacts have neither email nor phone, and "
             "can be reached by in_app alone.",
             {{{&contacts::relation, "contact_id"}}}},
    RowCheck{&sales::relation,
             warning,
             "unknown_contact",
             "SELECT count(*), min(sold.contact_id) FROM soft_optin_sales AS sold"
             " LEFT JOIN soft_optin_contacts AS known ON known.contact_id = +sold.contact_id"
             " WHERE sold.contact_id IS NOT NULL AND known.contact_id IS NULL",
             "Write contact_id in soft_optin_sales as in soft_optin_contacts, or leave these sales "
             "out: they are of contacts that are not there.",
             {{{&sales::relation, "contact_id"}, {&contacts::relation, "contact_id"}}}},
    RowCheck{
        &sales::relation,
        warning,
        "unknown_product",
        "SELECT count(*), min(sold.product_id) FROM soft_optin_sales AS sold"
        " LEFT JOIN soft_optin_products AS known ON known.product_id = +sold.product_id"
        " WHERE sold.product_id IS NOT NULL AND known.product_id IS NULL",
        "Add what was sold to soft_optin_products, with its category, also where it is sold no "
        "more: until then these sales are similar to nothing.",
        {{{&sales::relation, "product_id"}, {&products::relation, "product_id"}}}},
    RowCheck{&sales::relation,
             warning,
             "cancellation_beside_sale",
             "SELECT CASE WHEN 2 * sum(of_a_sale) > count(*) THEN sum(of_a_sale) ELSE 0 END,"
             " min(CASE WHEN of_a_sale THEN sale_id END)"
             " FROM (SELECT sale_id, (contact_id, product_id) IN"
             "   (SELECT contact_id, product_id FROM soft_optin_sales"
             "    WHERE lower(trim(kind)) = 'sale' AND (contact_id, product_id) IN"
             "     (SELECT contact_id, product_id FROM soft_optin_sales WHERE {is_cancelled}))"
             "   AS of_a_sale"
             // LIMIT: else SQLite makes the list of sales once for each use of of_a_sale.
             "  FROM soft_optin_sales WHERE {is_cancelled} AND contact_id IS NOT NULL LIMIT -1)",
             "Write cancelled in kind of the sale that was cancelled, not of a row beside it: most "
             "cancellations are rows of their own, beside a sale of the same product to the same "
             "contact, and that sale still counts.",
             {{{&sales::relation, "kind"}}}},
    RowCheck{&products::relation,
             note,
             "ids_differ_by_case",
             "{ids_that_differ_by_case}",
             "Write product_id alike everywhere, perhaps as lower(trim(...)): these ids differ in "
             "upper and lower case or blanks alone, and count as different products.",
             {{{&products::relation, "product_id"}}}},
    RowCheck{&preferences::relation,
             error,
             "nobody_said_it",
             "SELECT count(*), NULL FROM soft_optin_preferences"
             " WHERE contact_id IS NULL AND coalesce(trim(address), '') = ''",
             "Write in contact_id or address who said it: without both the row counts for nobody.",
             {{{&preferences::relation, "state"}}}},
    RowCheck{
        &preferences::relation,
        warning,
        "unknown_contact",
        "SELECT count(*), min(contact_id) FROM ({matches_no_contact})"
        " WHERE coalesce(email(address) NOT IN"
        "  (SELECT email(email) FROM soft_optin_contacts WHERE trim(email) <> ''), 1)"
        " AND (address LIKE '%@%' OR coalesce(phone(address) NOT IN"
        "  (SELECT phone(phone) FROM soft_optin_contacts WHERE phone <> ''), 1))",
        "Write contact_id in soft_optin_preferences as in soft_optin_contacts: what these people "
        "have said is heard for no contact.",
        {{{&preferences::relation, "contact_id"}, {&contacts::relation, "contact_id"}}}},
    RowCheck{&preferences::relation,
             note,
             "unknown_address",
             "SELECT count(*), NULL FROM soft_optin_preferences WHERE contact_id IS NULL"
             " AND trim(address) <> ''"
             " AND email(address) NOT IN"
             "  (SELECT email(email) FROM soft_optin_contacts WHERE trim(email) <> '')"
             " AND (address LIKE '%@%' OR phone(address) NOT IN"
             "  (SELECT phone(phone) FROM soft_optin_contacts WHERE phone <> ''))",
             "Leave these preferences where they are if the addresses are of people who are no "
             "contacts (yet), and correct address where it is misspelt: no contact has it.",
             {{{&preferences::relation, "address"}, {&contacts::relation, "contact_id"}}}},
    RowCheck{
        &messages::relation,
        note,
        "unknown_contact",
        "SELECT count(*), min(sent.contact_id) FROM soft_optin_messages AS sent"
        " LEFT JOIN soft_optin_contacts AS known ON known.contact_id = +sent.contact_id"
        " WHERE sent.contact_id IS NOT NULL AND known.contact_id IS NULL",
        "Write contact_id in soft_optin_messages as in soft_optin_contacts: these messages went "
        "to contacts that are not there, so that none of them is found lawful.",
        {{{&messages::relation, "contact_id"}, {&contacts::relation, "contact_id"}}}},
    RowCheck{
        &messages::relation,
        note,
        "unknown_product",
        "SELECT count(*), min(sent.product_id) FROM soft_optin_messages AS sent"
        " LEFT JOIN soft_optin_products AS known ON known.product_id = +sent.product_id"
        " WHERE sent.product_id IS NOT NULL AND known.product_id IS NULL",
        "Add what was advertised to soft_optin_products, also where it is sold no more: these "
        "messages are about products that are not there, so that none of them is found lawful.",
        {{{&messages::relation, "product_id"}, {&products::relation, "product_id"}}}},
};

// What stands for a relation in the SQL: itself, or where the SQL names a column that is absent, a
// SELECT of every column of the contract under its name.
std::string stand_in(const Found& found, const std::string& used_by) {
  bool all_there = true;
  std::string sql;
  for (const Column& column : found.relation->columns) {
    const bool there = found.has(column.name);
    if (!there && used_by.find(column.name) != std::string::npos) all_there = false;
    sql += sql.empty() ? "(SELECT " : ", ";
    if (!there) sql += std::string{column.in_its_place} + " AS ";
    sql += column.name;
  }
  return all_there ? found.from : sql + " FROM " + found.from + ")";
}

void replace_all(std::string& sql, std::string_view name, std::string_view with) {
  for (auto at = sql.find(name); at != std::string::npos; at = sql.find(name, at + with.size())) {
    sql.replace(at, name.size(), with);
  }
}

// Writes out form(column) for each column that occurs: the left side of the comparison that the
// readers make.
void write_out_addresses(std::string& sql) {
  for (const std::string column : {"email", "phone", "address"}) {
    const std::string email = same_email(column);
    const std::string phone = same_phone(column);
    replace_all(sql, "email(" + column + ")", email.substr(0, email.find(" = ")));
    replace_all(sql, "phone(" + column + ")", phone.substr(0, phone.find(" = ")));
  }
}

std::string written_out(const RowCheck& check, const Ground& ground) {
  std::string sql{check.sql};
  replace_all(sql, "{matches_no_contact}", matches_no_contact);
  replace_all(sql, "{is_cancelled}", is_cancelled);
  replace_all(sql, "{ids_that_differ_by_case}", ids_that_differ_by_case);
  replace_all(sql, "{id}", check.needs.front().column);
  replace_all(sql, "{relation}", check.relation->name);
  write_out_addresses(sql);
  for (const Relation* relation : relations) {
    if (sql.find(relation->name) == std::string::npos) continue;
    replace_all(sql, relation->name, stand_in(ground[*relation], sql));
  }
  return sql;
}

bool can_be_asked(const RowCheck& check, const Ground& ground) {
  return std::ranges::all_of(check.needs, [&](const Needed& needed) {
    return needed.relation == nullptr ||
           (ground[*needed.relation].complete() && ground.has(*needed.relation, needed.column));
  });
}

void ask(const RowCheck& check, Ground& ground) {
  sqlite::Statement answer = ground.prepare(written_out(check, ground), *check.relation);
  if (!answer.step() || answer[0].integer() == 0) return;
  ground.add({check.severity, check.relation->name, check.code, answer[0].integer(),
              answer[1].copy(), std::string{check.what_to_do}});
}

}  // namespace

void check_rows(Ground& ground) {
  for (const RowCheck& check : row_checks) {
    if (!can_be_asked(check, ground)) continue;
    ground.reading(*check.relation, [&] { ask(check, ground); });
  }
}

}  // namespace softoptin::facts::check
