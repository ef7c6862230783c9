// Words, addresses and truth: the small vocabularies that facts are written in.
#include <gtest/gtest.h>

#include <string>

#include "printing.hpp"
#include "rules/text.hpp"
#include "rules/vocabulary.hpp"

namespace softoptin::rules {
namespace {

using namespace std::string_literals;
using Reach = ChannelScope::Reach;

TEST(truth, of_two_is_no_before_unknown_before_yes) {
  const auto [yes, no, unknown] = std::array{Truth::yes, Truth::no, Truth::unknown};
  EXPECT_EQ(both(yes, yes), yes);
  for (const Truth other : {yes, no, unknown}) {
    EXPECT_EQ(both(no, other), no);
    EXPECT_EQ(both(other, no), no);
  }
  for (const Truth other : {yes, unknown}) {
    EXPECT_EQ(both(unknown, other), unknown);
    EXPECT_EQ(both(other, unknown), unknown);
  }
}

TEST(truth, unknown_has_no_opposite) {
  EXPECT_EQ(opposite(Truth::yes), Truth::no);
  EXPECT_EQ(opposite(Truth::no), Truth::yes);
  EXPECT_EQ(opposite(Truth::unknown), Truth::unknown);
  EXPECT_EQ(Truth{}, Truth::unknown) << "what nobody set is unknown";
}

TEST(text, is_trimmed_of_blanks_only) {
  EXPECT_EQ(trimmed("  a b "), "a b");
  EXPECT_EQ(trimmed("   "), "");
  EXPECT_EQ(trimmed("\ta\n"), "\ta\n");
  EXPECT_TRUE(blank("") && blank("  "));
  EXPECT_FALSE(blank("\t") || blank(" . "));
}

TEST(words, are_the_same_whatever_their_ascii_case_and_the_blanks_around) {
  EXPECT_TRUE(same_word(" Opt_Out ", "opt_out"));
  EXPECT_TRUE(same_word("", "   "));
  EXPECT_FALSE(same_word("opt out", "opt_out"));
  EXPECT_FALSE(same_word("opt_outs", "opt_out"));
  EXPECT_FALSE(same_word("opt_out\0"s, "opt_out"));
  EXPECT_FALSE(same_word("\xC3\x89", "\xC3\xA9")) << "beyond ASCII, case is not folded";
  EXPECT_FALSE(same_word("@", "`")) << "only letters have a case";
  EXPECT_FALSE(same_word("[", "{"));
}

TEST(triggers, are_what_a_negotiation_was) {
  for (const auto* word : {"enquiry", " Inquiry ", "request_for_information", "negotiation"}) {
    EXPECT_EQ(trigger_of(word), Trigger::enquiry) << word;
  }
  EXPECT_EQ(trigger_of("QUOTE"), Trigger::quote);
  for (const auto* word : {"free_trial", "Trial"}) EXPECT_EQ(trigger_of(word), Trigger::free_trial);
  for (const auto* word : {"", "  ", "free trial", "sale", "quotes", "unknown"}) {
    EXPECT_EQ(trigger_of(word), Trigger::unknown) << word;
  }
}

// What may be shown in a message: nothing that could be an address or a name.
TEST(plain_words, are_a_few_letters_hyphens_and_underscores) {
  for (const auto* word : {"a", "z", "A", "Z", "opt_in", "opt-out", "-", "_", "Narnia"}) {
    EXPECT_TRUE(plain_word(word)) << word;
  }
  for (const auto* text : {"", " ", "a b", " a", "ada@example.org", "@", "[", "`", "{",
                           "+353861234567", "1", "a.b", "\xC3\x89va", "a\n"}) {
    EXPECT_FALSE(plain_word(text)) << text;
  }
  EXPECT_TRUE(plain_word(std::string(32, 'a')));
  EXPECT_FALSE(plain_word(std::string(33, 'a')));
}

TEST(email_key, trims_and_folds_ascii_case_and_nothing_else) {
  EXPECT_EQ(email_key("  Ada.Lovelace+Shop@Example.ORG "), "ada.lovelace+shop@example.org");
  EXPECT_EQ(email_key("ada.lovelace@example.org"), "ada.lovelace@example.org");
  EXPECT_NE(email_key("adalovelace@example.org"), email_key("ada.lovelace@example.org"));
  EXPECT_EQ(email_key("\xC3\x89va@example.org"), "\xC3\x89va@example.org");
  EXPECT_EQ(email_key("   "), "");
  EXPECT_EQ(email_key("a\0B"s), "a\0b"s) << "an embedded NUL does not shorten an address";
}

TEST(phone_key, drops_what_people_write_between_digits) {
  for (const char* phone : {"+353 1 234-5678", "00353 (1) 234.5678", "+353[1]2345678",
                            "  0035312345678 ", "(00)353 12345678"}) {
    EXPECT_EQ(phone_key(phone), "+35312345678") << phone;
  }
  EXPECT_EQ(phone_key("01 234 5678"), "012345678") << "a national number stays one";
  EXPECT_EQ(phone_key("+1 200 300"), "+1200300") << "only a leading 00 is the international prefix";
  EXPECT_EQ(phone_key("0"), "0");
  EXPECT_EQ(phone_key("00"), "+");
  EXPECT_EQ(phone_key(" .-()[] "), "") << "signs alone are no address";
  EXPECT_EQ(phone_key("123/456"), "123/456");
}

TEST(channels, are_read_by_their_names) {
  EXPECT_EQ(channel_of("email"), Channel::email);
  EXPECT_EQ(channel_of(" SMS "), Channel::sms);
  EXPECT_EQ(channel_of("Mms"), Channel::mms);
  EXPECT_EQ(channel_of("voicemail"), Channel::voicemail);
  EXPECT_EQ(channel_of("in_app"), Channel::in_app);
  for (const char* word :
       {"", " ", "e-mail", "mail", "phone", "post", "in-app", "emails", "push"}) {
    EXPECT_FALSE(channel_of(word)) << word;
  }
}

TEST(channels, go_to_the_address_that_they_need) {
  EXPECT_EQ(address_of(Channel::email), Address::email);
  EXPECT_EQ(address_of(Channel::sms), Address::phone);
  EXPECT_EQ(address_of(Channel::mms), Address::phone);
  EXPECT_EQ(address_of(Channel::voicemail), Address::phone);
  EXPECT_EQ(address_of(Channel::in_app), Address::none);
}

TEST(channels, of_a_row_may_be_all_or_one) {
  EXPECT_EQ(ChannelScope{}.reach, Reach::all);
  EXPECT_EQ(channel_scope_of("Sms").reach, Reach::one);
  EXPECT_EQ(channel_scope_of("Sms").channel, Channel::sms);
}

TEST(channels, of_a_row_may_be_no_electronic_mail) {
  for (const char* word : {"post", " Letter ", "phone", "telephone", "call", "FAX"}) {
    EXPECT_EQ(channel_scope_of(word).reach, Reach::no_mail) << word;
  }
}

// Whoever wrote "e-mail" or "all" of an opt-out did not mean that marketing by email may go on.
TEST(channels, of_a_row_that_are_no_known_word_may_be_any) {
  for (const char* word : {"", "  ", "e-mail", "mail", "all", "text", "posted", "NULL"}) {
    EXPECT_EQ(channel_scope_of(word).reach, Reach::unknown) << word;
  }
}

TEST(kinds, that_are_no_known_word_never_qualify) {
  EXPECT_EQ(kind_of(" Sale"), Kind::sale);
  EXPECT_EQ(kind_of("negotiation"), Kind::negotiation);
  EXPECT_EQ(kind_of("FREE_ACCOUNT"), Kind::free_account);
  EXPECT_EQ(kind_of(" "), Kind::unknown);
  for (const char* word : {"cancelled", "refund", "donation", "sales", "free account", "quote"}) {
    EXPECT_EQ(kind_of(word), Kind::other) << word;
  }
}

TEST(states, are_read_by_their_names) {
  EXPECT_EQ(state_of("opt_out"), State::opt_out);
  EXPECT_EQ(state_of(" OPT_IN "), State::opt_in);
  EXPECT_EQ(state_of(" "), State::unknown);
}

// Other spellings of an opt-out are one; other spellings of an opt-in do not give consent.
TEST(states, of_another_spelling_never_count_in_favour_of_sending) {
  for (const char* word : {"opt-out", "Opt Out", "OPTOUT"}) {
    EXPECT_EQ(state_of(word), State::opt_out) << word;
  }
  for (const char* word : {"opt-in", "opt in", "optin", "subscribed"}) {
    EXPECT_EQ(state_of(word), State::neither) << word;
  }
}

TEST(states, that_are_no_known_word_are_neither) {
  for (const char* word : {"unknown", "pending", "unsubscribed", "out", "1", "NULL"}) {
    EXPECT_EQ(state_of(word), State::neither) << word;
  }
}

}  // namespace
}  // namespace softoptin::rules
