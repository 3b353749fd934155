# Bare-metal Arm with GCC and newlib-nano, for the emulated boards of tests/target.
#
#   cmake --preset cortex-m0plus     or     -DPROMETHEUS_EXPRESS_CORE=cortex-m4 --toolchain <this file>
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR arm)

set(PROMETHEUS_EXPRESS_CORE cortex-m0plus CACHE STRING "Core that the code is compiled for")
set_property(CACHE PROMETHEUS_EXPRESS_CORE PROPERTY STRINGS cortex-m0plus cortex-m4)
set(options_of_cortex-m0plus "-mcpu=cortex-m0plus -mthumb")
set(options_of_cortex-m4 "-mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16")
if(NOT DEFINED options_of_${PROMETHEUS_EXPRESS_CORE})
  message(FATAL_ERROR "PROMETHEUS_EXPRESS_CORE is '${PROMETHEUS_EXPRESS_CORE}'; cortex-m0plus and cortex-m4 are known.")
endif()

set(CMAKE_C_COMPILER arm-none-eabi-gcc)
set(CMAKE_CXX_COMPILER arm-none-eabi-g++)
# A program needs a linker script, which the compiler checks of CMake do not have.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES PROMETHEUS_EXPRESS_CORE)

# -g adds nothing to what is loaded; the size report reads from it which header a function stands in.
set(common "${options_of_${PROMETHEUS_EXPRESS_CORE}} -g -ffunction-sections -fdata-sections --specs=nano.specs")
set(CMAKE_C_FLAGS_INIT "${common}")
set(CMAKE_CXX_FLAGS_INIT "${common} -fno-exceptions -fno-rtti -fno-threadsafe-statics")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-Wl,--gc-sections")
set(CMAKE_EXECUTABLE_SUFFIX_CXX .elf)

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
