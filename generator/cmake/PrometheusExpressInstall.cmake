# What `cmake --install` puts down for find_package(prometheus_express): the layers as libraries, their headers, and the
# generator with its templates and schema in share/prometheus_express, laid out as in a checkout. The command `prometheus-express`
# in bin is a relative link to the one there, so that it stays right when the whole prefix is moved.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(share "${CMAKE_INSTALL_DATADIR}/prometheus_express")
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/prometheus_express")

get_property(layers GLOBAL PROPERTY prometheus_express_layers)
install(TARGETS ${layers} EXPORT prometheus_expressTargets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(EXPORT prometheus_expressTargets NAMESPACE prometheus_express:: DESTINATION "${package}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/runtime/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/generator/prometheus_express"
  DESTINATION "${share}/generator" PATTERN __pycache__ EXCLUDE)
install(FILES "${PROJECT_SOURCE_DIR}/generator/cmake/PrometheusExpressGenerate.cmake"
  "${PROJECT_SOURCE_DIR}/generator/cmake/PrometheusExpressPython.cmake" DESTINATION "${share}/generator/cmake")
install(PROGRAMS "${PROJECT_SOURCE_DIR}/generator/prometheus-express" "${PROJECT_SOURCE_DIR}/generator/find-python"
  DESTINATION "${share}/generator")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/schema" "${PROJECT_SOURCE_DIR}/runtime" DESTINATION "${share}")  # the runtime for `export`

file(RELATIVE_PATH launcher "${CMAKE_INSTALL_FULL_BINDIR}" "${CMAKE_INSTALL_FULL_DATADIR}/prometheus_express/generator/prometheus-express")
set(link "${CMAKE_CURRENT_BINARY_DIR}/installed/prometheus-express")
file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/installed")
file(CREATE_LINK "${launcher}" "${link}" SYMBOLIC)
install(FILES "${link}" DESTINATION "${CMAKE_INSTALL_BINDIR}")  # a link is installed as a link

set(generate_module "${share}/generator/cmake/PrometheusExpressGenerate.cmake")
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/prometheus_expressConfig.cmake.in"
  "${CMAKE_CURRENT_BINARY_DIR}/prometheus_expressConfig.cmake"
  INSTALL_DESTINATION "${package}" PATH_VARS generate_module)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/prometheus_expressConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/prometheus_expressConfig.cmake"
  "${CMAKE_CURRENT_BINARY_DIR}/prometheus_expressConfigVersion.cmake" DESTINATION "${package}")
