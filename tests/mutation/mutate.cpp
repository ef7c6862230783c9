// Mutate: the small changes of a C++ file that a test should notice, one at a time.
//
//   mutate FILE           one line a mutant: number, line, the line before, the line after; tabs
//   mutate FILE NUMBER    the file with that change
//
// It reads tokens, not C++: clang-format has written the file, so that blanks tell a comparison
// from a bracket. What does not compile afterwards is no mutant; run.sh finds that out.
// Left alone: comments, texts, directives of the preprocessor, enumerators, static_assert and what
// is there for it alone (namespace proof), and what stands in std::to_array(...), which is data:
// zone.cpp keeps the zones in it. So is the last break of a switch, which does nothing.
#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <initializer_list>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Token {
  enum class Kind { word, number, text, sign };
  Kind kind;
  std::string_view text;
  std::size_t at;  // In the source.
};

bool one_of(std::string_view text, std::initializer_list<std::string_view> all) {
  return std::ranges::find(all, text) != all.end();
}

bool in_word(char sign) {
  return std::isalnum(static_cast<unsigned char>(sign)) != 0 || sign == '_';
}

// Where what begins at `at` ends.
std::size_t end_of_text(std::string_view source, std::size_t at) {
  const char quote = source[at];
  for (++at; at < source.size() && source[at] != quote; ++at) {
    if (source[at] == '\\') ++at;
  }
  return at + 1;
}

std::size_t end_of_word(std::string_view source, std::size_t at) {
  const bool number = std::isdigit(static_cast<unsigned char>(source[at])) != 0;
  const auto goes_on = [&](char sign) {
    return in_word(sign) || (number && (sign == '\'' || sign == '.'));
  };
  while (at < source.size() && goes_on(source[at])) ++at;
  return at;
}

std::size_t length_of_sign(std::string_view rest) {
  for (const std::string_view sign :
       {"<=>", "<<=", ">>=", "...", "->", "::", "<=", ">=", "==", "!=",
        "&&",  "||",  "+=",  "-=",  "*=", "/=", "++", "--", "<<", ">>"}) {
    if (rest.starts_with(sign)) return sign.size();
  }
  return 1;
}

std::size_t end_of_line(std::string_view source, std::size_t at) {
  return std::min(source.find('\n', at), source.size());
}

std::vector<Token> tokens_of(std::string_view source) {
  std::vector<Token> tokens;
  bool first_in_line = true;
  for (std::size_t at = 0; at < source.size();) {
    const char sign = source[at];
    if (sign == '\n') first_in_line = true;
    if (std::isspace(static_cast<unsigned char>(sign)) != 0) {
      ++at;
      continue;
    }
    if ((sign == '#' && first_in_line) || source.substr(at).starts_with("//")) {
      at = end_of_line(source, at);
      continue;
    }
    first_in_line = false;
    std::size_t end = at + length_of_sign(source.substr(at));
    Token::Kind kind = Token::Kind::sign;
    if (sign == '"' || sign == '\'') {
      end = end_of_text(source, at);
      kind = Token::Kind::text;
    } else if (in_word(sign)) {
      end = end_of_word(source, at);
      const bool digit = std::isdigit(static_cast<unsigned char>(sign)) != 0;
      kind = digit ? Token::Kind::number : Token::Kind::word;
    }
    tokens.push_back({kind, source.substr(at, end - at), at});
    at = end;
  }
  return tokens;
}

struct Edit {
  std::size_t at;
  std::size_t length;
  std::string text;
};
using Mutant = std::vector<Edit>;  // In order of place.

std::string with(std::string_view source, const Mutant& mutant) {
  std::string changed;
  std::size_t from = 0;
  for (const Edit& edit : mutant) {
    changed += source.substr(from, edit.at - from);
    changed += edit.text;
    from = edit.at + edit.length;
  }
  return changed + std::string{source.substr(from)};
}

class Mutator {
 public:
  explicit Mutator(std::string_view source) : source_(source), tokens_(tokens_of(source)) {}

  std::vector<Mutant> mutants() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (const auto end = end_of_data(at)) {
        at = *end;
        continue;
      }
      change_sign(at);
      change_word(at);
      change_number(at);
      negate_condition(at);
      drop_statement(at);
    }
    return std::move(mutants_);
  }

 private:
  static constexpr std::string_view nothing{};

  // Of the token that many places on; empty beyond the ends.
  [[nodiscard]] std::string_view text(std::size_t at) const {
    return at < tokens_.size() ? tokens_[at].text : nothing;
  }
  [[nodiscard]] std::string_view before(std::size_t at) const {
    return at > 0 ? text(at - 1) : nothing;
  }
  [[nodiscard]] bool between_blanks(std::size_t at) const {
    const Token& token = tokens_[at];
    const auto blank = [&](std::size_t place) {
      return place < source_.size() &&
             std::isspace(static_cast<unsigned char>(source_[place])) != 0;
    };
    return token.at > 0 && blank(token.at - 1) && blank(token.at + token.text.size());
  }

  // The place of what closes the bracket that is open at `at`.
  [[nodiscard]] std::size_t closing(std::size_t at) const {
    int depth = 0;
    for (; at < tokens_.size(); ++at) {
      if (one_of(tokens_[at].text, {"(", "[", "{"})) ++depth;
      if (one_of(tokens_[at].text, {")", "]", "}"}) && --depth == 0) return at;
    }
    return tokens_.size();
  }
  [[nodiscard]] std::size_t opening(std::size_t at) const {
    int depth = 0;
    for (; at > 0; --at) {
      if (one_of(tokens_[at].text, {")", "]", "}"})) ++depth;
      if (one_of(tokens_[at].text, {"(", "[", "{"}) && --depth == 0) return at;
    }
    return 0;
  }

  // The last token of what is left alone, where it begins here.
  [[nodiscard]] std::optional<std::size_t> end_of_data(std::size_t at) const {
    const auto next = [&](std::string_view wanted) {
      std::size_t found = at;
      while (found < tokens_.size() && text(found) != wanted) ++found;
      return found;
    };
    if (text(at) == "to_array") return closing(next("("));
    if (text(at) == "static_assert") return closing(next("("));
    if (text(at) == "enum") return closing(next("{"));
    if (text(at) == "namespace" && text(at + 1) == "proof") return closing(next("{"));
    if (text(at) == "case") return next(":");
    if (text(at) == "array" && text(at + 1) == "<") return next(">");
    return std::nullopt;
  }

  void add(std::size_t at, std::string replacement) {
    mutants_.push_back({{tokens_[at].at, tokens_[at].text.size(), std::move(replacement)}});
  }

  void change_sign(std::size_t at) {
    static const std::map<std::string_view, std::vector<std::string>> others = {
        {"<", {"<=", ">="}}, {"<=", {"<", ">"}}, {">", {">=", "<="}}, {">=", {">", "<"}},
        {"==", {"!="}},      {"!=", {"=="}},     {"&&", {"||"}},      {"||", {"&&"}},
        {"+", {"-"}},        {"-", {"+"}},       {"*", {"/"}},        {"/", {"*"}},
        {"%", {"/"}},        {"&", {"|"}},       {"|", {"&"}},        {"<<", {">>"}},
        {">>", {"<<"}},      {"+=", {"-="}},     {"-=", {"+="}}};
    if (text(at) == "!") add(at, "");
    if (text(at) == "++") add(at, "--");
    if (text(at) == "--") add(at, "++");
    const auto found = others.find(text(at));
    if (found == others.end() || !between_blanks(at) || before(at) == "template") return;
    const auto is_text = [&](std::size_t place) {
      return place < tokens_.size() && tokens_[place].kind == Token::Kind::text;
    };
    // Texts are put together.
    if (one_of(text(at), {"+", "+="}) && (is_text(at + 1) || (at > 0 && is_text(at - 1)))) return;
    for (const std::string& other : found->second) add(at, other);
  }

  void change_word(std::size_t at) {
    if (text(at) == "true") add(at, "false");
    if (text(at) == "false") add(at, "true");
    if (before(at) != "::" || at < 2) return;
    const auto of = text(at - 2);
    for (const char* other : {"yes", "no", "unknown"}) {
      if (of == "Truth" && text(at) != other) add(at, other);
    }
    if (of == "Said" && text(at) == "yes") add(at, "no");
    if (of == "Said" && text(at) == "no") add(at, "yes");
  }

  void change_number(std::size_t at) {
    if (tokens_[at].kind != Token::Kind::number) return;
    const std::string number{text(at)};
    add(at, "(" + number + " + 1)");
    add(at, "(" + number + " - 1)");
  }

  // Whether what stands between these places is one comparison or one negation, which has a mutant
  // of its own.
  [[nodiscard]] bool single(std::size_t from, std::size_t to) const {
    int comparisons = text(from) == "!" ? 1 : 0;
    for (; from < to; ++from) {
      if (one_of(text(from), {"&&", "||"})) return false;
      if (one_of(text(from), {"==", "!=", "<", ">", "<=", ">="}) && between_blanks(from)) {
        ++comparisons;
      }
    }
    return comparisons == 1;
  }

  void negate(std::size_t from, std::size_t to) {
    if (from >= to || single(from, to)) return;
    const std::size_t end = tokens_[to - 1].at + tokens_[to - 1].text.size();
    mutants_.push_back({{tokens_[from].at, 0, "!("}, {end, 0, ")"}});
  }

  void negate_condition(std::size_t at) {
    if (text(at) == "if" && text(at + 1) == "(") {
      const std::size_t end = closing(at + 1);
      for (std::size_t inside = at + 2; inside < end; ++inside) {
        if (one_of(text(inside), {"=", ";"})) return;  // It declares something.
      }
      negate(at + 2, end);
    }
    if (text(at) != "?") return;
    std::size_t from = at;
    while (from > 0) {
      const auto previous = before(from);
      if (one_of(previous, {"=", "return", "(", ",", "?", ":", ";", "{", "}", "+=", "["})) break;
      from = one_of(previous, {")", "]"}) ? opening(from - 1) : from - 1;
    }
    negate(from, at);
  }

  [[nodiscard]] bool in_parentheses(std::size_t at) const {
    int depth = 0;
    while (at-- > 0) {
      if (one_of(text(at), {")", "]", "}"})) ++depth;
      if (one_of(text(at), {"(", "[", "{"}) && --depth < 0) return text(at) == "(";
    }
    return false;
  }

  [[nodiscard]] bool begins_statement(std::size_t at) const {
    const auto previous = before(at);
    if (one_of(previous, {";", "{", "}", "else"})) return !in_parentheses(at);
    if (previous == ":") {
      std::size_t label = at - 1;
      while (label > 0 && !one_of(text(label), {"case", "default", ";", "?", "{"})) --label;
      return one_of(text(label), {"case", "default"});
    }
    if (previous != ")") return false;
    const std::size_t open = opening(at - 1);
    return one_of(before(open), {"if", "for", "while"});
  }

  // Whether that } closes a switch.
  [[nodiscard]] bool ends_switch(std::size_t at) const {
    const std::size_t open = opening(at);
    return before(open) == ")" && before(opening(open - 1)) == "switch";
  }

  // A type and a name.
  [[nodiscard]] bool declares(std::size_t at) const {
    const auto word = [&](std::size_t place) {
      return place < tokens_.size() && tokens_[place].kind == Token::Kind::word;
    };
    while (word(at) && text(at + 1) == "::") at += 2;
    ++at;
    if (text(at) == "<" && !between_blanks(at)) return true;
    if (one_of(text(at), {"&", "*"}) && !between_blanks(at)) ++at;
    return word(at);
  }

  // The `;` of a statement that has no block.
  [[nodiscard]] std::optional<std::size_t> end_of_statement(std::size_t at) const {
    for (; at < tokens_.size(); ++at) {
      if (text(at) == ";") return at;
      if (one_of(text(at), {")", "]", "}"})) return std::nullopt;
      if (text(at) == "{" && !one_of(before(at), {"=", "return"}) &&
          tokens_[at - 1].kind != Token::Kind::word) {
        return std::nullopt;
      }
      if (one_of(text(at), {"(", "[", "{"})) at = closing(at);
    }
    return std::nullopt;
  }

  void drop_statement(std::size_t at) {
    const bool word = tokens_[at].kind == Token::Kind::word;
    if (!(word || one_of(text(at), {"++", "--"})) || !begins_statement(at)) return;
    const bool jump = one_of(text(at), {"return", "continue", "break"});
    const bool leave = one_of(
        text(at), {"if",        "for",    "while", "switch", "case",     "default",   "using",
                   "namespace", "struct", "class", "enum",   "template", "constexpr", "const",
                   "static",    "friend", "auto",  "public", "private",  "explicit",  "inline",
                   "virtual",   "else",   "do",    "[",      "}",        ";"});
    if (leave || (!jump && declares(at))) return;
    const auto end = end_of_statement(at);
    if (!end || *end == at || one_of(before(*end), {"delete", "default"})) return;
    // The last break of a switch does nothing.
    if (text(at) == "break" && text(*end + 1) == "}" && ends_switch(*end + 1)) return;
    mutants_.push_back({{tokens_[at].at, tokens_[*end].at - tokens_[at].at, ""}});
  }

  std::string_view source_;
  std::vector<Token> tokens_;
  std::vector<Mutant> mutants_;
};

std::string line_of(std::string_view source, std::size_t number) {
  std::size_t at = 0;
  for (; number > 1; --number) at = end_of_line(source, at) + 1;
  const auto line = source.substr(at, end_of_line(source, at) - at);
  const auto begin = std::min(line.find_first_not_of(' '), line.size());
  return std::string{line.substr(begin)};
}

std::string read_file(const char* path) {
  std::ifstream file{path};
  if (!file) {
    std::cerr << path << " cannot be read\n";
    std::exit(2);
  }
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count < 2 || argument_count > 3) {
    std::cerr << "usage: mutate FILE [NUMBER]\n";
    return 2;
  }
  const std::string source = read_file(arguments[1]);
  const std::vector<Mutant> mutants = Mutator{source}.mutants();
  if (argument_count == 3) {
    std::cout << with(source, mutants.at(std::stoul(arguments[2]) - 1));
    return 0;
  }
  for (std::size_t at = 0; at < mutants.size(); ++at) {
    const std::size_t place = mutants[at].front().at;
    const auto line =
        1 + static_cast<std::size_t>(std::ranges::count(source.substr(0, place), '\n'));
    std::cout << at + 1 << '\t' << line << '\t' << line_of(source, line) << '\t'
              << line_of(with(source, mutants[at]), line) << '\n';
  }
}
