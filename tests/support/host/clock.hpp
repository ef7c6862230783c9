// A clock that stands still, so that `now` means the same day whenever a test runs.
//
// "Now" is read from SQLite's own clock, which is that of the connection's VFS: a connection opened
// through this one reads the time that was set. In all else it is the default VFS.
#pragma once

#include <string_view>

namespace softoptin::host {

// The name of the VFS; registers it at the first call.
const char* still_clock();

// Any date that SQLite reads, UTC. Throws Error where it reads none.
void set_still_clock(std::string_view date);

}  // namespace softoptin::host
