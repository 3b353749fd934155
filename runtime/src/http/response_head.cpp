#include "prometheus_express/http/response_head.hpp"

#include "prometheus_express/base/number_text.hpp"
#include "prometheus_express/http/method.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {

void HeadSink::put(const char* text, std::size_t size) {
  if (out_ != nullptr) {
    message::append(out_ + size_, {text, size});
  }
  size_ += size;
}

void HeadSink::put(std::uint32_t number) {
  NumberText text;
  const std::size_t size = format(text, number);
  put(text.data(), size);
}

void HeadSink::allow(std::uint8_t methods) {
  bool first = true;
  for (const char* const name : method_names) {
    if ((methods & 1U) != 0) {
      put(first ? std::string_view("\r\nAllow: ") : std::string_view(", "));
      put(std::string_view(name));
      first = false;
    }
    methods >>= 1U;
  }
}

}  // namespace prometheus_express::http
