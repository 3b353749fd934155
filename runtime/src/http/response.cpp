#include "prometheus_express/http/response.hpp"

#include <algorithm>

#include "characters.hpp"
#include "prometheus_express/http/head.hpp"

namespace prometheus_express::http {

Status Response::write(std::string_view text) {
  if (content_ != Content::copied) {
    clear();
  }
  const std::size_t size = copied_ + text.size();
  // The longest word on the connection, since it is not known yet whether it closes.
  const Head head(*this, Head::Length::stated, static_cast<std::uint32_t>(size),
                  Head::Persistence::keep_alive);
  if (text.size() > buffer_.size() || size + head.size() > buffer_.size()) {
    return Status::no_space;
  }
  std::copy(text.begin(), text.end(), buffer_.data() + copied_);
  copied_ = static_cast<std::uint16_t>(size);
  return Status::ok;
}

void Response::body(std::string_view text) {
  content_ = Content::constant;
  body_ = text;
}

void Response::page(const Page& page, const Source& source, std::string_view media_type) {
  content_ = Content::page;
  renderer_ = Renderer(page, source);
  type_ = media_type;
}

void Response::clear() {
  content_ = Content::copied;
  copied_ = 0;
  type_ = {};
}

bool Response::well_formed() const {
  const bool field = std::all_of(header_name_.begin(), header_name_.end(),
                                 [](char c) { return token_characters.contains(c); }) &&
                     std::all_of(header_value_.begin(), header_value_.end(), is_field_content) &&
                     std::all_of(type_.begin(), type_.end(), is_field_content);
  return field && code_ >= 200 && code_ <= 599;
}

}  // namespace prometheus_express::http
