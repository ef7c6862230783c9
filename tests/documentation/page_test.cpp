// The reading of pages, and that a page which shows something else fails.
#include "documentation/page.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "documentation/session.hpp"

namespace softoptin::documentation {
namespace {

TEST(Page, has_blocks_with_what_they_show) {
  const Page page = read_page(
      "# Title\n\n```sql\nSELECT 1;\n```\n```text\n1\n```\nWords.\n```text\nnot "
      "shown\n```\n```sh\nls\n```\n");
  ASSERT_EQ(page.blocks.size(), 3U);
  EXPECT_EQ(page.blocks[0].line, 4);
  EXPECT_EQ(page.blocks[0].text, "SELECT 1;\n");
  EXPECT_EQ(page.blocks[0].shown, "1\n");
  EXPECT_EQ(page.blocks[1].language, "text");
  EXPECT_EQ(page.blocks[2].language, "sh");
  EXPECT_EQ(page.complaints, std::vector<std::string>{});
}

TEST(Page, obeys_the_comments_right_above_a_block) {
  const Page page = read_page(
      "<!-- runs on: nothing -->\n```sql\nSELECT 1;\n```\n"
      "<!-- not run: needs a licence -->\n```sql\nSELECT 2;\n```\n"
      "<!-- runs on: schema -->\nWords between.\n```sql\nSELECT 3;\n```\n");
  ASSERT_EQ(page.blocks.size(), 3U);
  EXPECT_EQ(page.blocks[0].runs_on, "nothing");
  EXPECT_EQ(page.blocks[1].not_run, "needs a licence");
  EXPECT_EQ(page.blocks[2].runs_on, std::nullopt);
}

TEST(Page, complains_about_what_it_cannot_read) {
  EXPECT_EQ(read_page("<!-- runs in: shop -->\n```sql\n```\n").complaints,
            std::vector<std::string>{
                "line 2: a comment above a block that asks for nothing known: runs in: shop"});
  EXPECT_EQ(read_page("<!-- not run: -->\n```sql\n```\n").complaints,
            std::vector<std::string>{"line 2: `not run` without its reason"});
  EXPECT_EQ(read_page("```sql\nSELECT 1;\n").complaints,
            std::vector<std::string>{"line 2: the block does not end"});
}

TEST(Page, reads_blocks_within_lists) {
  const Page page = read_page("1. First:\n\n   ```sql\n   SELECT\n     1;\n   ```\n");
  ASSERT_EQ(page.blocks.size(), 1U);
  EXPECT_EQ(page.blocks[0].text, "SELECT\n  1;\n");
}

TEST(Page, shows_what_is_printed_and_nothing_else) {
  EXPECT_TRUE(prints("a\nb\n", "a  \nb\n\n"));
  EXPECT_FALSE(prints("a\nb\n", "a\n"));
  EXPECT_FALSE(prints("a\n", "a\nb\n"));
  EXPECT_FALSE(prints("a\n", "b\n"));
  EXPECT_TRUE(prints("a\nb\nc\n", "a\n...\n"));
  EXPECT_TRUE(prints("a\nb\nc\n", "...\nc\n"));
  EXPECT_TRUE(prints("a\nc\n", "a\n...\nc\n"));
  EXPECT_FALSE(prints("a\nb\n", "a\n...\nc\n"));
}

TEST(Session, prints_as_a_reader_sees_it) {
  const auto printed = run_session(
      "nothing", {"SELECT 1, 2;\n", ".headers on\n", "SELECT 1 AS one;\nSELECT x;\nSELECT 3;\n"});
  ASSERT_EQ(printed.size(), 3U);
  EXPECT_EQ(printed[0].text, "1|2\n");
  EXPECT_EQ(printed[1].text, "");
  EXPECT_EQ(
      printed[2].text,
      "one\n1\nParse error: no such column: x\n  SELECT x;\n         ^--- error here\n3\n3\n");
  EXPECT_EQ(printed[2].errors(), std::vector<std::string>{"Parse error: no such column: x"});
}

TEST(Session, loads_the_built_extension) {
  const auto printed =
      run_session("nothing", {".load softoptin\nSELECT soft_optin_version() <> '';\n"});
  EXPECT_EQ(printed[0].text, "1\n");
}

TEST(Session, sees_a_missing_semicolon) {
  const auto printed = run_session("nothing", {"SELECT 1", "SELECT 2;"});
  EXPECT_FALSE(printed[0].ended);
}

}  // namespace
}  // namespace softoptin::documentation
