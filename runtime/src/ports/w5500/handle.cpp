#include "prometheus_express/ports/w5500/stream.hpp"

namespace prometheus_express::w5500 {

using transport::Link;
using transport::Transfer;

namespace {

/// Of a slot whose connection has ended.
Transfer nothing_more(const Handle& handle) {
  return {0, transport::has_failed(handle.state) ? Link::failed : Link::ended};
}

}  // namespace

Transfer Handle::take(Context& context, std::span<char> into) const {
  return stream == nullptr ? nothing_more(*this) : stream->take(context, into);
}

Transfer Handle::offer(Context& context, std::span<const char> bytes) const {
  return stream == nullptr ? nothing_more(*this) : stream->offer(context, bytes);
}

void Handle::finish(Context& context) const {
  if (stream != nullptr) {
    stream->finish(context);
  }
}

void Handle::close(Context& context) {
  if (Stream* const closed = stream; closed != nullptr) {
    *this = Handle();
    closed->close(context);
  }
}

void Handle::abort(Context& context) {
  if (Stream* const aborted = stream; aborted != nullptr) {
    *this = Handle();
    aborted->abort(context);
  }
}

}  // namespace prometheus_express::w5500
