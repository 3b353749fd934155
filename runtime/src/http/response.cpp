#include "prometheus_express/http/response.hpp"

#include <new>

#include "prometheus_express/http/response_head.hpp"
#include "prometheus_express/message/characters.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {

Status Response::write(std::string_view text) {
  if (content_ != Content::copied) {
    clear();
  }
  const std::size_t size = copied_ + text.size();
  // The longest word on the connection, since it is not known yet whether it closes.
  const ResponseHead<all_parts> head(*this, BodyEnd::content_length, static_cast<std::uint32_t>(size),
                                     Persistence::keep_alive);
  if (text.size() > buffer_.size() || size + head.size() > buffer_.size()) {
    return Status::no_space;
  }
  message::append(buffer_.data() + copied_, text);
  copied_ = static_cast<std::uint16_t>(size);
  return Status::ok;
}

void Response::body(std::string_view text) {
  content_ = Content::constant;
  body_ = text;
}

void Response::page(const Page& page, const Source& source, std::string_view media_type) {
  content_ = Content::page;
  ::new (static_cast<void*>(&renderer_)) Renderer(page, source, snapshot_);
  type_ = media_type;
}

void Response::stream(Stream next, void* state, std::string_view media_type) {
  content_ = Content::stream;
  stream_ = {next, state, 0};
  type_ = media_type;
}

void Response::clear() {
  content_ = Content::copied;
  copied_ = 0;
  type_ = {};
}

bool Response::valid() const {
  if (header_name_.data() != nullptr && !message::is_token(header_name_)) {
    return false;
  }
  return message::is_field_value(type_) && message::is_field_value(header_value_) && code_ >= 200 &&
         code_ <= 599;
}

std::size_t Response::fill(std::span<char> out) {
  if (content_ == Content::page) {
    return renderer_.fill(out);
  }
  if (content_ == Content::constant) {
    const std::size_t size = message::smaller(body_.size(), out.size());
    message::append(out.data(), message::front(body_, size));
    body_.remove_prefix(size);
    return size;
  }
  std::size_t size = 0;
  while (size < out.size() && !ended_) {
    const std::size_t written = stream_.next(stream_.state, stream_.position, out.subspan(size));
    ended_ = written == 0;
    size += written;
    stream_.position += static_cast<std::uint32_t>(written);
  }
  return size;
}

bool Response::done() const {
  switch (content_) {
    case Content::copied:
      return true;
    case Content::constant:
      return body_.empty();
    case Content::page:
      return renderer_.done();
    case Content::stream:
      break;
  }
  return ended_;
}

}  // namespace prometheus_express::http
