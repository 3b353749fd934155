# prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml [GENERATED DIR])
#
# Makes `#include "<application>.hpp"` work in TARGET: generates the C++ files of the schema into the build folder,
# compiles them with TARGET and links the layers of the runtime that they use. The files are made again when the schema, a
# file that it names, a template or the generator changes, and at no other time.
#
#     add_subdirectory(prometheus_express)                    # or find_package(prometheus_express REQUIRED)
#     add_executable(firmware main.cpp)
#     prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml)
#
# GENERATED DIR takes checked-in files from that folder instead, for builds without Python; SCHEMA is then not needed.
include_guard(GLOBAL)
include("${CMAKE_CURRENT_LIST_DIR}/PrometheusExpressPython.cmake")

get_filename_component(prometheus_express_generator_dir "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
set(prometheus_express_generator_dir "${prometheus_express_generator_dir}" CACHE INTERNAL "")

function(prometheus_express_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;SCHEMA;GENERATED" "")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "prometheus_express_generate: unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT TARGET "${arg_TARGET}")
    message(FATAL_ERROR "prometheus_express_generate: TARGET names the executable or library that uses the metrics")
  endif()
  if(arg_GENERATED)
    get_filename_component(folder "${arg_GENERATED}" ABSOLUTE)
    file(GLOB files CONFIGURE_DEPENDS "${folder}/*.hpp" "${folder}/*.cpp")
    if(NOT files)
      message(FATAL_ERROR "prometheus_express_generate: no generated files in ${folder}; make them with "
        "`prometheus-express generate SCHEMA --output ${folder}`")
    endif()
  elseif(arg_SCHEMA)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/prometheus_express/${arg_TARGET}")
    get_filename_component(schema "${arg_SCHEMA}" ABSOLUTE)
    prometheus_express_add_generation("${schema}" "${folder}" files)
  else()
    message(FATAL_ERROR "prometheus_express_generate: give SCHEMA, or GENERATED with the folder of checked-in files")
  endif()
  target_sources("${arg_TARGET}" PRIVATE ${files})
  target_include_directories("${arg_TARGET}" PRIVATE "${folder}")
  target_link_libraries("${arg_TARGET}" PRIVATE prometheus_express::http prometheus_express::sensors)
endfunction()

# The build step that makes the schema's files in `folder`; their paths are put into `files_var`.
function(prometheus_express_add_generation schema folder files_var)
  prometheus_express_find_python(python)
  set(command "${CMAKE_COMMAND}" -E env "PYTHONPATH=${prometheus_express_generator_dir}" PYTHONDONTWRITEBYTECODE=1
    "${python}" -m prometheus_express)
  execute_process(COMMAND ${command} outputs "${schema}"
    OUTPUT_VARIABLE names ERROR_VARIABLE problems RESULT_VARIABLE status OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    message(NOTICE "${problems}")
    message(FATAL_ERROR "prometheus_express_generate: ${schema} has errors, shown above")
  endif()
  execute_process(COMMAND ${command} inputs "${schema}" OUTPUT_VARIABLE devices OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(REPLACE "\n" ";" devices "${devices}")
  # A schema with another application's name makes other files.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${schema}")
  string(REPLACE "\n" ";" names "${names}")
  list(TRANSFORM names PREPEND "${folder}/" OUTPUT_VARIABLE files)
  file(GLOB_RECURSE generator CONFIGURE_DEPENDS
    "${prometheus_express_generator_dir}/prometheus_express/*.py"
    "${prometheus_express_generator_dir}/templates/*.j2"
    "${prometheus_express_generator_dir}/../schema/*.json"
    "${prometheus_express_generator_dir}/../schema/devices/*.yaml")
  # Files that come out the same are not written. Ninja notes that they are up to date; other tools look at their dates.
  if(NOT CMAKE_GENERATOR MATCHES "Ninja")
    set(touch COMMAND "${CMAKE_COMMAND}" -E touch_nocreate ${files})
  endif()
  get_filename_component(schema_name "${schema}" NAME)
  add_custom_command(
    OUTPUT ${files}
    COMMAND ${command} generate "${schema}" --output "${folder}"
    ${touch}
    DEPENDS "${schema}" ${devices} ${generator}
    COMMENT "Generating C++ from ${schema_name}"
    VERBATIM)
  set(${files_var} ${files} PARENT_SCOPE)
endfunction()
