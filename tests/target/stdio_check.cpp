// A program with newlib's stdio: printed text must arrive although nobody calls fflush.
#include <cstdio>

int main(int argc, char** argv) {
  std::printf("%d arguments, the last is %s", argc - 1, argv[argc - 1]);
  return 3;
}
