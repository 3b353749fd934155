# The runtime's unit tests as one program of the board, with GoogleTest from its sources. New files take part by themselves.
set(tests_folder ${PROJECT_SOURCE_DIR}/tests)
set(googletest /usr/src/googletest/googletest CACHE PATH "Sources of GoogleTest")

# What no board can run, and why.
set(only_on_host
  metrics/cell_thread_test.cpp      # std::thread: newlib has none
  metrics/scope_exception_test.cpp  # exceptions: firmware is compiled without them
  sensors/sampler_test.cpp          # the port simulated_bus reads parts from JSON
)

file(GLOB sources CONFIGURE_DEPENDS ${tests_folder}/runtime/*/*_test.cpp)
list(FILTER sources EXCLUDE REGEX "/runtime/host/")
foreach(name IN LISTS only_on_host)
  if(NOT ${tests_folder}/runtime/${name} IN_LIST sources)
    message(FATAL_ERROR "unit_tests.cmake: there is no ${name}")
  endif()
  list(REMOVE_ITEM sources ${tests_folder}/runtime/${name})
endforeach()
list(APPEND sources ${tests_folder}/predecessor/predecessor_test.cpp)

add_library(target_googletest OBJECT ${googletest}/src/gtest-all.cc ${googletest}/src/gtest_main.cc missing_in_newlib.cpp)
target_compile_features(target_googletest PUBLIC cxx_std_20)
target_include_directories(target_googletest SYSTEM PUBLIC ${googletest}/include PRIVATE ${googletest})
# Death tests it leaves out by itself; GoogleTest 1.16 would take GTEST_HAS_DEATH_TEST=0 for a wish to have them.
target_compile_definitions(target_googletest PUBLIC _GNU_SOURCE _POSIX_PATH_MAX=256 GTEST_HAS_PTHREAD=0
  GTEST_HAS_STREAM_REDIRECTION=0 GTEST_HAS_EXCEPTIONS=0 GTEST_HAS_RTTI=0)
target_precompile_headers(target_googletest PRIVATE <gtest/gtest.h>)

prometheus_express_target_program(unit_tests SOURCES ${sources}
  LINK target_googletest prometheus_express::sensors prometheus_express::http prometheus_express::internet
  MACHINE ${prometheus_express_large_board})
prometheus_express_generate(TARGET unit_tests SCHEMA ${tests_folder}/predecessor/metrics.yaml)
target_include_directories(unit_tests PRIVATE ${tests_folder}/runtime/base ${PROJECT_SOURCE_DIR}/runtime/src/base)
target_precompile_headers(unit_tests REUSE_FROM target_googletest)
