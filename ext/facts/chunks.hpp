// Chunks: a list that grows without moving what is in it, so that it never takes twice its size.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace softoptin::facts {

template <class Row>
class Chunks {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  void push_back(const Row& row) {
    if (size_ % rows_a_chunk == 0) chunks_.push_back(std::make_unique<Chunk>());
    (*this)[size_++] = row;
  }
  [[nodiscard]] Row& operator[](std::size_t at) {
    return (*chunks_[at / rows_a_chunk])[at % rows_a_chunk];
  }

 private:
  static constexpr std::size_t rows_a_chunk = std::size_t{1} << 14U;
  using Chunk = std::array<Row, rows_a_chunk>;

  std::vector<std::unique_ptr<Chunk>> chunks_;
  std::size_t size_ = 0;
};

}  // namespace softoptin::facts
