// soft_optin_policies: what each jurisdiction's law says, a row for each period and variant.
//
//   SELECT policy, valid_from, citation FROM soft_optin_policies WHERE jurisdiction = 'IE';
//
// The rows of ext/policies, as they are compiled in. Reads no table; NULL is what a row does not
// know or does not need.
#include <algorithm>
#include <array>
#include <string>

#include "api/surface.hpp"
#include "rules/policy_row.hpp"
#include "sqlite/table_function.hpp"

namespace softoptin::api {
namespace {

using rules::PolicyRow;

void show(sqlite::Result result, std::string_view text) {
  text.empty() ? result.null() : result.text(text);
}
void show(sqlite::Result result, bool truth) { result.boolean(truth); }
void show(sqlite::Result result, rules::Said word) { result.text(name(word)); }
void show(sqlite::Result result, rules::SoftOptIn word) { result.text(name(word)); }
void show(sqlite::Result result, rules::Corporates word) { result.text(name(word)); }
void show(sqlite::Result result, rules::Confidence word) { result.text(name(word)); }
void show(sqlite::Result result, rules::Day day) { result.text(day.text()); }
void show(sqlite::Result result, rules::Months months) { result.integer(months.count); }
void show(sqlite::Result result, int number) { result.integer(number); }

template <typename Value>
void show(sqlite::Result result, const std::optional<Value>& value) {
  value ? show(result, *value) : result.null();
}

// One a line.
void show(sqlite::Result result, std::span<const std::string_view> texts) {
  std::string lines;
  for (const std::string_view text : texts) {
    lines += (lines.empty() ? "" : "\n") + std::string{text};
  }
  show(result, std::string_view{lines});
}

// One a line: its name, (legal persons) where it is of these alone, and behind a colon the note.
void show(sqlite::Result result, std::span<const rules::Register> registers) {
  std::string lines;
  for (const rules::Register& entry : registers) {
    lines += (lines.empty() ? "" : "\n") + std::string{entry.name};
    if (entry.legal_persons_only) lines += " (legal persons)";
    if (!entry.note.empty()) lines += ": " + std::string{entry.note};
  }
  show(result, std::string_view{lines});
}

template <auto member>
void show_member(const PolicyRow& row, sqlite::Result result) {
  show(result, row.*member);
}

template <rules::Channel channel>
void show_channel(const PolicyRow& row, sqlite::Result result) {
  show(result, row.channels[static_cast<std::size_t>(channel)]);
}

struct Column {
  std::string_view declaration;
  void (*show)(const PolicyRow& row, sqlite::Result result);
};

constexpr std::array columns = {
    Column{"policy TEXT", show_member<&PolicyRow::policy>},
    Column{"jurisdiction TEXT", show_member<&PolicyRow::jurisdiction>},
    Column{"name TEXT", show_member<&PolicyRow::name>},
    Column{"variant TEXT", show_member<&PolicyRow::variant>},
    Column{"valid_from TEXT", show_member<&PolicyRow::valid_from>},
    Column{"valid_from_basis TEXT", show_member<&PolicyRow::valid_from_basis>},
    Column{"valid_to TEXT", show_member<&PolicyRow::valid_to>},
    Column{"time_zone TEXT", show_member<&PolicyRow::time_zone>},
    Column{"soft_optin TEXT", show_member<&PolicyRow::soft_optin>},
    Column{"email TEXT", show_channel<rules::Channel::email>},
    Column{"sms TEXT", show_channel<rules::Channel::sms>},
    Column{"mms TEXT", show_channel<rules::Channel::mms>},
    Column{"voicemail TEXT", show_channel<rules::Channel::voicemail>},
    Column{"in_app TEXT", show_channel<rules::Channel::in_app>},
    Column{"completed_sale TEXT", show_member<&PolicyRow::completed_sale>},
    Column{"enquiry TEXT", show_member<&PolicyRow::enquiry>},
    Column{"quote TEXT", show_member<&PolicyRow::quote>},
    Column{"free_trial TEXT", show_member<&PolicyRow::free_trial>},
    Column{"free_account TEXT", show_member<&PolicyRow::free_account>},
    Column{"initially_collected INTEGER", show_member<&PolicyRow::initially_collected>},
    Column{"collected_from TEXT", show_member<&PolicyRow::collected_from>},
    Column{"window_months_from_sale INTEGER", show_member<&PolicyRow::window_from_sale>},
    Column{"window_months_from_enquiry INTEGER", show_member<&PolicyRow::window_from_enquiry>},
    Column{"window_rolls INTEGER", show_member<&PolicyRow::window_rolls>},
    Column{"similar_required TEXT", show_member<&PolicyRow::similar_required>},
    Column{"opt_out_at_collection_required TEXT",
           show_member<&PolicyRow::opt_out_at_collection_required>},
    Column{"opt_out_in_every_message_required TEXT",
           show_member<&PolicyRow::opt_out_in_every_message_required>},
    Column{"corporate_subscribers TEXT", show_member<&PolicyRow::corporates>},
    Column{"corporates_note TEXT", show_member<&PolicyRow::corporates_note>},
    Column{"registers TEXT", show_member<&PolicyRow::registers>},
    Column{"days_to_honour_opt_out INTEGER", show_member<&PolicyRow::days_to_honour_opt_out>},
    Column{"days_unit TEXT", show_member<&PolicyRow::days_unit>},
    Column{"other_conditions TEXT", show_member<&PolicyRow::other_conditions>},
    Column{"citation TEXT", show_member<&PolicyRow::citation>},
    Column{"sources TEXT", show_member<&PolicyRow::sources>},
    Column{"confidence TEXT", show_member<&PolicyRow::confidence>},
    Column{"seen_as TEXT", show_member<&PolicyRow::seen_as>},
    Column{"last_checked TEXT", show_member<&PolicyRow::last_checked>},
    Column{"notes TEXT", show_member<&PolicyRow::notes>},
    Column{"version TEXT", show_member<&PolicyRow::version>},
};

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

class Policies : public sqlite::TableCursor {
 public:
  void filter(sqlite::Arguments /*arguments*/, unsigned /*columns_used*/) override { at_ = 0; }
  [[nodiscard]] bool at_end() const override { return at_ == rules::policy_rows().size(); }
  void next() override { ++at_; }
  void column(int column, sqlite::Result result) const override {
    columns.at(static_cast<std::size_t>(column)).show(rules::policy_rows()[at_], result);
  }

 private:
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
    .open = [](sqlite::Connection&) -> std::unique_ptr<sqlite::TableCursor> {
      return std::make_unique<Policies>();
    },
};

}  // namespace

void register_policies(const sqlite::ConnectionPointer& connection) {
  register_table_function(connection, table);
}

}  // namespace softoptin::api
