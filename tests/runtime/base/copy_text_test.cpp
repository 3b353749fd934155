// Copies as devices make them, from and to every alignment. In memory of exactly their size: the address sanitizer, under which
// this runs in the preset asan, sees what is read or written beside it.
#include "prometheus_express/base/copy_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace prometheus_express {
namespace {

constexpr std::size_t alignments = 8;
constexpr std::size_t longest = 70;  // several of the largest steps, and each rest

/// Has `copy` copy every size from and to every place, with `beyond` characters behind both.
template <class Copy>
void check(std::size_t shortest, std::size_t beyond, Copy copy) {
  for (std::size_t size = shortest; size <= longest; ++size) {
    for (std::size_t from = 0; from < alignments; ++from) {
      for (std::size_t to = 0; to < alignments; ++to) {
        std::vector<char> in(from + size + beyond, '-');
        std::vector<char> out(to + size + beyond, '.');
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
          text += in[from + i] = static_cast<char>('A' + i);
        }
        const char* const end = copy(out.data() + to, in.data() + from, size);
        ASSERT_EQ(end, out.data() + to + size) << size << " from " << from << " to " << to;
        ASSERT_EQ(std::string(out.data(), to + size), std::string(to, '.') + text) << " from " << from;
      }
    }
  }
}

TEST(CopyTextOnDevice, CopiesEverySizeFromAndToEveryPlace) { check(0, 0, copy_text_on_device); }

TEST(CopyText, CopiesEverySizeFromAndToEveryPlace) { check(0, 0, copy_text); }

TEST(CopyText, OfNothingReadsNothing) {
  char out = '.';
  EXPECT_EQ(copy_text(&out, nullptr, 0), &out);
  EXPECT_EQ(copy_text_on_device(&out, nullptr, 0), &out);
  EXPECT_EQ(out, '.');
}

TEST(CopyShortText, CopiesWithinItsOverrun) {
  check(1, copy_overrun, copy_short_text);
  check(1, copy_overrun,
        [](char* out, const char* in, std::size_t size) { return copy(out, in, in + size); });
}

}  // namespace
}  // namespace prometheus_express
