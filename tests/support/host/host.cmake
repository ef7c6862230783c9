# The host: what a program needs that opens a database and loads the built extension as users do.
# include() this file where it is needed, and link `host`.
include_guard(GLOBAL)
need(SQLite3 libsqlite3-dev)

add_library(host STATIC
  ${CMAKE_CURRENT_LIST_DIR}/clock.cpp
  ${CMAKE_CURRENT_LIST_DIR}/database.cpp
  ${CMAKE_CURRENT_LIST_DIR}/files.cpp)
target_include_directories(host PUBLIC ${CMAKE_CURRENT_LIST_DIR}/../..)
target_link_libraries(host PUBLIC SQLite::SQLite3)
target_compile_definitions(host PRIVATE SOFTOPTIN_EXTENSION="$<TARGET_FILE:softoptin>")
# The extension is loaded, never linked.
add_dependencies(host softoptin)
