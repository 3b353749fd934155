// A label of every series that is known only when the device starts: a serial number, a MAC address.
//
//   BootLabel<17> mac;
//   if (mac.set("02:00:5e:10:00:00") != Status::ok) { … }
#pragma once

#include <cstddef>
#include <string_view>

#include "prometheus_express/base/status.hpp"
#include "prometheus_express/metrics/text_row.hpp"

namespace prometheus_express {

/// Empty until it is set, which to Prometheus is no label at all. `max_length` is in bytes of UTF-8.
template <std::size_t max_length>
class BootLabel {
 public:
  /// Takes a copy. `no_space` for a text that is too long and `invalid_argument` for one that is not UTF-8; it then keeps
  /// what it had. To be set before the first scrape: a page that is being rendered shows what it finds.
  constexpr Status set(std::string_view text) {
    switch (Row::check({text})) {
      case TextProblem::too_long:
        return Status::no_space;
      case TextProblem::not_utf8:
        return Status::invalid_argument;
      case TextProblem::none:
        break;
    }
    row_.assign({text});
    return Status::ok;
  }

  [[nodiscard]] constexpr std::string_view view() const { return row_[0]; }

 private:
  using Row = TextRow<max_length>;
  Row row_;
};

}  // namespace prometheus_express
