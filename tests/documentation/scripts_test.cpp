// The SQL files that readers run or copy: each runs as it stands.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>

#include "documentation/session.hpp"

namespace softoptin::documentation {
namespace {

namespace fs = std::filesystem;

std::string printed_by(const std::string& world, const std::string& input) {
  const auto printed = run_session(world, {input}).front();
  return printed.ended ? printed.text : "the input does not end: " + printed.text;
}

TEST(Scripts, the_schema_can_be_asked_at_once) {
  EXPECT_EQ(printed_by("schema", "SELECT soft_optin_reason(1, 'shoes');\n"), "unknown_contact\n");
}

// Each view alone over the example tables, so that they may be copied in any order.
TEST(Scripts, each_relation_runs_over_the_example_tables) {
  for (const auto& entry :
       fs::directory_iterator(fs::path(SOFTOPTIN_SOURCE) / "sql" / "relations")) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() != ".sql" || name == "example_tables.sql") continue;
    const std::string relation = "soft_optin_" + entry.path().stem().string();
    const std::string printed =
        printed_by("nothing", ".read sql/relations/example_tables.sql\n.read sql/relations/" +
                                  name + "\nSELECT count(*) >= 0 FROM " + relation + ";\n");
    EXPECT_EQ(printed, "1\n") << name;
  }
}

TEST(Scripts, the_relations_together_answer) {
  const std::string printed = printed_by(
      "relations",
      "SELECT count(*) > 0, sum(soft_optin_reason(contact_id,"
      " (SELECT min(product_id) FROM soft_optin_products)) IS NULL) FROM soft_optin_contacts;\n");
  EXPECT_EQ(printed, "1|0\n");
}

TEST(Scripts, the_walk_through_the_shop_has_no_error) {
  const auto printed = run_session("shop", {".read examples/shop/walk.sql\n"}).front();
  EXPECT_EQ(printed.errors(), std::vector<std::string>{});
  EXPECT_GT(printed.text.size(), 1000U);
}

// It prints each answer that differs from the one worked out by hand, then how many it compared.
TEST(Scripts, the_shop_gives_the_answers_worked_out_by_hand) {
  const std::string printed = printed_by("shop", ".read examples/shop/expected.sql\n");
  EXPECT_TRUE(std::regex_match(printed, std::regex("[0-9]+ answers compared\n"))) << printed;
}

}  // namespace
}  // namespace softoptin::documentation
