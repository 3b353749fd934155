# A configuration for each device of the library, `sensor_<maker>_<part>`: what it adds to a firmware that has a sensor
# already, and with that the sampler and what most drivers share; measure.py says how that is counted.
#
# sensor/generate.py makes the code of all of them by one process. Most of the time of compiling it is that of the headers,
# which are the same for all and compiled once.

# Whose formulas are not linear: they take floats.
set(floating bosch/bme280 bosch/bme680 bosch/bmp280 infineon/dps310 rohm/bh1750 sensirion/sgp30 st/lsm303dlhc-magn vishay/veml7700)

add_library(size_sensor_headers OBJECT sensor/headers.cpp)
target_link_libraries(size_sensor_headers PRIVATE prometheus_express::sensors prometheus_express::http)
target_precompile_headers(size_sensor_headers PRIVATE
  <prometheus_express/exposition/read_value.hpp>
  <prometheus_express/http/site.hpp>
  <prometheus_express/sensors/sampler.hpp>)

# The program of the configuration, of the sources that the generator makes for the DEVICES.
function(prometheus_express_size_sensor name over decimals_only)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/sensors/${name})
  set(sources sensor_size.hpp sensor_size_sensors.hpp sensor_size_sensors.cpp)
  foreach(device IN LISTS ARGN)
    string(REGEX REPLACE "[/-]" "_" stem ${device})
    list(APPEND sources ${stem}.hpp ${stem}.cpp)
  endforeach()
  list(TRANSFORM sources PREPEND ${folder}/)
  prometheus_express_target_program(size_${name} SOURCES sensor/main.cpp ${sources}
    LINK prometheus_express::sensors prometheus_express::http)
  target_include_directories(size_${name} PRIVATE ${folder})
  target_precompile_headers(size_${name} REUSE_FROM size_sensor_headers)
  prometheus_express_size_entry(${name} "${over}" ${decimals_only})
  set(configurations "${configurations}" PARENT_SCOPE)
  set(generated ${generated} ${sources} PARENT_SCOPE)
endfunction()

set(generated "")
set(shared ${CMAKE_CURRENT_SOURCE_DIR}/sensor/shared.yaml)
set(shared_float ${CMAKE_CURRENT_SOURCE_DIR}/sensor/shared_float.yaml)
prometheus_express_size_sensor(sensor_shared empty TRUE nobody/nothing)
prometheus_express_size_sensor(sensor_shared_float empty FALSE nobody/nothing)
set(firmware sensor_shared=${shared} sensor_shared_float=${shared_float})
file(GLOB descriptions CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/schema/devices/*/*.yaml)
foreach(description IN LISTS descriptions)
  string(REGEX REPLACE ".*/devices/(.*)[.]yaml" "\\1" device ${description})
  string(REGEX REPLACE "[/-]" "_" name sensor_${device})
  if(device IN_LIST floating)
    prometheus_express_size_sensor(${name} sensor_shared_float FALSE nobody/nothing ${device})
    list(APPEND firmware ${name}=${shared_float}+${device})
  else()
    prometheus_express_size_sensor(${name} sensor_shared TRUE nobody/nothing ${device})
    list(APPEND firmware ${name}=${shared}+${device})
  endif()
endforeach()

prometheus_express_find_python(python)
file(GLOB_RECURSE generator CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/generator/prometheus_express/*.py
  ${PROJECT_SOURCE_DIR}/generator/prometheus_express/*.j2 ${PROJECT_SOURCE_DIR}/schema/*.json)
set(script ${CMAKE_CURRENT_SOURCE_DIR}/sensor/generate.py)
add_custom_command(
  OUTPUT ${generated}
  COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${PROJECT_SOURCE_DIR}/generator PYTHONDONTWRITEBYTECODE=1
    ${python} ${script} ${CMAKE_CURRENT_BINARY_DIR}/sensors ${firmware}
  DEPENDS ${script} ${shared} ${shared_float} ${descriptions} ${generator}
  COMMENT "Generating C++ for all devices"
  VERBATIM)
