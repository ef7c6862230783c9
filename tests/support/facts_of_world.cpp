#include "support/facts_of_world.hpp"

#include <algorithm>

#include "rules/preferences.hpp"
#include "rules/text.hpp"

namespace softoptin::tests {
namespace {

using rules::Channel;
using rules::Moment;
using rules::Truth;

// 1 is yes, 0 is no, also as the texts that a CSV import leaves; NULL and the rest are unknown.
Truth truth_of(const Value& value) {
  const bool text = std::holds_alternative<std::string>(value);
  const auto says = [&](std::int64_t number) {
    if (text) return rules::same_word(text_of(value), std::to_string(number));
    return equal(value, number);
  };
  if (says(1)) return Truth::yes;
  return says(0) ? Truth::no : Truth::unknown;
}

// A boolean column, and what stands in for it where it does not exist.
Truth truth_in(const Relation& relation, const Row& row, std::string_view column, Truth otherwise) {
  return relation.has(column) ? truth_of(at(row, column)) : otherwise;
}

std::optional<Channel> address_channel(Channel channel) {
  if (rules::address_of(channel) == rules::Address::none) return std::nullopt;
  return channel;
}

Channel channel_asked(const World& world) {
  const auto channel = rules::channel_of(text_of(at(world.ask, "channel")));
  if (!channel) throw Refused("channel");
  return *channel;
}

// The row of the contact; nullptr where there is none.
const Row* contact_asked(const World& world) {
  const Row* found = nullptr;
  for (const Row& row : world.relation("contacts").rows) {
    if (equal(at(row, "contact_id"), at(world.ask, "contact_id"))) found = &row;
  }
  return found;
}

}  // namespace

FactsOfWorld::FactsOfWorld(const World& world, std::optional<rules::Policy> policy)
    : world_(world),
      policy_of_case_(policy),
      settings_(settings_of(world)),
      book_(settings_.register_valid_days),
      contact_row_(contact_asked(world)),
      jurisdiction_(jurisdiction()),
      zone_(zone()),
      question_{channel_asked(world), moment_asked()} {
  fill(book_, world, *settings_.zone);
  for (const Row& row : world_.relation("similar_categories").rows) {
    if (is_null(at(row, "category")) || is_null(at(row, "similar_to"))) continue;
    pairs_.push_back({keep(text_of(at(row, "category"))), keep(text_of(at(row, "similar_to")))});
  }
  describe(at(world.ask, "product_id"), asked_);
  policy_ = policy_of_case_ ? &*policy_of_case_ : policy_in_use();
  read_contact();
  read_sales();
  ledgers_ = ledgers(question_.channel, asked_.product);
  for (const auto& ledger : ledgers_) ledger_views_.emplace_back(ledger);
  read_messages();
  read_assessments();
}

rules::Facts FactsOfWorld::facts() const {
  return {contact_,  asked_.product, sales_,   ledger_views_,
          messages_, assessments_,   *policy_, settings_.house};
}

const Value& FactsOfWorld::sale_id(const rules::Sale* sale) const {
  static const Value null;
  return sale == nullptr
             ? null
             : at(*sale_rows_.at(static_cast<std::size_t>(sale - sales_.data())), "sale_id");
}

// Whose rule decides: nobody's under the baseline, that of the contact's country under `national`,
// else that of the country that the setting names.
std::optional<rules::Jurisdiction> FactsOfWorld::jurisdiction() const {
  if (rules::same_word(settings_.policy, "baseline")) return std::nullopt;
  if (rules::same_word(settings_.policy, "national")) {
    return book_.jurisdiction_of(contact_row_ == nullptr ? ""
                                                         : text_of(at(*contact_row_, "country")));
  }
  const auto named = book_.jurisdiction_of(settings_.policy);
  if (named < rules::Jurisdiction::first) throw Refused("soft_optin_settings: policy");
  return named;
}

const rules::Zone& FactsOfWorld::zone() {
  const auto* of_country = jurisdiction_ ? book_.zone(*jurisdiction_) : nullptr;
  return of_country == nullptr ? *settings_.zone : *of_country;
}

const rules::Policy* FactsOfWorld::policy_in_use() {
  if (!jurisdiction_) return &rules::baseline();
  return &book_.policy(*jurisdiction_, rules::variant_for(asked_.product), question_.as_of.day);
}

std::optional<Moment> FactsOfWorld::moment(const Value& value) const {
  const auto stamp = stamp_of(value);
  return stamp ? std::optional{stamp->in(zone_)} : std::nullopt;
}

Moment FactsOfWorld::moment_asked() const {
  const auto as_of = moment(at(world_.ask, "as_of"));
  if (!as_of) throw Refused("as_of");
  return *as_of;
}

// The contact's address for the channel as addresses are compared; empty where there is none.
std::string FactsOfWorld::address(const Row& contact, Channel channel) const {
  if (rules::address_of(channel) == rules::Address::email) {
    return rules::email_key(text_of(at(contact, "email")));
  }
  return rules::phone_key(text_of(at(contact, "phone")));
}

// Blanks alone name no category: somebody left it out.
rules::Category FactsOfWorld::category(const Value& value) {
  if (is_null(value)) return std::nullopt;
  const std::string text = text_of(value);
  return rules::blank(text) ? std::string_view{""} : keep(text);
}

rules::Organisation FactsOfWorld::organisation(const Value& value) {
  if (is_null(value)) return std::nullopt;
  return keep(text_of(value));
}

// A blank name is as none.
rules::Organisation FactsOfWorld::seller(const Value& value) {
  return rules::blank(text_of(value)) ? std::nullopt : organisation(value);
}

// Whether a row's organisation is that of the product asked about.
Truth FactsOfWorld::sells_what_is_asked(const Value& organisation_of_row) {
  if (!asked_.product.exists || asked_.several_organisations) return Truth::unknown;
  return rules::same_organisation(seller(organisation_of_row), asked_.product.organisation);
}

// Whether another product is of the organisation whose product is asked about.
Truth FactsOfWorld::is_of_seller_of(const Described& other) const {
  const bool known = asked_.product.exists && !asked_.several_organisations;
  if (!known || !other.product.exists || other.several_organisations) return Truth::unknown;
  return rules::same_organisation(other.product.organisation, asked_.product.organisation);
}

void FactsOfWorld::describe(const Value& product_id, Described& described) {
  const Relation& products = world_.relation("products");
  rules::Product& product = described.product;
  for (const Row& row : products.rows) {
    if (!equal(at(row, "product_id"), product_id)) continue;
    const Truth own = truth_in(products, row, "own", Truth::yes);
    const Truth commercial = truth_in(products, row, "commercial", Truth::yes);
    const auto owner = seller(at(row, "organisation"));
    const Truth charity = truth_in(products, row, "charity", Truth::no);
    product.charity = product.exists ? both(product.charity, charity) : charity;
    product.own = product.exists ? both(product.own, own) : own;
    product.commercial = product.exists ? both(product.commercial, commercial) : commercial;
    if (product.exists && product.organisation != owner) described.several_organisations = true;
    product.organisation = described.several_organisations ? std::nullopt : owner;
    product.exists = true;
    described.categories.push_back(category(at(row, "category")));
  }
  product.categories = described.categories;
}

void FactsOfWorld::read_contact() {
  if (contact_row_ == nullptr) return;
  contact_.exists = true;
  const auto channel = address_channel(question_.channel);
  contact_.has_address = !channel || !address(*contact_row_, *channel).empty();
  const bool corporate = rules::same_word(text_of(at(*contact_row_, "subscriber")), "corporate");
  contact_.subscriber = corporate ? rules::Subscriber::corporate : rules::Subscriber::individual;
}

void FactsOfWorld::read_sales() {
  if (contact_row_ == nullptr) return;
  const Relation& sales = world_.relation("sales");
  for (const Row& row : sales.rows) {
    if (!equal(at(row, "contact_id"), at(*contact_row_, "contact_id"))) continue;
    sales_.push_back(sale(sales, row));
    sale_rows_.push_back(&row);
  }
}

rules::Sale FactsOfWorld::sale(const Relation& sales, const Row& row) {
  rules::Sale sale;
  const Value& kind = at(row, "kind");
  sale.kind = sales.has("kind") ? rules::kind_of(text_of(kind)) : rules::Kind::sale;
  sale.trigger = rules::trigger_of(text_of(at(row, "trigger")));
  const Value& channel = at(row, "channel");
  if (!is_null(channel)) sale.channel = rules::channel_scope_of(text_of(channel));
  const Value& occurred_at = at(row, "occurred_at");
  const auto occurred = moment(occurred_at);
  if (!is_null(occurred_at)) sale.date_readable = rules::truth(occurred.has_value());
  if (occurred) sale.day = occurred->day;
  sale.express_communication = truth_of(at(row, "express_communication"));
  sale.collected_directly = truth_in(sales, row, "collected_directly", Truth::yes);
  sale.preticked = truth_in(sales, row, "preticked", Truth::no);
  sale.opt_out_offered = truth_of(at(row, "opt_out_offered"));
  sale.refused = truth_in(sales, row, "refused", Truth::no);
  if (!asked_.product.exists) return sale;  // Similar to what, of whose organisation: unknown.
  sale.same_organisation = sells_what_is_asked(at(row, "organisation"));
  Described sold;
  describe(at(row, "product_id"), sold);
  const bool itself = equal(at(row, "product_id"), at(world_.ask, "product_id"));
  sale.similar = itself ? Truth::yes
                        : rules::similar(sold.categories, asked_.categories,
                                         settings_.house.similarity_depth, pairs_);
  return sale;
}

// "An entry belongs to a contact when its contact_id is the contact's, or its address is the
// contact's email or phone."
bool FactsOfWorld::belongs(const Row& preference, const Row& contact) const {
  if (equal(at(preference, "contact_id"), at(contact, "contact_id"))) return true;
  const std::string written = text_of(at(preference, "address"));
  const std::string email = address(contact, Channel::email);
  const std::string phone = address(contact, Channel::sms);
  return (!email.empty() && rules::email_key(written) == email) ||
         (!phone.empty() && rules::phone_key(written) == phone);
}

rules::Preference FactsOfWorld::preference(const Relation& preferences, const Row& row,
                                           const rules::Product& product) {
  rules::Preference entry;
  entry.state = rules::state_of(text_of(at(row, "state")));
  entry.changed_at = moment(at(row, "changed_at"));
  const Value& channel = at(row, "channel");
  if (!is_null(channel)) entry.channel = rules::channel_scope_of(text_of(channel));
  entry.covers_category = rules::covers_category(category(at(row, "category")), product.categories);
  entry.covers_organisation =
      rules::covers_organisation(organisation(at(row, "organisation")), product.organisation);
  entry.preticked = truth_in(preferences, row, "preticked", Truth::no);
  return entry;
}

// The contact's own ledger first, then those of the other contacts with the same address for the
// channel.
FactsOfWorld::Ledgers FactsOfWorld::ledgers(Channel channel, const rules::Product& product) {
  Ledgers result;
  if (contact_row_ == nullptr) return result;
  std::vector<const Row*> people = {contact_row_};
  const auto addressed = address_channel(channel);
  if (settings_.house.opt_out_follows_address && addressed) {
    const std::string mine = address(*contact_row_, *addressed);
    for (const Row& other : world_.relation("contacts").rows) {
      const bool same = !mine.empty() && address(other, *addressed) == mine;
      if (same && &other != contact_row_) people.push_back(&other);
    }
  }
  const Relation& preferences = world_.relation("preferences");
  for (const Row* person : people) {
    auto& ledger = result.emplace_back();
    for (const Row& row : preferences.rows) {
      if (belongs(row, *person)) ledger.push_back(preference(preferences, row, product));
    }
  }
  return result;
}

void FactsOfWorld::read_messages() {
  if (contact_row_ == nullptr) return;
  const Relation& messages = world_.relation("messages");
  for (const Row& row : messages.rows) {
    if (!equal(at(row, "contact_id"), at(*contact_row_, "contact_id"))) continue;
    if (moment(at(row, "sent_at"))) messages_.push_back(message(messages, row));
  }
  std::ranges::stable_sort(messages_, {}, [](const auto& one) { return one.sent_at->microsecond; });
}

rules::Message FactsOfWorld::message(const Relation& messages, const Row& row) {
  rules::Message message;
  message.sent_at = moment(at(row, "sent_at"));
  message.channel = rules::channel_scope_of(text_of(at(row, "channel")));
  const std::string status = messages.has("status") ? text_of(at(row, "status")) : "sent";
  if (!rules::blank(status)) message.sent = rules::truth(rules::same_word(status, "sent"));
  message.opt_out_included = truth_of(at(row, "opt_out_included"));
  Described sent;
  describe(at(row, "product_id"), sent);
  message.same_organisation = messages.has("organisation")
                                  ? sells_what_is_asked(at(row, "organisation"))
                                  : is_of_seller_of(sent);
  const auto channel = message.channel.channel;
  const auto then = ledgers(channel, sent.product);
  const std::vector<rules::Ledger> views(then.begin(), then.end());
  const auto word = rules::standing(views, {channel, *message.sent_at}).word;
  using Word = rules::Standing::Word;
  message.opted_out_then = word == Word::opt_out || word == Word::unknown;
  return message;
}

void FactsOfWorld::read_assessments() {
  for (const Row& row : world_.relation("assessments").rows) {
    rules::Assessment assessment;
    assessment.approved_at = moment(at(row, "approved_at"));
    const std::string outcome = text_of(at(row, "outcome"));
    if (!rules::blank(outcome)) {
      assessment.approved = rules::truth(rules::same_word(outcome, "approved"));
    }
    const Value& review_due_at = at(row, "review_due_at");
    const auto due = moment(review_due_at);
    using Review = rules::Assessment::Review;
    if (!is_null(review_due_at)) assessment.review = due ? Review::given : Review::unreadable;
    if (due) assessment.review_due = due->day;
    assessment.covers =
        both(rules::covers_category(category(at(row, "category")), asked_.product.categories),
             rules::covers_organisation(organisation(at(row, "organisation")),
                                        asked_.product.organisation));
    assessments_.push_back(assessment);
  }
}

}  // namespace softoptin::tests
