// Everything that firmware may not hold, for test_symbols.py.
#include <cstdio>
#include <cstdlib>

double scaled(double value);
float halved(float value);
int* constructed();

int main(int argc, char**) {
  void* block = std::malloc(static_cast<std::size_t>(argc));
  std::printf("%p %d %d %d\n", block, static_cast<int>(scaled(argc)),
              static_cast<int>(halved(static_cast<float>(argc))), *constructed());
  std::free(block);
  return 0;
}
