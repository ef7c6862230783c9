// The wall: no C++ exception crosses into SQLite, which would abort the host.
#pragma once

#include <new>

#include "sqlite/error.hpp"

namespace softoptin::sqlite {

// Runs the body. An exception becomes a call of report(code, message) and its result; out of memory
// is SQLITE_NOMEM with a null message.
template <class Body, class Report>
auto behind_the_wall(Body body, Report report) noexcept {
  try {
    return body();
  } catch (const Error& error) {
    return report(error.code(), error.what());
  } catch (const std::bad_alloc&) {
    return report(SQLITE_NOMEM, nullptr);
  } catch (const std::exception& error) {
    return report(SQLITE_ERROR, error.what());
  } catch (...) {
    return report(SQLITE_ERROR, "softoptin failed in a way it did not foresee");
  }
}

}  // namespace softoptin::sqlite
