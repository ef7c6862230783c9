#include "api/contact_rows.hpp"

#include "api/answer.hpp"
#include "facts/meaning.hpp"
#include "rules/rule_book.hpp"

namespace softoptin::api {

using sqlite::Value;

void ContactRows::start(const Asked& asked, const Wanted& wanted) {
  const sqlite::Entered entered{connection_};
  asked_ = asked;
  wanted_ = wanted;
  at_end_ = false;
  if (!reading_) {
    reading_.emplace(connection_.db,
                     facts::Pass::Keep{wanted.sale_id, wanted.address, wanted.window});
    heartbeat_.emplace(connection_.db);
  }
  asking_.emplace(asking_of(*reading_, asked));
  product_exists_ = reading_->source().product(asked.product_id).exists;
  contacts_.reset();
  next_contact_ = 0;
  next_candidate_ = 0;
  expected_.clear();
  if (is_null(asked_.contact_id)) {
    pass_ = wanted.eligible_only ? reading_->pass_for_eligible(asked.product_id, *asking_)
                                 : reading_->pass();
    if (pass_ != nullptr && wanted.eligible_only) {
      candidates_ = pass_->candidates(pass_->product(asked.product_id), *asking_);
    }
    if (pass_ == nullptr) contacts_.emplace(reading_->source().contacts());
    read_next();
  } else {
    read_one();
  }
}

void ContactRows::next() {
  const sqlite::Entered entered{connection_};
  if (is_null(asked_.contact_id)) {
    read_next();
  } else {
    at_end_ = true;
  }
}

void ContactRows::read_one() {
  if (const auto place = reading_->place_in_pass(asked_.contact_id)) {
    facts::Pass& pass = *reading_->pass();
    decide_by_pass(pass, pass.product(asked_.product_id), *place);
    contact_id_ = asked_.contact_id;
    address_.reset();
    if (wanted_.address && wanted(decision_)) {
      const auto record = reading_->by_key().contact(contact_id_);
      if (record) address_ = record->address(rules::address_of(asked_.channel));
    }
  } else {
    decide_by_key(asked_.contact_id);
    require_same_type(asked_.contact_id, contact_id_);
  }
  at_end_ = decision_.unmet == rules::Condition::unknown_contact || !wanted(decision_);
}

void ContactRows::read_next() {
  at_end_ = pass_ == nullptr ? !read_next_by_key() : !read_next_of_pass(*pass_);
}

bool ContactRows::read_next_of_pass(facts::Pass& pass) {
  const auto& product = pass.product(asked_.product_id);
  while (true) {
    heartbeat_->beat();
    const auto contact = wanted_.eligible_only ? next_candidate(pass) : next_contact(pass);
    if (!contact) return false;
    decide_by_pass(pass, product, *contact);
    if (!wanted(decision_)) continue;
    contact_id_ = pass.contacts().id(*contact);
    if (wanted_.address) read_address(*contact);
    return true;
  }
}

std::optional<std::uint32_t> ContactRows::next_contact(const facts::Pass& pass) {
  if (next_contact_ == pass.contacts().size()) return std::nullopt;
  return next_contact_++;
}

// They lie apart in memory, so that each would be waited for: some are asked for together.
std::optional<std::uint32_t> ContactRows::next_candidate(const facts::Pass& pass) {
  constexpr std::size_t together = 32;
  if (next_candidate_ == expected_.size()) {
    expected_.clear();
    next_candidate_ = 0;
    while (expected_.size() < together && next_contact_ < pass.contacts().size()) {
      const auto candidate = candidates_.first_from(next_contact_);
      if (candidate) expected_.push_back(*candidate);
      next_contact_ = candidate ? *candidate + 1 : pass.contacts().size();
    }
    if (expected_.empty()) return std::nullopt;
    pass.expect(expected_);
  }
  return expected_[next_candidate_++];
}

void ContactRows::read_address(std::uint32_t contact) {
  const rules::Address kind = rules::address_of(asked_.channel);
  address_.reset();
  if (kind == rules::Address::none) return;
  if (const auto text = pass_->address(contact, kind)) {
    if (!text->empty()) address_ = *text;
  } else if (const auto record = reading_->by_key().contact(contact_id_)) {
    address_ = record->address(kind);
  }
}

bool ContactRows::read_next_by_key() {
  while (contacts_->next()) {
    const sqlite::Cell contact_id = (*contacts_)[facts::contacts::contact_id];
    if (contact_id.is_null()) continue;  // Nobody can be asked about by NULL.
    decide_by_key(contact_id.copy());
    if (wanted(decision_)) return true;
  }
  return false;
}

void ContactRows::decide_by_pass(const facts::Pass& pass, const facts::Pass::Product& product,
                                 std::uint32_t contact) {
  facts::Pass::Scratch& scratch = reading_->scratch();
  const rules::Facts facts = pass.facts(contact, product, *asking_, scratch);
  policy_ = &facts.policy;
  decision_ = decide(consider(*scratch.question, facts));
  keep_sale(decision_.sale);
  if (wanted_.sale_id && decision_.sale != nullptr) {
    sale_id_ = pass.sale_id(contact, *decision_.sale, scratch);
  }
}

void ContactRows::decide_by_key(const Value& contact_id) {
  const facts::Dossier& dossier = reading_->by_key().read(contact_id, asked_.product_id, *asking_);
  policy_ = dossier.policy;
  const rules::Facts facts = dossier.facts(reading_->source().settings().house);
  decision_ = decide(consider(*dossier.question, facts));
  keep_sale(decision_.sale);
  if (decision_.sale != nullptr) sale_id_ = dossier.record(*decision_.sale).sale_id;
  contact_id_ = dossier.contact ? dossier.contact->contact_id : Value{};
  if (!dossier.contact) return;
  address_ = dossier.contact->address(rules::address_of(asked_.channel));
}

void ContactRows::keep_sale(const rules::Sale* sale) {
  sale_id_ = Value{};
  sale_on_.reset();
  if (sale != nullptr && sale->date_readable == rules::Truth::yes) sale_on_ = sale->day;
}

Value ContactRows::address() const { return address_ ? Value{*address_} : Value{}; }

}  // namespace softoptin::api
