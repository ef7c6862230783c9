# Install so that `.load softoptin` works literally: the shell tries softoptin.so in the directories
# of the dynamic loader. In /usr/local/lib the loader's cache takes only files named lib*.so; there
# the soname softoptin.so makes ldconfig link it under the name that the shell asks for. The link is
# installed as well, for prefixes that ldconfig does not know (then LD_LIBRARY_PATH names them).
set_target_properties(softoptin PROPERTIES NO_SONAME ON)
target_link_options(softoptin PRIVATE LINKER:-soname,softoptin.so)

install(PROGRAMS $<TARGET_FILE:softoptin>
  DESTINATION ${CMAKE_INSTALL_LIBDIR} RENAME libsoftoptin.so)
install(CODE "set(libdir \"${CMAKE_INSTALL_LIBDIR}\")")
install(CODE [[
  set(directory "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/${libdir}")
  file(CREATE_LINK libsoftoptin.so "${directory}/softoptin.so" SYMBOLIC)
  message(STATUS "Linked: ${directory}/softoptin.so")
  if("$ENV{DESTDIR}" STREQUAL "" AND CMAKE_INSTALL_PREFIX MATCHES "^/usr(/local)?/?$")
    execute_process(COMMAND ldconfig RESULT_VARIABLE failed ERROR_QUIET)
    if(failed)
      message(STATUS "Run ldconfig as root, so that `.load softoptin` finds it")
    endif()
  endif()
]])
