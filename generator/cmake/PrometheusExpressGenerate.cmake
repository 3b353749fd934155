# prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml [DEFINE NAME=VALUE…] [STRICT] [GENERATED DIR])
#
# Makes `#include "<application>.hpp"` work in TARGET: generates the C++ files of the schema into the build folder,
# compiles them with TARGET and links the layers of the runtime that they use. The files are made again when the schema, a
# file that it names, a template or the generator changes, and at no other time.
#
#     add_subdirectory(prometheus_express)                    # or find_package(prometheus_express REQUIRED)
#     add_executable(firmware main.cpp)
#     prometheus_express_generate(TARGET firmware SCHEMA metrics.yaml)
#
# DEFINE gives the schema's variables their values, `${NAME}`; PROJECT_VERSION is known where the project has one. STRICT takes
# warnings for errors.
#
# TARGET is an executable or a library. What links a library sees the generated header as well. The call may stand in another
# folder than the target's definition. A target may have several schemas, each with a call and an application of its own.
#
# The driver of a part is the same text for every application, and once in a program, whichever of its targets read that part. Object
# and interface libraries have theirs in a static library of their own, `<TARGET>_devices`, which comes with them.
#
# GENERATED DIR takes checked-in files from that folder instead, for builds without Python; SCHEMA is then not needed.
include_guard(GLOBAL)
cmake_policy(PUSH)
cmake_policy(VERSION 3.22)  # whatever the project asks for
include("${CMAKE_CURRENT_LIST_DIR}/PrometheusExpressPython.cmake")

get_filename_component(prometheus_express_generator_dir "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
set(prometheus_express_generator_dir "${prometheus_express_generator_dir}" CACHE INTERNAL "")

function(prometheus_express_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "STRICT" "TARGET;SCHEMA;GENERATED" "DEFINE")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "prometheus_express_generate: unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  prometheus_express_check_target("${arg_TARGET}" target type)
  prometheus_express_count_schema("${target}" name)
  if(arg_GENERATED)
    get_filename_component(folder "${arg_GENERATED}" ABSOLUTE)
    file(GLOB files CONFIGURE_DEPENDS "${folder}/*.hpp" "${folder}/*.cpp")
    if(NOT files)
      message(FATAL_ERROR "prometheus_express_generate: no generated files in ${folder}; make them with "
        "`prometheus-express generate SCHEMA --output ${folder}`")
    endif()
    set(drivers "")
    foreach(file IN LISTS files)
      file(STRINGS "${file}" found REGEX "^namespace prometheus_express::devices" LIMIT_COUNT 1)
      if(found AND file MATCHES "\\.cpp$")
        list(APPEND drivers "${file}")
      endif()
    endforeach()
  elseif(arg_SCHEMA)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/prometheus_express/${name}")
    get_filename_component(schema "${arg_SCHEMA}" ABSOLUTE)
    set(options "")
    if(PROJECT_VERSION)
      list(APPEND options --define "PROJECT_VERSION=${PROJECT_VERSION}")
    endif()
    foreach(definition IN LISTS arg_DEFINE)
      string(REPLACE ";" "\\;" definition "${definition}")
      list(APPEND options --define "${definition}")
    endforeach()
    if(arg_STRICT)
      list(APPEND options --strict)
    endif()
    prometheus_express_add_generation("${schema}" "${folder}" "${options}" files)
    list(GET files 0 header)  # that of the application
    get_filename_component(application "${header}" NAME_WE)
    set(drivers "${files}")
    list(FILTER drivers INCLUDE REGEX "\\.cpp$")
    list(FILTER drivers EXCLUDE REGEX "/${application}(_sensors)?\\.cpp$")
    # The rule that makes the files is known in this folder only. From others they are reached by a target of their own.
    add_custom_target(${name}_metrics DEPENDS ${files})
    add_dependencies("${target}" ${name}_metrics)
  else()
    message(FATAL_ERROR "prometheus_express_generate: give SCHEMA, or GENERATED with the folder of checked-in files")
  endif()
  if(drivers)
    prometheus_express_add_drivers("${target}" "${type}" "${name}" "${drivers}")
    list(REMOVE_ITEM files ${drivers})
  endif()
  prometheus_express_add_files("${target}" "${type}" "${folder}" "${files}")
endfunction()

# A name for what is made of the next schema of a target: its own for the first, `firmware.2` for the second.
function(prometheus_express_count_schema target name_var)
  get_target_property(count "${target}" PROMETHEUS_EXPRESS_SCHEMAS)
  if(NOT count)
    set(count 0)
  endif()
  math(EXPR count "${count} + 1")
  set_target_properties("${target}" PROPERTIES PROMETHEUS_EXPRESS_SCHEMAS ${count})
  set(${name_var} "${target}" PARENT_SCOPE)
  if(count GREATER 1)
    set(${name_var} "${target}.${count}" PARENT_SCOPE)
  endif()
endfunction()

# The target that is meant, and its type; or a message of what is wrong with it.
function(prometheus_express_check_target name target_var type_var)
  if(NOT name)
    message(FATAL_ERROR "prometheus_express_generate: give TARGET, the executable or library that uses the metrics")
  endif()
  if(NOT TARGET "${name}")
    message(FATAL_ERROR "prometheus_express_generate: there is no target ${name} yet: "
      "write this behind add_executable(${name} …) or add_library(${name} …)")
  endif()
  get_target_property(target "${name}" ALIASED_TARGET)
  if(NOT target)
    set(target "${name}")
  endif()
  get_target_property(type "${target}" TYPE)
  get_target_property(imported "${target}" IMPORTED)
  if(imported OR type STREQUAL "UTILITY")
    message(FATAL_ERROR "prometheus_express_generate: nothing is compiled for the target ${name}; name an executable or library "
      "that this project builds")
  endif()
  get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
  if(NOT "CXX" IN_LIST languages AND NOT type STREQUAL "INTERFACE_LIBRARY")
    message(FATAL_ERROR "prometheus_express_generate: what is generated is C++, which this project does not compile: "
      "write project(… LANGUAGES CXX), or enable_language(CXX)")
  endif()
  # What is deferred is evaluated at the end of the folder, where the variables of this function are not known.
  cmake_language(EVAL CODE "cmake_language(DEFER CALL prometheus_express_check_lwip [[${target}]])")
  set(${target_var} "${target}" PARENT_SCOPE)
  set(${type_var} "${type}" PARENT_SCOPE)
endfunction()

# At the end of a folder: whether a target links the port lwip, which is there only with lwIP's sources, without them.
function(prometheus_express_check_lwip target)
  get_target_property(linked "${target}" LINK_LIBRARIES)
  if("prometheus_express::lwip" IN_LIST linked AND NOT TARGET prometheus_express::lwip)
    message(FATAL_ERROR "${target} links prometheus_express::lwip, which needs lwIP's sources: before add_subdirectory of "
      "prometheus_express, write set(PROMETHEUS_EXPRESS_LWIP_DIR /path/to/lwip), the folder that holds src/")
  endif()
endfunction()

# Puts the sources of drivers into a program once. A target that has a driver of the same name, by an earlier call, has this one. Of
# static libraries the linker takes what no file before them has; object and interface libraries get one for their drivers.
function(prometheus_express_add_drivers target type name drivers)
  if(NOT type MATCHES "^(OBJECT|INTERFACE)_LIBRARY$")
    get_target_property(present "${target}" PROMETHEUS_EXPRESS_DRIVERS)
    foreach(driver IN LISTS drivers)
      get_filename_component(file "${driver}" NAME)
      if(NOT file IN_LIST present)
        target_sources("${target}" PRIVATE "${driver}")
        set_property(TARGET "${target}" APPEND PROPERTY PROMETHEUS_EXPRESS_DRIVERS "${file}")
      endif()
    endforeach()
    set_source_files_properties(${drivers} TARGET_DIRECTORY "${target}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    return()
  endif()
  add_library(${name}_devices STATIC ${drivers})
  get_property(position_independent GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS)
  set_target_properties(${name}_devices PROPERTIES UNITY_BUILD OFF POSITION_INDEPENDENT_CODE ${position_independent})
  if(TARGET ${name}_metrics)
    add_dependencies(${name}_devices ${name}_metrics)
  endif()
  target_link_libraries(${name}_devices PUBLIC prometheus_express::sensors)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_link_libraries("${target}" INTERFACE ${name}_devices)
  else()
    target_compile_options(${name}_devices PRIVATE "$<TARGET_PROPERTY:${target},COMPILE_OPTIONS>")
    target_link_libraries("${target}" PUBLIC ${name}_devices)
  endif()
endfunction()

# Compiles the generated files with the target, and lets it see them and the layers that they use; if it is a library, whoever links
# it as well.
function(prometheus_express_add_files target type folder files)
  set(compiled PRIVATE)
  set(seen PUBLIC)
  if(type STREQUAL "EXECUTABLE")
    set(seen PRIVATE)
  elseif(type STREQUAL "INTERFACE_LIBRARY")
    set(compiled INTERFACE)  # with each target that links it
    set(seen INTERFACE)
  endif()
  # What they call something within a file is theirs alone.
  set_source_files_properties(${files} TARGET_DIRECTORY "${target}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources("${target}" ${compiled} ${files})
  target_include_directories("${target}" ${seen} "$<BUILD_INTERFACE:${folder}>")
  set(layers http)
  if(files MATCHES "_sensors\\.cpp")
    list(APPEND layers sensors)
  endif()
  foreach(layer IN LISTS layers)
    target_link_libraries("${target}" ${seen} prometheus_express::${layer})
  endforeach()
  if(type STREQUAL "SHARED_LIBRARY" OR type STREQUAL "MODULE_LIBRARY")
    # What goes into it can be loaded anywhere. Installed libraries are as they were built.
    get_property(own GLOBAL PROPERTY prometheus_express_layers)
    foreach(layer IN LISTS own)
      get_target_property(layer_type ${layer} TYPE)
      if(layer_type STREQUAL "STATIC_LIBRARY")
        set_target_properties(${layer} PROPERTIES POSITION_INDEPENDENT_CODE ON)
      endif()
    endforeach()
  endif()
endfunction()

# The build step that makes the schema's files in `folder` with the generator's `options`; their paths are put into `files_var`.
function(prometheus_express_add_generation schema folder options files_var)
  prometheus_express_find_python(python)
  set(command "${CMAKE_COMMAND}" -E env "PYTHONPATH=${prometheus_express_generator_dir}" PYTHONDONTWRITEBYTECODE=1
    "${python}" -m prometheus_express)
  execute_process(COMMAND ${command} outputs "${schema}" --inputs "${folder}.inputs" ${options}
    OUTPUT_VARIABLE names ERROR_VARIABLE problems RESULT_VARIABLE status OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    message(NOTICE "${problems}")
    message(FATAL_ERROR "prometheus_express_generate: ${schema} has errors, shown above")
  endif()
  # The schema, what it includes and the devices that it names. What a change adds to them is found when that configures anew,
  # for which another name of the application or of a device makes other files.
  file(STRINGS "${folder}.inputs" inputs ENCODING UTF-8)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${inputs})
  string(REPLACE "\n" ";" names "${names}")
  list(TRANSFORM names PREPEND "${folder}/" OUTPUT_VARIABLE files)
  file(GLOB_RECURSE generator CONFIGURE_DEPENDS
    "${prometheus_express_generator_dir}/prometheus_express/*.py"
    "${prometheus_express_generator_dir}/prometheus_express/*.j2"
    "${prometheus_express_generator_dir}/../schema/*.json"
    "${prometheus_express_generator_dir}/../schema/devices/*.yaml")
  # Files that come out the same are not written. Ninja notes that they are up to date; other tools look at their dates.
  if(NOT CMAKE_GENERATOR MATCHES "Ninja")
    set(touch COMMAND "${CMAKE_COMMAND}" -E touch_nocreate ${files})
  endif()
  get_filename_component(schema_name "${schema}" NAME)
  add_custom_command(
    OUTPUT ${files}
    COMMAND ${command} generate "${schema}" --output "${folder}" ${options}
    ${touch}
    DEPENDS ${inputs} ${generator}
    COMMENT "Generating C++ from ${schema_name}"
    VERBATIM)
  set(${files_var} ${files} PARENT_SCOPE)
endfunction()

cmake_policy(POP)
