# prometheus_express_find_python(OUT_VAR)
#
# Sets OUT_VAR to a Python that can run the generator (3.9 or later with jinja2 and yaml), or stops with
# what each Python of this machine lacks and how to install it. The search itself is generator/find-python. It runs
# once a configuration, and tries the Python it found the last time first.
#
#     cmake -DPROMETHEUS_EXPRESS_PYTHON=/opt/venv/bin/python …      your own choice; no other is tried
include_guard(GLOBAL)

set(PROMETHEUS_EXPRESS_PYTHON "" CACHE FILEPATH "Python for the generator; empty: searched for on PATH")
set(prometheus_express_find_python_script "${CMAKE_CURRENT_LIST_DIR}/../find-python" CACHE INTERNAL "")

# The script's answer in `python`, empty if there is none, and its message in `message`.
function(prometheus_express_ask_for_python choice)
  execute_process(
    COMMAND "${CMAKE_COMMAND}" -E env "PROMETHEUS_EXPRESS_PYTHON=${choice}" sh "${prometheus_express_find_python_script}"
    OUTPUT_VARIABLE answer ERROR_VARIABLE message RESULT_VARIABLE status OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    set(answer "")
  endif()
  set(python "${answer}" PARENT_SCOPE)
  set(message "${message}" PARENT_SCOPE)
endfunction()

function(prometheus_express_find_python out_var)
  get_property(python GLOBAL PROPERTY prometheus_express_python)
  if(NOT python)
    set(choice "${PROMETHEUS_EXPRESS_PYTHON}")
    if(NOT choice AND DEFINED ENV{PROMETHEUS_EXPRESS_PYTHON})
      set(choice "$ENV{PROMETHEUS_EXPRESS_PYTHON}")
    endif()
    if(NOT choice AND prometheus_express_last_python)
      prometheus_express_ask_for_python("${prometheus_express_last_python}")
    endif()
    if(NOT python)
      prometheus_express_ask_for_python("${choice}")
    endif()
    if(NOT python)
      message(FATAL_ERROR "${message}")
    endif()
    if(NOT python STREQUAL "${prometheus_express_last_python}")
      message(STATUS "Python for prometheus_express: ${python}")
    endif()
    set(prometheus_express_last_python "${python}" CACHE INTERNAL "Python that fitted the generator the last time")
    set_property(GLOBAL PROPERTY prometheus_express_python "${python}")
  endif()
  set(${out_var} "${python}" PARENT_SCOPE)
endfunction()
