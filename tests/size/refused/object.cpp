#include <cstdlib>

namespace {

int start() { return std::rand(); }
const int started = start();

struct Value {
  Value() : value(new int(started)) {}
  ~Value() { delete value; }
  int* value;
};

Value object;

}  // namespace

int* constructed() { return object.value; }
