// The nth call of the file system fails, for every n: a read, a size, a lock.
//
// An error or the right answer, never another, and the same connection answers afterwards.
#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>

#include "faults/questions.hpp"
#include "support/host/files.hpp"

namespace softoptin::faults {
namespace {

using hostile::Policy;
using hostile::Shape;

// Counts down to the call that fails; 0 fails none.
struct Faults {
  long until_failure = 0;
  long calls = 0;
  long failures = 0;
  bool counts = false;

  bool due() {
    if (!counts) return false;
    ++calls;
    if (until_failure == 0 || --until_failure > 0) return false;
    ++failures;
    return true;
  }
};

Faults faults;

// SQLite's own file, behind ours.
struct File {
  sqlite3_file base;
  sqlite3_file* real;
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

sqlite3_vfs* usual() {
  static sqlite3_vfs* const vfs = sqlite3_vfs_find("unix");
  return vfs;
}

int close(sqlite3_file* file) {
  const int code = real(file)->pMethods->xClose(real(file));
  sqlite3_free(real(file));
  return code;
}
int read(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at) {
  if (faults.due()) return SQLITE_IOERR_READ;
  return real(file)->pMethods->xRead(real(file), bytes, count, at);
}
int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  if (faults.due()) return SQLITE_IOERR_WRITE;
  return real(file)->pMethods->xWrite(real(file), bytes, count, at);
}
int truncate(sqlite3_file* file, sqlite3_int64 size) {
  return real(file)->pMethods->xTruncate(real(file), size);
}
int sync(sqlite3_file* file, int flags) { return real(file)->pMethods->xSync(real(file), flags); }
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  if (faults.due()) return SQLITE_IOERR_FSTAT;
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lock(sqlite3_file* file, int level) {
  if (faults.due()) return faults.calls % 2 == 0 ? SQLITE_BUSY : SQLITE_IOERR_LOCK;
  return real(file)->pMethods->xLock(real(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return real(file)->pMethods->xUnlock(real(file), level);
}
int check_reserved(sqlite3_file* file, int* reserved) {
  if (faults.due()) return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return real(file)->pMethods->xCheckReservedLock(real(file), reserved);
}
int control(sqlite3_file* file, int operation, void* data) {
  return real(file)->pMethods->xFileControl(real(file), operation, data);
}
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

constexpr sqlite3_io_methods methods = [] {
  sqlite3_io_methods all{};
  all.iVersion = 1;  // Neither shared memory nor mapped files.
  all.xClose = close;
  all.xRead = read;
  all.xWrite = write;
  all.xTruncate = truncate;
  all.xSync = sync;
  all.xFileSize = file_size;
  all.xLock = lock;
  all.xUnlock = unlock;
  all.xCheckReservedLock = check_reserved;
  all.xFileControl = control;
  all.xSectorSize = sector_size;
  all.xDeviceCharacteristics = characteristics;
  return all;
}();

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* given) {
  auto& ours = *reinterpret_cast<File*>(file);
  ours.base.pMethods = nullptr;
  ours.real = static_cast<sqlite3_file*>(sqlite3_malloc(usual()->szOsFile));
  std::memset(ours.real, 0, static_cast<std::size_t>(usual()->szOsFile));
  const int code = usual()->xOpen(usual(), name, ours.real, flags, given);
  if (code == SQLITE_OK) {
    ours.base.pMethods = &methods;
  } else {
    sqlite3_free(ours.real);
  }
  return code;
}

const char* failing_files() {
  static sqlite3_vfs vfs = [] {
    sqlite3_vfs made = *usual();
    made.zName = "failing files";
    made.szOsFile = sizeof(File);
    made.pNext = nullptr;
    made.xOpen = open;
    return made;
  }();
  static const int registered = sqlite3_vfs_register(&vfs, 0);
  EXPECT_EQ(registered, SQLITE_OK);
  return vfs.zName;
}

class Files : public testing::TestWithParam<Policy> {
 protected:
  Files() {
    host::Database db{file_};
    db.run("PRAGMA page_size = 1024;" + world(GetParam(), Shape::tables));
  }

  // Asks on a connection that has read nothing yet, then once more.
  Answer ask_while_failing(const std::string& sql, long nth, const Answer* expected) {
    host::Database db{file_, host::Database::Mode::create, failing_files()};
    db.load_extension();
    faults = {};
    faults.until_failure = nth;
    const Answer answer = ask(
        db.handle(), sql, [] { faults.counts = true; }, [] { faults.counts = false; });
    if (expected != nullptr) {
      EXPECT_EQ(ask(
                    db.handle(), sql, [] {}, [] {}),
                *expected)
          << "afterwards";
    }
    EXPECT_EQ(db.close(), SQLITE_OK);
    return answer;
  }

  host::ScratchFolder folder_;
  std::string file_ = (folder_.path() / "world.db").string();
};

TEST_P(Files, that_fail_are_an_error_or_the_answer) {
  for (const Question& question : questions()) {
    const Answer answer = ask_while_failing(question.sql, 0, nullptr);
    ASSERT_EQ(answer.code, SQLITE_OK) << question.name;
    const long calls = faults.calls;
    long refused = 0;
    for (long nth = 1; nth <= calls; ++nth) {
      const Answer now = ask_while_failing(question.sql, nth, &answer);
      EXPECT_EQ(faults.failures, 1) << question.name << " " << nth;
      if (now.code == SQLITE_OK) {
        EXPECT_EQ(now.rows, answer.rows) << question.name << ", call " << nth << " of " << calls;
      } else {
        ++refused;
        EXPECT_TRUE(now.code == SQLITE_IOERR || now.code == SQLITE_BUSY)
            << question.name << ", call " << nth << " of " << calls << ": " << now.code;
      }
    }
    EXPECT_GT(refused, question.name == "policies" ? -1 : 5) << question.name;
  }
}

INSTANTIATE_TEST_SUITE_P(each, Files, testing::Values(Policy::baseline, Policy::national),
                         [](const auto& with) { return hostile::name_of(with.param); });

}  // namespace
}  // namespace softoptin::faults
