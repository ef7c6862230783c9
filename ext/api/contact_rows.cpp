#include "api/contact_rows.hpp"

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
    using Keep = facts::Pass::KeepSaleIds;
    reading_.emplace(connection_.db, wanted.sale_id ? Keep::yes : Keep::no);
  }
  question_ =
      rules::Question{asked.channel, asked.as_of.value_or(reading_->source().snapshot().now())};
  product_exists_ = reading_->source().product(asked.product_id).exists;
  contacts_.reset();
  if (is_null(asked_.contact_id)) {
    reading_->pass();
    contacts_.emplace(reading_->source().contacts());
    at_end_ = !read_next();
  } else {
    read_one();
  }
}

void ContactRows::next() {
  const sqlite::Entered entered{connection_};
  at_end_ = !contacts_ || !read_next();
}

const rules::Policy& ContactRows::policy() const { return *reading_->source().settings().policy; }

void ContactRows::read_one() {
  decide_by_key(asked_.contact_id);
  at_end_ = decision_.unmet == rules::Condition::unknown_contact ||
            (wanted_.eligible_only && !decision_.eligible());
}

bool ContactRows::read_next() {
  while (contacts_->next()) {
    const sqlite::Cell cell = (*contacts_)[facts::contacts::contact_id];
    if (cell.is_null()) continue;  // Nobody can be asked about by NULL.
    facts::Pass* const pass = reading_->pass();
    std::optional<std::uint32_t> contact;
    if (pass != nullptr && cell.type() == SQLITE_INTEGER)
      contact = pass->contacts().find(cell.integer());
    if (pass != nullptr && cell.type() == SQLITE_TEXT) contact = pass->contacts().find(cell.text());
    if (contact) {
      decide_by_pass(*contact);
    } else {
      decide_by_key(cell.copy());
    }
    if (!wanted_.eligible_only || decision_.eligible()) {
      contact_id_ = cell.copy();
      return true;
    }
  }
  return false;
}

void ContactRows::decide_by_pass(std::uint32_t contact) {
  facts::Pass& pass = *reading_->pass();
  facts::Pass::Scratch& scratch = reading_->scratch();
  const rules::Facts facts =
      pass.facts(contact, pass.product(asked_.product_id), asked_.channel, scratch);
  decision_ = decide(consider(*question_, facts));
  keep_sale(decision_.sale);
  if (wanted_.sale_id && decision_.sale != nullptr) {
    sale_id_ = pass.sale_id(contact, *decision_.sale, scratch);
  }
}

void ContactRows::decide_by_key(const Value& contact_id) {
  const facts::Settings& settings = reading_->source().settings();
  const facts::Dossier& dossier =
      reading_->by_key().read(contact_id, asked_.product_id, asked_.channel);
  const rules::Facts facts = dossier.facts(asked_.channel, *settings.policy, settings.house);
  decision_ = decide(consider(*question_, facts));
  keep_sale(decision_.sale);
  if (decision_.sale != nullptr) sale_id_ = dossier.record(*decision_.sale).sale_id;
  if (!dossier.contact) return;
  contact_id_ = dossier.contact->contact_id;
  address_ = dossier.contact->address(rules::address_of(asked_.channel));
}

void ContactRows::keep_sale(const rules::Sale* sale) {
  sale_id_ = Value{};
  sale_on_.reset();
  if (sale != nullptr && sale->date_readable == rules::Truth::yes) sale_on_ = sale->day;
}

Value ContactRows::address() const {
  const rules::Address kind = rules::address_of(asked_.channel);
  if (kind == rules::Address::none) return {};
  if (!contacts_) return address_ ? Value{*address_} : Value{};
  const int place = kind == rules::Address::email ? facts::contacts::email : facts::contacts::phone;
  return contacts_->has(place) ? (*contacts_)[place].copy() : Value{};
}

}  // namespace softoptin::api
