#include "bench/child.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <exception>
#include <stdexcept>

namespace softoptin::bench {
namespace {

[[noreturn]] void work_and_exit(const std::function<std::int64_t()>& work, int pipe) {
  try {
    const std::int64_t result = work();
    const bool written = write(pipe, &result, sizeof result) == sizeof result;
    _exit(written ? 0 : 1);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    _exit(1);
  }
}

}  // namespace

std::int64_t in_a_child(const std::function<std::int64_t()>& work) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe to a child process");
  const pid_t child = fork();
  if (child == 0) work_and_exit(work, ends[1]);
  close(ends[1]);
  std::int64_t result = 0;
  const bool told = child > 0 && read(ends[0], &result, sizeof result) == sizeof result;
  close(ends[0]);
  int status = -1;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0 || !told) {
    throw std::runtime_error("the work of a child process failed");
  }
  return result;
}

}  // namespace softoptin::bench
