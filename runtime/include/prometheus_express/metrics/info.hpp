// Texts about the device that are known at start: the labels of an info metric, whose value is 1, or constant labels of every
// series (`at: boot` in the schema).
//
//   Info<17, 8> board;                              // the lengths of its labels, in the order of the schema
//   board.info("02:00:5e:10:00:00", "1.4.2");
#pragma once

#include <cstddef>
#include <string_view>

#include "prometheus_express/base/status.hpp"
#include "prometheus_express/metrics/text_row.hpp"

namespace prometheus_express {

/// Not on the page until it is set.
template <std::size_t... max_lengths>
class Info {
 public:
  constexpr Info() = default;
  Info(const Info&) = delete;
  Info& operator=(const Info&) = delete;

  /// Takes a value for each label. `no_space` when one is too long and `invalid_argument` when one is not UTF-8: then none of
  /// them is taken. To be set before the first scrape: a page that is being rendered shows what it finds.
  Status info(auto... values) {
    static_assert(sizeof...(values) == sizeof...(max_lengths), "a value for each label of the schema");
    const typename TextRow<max_lengths...>::Texts texts{std::string_view(values)...};
    switch (TextRow<max_lengths...>::check(texts)) {
      case TextProblem::too_long:
        return Status::no_space;
      case TextProblem::not_utf8:
        return Status::invalid_argument;
      case TextProblem::none:
        break;
    }
    texts_.assign(texts);
    present_ = true;
    return Status::ok;
  }

  /// Takes it off the page.
  constexpr void clear() { present_ = false; }

  [[nodiscard]] constexpr bool present() const { return present_; }

  /// Value of label number `label`.
  [[nodiscard]] constexpr std::string_view text(std::size_t label) const { return texts_[label]; }

 private:
  TextRow<max_lengths...> texts_;
  bool present_ = false;
};

}  // namespace prometheus_express
