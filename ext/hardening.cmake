# What the compiler adds to every file of the extension, so that a defect which no test has found
# ends the program where it is and cannot become an answer. tests/binary sees that it is there.
include(CheckCXXCompilerFlag)

add_library(softoptin_hardening INTERFACE)
target_compile_definitions(softoptin_hardening INTERFACE _GLIBCXX_ASSERTIONS)
target_compile_options(softoptin_hardening INTERFACE -fstack-protector-strong)
check_cxx_compiler_flag(-fstack-clash-protection SOFTOPTIN_STACK_CLASH_PROTECTION)
if(SOFTOPTIN_STACK_CLASH_PROTECTION)  # Not on every processor, nor in every compiler.
  target_compile_options(softoptin_hardening INTERFACE -fstack-clash-protection)
endif()
if(CMAKE_BUILD_TYPE MATCHES "Rel")  # It needs an optimised build. Some systems have it on already.
  target_compile_options(softoptin_hardening INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
