# One place for what every target is compiled with.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
# -O3 is for the lanes alone (sim/CMakeLists.txt): elsewhere it only makes the build longer.
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

# Same bits everywhere: no contraction to FMA. The other two change no value, only let comparisons be vectorised.
add_library(headrace_options INTERFACE)
# -Wno-restrict: GCC 12 warns falsely on "text" + std::string (GCC bug 105329).
target_compile_options(headrace_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> -ffp-contract=off -fno-math-errno -fno-trapping-math)
if(HEADRACE_WERROR)
  target_compile_options(headrace_options INTERFACE -Werror)
endif()
target_include_directories(headrace_options INTERFACE ${PROJECT_SOURCE_DIR})
foreach(sanitizer IN LISTS HEADRACE_SANITIZE)
  target_compile_options(headrace_options INTERFACE -fsanitize=${sanitizer} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(headrace_options INTERFACE -fsanitize=${sanitizer})
endforeach()

# Eight sources are compiled as one: headers and what is made of their templates cost more than the sources themselves.
# Names are unique in a library, so that any eight go together.
function(headrace_together name)
  set_target_properties(${name} PROPERTIES UNITY_BUILD ${HEADRACE_UNITY} UNITY_BUILD_BATCH_SIZE ${HEADRACE_UNITY_BATCH})
endfunction()

# headrace_library(NAME): the folder's sources as one static library.
function(headrace_library name)
  file(GLOB sources CONFIGURE_DEPENDS *.cpp ${ARGN})
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC headrace_options)
  headrace_together(${name})
endfunction()
