#include "facts/reading.hpp"

#include "facts/writers.hpp"

namespace softoptin::facts {
namespace {

// A question by key costs about as much as reading so many rows in a pass (measured, tests/bench).
constexpr std::int64_t rows_a_lookup = 20;
// The share of the pass's cost that look-ups may cost before the road changes.
constexpr std::int64_t share = 5;

std::optional<std::uint32_t> find(const ContactIndex& contacts, const sqlite::Value& contact_id) {
  if (const auto* integer = std::get_if<std::int64_t>(&contact_id)) return contacts.find(*integer);
  if (const auto* text = std::get_if<std::string>(&contact_id)) {
    return contacts.find(std::string_view{*text});
  }
  return std::nullopt;
}

}  // namespace

rules::Decision Reading::decide(const sqlite::Value& contact_id, const sqlite::Value& product_id,
                                const rules::Question& question) {
  if (!pass_) change_road_if_due();
  // An id that the pass does not have may still be one to SQLite, '42' for 42: hence by key.
  const auto contact = pass_ ? find(pass_->contacts(), contact_id) : std::nullopt;
  if (!contact) return decide_by_key(contact_id, product_id, question);
  const rules::Facts facts =
      pass_->facts(*contact, pass_->product(product_id), question.channel, scratch_);
  return rules::decide(rules::consider(question, facts));
}

rules::Decision Reading::decide_by_key(const sqlite::Value& contact_id,
                                       const sqlite::Value& product_id,
                                       const rules::Question& question) {
  ++looked_up_;
  const Settings& settings = source_.settings();
  const rules::Facts facts = by_key_.read(contact_id, product_id, question.channel)
                                 .facts(question.channel, *settings.policy, settings.house);
  return rules::decide(rules::consider(question, facts));
}

Pass* Reading::pass() {
  if (!pass_tried_) {
    pass_tried_ = true;
    pass_ = Pass::take(source_, keep_sale_ids_);
  }
  return pass_.get();
}

std::int64_t Reading::rows_paid_for() const {
  return looked_up_ * rows_a_lookup + by_key_.rows_scanned();
}

void Reading::change_road_if_due() {
  if (pass_tried_ || rows_paid_for() < next_thought_) return;
  next_thought_ = 2 * rows_paid_for();
  if (as_many_rows_as(share * rows_paid_for())) return;
  const Layout* const layouts[] = {&source_.contacts(), &source_.sales(), &source_.preferences()};
  std::vector<std::string> reads;
  for (const Layout* layout : layouts) reads.push_back(layout->select());
  if (written_meanwhile(source_.snapshot().db(), reads)) {
    pass_tried_ = true;
    return;
  }
  pass();
}

// Whether the relations have so many rows together; costs no more than counting to the limit.
bool Reading::as_many_rows_as(std::int64_t limit) {
  for (const Layout* layout : {&source_.contacts(), &source_.sales(), &source_.preferences()}) {
    sqlite::Statement count{layout->db(),
                            "SELECT count(*) FROM (SELECT 1 FROM " + layout->from() + " LIMIT ?1)",
                            layout->from()};
    count.bind(1, limit).step();
    limit -= count[0].integer();
    if (limit <= 0) return true;
  }
  return false;
}

}  // namespace softoptin::facts
