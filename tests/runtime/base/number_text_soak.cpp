// Every one of the 2^32 floats, and a billion random doubles with both tables, against std::to_chars.
//
//     number_text_soak [--doubles=1000000000] [--threads=2] [--seed=1]
//
// Ends with the first difference and exit status 1, or with the counts.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "double_powers.hpp"
#include "double_text.hpp"
#include "number_text_oracle.hpp"

using namespace prometheus_express;

namespace {

std::atomic<bool> failed{false};

template <typename Format, typename Number, typename Bits>
bool agrees(Format format_one, Number value, Bits bits) {
  NumberText text;
  const std::string_view ours(text.data(), format_one(text, value));
  const std::string& expected = number_text_oracle::text(value);
  if (ours == expected) {
    return true;
  }
  failed = true;
  std::printf("%llx: %.*s instead of %s\n", static_cast<unsigned long long>(bits),
              static_cast<int>(ours.size()), ours.data(), expected.c_str());
  return false;
}

void check_floats(std::uint64_t first, std::uint64_t last) {
  for (std::uint64_t bits = first; bits != last && !failed; ++bits) {
    const auto narrow = static_cast<std::uint32_t>(bits);
    agrees([](NumberText& out, float value) { return format(out, value); }, std::bit_cast<float>(narrow),
           narrow);
  }
}

void check_doubles(std::uint64_t seed, std::uint64_t count) {
  number_text_oracle::Random random(seed);
  for (; count != 0 && !failed; --count) {
    const std::uint64_t bits = random();
    const auto value = std::bit_cast<double>(bits);
    agrees(format_with<FullDoublePowers>, value, bits);
    if (count % 4 == 0) {
      agrees(format_with<CompactDoublePowers>, value, bits);
    }
  }
}

template <typename Work>
void in_threads(unsigned threads, const char* what, std::uint64_t count, Work work) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> running;
  for (unsigned i = 0; i < threads; ++i) {
    running.emplace_back([=] { work(i); });
  }
  for (std::thread& thread : running) {
    thread.join();
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  if (!failed) {
    std::printf("%llu %s agree, %.0f s\n", static_cast<unsigned long long>(count), what, took.count());
    std::fflush(stdout);
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::uint64_t doubles = 1'000'000'000;
  std::uint64_t seed = 1;
  unsigned threads = 2;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const std::uint64_t value =
        equals == std::string::npos ? 0 : std::strtoull(argument.c_str() + equals + 1, nullptr, 10);
    if (name == "--doubles") {
      doubles = value;
    } else if (name == "--seed") {
      seed = value;
    } else if (name == "--threads" && value > 0) {
      threads = static_cast<unsigned>(value);
    } else {
      std::fprintf(stderr, "usage: number_text_soak [--doubles=N] [--threads=N] [--seed=N]\n");
      return 2;
    }
  }
  const std::uint64_t floats = std::uint64_t{1} << 32;
  in_threads(threads, "floats", floats,
             [=](unsigned i) { check_floats(floats * i / threads, floats * (i + 1) / threads); });
  in_threads(threads, "doubles", doubles, [=](unsigned i) {
    check_doubles(seed * 1'000'003 + i, doubles * (i + 1) / threads - doubles * i / threads);
  });
  return failed ? 1 : 0;
}
