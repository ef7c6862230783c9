// Addresses and words: SQLite's own trim(), lower() and replace() as the second opinion, and what
// holds of every spelling.
#include <sqlite3.h>

#include "bytes.hpp"
#include "rules/text.hpp"
#include "rules/vocabulary.hpp"

namespace softoptin::fuzz {
namespace {

// A statement without tables, prepared once for all inputs.
class Opinion {
 public:
  explicit Opinion(const char* sql) {
    sqlite3_open(":memory:", &db_);
    sqlite3_prepare_v2(db_, sql, -1, &statement_, nullptr);
    if (statement_ == nullptr) fail(sqlite3_errmsg(db_));
  }
  Opinion(const Opinion&) = delete;
  Opinion& operator=(const Opinion&) = delete;
  Opinion(Opinion&&) = delete;
  Opinion& operator=(Opinion&&) = delete;
  ~Opinion() {
    sqlite3_finalize(statement_);
    sqlite3_close(db_);
  }

  std::string on(const std::string& text) {
    sqlite3_reset(statement_);
    sqlite3_bind_text(statement_, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    sqlite3_step(statement_);
    const void* result = sqlite3_column_blob(statement_, 0);
    const auto length = static_cast<std::size_t>(sqlite3_column_bytes(statement_, 0));
    return length == 0 ? std::string{} : std::string{static_cast<const char*>(result), length};
  }

 private:
  sqlite3* db_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

// As sql/reference/addresses.md writes the two forms.
constexpr const char* email_in_sql = "SELECT lower(trim(?1))";
constexpr const char* phone_in_sql = R"(
  WITH dropped(text) AS (SELECT replace(replace(replace(replace(replace(replace(replace(
    ?1, ' ', ''), '.', ''), '-', ''), '(', ''), ')', ''), '[', ''), ']', ''))
  SELECT CASE WHEN substr(text, 1, 2) = '00' THEN '+' || substr(text, 3) ELSE text END
    FROM dropped)";

// Letters of ASCII in the other case, and blanks around.
std::string spelt_otherwise(std::string text, std::uint8_t how) {
  for (char& letter : text) {
    const char lower = rules::ascii_lower(letter);
    if (lower >= 'a' && lower <= 'z' && (how & 1U) != 0) letter = static_cast<char>(letter ^ 32);
  }
  return std::string(how % 3, ' ') + text + std::string(how % 5, ' ');
}

void expect_keys(const std::string& text) {
  static Opinion email{email_in_sql};
  static Opinion phone{phone_in_sql};
  const std::string email_key = rules::email_key(text);
  const std::string phone_key = rules::phone_key(text);
  expect(email_key == email.on(text), "'" + text + "' as email is '" + email_key + "'");
  expect(phone_key == phone.on(text), "'" + text + "' as phone is '" + phone_key + "'");
  expect(rules::email_key(email_key) == email_key, "a key of an email has another key");
  expect(rules::phone_key(phone_key) == phone_key, "a key of a phone has another key");
  expect(rules::blank(text) == email_key.empty(), "a blank text has a key, or another has none");
  expect(!rules::plain_word(text) || text.find_first_of("@0123456789+ .") == std::string::npos,
         "'" + text + "' may be an address, and is shown");
}

void expect_words(const std::string& left, const std::string& right) {
  static Opinion word{email_in_sql};
  expect(rules::same_word(left, right) == (word.on(left) == word.on(right)),
         "'" + left + "' and '" + right + "': whether they are one word");
}

// A word means the same in every case and with blanks around.
void expect_vocabulary(const std::string& text, const std::string& other) {
  using namespace rules;
  const auto scope = channel_scope_of(text);
  const auto other_scope = channel_scope_of(other);
  expect(channel_of(text) == channel_of(other) && kind_of(text) == kind_of(other) &&
             trigger_of(text) == trigger_of(other) && state_of(text) == state_of(other) &&
             scope.reach == other_scope.reach && scope.channel == other_scope.channel,
         "'" + text + "' means something else when it is spelt '" + other + "'");
}

}  // namespace
}  // namespace softoptin::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace softoptin::fuzz;
  Bytes bytes{data, size};
  const std::uint8_t how = bytes.byte();
  std::string left = bytes.short_text(40);
  const std::string right = bytes.text(40);
  // SQLite ends a text at a NUL, and reads UTF-8, which these bytes need not be.
  for (const std::string& text : {left, right}) {
    for (const char sign : text) {
      if (sign <= 0) return 0;
    }
  }
  expect_keys(left);
  expect_keys(right);
  expect_words(left, right);
  expect_words(left, spelt_otherwise(left, how));
  expect_vocabulary(left, spelt_otherwise(left, how));
  return 0;
}
