#include "policies/compiler/compile.hpp"

#include <algorithm>
#include <map>

#include "policies/compiler/row.hpp"

namespace softoptin::policies {
namespace {

constexpr std::string_view opening =
    R"(// Made from ext/policies/*.yaml by the compiler there. Change those.
#include "rules/policy_row.hpp"

namespace softoptin::rules {
namespace {

constexpr Day day(int year, unsigned month, unsigned day) {
  return Day{date::sys_days{date::year{year} / date::month{month} / date::day{day}}};
}

)";

constexpr std::string_view closing = R"(};

}  // namespace

std::span<const PolicyRow> policy_rows() { return rows; }

}  // namespace softoptin::rules
)";

std::string list_name(std::size_t number, const Column& column) {
  return std::string{column.member} + "_" + std::to_string(number);
}

// The lists of a row, each an array of its own.
std::string lists(const Row& row, std::size_t number) {
  std::string cpp;
  for (const Column& column : columns) {
    const Value& value = row.value(column.key);
    if (value.list_of.empty()) continue;
    cpp += "constexpr " + std::string{value.list_of} + " " + list_name(number, column) +
           "[] = " + value.cpp + ";\n";
  }
  return cpp;
}

std::string initializer(const Row& row, std::size_t number) {
  std::string cpp = "    {";
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const Column& column = columns[at];
    const Value& value = row.value(column.key);
    const bool first = at == 0 || columns[at - 1].member != column.member;
    const bool last = at + 1 == columns.size() || columns[at + 1].member != column.member;
    if (first) cpp += "." + std::string{column.member} + " = ";
    if (first && !last) cpp += "{{";
    cpp += value.list_of.empty() ? value.cpp : list_name(number, column);
    if (last && !first) cpp += "}}";
    cpp += last ? ",\n     " : ", ";
  }
  return cpp + ".version = \"" + row.version() + "\"},\n";
}

// The rows of all files, and what is wrong with them.
class Files {
 public:
  void add(const Source& source) {
    try {
      std::vector<Row> rows = rows_of(source.text);
      for (const Row& row : rows) check(source, row);
      std::ranges::move(rows, std::back_inserter(rows_));
    } catch (const Fault& fault) {
      faults_.push_back(place(source, fault.line) + ": " + fault.what());
    }
  }

  [[nodiscard]] Compiled compiled() const {
    if (!faults_.empty()) return {"", faults_};
    std::string cpp{opening};
    for (std::size_t at = 0; at < rows_.size(); ++at) cpp += lists(rows_[at], at);
    cpp += "\nconstexpr PolicyRow rows[] = {\n";
    for (std::size_t at = 0; at < rows_.size(); ++at) cpp += initializer(rows_[at], at);
    return {cpp + std::string{closing}, {}};
  }

 private:
  static std::string place(const Source& source, int line) {
    return source.file + ":" + std::to_string(line);
  }

  // What a file's rows have to do with its name, and with the rows of others.
  void check(const Source& source, const Row& row) {
    const std::string& jurisdiction = row.written("jurisdiction");
    if (source.file != jurisdiction + ".yaml") {
      throw Fault{1, "the file of " + jurisdiction + " is to be named " + jurisdiction + ".yaml"};
    }
    const std::string& policy = row.written("policy");
    const auto [at, fresh] = places_.emplace(policy, place(source, row.line()));
    if (fresh) return;
    throw Fault{row.line(), "the name " + policy + " is that of another row, " + at->second};
  }

  std::vector<Row> rows_;
  std::map<std::string, std::string> places_;  // By the name of a row.
  std::vector<std::string> faults_;
};

}  // namespace

Compiled compile(std::vector<Source> sources) {
  std::ranges::sort(sources, {}, &Source::file);
  Files files;
  for (const Source& source : sources) files.add(source);
  return files.compiled();
}

}  // namespace softoptin::policies
