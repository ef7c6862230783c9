// The one include of SQLite's extension interface. Calls go through a table that the loader fills.
#pragma once

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT3
