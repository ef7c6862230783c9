// soft_optin_policies: what each jurisdiction's law says, a row for each period and variant.
//
//   SELECT policy, valid_from, citation FROM soft_optin_policies WHERE jurisdiction = 'IE';
//
// The rows of ext/policies, as they are compiled in, with what the house has chosen in them
// (soft_optin_policy_choices, where that is there). NULL is what a row does not know or does not
// need.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "api/surface.hpp"
#include "facts/policies.hpp"
#include "rules/policy_book.hpp"
#include "rules/text.hpp"
#include "sqlite/table_function.hpp"

namespace softoptin::api {
namespace {

using rules::PolicyRow;

// A row, as the house's choices leave it and as it is written.
struct Shown {
  rules::ChosenRow chosen;
  const PolicyRow* written;
};

sqlite::Value value(std::string_view text) {
  return text.empty() ? sqlite::Value{} : sqlite::Value{std::string{text}};
}
sqlite::Value value(std::int64_t number) { return number; }
sqlite::Value value(rules::Said word) { return value(name(word)); }
sqlite::Value value(rules::SoftOptIn word) { return value(name(word)); }
sqlite::Value value(rules::Corporates word) { return value(name(word)); }
sqlite::Value value(rules::Confidence word) { return value(name(word)); }
sqlite::Value value(rules::Day day) { return day.text(); }
sqlite::Value value(rules::Months months) { return value(std::int64_t{months.count}); }

template <typename Known>
sqlite::Value value(const std::optional<Known>& known) {
  return known ? value(*known) : sqlite::Value{};
}

// One a line.
sqlite::Value value(std::span<const std::string_view> texts) {
  std::string lines;
  for (const std::string_view text : texts) {
    lines += (lines.empty() ? "" : "\n") + std::string{text};
  }
  return value(std::string_view{lines});
}

// One a line: its name, (legal persons) where it is of these alone, and behind a colon the note.
sqlite::Value value(std::span<const rules::Register> registers) {
  std::string lines;
  for (const rules::Register& entry : registers) {
    lines += (lines.empty() ? "" : "\n") + std::string{entry.name};
    if (entry.legal_persons_only) lines += " (legal persons)";
    if (!entry.note.empty()) lines += ": " + std::string{entry.note};
  }
  return value(std::string_view{lines});
}

template <auto member_of_row>
sqlite::Value member(const Shown& shown) {
  return value(shown.chosen.row.*member_of_row);
}

template <rules::Channel which>
sqlite::Value channel(const Shown& shown) {
  return value(shown.chosen.row.channels[static_cast<std::size_t>(which)]);
}

sqlite::Value version(const Shown& shown) { return shown.chosen.version; }

// One a line, as explanations have it, and what the row says by itself.
sqlite::Value choices(const Shown& shown);

struct Column {
  std::string_view declaration;
  sqlite::Value (*value)(const Shown& shown);

  [[nodiscard]] std::string_view name() const {
    return declaration.substr(0, declaration.find(' '));
  }
};

constexpr std::array columns = {
    Column{"policy TEXT", member<&PolicyRow::policy>},
    Column{"jurisdiction TEXT", member<&PolicyRow::jurisdiction>},
    Column{"name TEXT", member<&PolicyRow::name>},
    Column{"variant TEXT", member<&PolicyRow::variant>},
    Column{"valid_from TEXT", member<&PolicyRow::valid_from>},
    Column{"valid_from_basis TEXT", member<&PolicyRow::valid_from_basis>},
    Column{"valid_to TEXT", member<&PolicyRow::valid_to>},
    Column{"time_zone TEXT", member<&PolicyRow::time_zone>},
    Column{"soft_optin TEXT", member<&PolicyRow::soft_optin>},
    Column{"email TEXT", channel<rules::Channel::email>},
    Column{"sms TEXT", channel<rules::Channel::sms>},
    Column{"mms TEXT", channel<rules::Channel::mms>},
    Column{"voicemail TEXT", channel<rules::Channel::voicemail>},
    Column{"in_app TEXT", channel<rules::Channel::in_app>},
    Column{"completed_sale TEXT", member<&PolicyRow::completed_sale>},
    Column{"enquiry TEXT", member<&PolicyRow::enquiry>},
    Column{"quote TEXT", member<&PolicyRow::quote>},
    Column{"free_trial TEXT", member<&PolicyRow::free_trial>},
    Column{"free_account TEXT", member<&PolicyRow::free_account>},
    Column{"initially_collected INTEGER", member<&PolicyRow::initially_collected>},
    Column{"collected_from TEXT", member<&PolicyRow::collected_from>},
    Column{"window_months_from_sale INTEGER", member<&PolicyRow::window_from_sale>},
    Column{"window_months_from_enquiry INTEGER", member<&PolicyRow::window_from_enquiry>},
    Column{"window_rolls INTEGER", member<&PolicyRow::window_rolls>},
    Column{"similar_required TEXT", member<&PolicyRow::similar_required>},
    Column{"opt_out_at_collection_required TEXT",
           member<&PolicyRow::opt_out_at_collection_required>},
    Column{"opt_out_in_every_message_required TEXT",
           member<&PolicyRow::opt_out_in_every_message_required>},
    Column{"corporate_subscribers TEXT", member<&PolicyRow::corporates>},
    Column{"corporates_note TEXT", member<&PolicyRow::corporates_note>},
    Column{"registers TEXT", member<&PolicyRow::registers>},
    Column{"days_to_honour_opt_out INTEGER", member<&PolicyRow::days_to_honour_opt_out>},
    Column{"days_unit TEXT", member<&PolicyRow::days_unit>},
    Column{"other_conditions TEXT", member<&PolicyRow::other_conditions>},
    Column{"citation TEXT", member<&PolicyRow::citation>},
    Column{"sources TEXT", member<&PolicyRow::sources>},
    Column{"confidence TEXT", member<&PolicyRow::confidence>},
    Column{"seen_as TEXT", member<&PolicyRow::seen_as>},
    Column{"last_checked TEXT", member<&PolicyRow::last_checked>},
    Column{"notes TEXT", member<&PolicyRow::notes>},
    Column{"choices TEXT", choices},
    Column{"version TEXT", version},
};

// What the column of that name says; NULL where it says nothing.
std::string said(const Shown& shown, std::string_view parameter) {
  const auto* column = std::ranges::find(columns, parameter, &Column::name);
  const sqlite::Value value = column->value(shown);
  return is_null(value) ? "NULL" : text_of(value);
}

// A person's words, on one line.
std::string on_one_line(std::string_view words) {
  std::string line{rules::trimmed(words)};
  std::ranges::replace_if(
      line, [](char sign) { return sign == '\n' || sign == '\r'; }, ' ');
  return line;
}

// "free_trial = no on 2026-06-01 (why; who), was disputed".
std::string line_of(const rules::TakenChoice& choice, const Shown& shown) {
  const Shown as_written{{*shown.written, {}, {}}, shown.written};
  const std::string_view parameter = choice.parameter->name;
  const bool counts = may_choose(*shown.written, *choice.parameter, choice.latitude);
  return std::string{parameter} + " = " + on_one_line(choice.written.value) + " on " +
         choice.written.decided_on->text() + " (" + on_one_line(choice.written.reason) + "; " +
         on_one_line(choice.written.decided_by) + "), " + (counts ? "was " : "stays ") +
         said(as_written, parameter);
}

sqlite::Value choices(const Shown& shown) {
  std::string lines;
  for (const rules::TakenChoice* choice : shown.chosen.choices) {
    lines += (lines.empty() ? "" : "\n") + line_of(*choice, shown);
  }
  return value(std::string_view{lines});
}

// "CREATE TABLE x(policy TEXT, ...)" of the columns, so that they are listed once.
constexpr std::string_view opening = "CREATE TABLE x(";
constexpr std::string_view between = ", ";

constexpr std::size_t declaration_length() {
  std::size_t length = opening.size();
  for (const Column& column : columns) length += column.declaration.size() + between.size();
  return length;
}

constexpr auto declaration = [] {
  std::array<char, declaration_length()> text{};
  auto* at = std::ranges::copy(opening, text.begin()).out;
  for (const Column& column : columns) {
    at = std::ranges::copy(column.declaration, at).out;
    at = std::ranges::copy(&column == &columns.back() ? ")" : between, at).out;
  }
  return text;  // The bracket is shorter than what stands between columns: a NUL ends it.
}();

// Choices in force today, or of a row that is in force no more on its last day: as on every day
// before, a choice of later changes nothing in it.
rules::Day day_of(const PolicyRow& row, rules::Day today) {
  return row.valid_to ? rules::earlier_of(*row.valid_to, today) : today;
}

class Policies : public sqlite::TableCursor {
 public:
  explicit Policies(sqlite::Connection& connection) : connection_(connection) {}

  void filter(sqlite::Arguments /*arguments*/, unsigned /*columns_used*/) override {
    at_ = 0;
    if (!shown_.empty()) return;  // A join asks again for each of its rows.
    const sqlite::Entered entered{connection_};
    const facts::Snapshot snapshot{connection_.db};
    const facts::Settings settings = facts::read_settings(snapshot);
    facts::read_choices(snapshot, settings, book_);
    for (const PolicyRow& row : rules::policy_rows()) {
      const rules::Zone* own = book_.zone(book_.jurisdiction_of(row.jurisdiction));
      const rules::Zone& zone = own != nullptr ? *own : *settings.time_zone;
      const rules::Day day = day_of(row, snapshot.now().day_in(zone));
      shown_.push_back({book_.chosen(row, day), &row});
    }
  }

  [[nodiscard]] bool at_end() const override { return at_ == shown_.size(); }
  void next() override { ++at_; }
  void column(int column, sqlite::Result result) const override {
    result.value(columns.at(static_cast<std::size_t>(column)).value(shown_[at_]));
  }

 private:
  sqlite::Connection& connection_;
  rules::PolicyBook book_;
  std::vector<Shown> shown_;
  std::size_t at_ = 0;
};

constexpr sqlite::TableFunction table{
    .name = "soft_optin_policies",
    .declaration = declaration.data(),
    .usage = "soft_optin_policies",
    .visible_columns = columns.size(),
    .arguments = 0,
    .required_arguments = 0,
    .pushed = {},
    .cost = 50,
    .rows = 50,
    .pushed_cost = 0,
    .pushed_rows = 0,
    .open = [](sqlite::Connection& connection) -> std::unique_ptr<sqlite::TableCursor> {
      return std::make_unique<Policies>(connection);
    },
};

}  // namespace

void register_policies(const sqlite::ConnectionPointer& connection) {
  register_table_function(connection, table);
}

}  // namespace softoptin::api
