#include "facts/dossier.hpp"

#include "rules/preferences.hpp"

namespace softoptin::facts {
namespace {

// What was recorded, as evidence says it.
std::string recorded(const MaybeText& text) { return text ? *text : "not known"; }

std::string name_of_sale(const Dossier& dossier, const rules::Sale& sale) {
  const SaleRecord& record = dossier.record(sale);
  std::string name = sale.kind == rules::Kind::negotiation    ? "negotiation"
                     : sale.kind == rules::Kind::free_account ? "free account"
                                                              : "sale";
  if (!is_null(record.sale_id)) name += " " + text_of(record.sale_id);
  if (sale.date_readable == rules::Truth::yes) name += " of " + sale.day.text();
  return name;
}

std::string organisations_of(const Dossier& dossier, const rules::Sale& sale) {
  const MaybeText& seller = dossier.record(sale).organisation;
  const MaybeText& owner = dossier.product->organisation;
  if (dossier.product->several_organisations) {
    return "seller is " + recorded(seller) + ", the product's rows name several organisations";
  }
  if (!seller && !owner) return "one organisation: neither seller nor product names one";
  return "seller is " + recorded(seller) + ", the product's organisation is " + recorded(owner);
}

std::string name_of_preference(const Dossier& dossier, const rules::Preference& preference) {
  const PreferenceRecord& record = dossier.record(preference);
  const bool stated = preference.state != rules::State::unknown;
  std::string name =
      stated ? std::string{rules::name(preference.state)} : "a preference without a state";
  name +=
      preference.changed_at ? " of " + preference.changed_at->text() : ", its date not readable,";
  name += " for " + std::string{facts::name(record.recorded_for)};
  if (record.proof) name += " (proof: " + *record.proof + ")";
  return name;
}

std::string name_of_assessment(const Dossier& dossier, const rules::Assessment& assessment) {
  const auto place = static_cast<std::size_t>(&assessment - dossier.assessments.data());
  const AssessmentRecord& record = dossier.assessment_records[place];
  std::string name = "assessment of " + assessment.approved_at->day.text();
  if (record.category) name += " for category " + *record.category;
  if (record.organisation) name += " for organisation " + *record.organisation;
  if (assessment.approved == rules::Truth::unknown) return name + ", without an outcome";
  return name + (assessment.approved == rules::Truth::yes ? ", approved" : ", not approved");
}

}  // namespace

rules::Truth ProductRecord::is_of(const MaybeText& seller) const {
  if (!exists || several_organisations) return rules::Truth::unknown;
  return rules::same_organisation(view_of(seller), view_of(organisation));
}

rules::Truth ProductRecord::is_of_seller_of(const ProductRecord& other) const {
  if (!other.exists || other.several_organisations) return rules::Truth::unknown;
  return is_of(other.organisation);
}

rules::Variant ProductRecord::variant() const {
  rules::Product product;
  product.commercial = commercial;
  product.charity = charity;
  return rules::variant_for(product);
}

std::vector<rules::Category> views_of(const std::vector<MaybeText>& categories) {
  std::vector<rules::Category> views;
  views.reserve(categories.size());
  for (const MaybeText& category : categories) views.push_back(view_of(category));
  return views;
}

const MaybeText& ContactRecord::address(rules::Address address) const {
  static const MaybeText nothing;
  if (address == rules::Address::none) return nothing;
  return address == rules::Address::email ? email : phone;
}

void cover(rules::Preference& preference, const MaybeText& category, const MaybeText& organisation,
           const ProductRecord& product) {
  preference.covers_category =
      rules::covers_category(view_of(category), views_of(product.categories));
  preference.covers_organisation =
      rules::covers_organisation(view_of(organisation), view_of(product.organisation));
}

std::vector<rules::Ledger> ledgers_of(std::span<const rules::Preference> preferences,
                                      std::span<const std::size_t> ends) {
  std::vector<rules::Ledger> ledgers;
  ledgers.reserve(ends.size());
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    ledgers.push_back(preferences.subspan(begin, end - begin));
    begin = end;
  }
  return ledgers;
}

bool may_have_opted_out(std::span<const rules::Ledger> ledgers, const rules::Question& question) {
  using Word = rules::Standing::Word;
  const Word word = rules::standing(ledgers, question).word;
  return word == Word::opt_out || word == Word::unknown;
}

bool sent_earlier(const rules::Message& left, const rules::Message& right) {
  if (!left.sent_at || !right.sent_at) return !left.sent_at && right.sent_at.has_value();
  return left.sent_at->microsecond < right.sent_at->microsecond;
}

void Dossier::clear() {
  contact.reset();
  product = nullptr;
  categories.clear();
  question.reset();
  policy = nullptr;
  sales.clear();
  sale_records.clear();
  preferences.clear();
  preference_records.clear();
  ledger_ends.clear();
  ledgers.clear();
  messages.clear();
  message_ids.clear();
  assessments.clear();
  assessment_records = {};
}

rules::Facts Dossier::facts(const rules::House& house) const {
  const rules::Address address = rules::address_of(question->channel);
  rules::Contact person;
  person.exists = contact.has_value();
  if (contact) {
    person.has_address = address == rules::Address::none || contact->address(address).has_value();
    person.subscriber = contact->subscriber;
  }
  rules::Product asked;
  asked.exists = product->exists;
  asked.own = product->own;
  asked.commercial = product->commercial;
  asked.categories = categories;
  asked.organisation = view_of(product->organisation);
  asked.charity = product->charity;
  return {person, asked, sales, ledgers, messages, assessments, *policy, house};
}

rules::Names Dossier::names() const {
  rules::Names names;
  names.contact = text_of(contact_id);
  names.product = text_of(product_id);
  names.sale = [this](const rules::Sale& sale) { return name_of_sale(*this, sale); };
  names.kind = [this](const rules::Sale& sale) { return recorded(record(sale).kind); };
  names.organisations = [this](const rules::Sale& sale) { return organisations_of(*this, sale); };
  names.preference = [this](const rules::Preference& preference) {
    return name_of_preference(*this, preference);
  };
  names.assessment = [this](const rules::Assessment& assessment) {
    return name_of_assessment(*this, assessment);
  };
  return names;
}

const SaleRecord& Dossier::record(const rules::Sale& sale) const {
  return sale_records[static_cast<std::size_t>(&sale - sales.data())];
}

const PreferenceRecord& Dossier::record(const rules::Preference& preference) const {
  return preference_records[static_cast<std::size_t>(&preference - preferences.data())];
}

const sqlite::Value& Dossier::message_id(const rules::Message& message) const {
  return message_ids[static_cast<std::size_t>(&message - messages.data())];
}

}  // namespace softoptin::facts
