# Bare-metal Arm with GCC and newlib-nano for the core of MACHINE.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR arm)
set(CMAKE_C_COMPILER arm-none-eabi-gcc)
set(CMAKE_CXX_COMPILER arm-none-eabi-g++)
# A program needs a linker script, which the compiler checks of CMake do not have.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES MACHINE)

set(MACHINE mps2-an386 CACHE STRING "Board: Arm MPS2 with one of these FPGA images")
set_property(CACHE MACHINE PROPERTY STRINGS mps2-an385 mps2-an386 mps2-an500)
set(core_of_mps2-an385 "-mcpu=cortex-m3")
set(core_of_mps2-an386 "-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16")
set(core_of_mps2-an500 "-mcpu=cortex-m7 -mfloat-abi=hard -mfpu=fpv5-d16")
if(NOT DEFINED core_of_${MACHINE})
  message(FATAL_ERROR "MACHINE is '${MACHINE}'; mps2-an385, mps2-an386 and mps2-an500 are known.")
endif()

set(common "${core_of_${MACHINE}} -mthumb -g -ffunction-sections -fdata-sections --specs=nano.specs")
set(CMAKE_C_FLAGS_INIT "${common}")
set(CMAKE_CXX_FLAGS_INIT "${common} -fno-exceptions -fno-rtti -fno-threadsafe-statics")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-nostartfiles -Wl,--gc-sections -Wl,--fatal-warnings")
set(CMAKE_EXECUTABLE_SUFFIX_CXX .elf)

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE BOTH)
