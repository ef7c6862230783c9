#include "facts/reading.hpp"

#include <string>
#include <vector>

#include "facts/writers.hpp"

namespace softoptin::facts {
namespace {

// A question by key costs about as much as reading so many rows in a pass (measured, tests/bench).
constexpr std::int64_t rows_a_lookup = 120;
// The share of the pass's cost that look-ups may cost before the road changes.
constexpr std::int64_t share = 10;
// When the road is thought over, in rows paid for: after some 50 look-ups, then after some 1,000,
// then when the share is reached.
constexpr std::int64_t first_thought = 50 * rows_a_lookup;
constexpr std::int64_t second_thought = 1'000 * rows_a_lookup;

std::optional<std::uint32_t> find(const ContactIndex& contacts, const sqlite::Value& contact_id) {
  if (const auto* integer = std::get_if<std::int64_t>(&contact_id)) return contacts.find(*integer);
  if (const auto* text = std::get_if<std::string>(&contact_id)) {
    return contacts.find(std::string_view{*text});
  }
  return std::nullopt;
}

}  // namespace

Reading::Reading(sqlite3* db, Pass::Keep keep)
    : source_(db), by_key_(source_), keep_(keep), next_thought_(first_thought) {}

rules::Decision Reading::decide(const sqlite::Value& contact_id, const sqlite::Value& product_id,
                                const Asking& asking) {
  if (const auto place = place_in_pass(contact_id)) {
    return pass_->decide(*place, pass_->product(product_id), asking, scratch_);
  }
  const Dossier& dossier = by_key_.read(contact_id, product_id, asking);
  return rules::decide(rules::consider(*dossier.question, dossier.facts(source_.settings().house)));
}

bool Reading::eligible(const sqlite::Value& contact_id, const sqlite::Value& product_id,
                       const Asking& asking) {
  if (!pass_ && (narrow_pass_ || change_is_due())) {
    Pass* const narrow = pass_for_eligible(product_id, asking);
    const auto place = narrow != nullptr ? find(narrow->contacts(), contact_id) : std::nullopt;
    if (place) {
      const Pass::Product& product = narrow->product(product_id);
      return narrow->may_be_eligible(*place, product, asking) &&
             narrow->decide(*place, product, asking, scratch_).eligible();
    }
  }
  return decide(contact_id, product_id, asking).eligible();
}

void Reading::expect(std::span<const sqlite::Value> contact_ids) {
  if (!pass_) return;
  for (const sqlite::Value& id : contact_ids) {
    if (const auto* integer = std::get_if<std::int64_t>(&id)) pass_->contacts().prefetch(*integer);
  }
  expected_.clear();
  for (const sqlite::Value& id : contact_ids) {
    if (const auto place = find(pass_->contacts(), id)) expected_.push_back(*place);
  }
  pass_->expect(expected_);
}

std::optional<std::uint32_t> Reading::place_in_pass(const sqlite::Value& contact_id) {
  if (!pass_ && change_is_due()) pass();
  // An id that the pass does not have may still be one to SQLite, '42' for 42: hence by key.
  const auto place = pass_ ? find(pass_->contacts(), contact_id) : std::nullopt;
  if (!place) ++looked_up_;
  return place;
}

Pass* Reading::pass() {
  if (!pass_tried_) {
    pass_tried_ = true;
    narrow_pass_.reset();
    pass_ = Pass::take(source_, keep_);
  }
  return pass_.get();
}

Pass* Reading::pass_for_eligible(const sqlite::Value& product_id, const Asking& asking) {
  if (pass_tried_) return pass_.get();
  if (narrow_question_) return is_narrow_question(product_id, asking) ? narrow_pass_.get() : pass();
  narrow_question_ = {product_id, asking};
  narrow_pass_ = Pass::take_narrow(source_, keep_, {source_.product(product_id), asking});
  return narrow_pass_.get();
}

bool Reading::is_narrow_question(const sqlite::Value& product_id, const Asking& asking) const {
  const auto& [of_product, then] = *narrow_question_;
  return of_product == product_id && then.channel == asking.channel &&
         rules::Stamp::packed(then.as_of) == rules::Stamp::packed(asking.as_of);
}

std::int64_t Reading::rows_paid_for() const {
  return looked_up_ * rows_a_lookup + by_key_.rows_scanned();
}

bool Reading::change_is_due() {
  if (pass_tried_ || !pass_is_due()) return false;
  std::vector<std::string> reads;
  for (const Layout* layout : large_relations()) reads.push_back(layout->select());
  if (const Layout* messages = source_.messages()) reads.push_back(messages->select());
  if (!written_meanwhile(source_.snapshot().db(), reads)) return true;
  pass_tried_ = true;
  return false;
}

bool Reading::pass_is_due() {
  const std::int64_t paid = rows_paid_for();
  if (paid < next_thought_) return false;
  if (paid < second_thought) {
    // Early on only small relations are worth a pass; counting stops as soon as they are not small.
    next_thought_ = second_thought;
    const std::int64_t small = share * first_thought;
    return count_rows(small) < small;
  }
  if (!rows_) rows_ = count_rows(std::nullopt);
  next_thought_ = *rows_ / share;
  return paid >= next_thought_;
}

std::array<const Layout*, 3> Reading::large_relations() const {
  return {&source_.contacts(), &source_.sales(), &source_.preferences()};
}

// The rows of the large relations together; with a limit, counted no further than that.
std::int64_t Reading::count_rows(std::optional<std::int64_t> limit) const {
  std::int64_t rows = 0;
  for (const Layout* layout : large_relations()) {
    const std::string& all = layout->from();
    const std::string some = "(SELECT 1 FROM " + all + " LIMIT ?1)";
    sqlite::Statement count{layout->db(), "SELECT count(*) FROM " + (limit ? some : all), all};
    if (limit) count.bind(1, *limit - rows);
    count.step();
    rows += count[0].integer();
    if (limit && rows >= *limit) break;
  }
  return rows;
}

}  // namespace softoptin::facts
