#include "invent.hpp"

#include <algorithm>
#include <chrono>

#include "dates.hpp"
#include "dice.hpp"
#include "ids.hpp"
#include "lands.hpp"

namespace softoptin::agreement {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using tests::at;
using tests::is_null;
using tests::Relation;
using tests::Row;
using tests::text_of;

using Values = std::vector<Value>;
using Words = std::vector<std::string>;

constexpr std::int64_t yes = 1;
constexpr std::int64_t no = 0;

constexpr int percent_national = 33;

// That many months later, or before; the last day of the month where it has no such day.
sys_days moved(sys_days day, int by_months) {
  const year_month_day civil = year_month_day{day} + months{by_months};
  return civil.ok() ? sys_days{civil} : sys_days{civil.year() / civil.month() / std::chrono::last};
}

class Inventor {
 public:
  explicit Inventor(const Dice& dice) : dice_(dice) {}

  Imagined make();

 private:
  void choose_temper();
  void choose_lands();
  void choose_ids();
  void choose_columns();
  void build(const std::string& relation);
  void declare_types(const std::string& relation, const Relation& content, Built& built);
  void index(const std::string& relation, Built& built);

  // A share of cells is not as it should be: how large, the world's temper says.
  bool odd() { return dice_.chance(oddness_); }
  Value truth(std::int64_t good);
  Value date(sys_days day) { return odd() ? no_date_or_null() : written_somehow(day, dice_); }
  Value no_date_or_null() { return dice_.chance(25) ? Value{} : no_date(dice_); }
  sys_days day_of_event();
  Value scope(const Values& all, int percent) {
    return dice_.chance(percent) ? dice_.one_of(all) : Value{};
  }
  Value contact_of();
  Value product_of();
  Value category();
  Value organisation();

  Row contact(const Value& id);
  Row product(const Value& id);
  Row sale(std::int64_t number);
  Row preference();
  Row assessment();
  Row message(std::int64_t number);
  Row register_check();
  Row policy_choice();
  Row setting(const std::string& name);
  void add_settings();
  void add_contacts_and_products();
  void add_events();
  void add_national_events();
  void add_questions();

  template <class Make>
  void fill(const std::string& relation, int count, Make make) {
    Relation& filled = imagined_.world.relations[relation];
    for (int at = 0; at < count; ++at) filled.rows.push_back(make());
  }

  Dice dice_;
  Imagined imagined_;
  int oddness_ = 0;
  bool typed_ = false;        // Whether columns have declared types.
  bool one_company_ = false;  // No organisations are recorded.
  int window_months_ = 12;
  bool require_assessment_ = true;
  sys_days anchor_{};        // Most of what happens does so near it, or a window away.
  std::vector<Land> lands_;  // Those of a world under national policies; else none.
  bool charity_ = false;     // Much of what is offered is a charity's own.
  std::string id_type_;
  int percent_nearly_ = 0;  // How often an id is not quite one of the contacts'.
  Values contact_ids_;
  Values product_ids_;
  Values categories_;
  Values emails_;
  Values phones_;
};

void Inventor::choose_temper() {
  oddness_ = dice_.one_of(std::vector<int>{0, 0, 0, 2, 5, 10, 30});
  typed_ = dice_.chance(40);
  one_company_ = dice_.chance(50);
  const std::vector<sys_days> anchors = {
      sys_days{year{2026} / 2 / 28},  sys_days{year{2028} / 2 / 29}, sys_days{year{2026} / 6 / 15},
      sys_days{year{2026} / 12 / 31}, sys_days{year{2027} / 3 / 1},  sys_days{year{2026} / 8 / 31}};
  anchor_ = dice_.one_of(anchors);
  if (dice_.chance(percent_national)) choose_lands();
  const std::vector<Values> category_lists = {
      {"a", "a/b"},
      {"a/b/c", "a/b/d", "a/b", "b/c"},
      {"a", "a/b", "/a/b/", "a//b/c", "a-b", "A/b", std::int64_t{7}, "", " ", "/", Value{}}};
  categories_ = dice_.one_of(category_lists);
  const std::vector<Values> email_lists = {
      {"ann@x.org", "bob@x.org", "cy@x.org", "dee@x.org", "eve@x.org"},
      {"ann@x.org", " Ann@X.org", "bob@x.org", "bob.@x.org"},
      {"ann@x.org", "ANN@x.ORG ", "bob@x.org", "", " ", "none", Value{}, "+44 7700"}};
  emails_ = dice_.chance(40) ? email_lists[0] : dice_.one_of(email_lists);
  const std::vector<Values> phone_lists = {
      {"+44 7700", "+44 7701", "+44 7702", "+44 7703"},
      {"+44 7700", "0044 77.00", "(+44) 77-00", "+447701"},
      {"+44 7700", "00447700", "7700", std::int64_t{7700}, "-", "", "00", "[+] ", Value{}}};
  phones_ = dice_.one_of(phone_lists);
}

// Days near which the rule or the clock changes, or a window away from one.
void Inventor::choose_lands() {
  lands_ = agreement::choose_lands(dice_);
  if (oddness_ == 30) oddness_ = 2;  // So many noes would hide what is national in them.
  charity_ = dice_.chance(std::ranges::any_of(lands_, has_charities) ? 35 : 5);
  if (!dice_.chance(40)) return;
  anchor_ = turning_point(dice_.one_of(lands_), dice_);
  if (dice_.chance(30)) anchor_ = moved(anchor_, dice_.one_of(std::vector<int>{6, 12, 24}));
}

void Inventor::choose_ids() {
  const Ids contacts = contact_ids(dice_);
  contact_ids_ = contacts.values;
  id_type_ = contacts.type;
  percent_nearly_ = id_type_.starts_with("TEXT COLLATE") ? 30 : oddness_ / 3;
  const std::vector<Values> products = {{"p", "q", "r", "s"},
                                        {std::int64_t{1}, std::int64_t{2}, std::int64_t{3}},
                                        {std::int64_t{1}, "1", 1.0, "p", "P"}};
  product_ids_ = products[dice_.below(oddness_ >= 5 ? 3 : 2)];
}

// Columns that may be absent are so now and then.
void Inventor::choose_columns() {
  const auto choose = [&](const char* relation, Words required, const Words& optional) {
    const int present = dice_.one_of(std::vector<int>{0, 50, 90, 90, 100});
    for (const std::string& column : optional) {
      if (dice_.chance(present)) required.push_back(column);
    }
    const auto first = static_cast<std::ptrdiff_t>(dice_.below(required.size()));
    std::rotate(required.begin(), required.begin() + first, required.end());
    imagined_.world.relations[relation].columns = std::move(required);
  };
  const bool only_phone = dice_.chance(10);
  choose("contacts", {"contact_id", only_phone ? "phone" : "email"},
         {only_phone ? "email" : "phone", "subscriber", "country", "note"});
  choose("sales", {"contact_id", "product_id", "occurred_at", "opt_out_offered"},
         {"kind", "express_communication", "collected_directly", "refused", "preticked", "channel",
          "organisation", "sale_id", "trigger"});
  choose("products", {"product_id", "category"}, {"own", "commercial", "organisation", "charity"});
  const bool by_address = dice_.chance(15);
  choose("preferences", {by_address ? "address" : "contact_id", "state", "changed_at"},
         {by_address ? "contact_id" : "address", "channel", "category", "organisation", "preticked",
          "proof"});
  if (require_assessment_ || dice_.chance(50)) {
    choose("assessments", {"approved_at", "outcome", "review_due_at"},
           {"category", "organisation"});
  }
  if (dice_.chance(35)) choose("similar_categories", {"category", "similar_to"}, {});
  if (lands_.empty()) return;
  Relation& contacts = imagined_.world.relations["contacts"];
  if (!contacts.has("country") && dice_.chance(95)) contacts.columns.emplace_back("country");
  if (std::ranges::any_of(lands_, rolls) ? dice_.chance(90) : dice_.chance(20)) {
    choose("messages", {"contact_id", "channel", "sent_at", "product_id", "opt_out_included"},
           {"message_id", "status", "organisation"});
  }
  if (dice_.chance(85)) choose("register_checks", {"register", "checked_at"}, {});
  if (dice_.chance(35)) {
    choose("policy_choices",
           {"jurisdiction", "parameter", "value", "reason", "decided_by", "decided_at"}, {});
  }
}

Value Inventor::truth(std::int64_t good) {
  if (!odd()) return dice_.chance(90) ? Value{good} : Value{std::to_string(good)};
  static const Values values = {Value{},         Value{}, yes, no,  "1",   " 0 ", "yes",
                                std::int64_t{2}, "",      1.0, 0.0, "1.0", "true"};
  return dice_.one_of(values);
}

sys_days Inventor::day_of_event() {
  const int form = dice_.between(1, 100);
  const days beside{dice_.one_of(std::vector<int>{-1, 0, 0, 0, 1, 2})};
  const bool rolls = imagined_.world.relations.contains("messages");
  if (rolls && form <= 60) return moved(anchor_, -window_months_ * dice_.between(0, 3)) + beside;
  if (form <= 50) return anchor_ + beside;
  if (form <= 70) return moved(anchor_, -window_months_) + beside;
  if (form <= 85) return moved(anchor_, window_months_ == 0 ? 1 : window_months_) + beside;
  return moved(anchor_, dice_.between(-30, 8)) + beside;
}

Value Inventor::contact_of() {
  if (dice_.chance(3)) return dice_.chance(50) ? Value{} : Value{"nobody"};
  const Value& id = dice_.one_of(contact_ids_);
  return dice_.chance(percent_nearly_) ? nearly(id, dice_) : id;
}

Value Inventor::product_of() {
  if (dice_.chance(3)) return dice_.chance(50) ? Value{} : Value{"no such"};
  const Value& id = dice_.one_of(product_ids_);
  return dice_.chance(oddness_ / 3) ? nearly(id, dice_) : id;
}

Value Inventor::category() { return dice_.one_of(categories_); }

Value Inventor::organisation() {
  static const Values names = {"Acme", "Acme", "Acme", "acme", "Beta", Value{}, "", " "};
  if (one_company_) return odd() ? dice_.one_of(names) : Value{};
  return odd() ? dice_.one_of(names) : names[dice_.chance(75) ? 0 : 4];
}

Row Inventor::contact(const Value& id) {
  Row row = {{"contact_id", id},
             {"email", dice_.one_of(emails_)},
             {"phone", dice_.one_of(phones_)},
             {"note", "x"}};
  row["subscriber"] =
      dice_.one_of(Values{"individual", "corporate", " Corporate", Value{}, "both"});
  const bool none = lands_.empty() || dice_.chance(4) || odd();
  row["country"] = none ? no_country(dice_) : written_country(dice_.one_of(lands_), dice_);
  return row;
}

Row Inventor::product(const Value& id) {
  const bool charitable = charity_ && dice_.chance(80);
  return {{"product_id", id},
          {"category", category()},
          {"own", truth(yes)},
          {"commercial", truth(charitable ? no : yes)},
          {"charity", truth(charitable || dice_.chance(3) ? yes : no)},
          {"organisation", organisation()}};
}

Row Inventor::sale(std::int64_t number) {
  static const Values odd_kinds = {"cancelled",    "refund", " SALE", "Negotiation",
                                   "free_account", "",       Value{}};
  static const Values channels = {"email", "sms", " Email", "in_app", "mail", "", " "};
  static const Words at_collection = {"collected_directly", "preticked", "opt_out_offered",
                                      "refused"};
  Row row = {{"contact_id", contact_of()},
             {"product_id", product_of()},
             {"occurred_at",
              date(dice_.chance(50) ? anchor_ - days{dice_.between(0, 60)} : day_of_event())},
             {"opt_out_offered", truth(yes)},
             {"express_communication", truth(yes)},
             {"collected_directly", truth(yes)},
             {"refused", truth(no)},
             {"preticked", truth(no)},
             {"organisation", organisation()},
             {"channel", scope(channels, oddness_)}};
  static const Values triggers = {"enquiry",
                                  "quote",
                                  "free_trial",
                                  "free_trial",
                                  "Inquiry",
                                  " Trial",
                                  "QUOTE ",
                                  "chat",
                                  "",
                                  Value{},
                                  "request_for_information"};
  row["trigger"] = dice_.one_of(triggers);
  const Value usual = dice_.chance(75) ? "sale" : "negotiation";
  row["kind"] = odd() || (!lands_.empty() && dice_.chance(10)) ? dice_.one_of(odd_kinds) : usual;
  if (!lands_.empty() && dice_.chance(12)) row[dice_.one_of(at_collection)] = Value{};
  row["sale_id"] = dice_.chance(50) ? Value{number} : Value{"s" + std::to_string(number)};
  return row;
}

Row Inventor::preference() {
  static const Values odd_states = {Value{},   "",        " ",       "OPT_OUT ", " Opt_In",
                                    "pending", "unknown", "opt-out", "Opt Out",  "unsubscribed"};
  static const Values channels = {"email", "email", "sms",  "in_app", "EMAIL ",
                                  "mail",  "Post",  "fax ", "",       " "};
  static const Values ticked = {yes, no, no, Value{}, "0", std::int64_t{2}};
  Row row = {{"changed_at", date(day_of_event())},
             {"channel", scope(channels, 30)},
             {"category", scope(categories_, 40)},
             {"preticked", dice_.chance(70) ? Value{no} : dice_.one_of(ticked)},
             {"proof", "p"}};
  if (dice_.chance(one_company_ ? 10 : 40))
    row["organisation"] = dice_.one_of(Values{"Acme", "Beta", "acme", "", " "});
  const Value usual = dice_.chance(55) ? "opt_out" : "opt_in";
  row["state"] = dice_.chance(8) || odd() ? dice_.one_of(odd_states) : usual;
  const int for_whom = dice_.between(1, 100);
  if (for_whom <= 60) row["contact_id"] = contact_of();
  if (for_whom >= 50) row["address"] = dice_.one_of(dice_.chance(70) ? emails_ : phones_);
  return row;
}

Row Inventor::assessment() {
  static const Values outcomes = {"rejected", " Approved", Value{}, "", "approved "};
  const days before{dice_.chance(70) ? 40 : 0};
  Row row = {{"approved_at", date(day_of_event() - before)},
             {"outcome", dice_.chance(20) || odd() ? dice_.one_of(outcomes) : Value{"approved"}},
             {"category", scope(categories_, 25)},
             {"organisation", scope({"Acme", "Beta", "", " "}, one_company_ ? 5 : 15)}};
  if (dice_.chance(60)) {
    const days after{dice_.chance(60) ? 300 : 0};
    row["review_due_at"] = date(day_of_event() + after);
  }
  return row;
}

Row Inventor::message(std::int64_t number) {
  static const Values channels = {"email", "email",  "email", " Email", "sms",
                                  "mail",  "in_app", "post",  "",       Value{}};
  static const Values states = {"bounced", "service", "queued", " SENT", "", Value{}, "delivered"};
  return {{"message_id", number},
          {"contact_id", contact_of()},
          {"channel", dice_.chance(75) ? Value{"email"} : dice_.one_of(channels)},
          {"sent_at", date(day_of_event())},
          {"product_id", product_of()},
          {"opt_out_included", dice_.chance(10) ? Value{no} : truth(yes)},
          {"status", dice_.chance(15) || odd() ? dice_.one_of(states) : Value{"sent"}},
          {"organisation", organisation()}};
}

Row Inventor::register_check() {
  static const std::vector<int> days_before = {-1, 0, 0, 1, 6, 7, 8, 29, 30, 31, 32, 100};
  return {{"register", register_name(dice_.one_of(lands_), dice_)},
          {"checked_at", date(anchor_ - days{dice_.one_of(days_before)})}};
}

Row Inventor::policy_choice() {
  static const std::vector<int> days_before = {-1, 0, 0, 1, 2, 100, 400};
  const sys_days decided_on = anchor_ - days{dice_.one_of(days_before)};
  Row row = choice(dice_.one_of(lands_), decided_on, dice_);
  row["reason"] = "to be careful";
  row["decided_by"] = "A. Person";
  row["decided_at"] = written_somehow(decided_on, dice_);
  return row;
}

Row Inventor::setting(const std::string& name) {
  static const std::map<std::string, Values> values = {
      {"window_boundary", {"inclusive", "exclusive", " EXCLUSIVE"}},
      {"similarity_depth", {no, yes, "1", std::int64_t{2}, std::int64_t{3}}},
      {"opt_out_follows", {"address", "contact", "Contact "}},
      {"policy", {"baseline"}},
      {"time_zone", {"UTC", "UTC", "utc ", "Europe/Dublin", "Europe/Berlin", " europe/LONDON"}},
      {"register_valid_days", {no, yes, std::int64_t{7}, "30"}}};
  return {{"name", dice_.chance(90) ? Value{name} : Value{" " + name + " "}},
          {"value", dice_.one_of(values.at(name))}};
}

void Inventor::add_settings() {
  require_assessment_ = dice_.chance(75);
  Relation settings{{"name", "value"}, {}};
  if (dice_.chance(40)) {
    window_months_ = dice_.one_of(std::vector<int>{0, 1, 6, 13, 24});
    settings.rows.push_back({{"name", "window_months"}, {"value", std::int64_t{window_months_}}});
  }
  for (const char* name :
       {"window_boundary", "similarity_depth", "opt_out_follows", "policy", "time_zone"}) {
    const bool national = name == std::string{"policy"} && !lands_.empty();
    if (!national && dice_.chance(35)) settings.rows.push_back(setting(name));
  }
  if (!lands_.empty()) {
    const Land& land = dice_.one_of(lands_);
    window_months_ = window_months(land, window_months_, dice_);
    const bool one = dice_.chance(30);
    const Value policy = one ? written_country(land, dice_) : Value{"national"};
    settings.rows.push_back({{"name", "policy"}, {"value", policy}});
    if (dice_.chance(35)) settings.rows.push_back(setting("register_valid_days"));
  }
  if (!require_assessment_ || dice_.chance(20)) {
    settings.rows.push_back(
        {{"name", "require_assessment"}, {"value", require_assessment_ ? "1" : "0"}});
  }
  if (!settings.rows.empty()) imagined_.world.relations["settings"] = settings;
}

// A type for some columns; SQLite then stores and compares their values its own way.
void Inventor::declare_types(const std::string& relation, const Relation& content, Built& built) {
  const bool alike = relation == "contacts" || dice_.chance(80);
  std::string& type = built.types["contact_id"];
  type = alike ? id_type_ : dice_.one_of(Words{"", "TEXT", "INTEGER", "TEXT COLLATE NOCASE"});
  if (type == "INTEGER PRIMARY KEY" && relation != "contacts") type = "INTEGER";
  const bool decided = relation == "policy_choices";  // Its dates must be read.
  if (!typed_ || decided) return;
  static const Words others = {"", "TEXT", "TEXT COLLATE NOCASE", "NUMERIC"};
  for (const std::string& column : content.columns) {
    if (column == "contact_id") continue;
    const bool boolean = column == "own" || column == "commercial" || column == "charity" ||
                         column.ends_with("ticked") || column.ends_with("offered") ||
                         column.ends_with("included") || column.ends_with("ly") ||
                         column == "refused";
    built.types[column] = boolean ? dice_.one_of(Words{"", "INTEGER", "BOOLEAN", "TEXT", "REAL"})
                                  : dice_.one_of(others);
  }
}

void Inventor::index(const std::string& relation, Built& built) {
  static const std::map<std::string, Words> wanted = {
      {"contacts", {"contact_id", "lower(trim(email))"}},
      {"sales", {"contact_id", "contact_id, occurred_at DESC"}},
      {"products", {"product_id"}},
      {"preferences", {"contact_id", "lower(trim(address))", "state"}},
      {"messages", {"contact_id", "sent_at"}}};
  const auto on = wanted.find(relation);
  if (on == wanted.end() || dice_.chance(50)) return;
  const Relation& content = imagined_.world.relations[relation];
  for (const std::string& expression : on->second) {
    const bool email = expression.ends_with("(email))") && !content.has("email");
    const bool address = expression.ends_with("(address))") && !content.has("address");
    const bool id = expression.starts_with("contact_id") && !content.has("contact_id");
    if (!email && !address && !id && dice_.chance(70)) built.indexes.push_back(expression);
  }
}

void Inventor::build(const std::string& relation) {
  Built built;
  const int form = dice_.between(1, 100);
  if (form > 60) built.form = Built::Form::view;
  if (form > 75) built.form = Built::Form::temp_view;
  if (form > 90) built.form = Built::Form::halves;
  built.capitals = dice_.chance(5);
  declare_types(relation, imagined_.world.relations[relation], built);
  index(relation, built);
  imagined_.built[relation] = std::move(built);
}

// Every contact, product, channel and day of a short list of each, and some that do not exist.
void Inventor::add_questions() {
  Values contacts;
  for (const Row& row : imagined_.world.relation("contacts").rows) {
    if (!is_null(at(row, "contact_id"))) contacts.push_back(at(row, "contact_id"));
  }
  if (contacts.empty() || dice_.chance(20)) {
    contacts.emplace_back("nobody");
  } else if (dice_.chance(50)) {
    contacts.push_back(nearly(dice_.one_of(contacts), dice_));
  }
  Values products;
  for (const Value& id : product_ids_) {
    if (products.empty() || dice_.chance(60)) products.push_back(id);
  }
  if (dice_.chance(8)) products.emplace_back("no such");
  const bool phones = imagined_.world.relation("contacts").has("phone") || dice_.chance(20);
  static const Words by_phone = {"sms", "mms", "voicemail"};
  Words channels = {"email", phones && dice_.chance(75) ? dice_.one_of(by_phone) : "in_app"};
  if (dice_.chance(30)) std::swap(channels[0], channels[1]);
  if (dice_.chance(40)) channels.pop_back();
  Values as_of = {written_somehow(anchor_ + days{dice_.between(0, 2)}, dice_)};
  if (dice_.chance(70)) as_of.push_back(written_somehow(day_of_event(), dice_));
  for (const Value& contact : contacts) {
    for (const Value& product : products) {
      for (const std::string& channel : channels) {
        for (const Value& day : as_of) {
          imagined_.questions.push_back({contact, product, channel, day});
        }
      }
    }
  }
}

void Inventor::add_contacts_and_products() {
  const bool may_be_null = id_type_ != "INTEGER PRIMARY KEY";
  for (const Value& id : contact_ids_) {
    if (may_be_null && dice_.chance(6)) fill("contacts", 1, [&] { return contact({}); });
    if (dice_.chance(80)) fill("contacts", 1, [&] { return contact(id); });
  }
  static const std::vector<int> rows = {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3};
  for (const Value& id : product_ids_) {
    fill("products", dice_.one_of(rows), [&] { return product(id); });
  }
}

void Inventor::add_events() {
  std::int64_t number = 0;
  const int more = lands_.empty() ? 0 : 6;  // Fewer of them are accepted there.
  fill("sales", more + dice_.between(3, 12), [&] { return sale(++number); });
  fill("preferences", dice_.one_of(std::vector<int>{0, 0, 1, 2, 3, 4, 7}),
       [&] { return preference(); });
  const auto& relations = imagined_.world.relations;
  if (relations.contains("assessments")) {
    fill("assessments", dice_.between(1, 3), [&] { return assessment(); });
  }
  if (relations.contains("similar_categories")) {
    fill("similar_categories", dice_.between(0, 2), [&] {
      return Row{{"category", category()}, {"similar_to", category()}};
    });
  }
  if (!lands_.empty()) add_national_events();
}

void Inventor::add_national_events() {
  const auto& relations = imagined_.world.relations;
  if (relations.contains("messages")) {
    std::int64_t number = 0;
    fill("messages", dice_.between(2, 9), [&] { return message(++number); });
  }
  if (relations.contains("register_checks")) {
    fill("register_checks", dice_.between(1, 4), [&] { return register_check(); });
  }
  if (relations.contains("policy_choices")) {
    fill("policy_choices", dice_.between(1, 4), [&] { return policy_choice(); });
  }
}

Imagined Inventor::make() {
  choose_temper();
  choose_ids();
  add_settings();
  choose_columns();
  add_contacts_and_products();
  add_events();
  for (const auto& [name, relation] : imagined_.world.relations) build(name);
  add_questions();
  return std::move(imagined_);
}

}  // namespace

Imagined invent(std::uint64_t seed) { return invent(Dice{seed}); }

Imagined invent(const Dice& dice) { return Inventor{dice}.make(); }

}  // namespace softoptin::agreement
