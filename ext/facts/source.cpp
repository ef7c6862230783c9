#include "facts/source.hpp"

#include <set>

#include "facts/meaning.hpp"

namespace softoptin::facts {

using rules::Truth;
using sqlite::Rows;
using sqlite::Statement;
using sqlite::Value;

namespace {

AssessmentRecord assessment_of(const Statement& row) {
  using Review = rules::Assessment::Review;
  AssessmentRecord record;
  record.approved_at = stamp_of(row[assessments::approved_at]);
  record.approved = approved(row[assessments::outcome]);
  if (!row[assessments::review_due_at].is_null()) {
    const auto due = stamp_of(row[assessments::review_due_at]);
    record.review = due ? Review::given : Review::unreadable;
    record.review_due = due;
  }
  record.category = text_or_nothing(row[assessments::category]);
  record.organisation = text_or_nothing(row[assessments::organisation]);
  return record;
}

// Look-ups have shown that each reads the whole relation, when so many have read so many rows.
constexpr std::size_t many_products = 30;
constexpr std::int64_t many_rows = 100'000;

// One more row of the product.
template <class Row>
void add_row(ProductRecord& record, const Row& row) {
  const auto organisation = name_or_nothing(row[products::organisation]);
  const Truth own = truth_of(row[products::own]);
  const Truth commercial = truth_of(row[products::commercial]);
  const Truth charity = truth_of(row[products::charity]);
  Value id = row[products::product_id].copy();
  if (record.exists && organisation != record.organisation) record.several_organisations = true;
  record.organisation = record.several_organisations ? std::nullopt : organisation;
  record.own = record.exists ? rules::both(record.own, own) : own;
  record.commercial = record.exists ? rules::both(record.commercial, commercial) : commercial;
  record.charity = record.exists ? rules::both(record.charity, charity) : charity;
  record.categories.push_back(text_or_nothing(row[products::category]));
  if (!record.exists || id < record.product_id) record.product_id = std::move(id);
  record.exists = true;
}

}  // namespace

Source::Source(sqlite3* db)
    : snapshot_(db),
      settings_(read_settings(snapshot_)),
      policies_(snapshot_, settings_),
      contacts_(find_required(contacts::relation)),
      products_(find_required(products::relation)),
      sales_(find_required(sales::relation)),
      preferences_(find_required(preferences::relation)),
      product_by_id_(products_, "WHERE product_id = ?1") {
  if (policies_.may_roll()) messages_ = find(messages::relation);
  if (messages_ && !messages_->present()) messages_.reset();
  read_assessments();
  read_similar_categories();
}

Layout Source::find(const Relation& relation) const {
  return {snapshot_, relation, settings_.schema};
}

Layout Source::find_required(const Relation& relation) const {
  Layout layout = find(relation);
  layout.require();
  return layout;
}

void Source::read_assessments() {
  if (!settings_.house.require_assessment) return;
  Statement statement = find_required(assessments::relation).prepare();
  while (statement.step()) assessments_.push_back(assessment_of(statement));
}

void Source::read_similar_categories() {
  const Layout layout = find(similar_categories::relation);
  if (!layout.present()) return;
  Statement statement = layout.prepare();
  while (statement.step()) {
    const auto left = name_or_nothing(statement[similar_categories::category]);
    const auto right = name_or_nothing(statement[similar_categories::similar_to]);
    if (left && right) similar_categories_.emplace_back(*left, *right);
  }
}

const ProductRecord& Source::product(const Value& product_id) {
  const auto found = met_products_.find(product_id);
  if (found != met_products_.end()) return found->second;
  if (!every_product_read_ && met_products_.size() >= many_products &&
      product_by_id_.rows_scanned() >= many_rows) {
    every_product_read_ = true;
    read_every_product();
    return product(product_id);
  }
  return met_products_.emplace(product_id, look_up_product(product_id)).first->second;
}

ProductRecord Source::look_up_product(const Value& product_id) {
  ProductRecord record;
  Rows rows{product_by_id_.statement().bind(1, product_id)};
  while (rows.next()) add_row(record, rows);
  return record;
}

// Which ids are equal, 'Lamp' and 'lamp' perhaps, SQLite says: it puts them in order, and counts
// those that are equal. An id that no row has just so is looked up by key as before.
void Source::read_every_product() {
  const std::string some = "WHERE product_id IS NOT NULL ";
  Statement rows = products_.prepare(some + "ORDER BY product_id");
  Statement sizes{snapshot_.db(),
                  "SELECT count(*) FROM " + products_.from() + " " + some +
                      "GROUP BY product_id ORDER BY product_id",
                  std::string{products::relation.name}};
  while (sizes.step()) {
    ProductRecord record;
    std::set<Value> ids;
    for (std::int64_t row = sizes[0].integer(); row > 0; --row) {
      if (!rows.step()) return;  // A view that gives other rows each time.
      add_row(record, rows);
      ids.insert(rows[products::product_id].copy());
    }
    for (const Value& id : ids) met_products_.emplace(id, record);
  }
}

Truth Source::similar(const ProductRecord& asked, const ProductRecord& sold) const {
  if (!asked.exists) return Truth::unknown;
  // "A product is similar to itself, whatever its category."
  if (sold.exists && sold.product_id == asked.product_id) return Truth::yes;
  std::vector<rules::SimilarPair> pairs;
  pairs.reserve(similar_categories_.size());
  for (const auto& [left, right] : similar_categories_) pairs.push_back({left, right});
  return rules::similar(views_of(sold.categories), views_of(asked.categories),
                        settings_.house.similarity_depth, pairs);
}

std::vector<Truth> Source::assessments_cover(const ProductRecord& product) const {
  const auto categories = views_of(product.categories);
  std::vector<Truth> covers;
  covers.reserve(assessments_.size());
  for (const AssessmentRecord& record : assessments_) {
    covers.push_back(rules::both(
        rules::covers_category(view_of(record.category), categories),
        rules::covers_organisation(view_of(record.organisation), view_of(product.organisation))));
  }
  return covers;
}

std::vector<rules::Assessment> Source::assessments_in(const rules::Zone& zone,
                                                      std::span<const Truth> covers) const {
  std::vector<rules::Assessment> judged;
  judged.reserve(assessments_.size());
  for (std::size_t at = 0; at < assessments_.size(); ++at) {
    const AssessmentRecord& record = assessments_[at];
    rules::Assessment assessment;
    if (record.approved_at) assessment.approved_at = record.approved_at->in(zone);
    assessment.approved = record.approved;
    assessment.review = record.review;
    if (record.review_due) assessment.review_due = record.review_due->day_in(zone);
    assessment.covers = covers[at];
    judged.push_back(assessment);
  }
  return judged;
}

}  // namespace softoptin::facts
