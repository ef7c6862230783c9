// Error: what becomes an SQL error. Thrown anywhere inside, caught by the wall (wall.hpp).
#pragma once

#include <exception>
#include <string>
#include <utility>

#include "sqlite/api.hpp"

namespace softoptin::sqlite {

class Error : public std::exception {
 public:
  explicit Error(std::string message, int code = SQLITE_ERROR)
      : message_(std::move(message)), code_(code) {}

  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }
  [[nodiscard]] const std::string& message() const { return message_; }
  // SQLite's (extended) result code.
  [[nodiscard]] int code() const { return code_; }

 private:
  std::string message_;
  int code_;
};

}  // namespace softoptin::sqlite
