# A configuration for each device description, with a schema that sensor/schema_of.py makes of it.
function(prometheus_express_size_sensor name device decimals_only over)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/schemas/${name})
  prometheus_express_find_python(python)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${PROJECT_SOURCE_DIR}/generator PYTHONDONTWRITEBYTECODE=1
      ${python} ${CMAKE_CURRENT_SOURCE_DIR}/sensor/schema_of.py ${device} ${folder}
    COMMAND_ERROR_IS_FATAL ANY)
  prometheus_express_target_program(size_${name} SOURCES sensor/main.cpp)
  prometheus_express_generate(TARGET size_${name} SCHEMA ${folder}/metrics.yaml)
  string(JSON count LENGTH "${configurations}")
  string(JSON configurations SET "${configurations}" ${count}
    "{\"name\": \"${name}\", \"over\": \"${over}\", \"decimals_only\": ${decimals_only}}")
  set(configurations "${configurations}" PARENT_SCOPE)
endfunction()

prometheus_express_size_sensor(sensor_shared ${CMAKE_CURRENT_SOURCE_DIR}/sensor/shared.yaml true empty)
prometheus_express_size_sensor(sensor_shared_float ${CMAKE_CURRENT_SOURCE_DIR}/sensor/shared_float.yaml false empty)
# Whose formulas are not linear: they take floats.
set(floating bosch/bme280 bosch/bme680 bosch/bmp280 infineon/dps310 rohm/bh1750 sensirion/sgp30 st/lsm303dlhc-magn vishay/veml7700)
file(GLOB descriptions CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/schema/devices/*/*.yaml)
foreach(description IN LISTS descriptions)
  string(REGEX REPLACE ".*/devices/(.*)[.]yaml" "\\1" device ${description})
  string(REGEX REPLACE "[/-]" "_" name sensor_${device})
  if(device IN_LIST floating)
    prometheus_express_size_sensor(${name} ${device} false sensor_shared_float)
  else()
    prometheus_express_size_sensor(${name} ${device} true sensor_shared)
  endif()
endforeach()
