// The values of the columns: one scan of each relation, in which a judge looks at each value.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "facts/check/judges.hpp"
#include "facts/check/list.hpp"

namespace softoptin::facts::check {
namespace {

using enum Severity;

constexpr auto subscribers = std::to_array<std::string_view>({"individual", "corporate", ""});
// What never qualifies is in order where it is called so.
constexpr auto kinds = std::to_array<std::string_view>(
    {"sale", "negotiation", "free_account", "cancelled", "canceled", "cancellation", "refund",
     "refunded", "return", "returned", "donation", "failed", "rejected", "void", "voided",
     "chargeback", "test"});
constexpr auto outcomes =
    std::to_array<std::string_view>({"approved", "rejected", "refused", "declined", "not_approved",
                                     "pending", "draft", "withdrawn"});
constexpr auto statuses =
    std::to_array<std::string_view>({"sent", "bounced", "failed", "queued", "service"});

// Last sentences of a date that cannot be read.
constexpr std::string_view no_sale_then = "Until then these sales allow nothing.";
constexpr std::string_view since_ever_then =
    "Until then an opt-out counts as older than every other entry, so that any dated opt-in "
    "overtakes it, and an opt-in counts for nothing.";
constexpr std::string_view no_message_then = "Until then nobody can say when these were sent.";
constexpr std::string_view no_assessment_then = "Until then the assessment does not count.";
constexpr std::string_view overdue_then = "Until then the review counts as overdue.";
constexpr std::string_view not_screened_then = "Until then the register counts as not screened.";

const std::array column_checks = {
    ColumnCheck{&contacts::relation, "contact_id", judge_id, warning, "null_contact_id",
                "Leave rows without a contact_id out of soft_optin_contacts: nobody can be asked "
                "about them."},
    ColumnCheck{&contacts::relation, "email", judge_email, warning},
    ColumnCheck{&contacts::relation, "phone", judge_phone, warning},
    ColumnCheck{&contacts::relation, "country", judge_country, note},
    ColumnCheck{
        &contacts::relation, "subscriber", judge_word, warning, "unknown_subscriber",
        "Write individual or corporate in place of {word} in {column}: until then it counts "
        "as individual.",
        subscribers},

    ColumnCheck{&sales::relation, "contact_id", judge_id, warning, "null_contact_id",
                "Find out whose these sales are, or leave them out of soft_optin_sales: without a "
                "contact_id they are nobody's."},
    ColumnCheck{&sales::relation, "product_id", judge_id, note, "null_product_id",
                "Write what was sold in {column}: until then the sale is similar to nothing."},
    ColumnCheck{&sales::relation, "occurred_at", judge_past_date, warning, {}, no_sale_then},
    ColumnCheck{
        &sales::relation, "kind", judge_word, warning, "unknown_kind",
        "Write sale, negotiation or free_account in place of {word} in {column} if it is "
        "one, or cancelled, refund or donation if it is none: until then it allows nothing.",
        kinds},
    ColumnCheck{&sales::relation, "channel", judge_channel, warning, "unknown_channel",
                "Write email, sms, mms, voicemail, in_app or NULL (all of them) in place of {word} "
                "in {column}: until then the sale counts for none of them."},
    ColumnCheck{&sales::relation, "opt_out_offered", judge_boolean, warning},
    ColumnCheck{&sales::relation, "express_communication", judge_boolean, warning},
    ColumnCheck{&sales::relation, "collected_directly", judge_boolean, warning},
    ColumnCheck{&sales::relation, "refused", judge_boolean, warning},
    ColumnCheck{&sales::relation, "preticked", judge_boolean, warning},

    ColumnCheck{&products::relation, "product_id", judge_id, warning, "null_product_id",
                "Leave rows without a product_id out of soft_optin_products: nobody can ask about "
                "them."},
    ColumnCheck{&products::relation, "own", judge_boolean, warning},
    ColumnCheck{&products::relation, "commercial", judge_boolean, warning},

    ColumnCheck{&products::relation,
                "charity",
                judge_boolean,
                warning,
                {},
                {},
                {},
                Asked::under_national_policies},

    ColumnCheck{&preferences::relation, "contact_id", judge_id, error},
    ColumnCheck{&preferences::relation, "address", judge_address, error},
    ColumnCheck{&preferences::relation, "state", judge_state, error, "unknown_state",
                "Write opt_out in place of {word} in {column} if these people want no marketing, "
                "opt_in if they agreed to it: until then an opt-out among them goes unheard."},
    ColumnCheck{
        &preferences::relation, "changed_at", judge_past_date_or_null, error, {}, since_ever_then},
    ColumnCheck{&preferences::relation, "channel", judge_channel, warning, "unknown_channel",
                "Write email, sms, mms, voicemail, in_app or NULL (all of them) in place of {word} "
                "in {column}: until then an opt-out of it counts for every channel, and an opt-in "
                "of it for none."},
    ColumnCheck{&preferences::relation, "preticked", judge_boolean, warning},

    ColumnCheck{&messages::relation, "contact_id", judge_id, warning, "null_contact_id",
                "Find out to whom these messages went: without a contact_id they are nobody's."},
    ColumnCheck{&messages::relation, "sent_at", judge_date, warning, {}, no_message_then},
    ColumnCheck{&messages::relation, "channel", judge_channel, warning, "unknown_channel",
                "Write email, sms, mms, voicemail or in_app in place of {word} in {column}: until "
                "then nobody can say by which way the message went, and it is not found lawful."},
    ColumnCheck{&messages::relation, "opt_out_included", judge_boolean, warning},
    ColumnCheck{
        &messages::relation, "status", judge_word, warning, "unknown_status",
        "Write sent in place of {word} in {column} if the message was received, or bounced, "
        "failed, queued or service: until then it counts as not received.",
        statuses},

    ColumnCheck{&assessments::relation, "approved_at", judge_date, warning, {}, no_assessment_then},
    ColumnCheck{&assessments::relation, "outcome", judge_word, warning, "unknown_outcome",
                "Write approved in place of {word} in {column} if that is what was decided: until "
                "then it counts as not approved.",
                outcomes},
    ColumnCheck{
        &assessments::relation, "review_due_at", judge_date_or_null, warning, {}, overdue_then},

    ColumnCheck{
        &register_checks::relation, "checked_at", judge_past_date, warning, {}, not_screened_then},
};

// By which column a row is named: the first of these that is there and not NULL.
std::string name_of_rows(const Found& found) {
  std::string columns;
  for (const std::string_view column :
       {"sale_id", "message_id", "contact_id", "product_id", "register"}) {
    if (found.has(column)) columns.append(column).append(", ");
  }
  return "coalesce(" + columns + "NULL, NULL)";
}

// Ids of one column, by type.
struct IdTypes {
  std::int64_t integers = 0;
  std::int64_t texts = 0;
  sqlite::Value first_integer;
  sqlite::Value first_text;

  [[nodiscard]] bool only_integers() const { return integers > 0 && texts == 0; }
  [[nodiscard]] bool only_texts() const { return texts > 0 && integers == 0; }

  void add(sqlite::Cell cell) {
    if (cell.type() == SQLITE_INTEGER && integers++ == 0) first_integer = cell.copy();
    if (cell.type() == SQLITE_TEXT && texts++ == 0) first_text = cell.copy();
  }
};

class ValueScan {
 public:
  ValueScan(Ground& ground, const Relation& relation) : ground_(ground), relation_(relation) {
    const Found& found = ground[relation];
    sql_ = "SELECT " + name_of_rows(found);
    for (const ColumnCheck& check : column_checks) {
      if (check.relation != &relation || !found.has(check.column)) continue;
      if (check.asked == Asked::under_national_policies && !ground.law().national()) continue;
      sql_ += ", " + std::string{check.column};
      checks_.push_back({&check, Tally{relation, check.column}, {}});
    }
    if (&relation == &contacts::relation) {
      sql_ += found.has("country") ? ", country" : ", NULL";
      sql_ += found.has("subscriber") ? ", subscriber" : ", NULL";
    }
    sql_ += " FROM " + found.from;
  }

  void run() {
    if (checks_.empty()) return;
    sqlite::Statement rows = ground_.prepare(sql_, relation_);
    while (rows.step()) {
      int column = 0;
      for (Judged& judged : checks_) look(judged, rows[++column], rows[0]);
      if (&relation_ == &contacts::relation) {
        ground_.law().meet(rows[column + 1], rows[column + 2], rows[0]);
      }
    }
  }

  // The types of the ids in that column; nothing where it is not there.
  [[nodiscard]] const IdTypes* types_of(std::string_view column) const {
    const auto judged = std::ranges::find_if(checks_, [&](const Judged& each) {
      return each.check->judge == judge_id && each.check->column == column;
    });
    return judged == checks_.end() ? nullptr : &judged->types;
  }

  // Also of what was met before the relation failed.
  void report() const {
    for (const Judged& judged : checks_) {
      judged.tally.report(ground_);
      if (judged.types.integers > 0 && judged.types.texts > 0) add_mixed(judged);
    }
  }

 private:
  struct Judged {
    const ColumnCheck* check;
    Tally tally;
    IdTypes types;
  };

  void look(Judged& judged, sqlite::Cell cell, sqlite::Cell name) {
    const Look look{cell, *judged.check, std::as_const(ground_).law()};
    if (judged.check->judge == judge_id) judged.types.add(cell);
    if (const auto fault = judged.check->judge(look)) judged.tally.add(*fault, name.copy());
  }

  void add_mixed(const Judged& judged) const {
    const IdTypes& types = judged.types;
    const bool texts_are_fewer = types.texts <= types.integers;
    ground_.add({note, relation_.name, "mixed_id_types",
                 texts_are_fewer ? types.texts : types.integers,
                 texts_are_fewer ? types.first_text : types.first_integer,
                 filled("Write all ids in {column} as INTEGER or all as TEXT, the same in every "
                        "relation: with both, every question is read by key, which is slower.",
                        judged.check->column, "")});
  }

  Ground& ground_;
  const Relation& relation_;
  std::string sql_;
  std::vector<Judged> checks_;
};

// Where each id is defined.
struct Home {
  std::string_view column;
  const Relation* relation;
};
constexpr std::array homes = {Home{"contact_id", &contacts::relation},
                              Home{"product_id", &products::relation}};

// Ids that are all INTEGER in one relation and all TEXT in the one that defines them.
void add_if_types_differ(Ground& ground, const ValueScan& scan, const Relation& relation,
                         const Home& home, const IdTypes& defined) {
  const IdTypes* here = scan.types_of(home.column);
  if (here == nullptr) return;
  const bool texts = here->only_texts() && defined.only_integers();
  const bool integers = here->only_integers() && defined.only_texts();
  if (!texts && !integers) return;
  ground.add({note, relation.name, "id_types_differ", texts ? here->texts : here->integers,
              texts ? here->first_text : here->first_integer,
              filled("Write {column} as " + std::string{texts ? "INTEGER" : "TEXT"} + ", as " +
                         std::string{home.relation->name} +
                         " does: until then every question is read by key, which is slower, and "
                         "SQLite decides which are equal.",
                     home.column, "")});
}

}  // namespace

void check_values(Ground& ground) {
  std::vector<ValueScan> scans;
  for (const Relation* relation : relations) {
    ValueScan& scan = scans.emplace_back(ground, *relation);
    ground.reading(*relation, [&] { scan.run(); });
    scan.report();
  }
  for (const Home& home : homes) {
    const auto defining = std::ranges::find(relations, home.relation) - relations.begin();
    const IdTypes* defined = scans[static_cast<std::size_t>(defining)].types_of(home.column);
    if (defined == nullptr) continue;
    for (std::size_t at = 0; at < relations.size(); ++at) {
      add_if_types_differ(ground, scans[at], *relations[at], home, *defined);
    }
  }
}

}  // namespace softoptin::facts::check
