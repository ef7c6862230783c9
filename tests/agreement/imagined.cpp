#include "imagined.hpp"

#include <array>
#include <cctype>
#include <cstdio>

namespace softoptin::agreement {
namespace {

using tests::at;
using tests::Relation;
using tests::Row;

// The parts, each as `show` writes it, with `between` between them.
template <class Parts, class Show>
std::string joined(const Parts& parts, const char* between, Show show) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : between) + std::string{show(part)};
  return text;
}

std::string name_of(const std::string& column, const Built& built) {
  std::string name = column;
  if (!built.capitals) return name;
  for (char& letter : name) {
    letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  }
  return name;
}

std::string create_table(const std::string& table, const Relation& relation, const Built& built) {
  const auto declared = [&](const std::string& column) {
    const auto type = built.types.find(column);
    return name_of(column, built) + (type == built.types.end() ? "" : " " + type->second);
  };
  return "CREATE TABLE " + table + " (" + joined(relation.columns, ", ", declared) + ");\n";
}

std::string insert(const std::string& table, const Relation& relation) {
  if (relation.rows.empty()) return {};
  const auto values = [&](const Row& row) {
    const auto cell = [&](const std::string& column) { return literal(at(row, column)); };
    return "  (" + joined(relation.columns, ", ", cell) + ")";
  };
  return "INSERT INTO " + table + " VALUES\n" + joined(relation.rows, ",\n", values) + ";\n";
}

std::string create_view(const std::string& view, const std::string& table, const Relation& relation,
                        const Built& built) {
  if (built.form == Built::Form::table) return {};
  const auto named = [&](const std::string& column) { return name_of(column, built); };
  const std::string columns = joined(relation.columns, ", ", named);
  const std::string select = "SELECT " + columns + " FROM " + table;
  const std::string create =
      built.form == Built::Form::temp_view ? "CREATE TEMP VIEW " : "CREATE VIEW ";
  if (built.form != Built::Form::halves) return create + view + " AS " + select + ";\n";
  return create + view + " AS " + select + " WHERE rowid % 2 = 0 UNION ALL " + select +
         " WHERE rowid % 2 = 1;\n";
}

std::string shown(const std::string& name, const Relation& relation, const Built& built) {
  const std::string soft_optin = "soft_optin_" + name;
  const std::string table = built.form == Built::Form::table ? soft_optin : "shop_" + name;
  std::string sql = create_table(table, relation, built) + insert(table, relation);
  for (std::size_t at = 0; at < built.indexes.size(); ++at) {
    sql += "CREATE INDEX " + table + "_" + std::to_string(at) + " ON " + table + " (" +
           built.indexes[at] + ");\n";
  }
  return sql + create_view(soft_optin, table, relation, built);
}

}  // namespace

std::string literal(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    std::string quoted = "'";
    for (const char letter : *text) quoted += letter == '\'' ? "''" : std::string(1, letter);
    return quoted + "'";
  }
  const auto* real = std::get_if<double>(&value);
  if (real == nullptr) return tests::shown(value);
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.17g", *real);
  const std::string digits = buffer.data();
  return digits.find_first_of(".e") == std::string::npos ? digits + ".0" : digits;
}

std::string script(const Imagined& imagined) {
  static const Built plain;
  std::string sql;
  for (const auto& [name, relation] : imagined.world.relations) {
    const auto built = imagined.built.find(name);
    sql += shown(name, relation, built == imagined.built.end() ? plain : built->second);
  }
  return sql;
}

std::string arguments(const Question& question) {
  return literal(question.contact_id) + ", " + literal(question.product_id) + ", '" +
         question.channel + "', " + literal(question.as_of);
}

}  // namespace softoptin::agreement
