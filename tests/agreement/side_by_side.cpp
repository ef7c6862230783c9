#include "side_by_side.hpp"

#include <utility>

namespace softoptin::agreement {
namespace {

void add_columns(tests::World& world, const std::string& relation,
                 const std::vector<std::string>& more) {
  auto& columns = world.relations[relation].columns;
  columns.insert(columns.end(), more.begin(), more.end());
}

void add_what_national_policies_read(tests::World& world) {
  add_columns(world, "contacts", {"phone", "subscriber", "country"});
  add_columns(world, "sales", {"trigger"});
  add_columns(world, "products", {"charity"});
  add_columns(world, "messages",
              {"contact_id", "channel", "sent_at", "product_id", "status", "opt_out_included",
               "organisation"});
  add_columns(world, "register_checks", {"register", "checked_at"});
  add_columns(world, "policy_choices",
              {"jurisdiction", "parameter", "value", "reason", "decided_by", "decided_at"});
}

}  // namespace

std::vector<Row> each_combination(const std::vector<std::pair<std::string, Values>>& columns) {
  std::vector<Row> rows(1);
  for (const auto& [column, values] : columns) {
    std::vector<Row> longer;
    for (const Row& row : rows) {
      for (const Value& value : values) {
        longer.push_back(row);
        longer.back()[column] = value;
      }
    }
    rows = std::move(longer);
  }
  return rows;
}

Row with(Row row, const Row& otherwise) {
  for (const auto& [column, value] : otherwise) row[column] = value;
  return row;
}

SideBySide::SideBySide(const Settings& settings) {
  add_columns(empty_.world, "contacts", {"contact_id", "email"});
  add_columns(
      empty_.world, "sales",
      {"contact_id", "product_id", "occurred_at", "kind", "express_communication", "channel",
       "preticked", "refused", "sale_id", "collected_directly", "opt_out_offered", "organisation"});
  add_columns(empty_.world, "products",
              {"product_id", "category", "own", "commercial", "organisation"});
  add_columns(
      empty_.world, "preferences",
      {"contact_id", "address", "state", "changed_at", "category", "preticked", "organisation"});
  add_columns(empty_.world, "assessments", {"approved_at", "outcome", "review_due_at", "category"});
  add_columns(empty_.world, "similar_categories", {"category", "similar_to"});
  add_columns(empty_.world, "settings", {"name", "value"});
  if (settings.contains("policy")) add_what_national_policies_read(empty_.world);
  for (const auto& [name, value] : settings) {
    empty_.world.relations["settings"].rows.push_back({{"name", name}, {"value", value}});
  }
  full_ = empty_;
}

std::int64_t SideBySide::next() {
  if (++number_ % in_one_database == 0) examine_all();
  return number_;
}

void SideBySide::add_contact(const Value& id, const Row& otherwise) {
  const Row someone = {{"contact_id", id}, {"email", "c" + tests::text_of(id) + "@x.org"}};
  add("contacts", with(someone, otherwise));
}

void SideBySide::add_product(const Value& id, const Value& category, const Row& otherwise) {
  const Row own = {{"product_id", id}, {"category", category}, {"own", yes}, {"commercial", yes}};
  add("products", with(own, otherwise));
}

void SideBySide::add_sale(const Value& contact, const Value& product, const Row& otherwise) {
  const Row lawful = {
      {"contact_id", contact}, {"product_id", product},        {"occurred_at", "2026-03-01"},
      {"kind", "sale"},        {"express_communication", yes}, {"preticked", no},
      {"refused", no},         {"collected_directly", yes},    {"opt_out_offered", yes},
      {"sale_id", sales_++}};
  add("sales", with(lawful, otherwise));
}

void SideBySide::add_general_approval() {
  add("assessments", {{"approved_at", "2026-01-10"}, {"outcome", "approved"}});
}

void SideBySide::ask(const Value& contact, const Value& product, const Values& days,
                     const std::string& channel) {
  for (const Value& as_of : days) full_.questions.push_back({contact, product, channel, as_of});
}

void SideBySide::examine_all() {
  const Imagined full = std::exchange(full_, empty_);
  if (databases_++ % SOFTOPTIN_SMALL_WORLDS_STEP != 0) return;
  Tally tally;
  const auto found = examine(full, tally);
  if (found && !testing::Test::HasFailure()) ADD_FAILURE() << in_short(full, *found);
}

}  // namespace softoptin::agreement
