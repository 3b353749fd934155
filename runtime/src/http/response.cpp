#include "prometheus_express/http/response.hpp"

#include <initializer_list>

#include "characters.hpp"
#include "prometheus_express/http/head.hpp"
#include "text.hpp"

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
  append(buffer_.data() + copied_, text);
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
  bool fine = code_ >= 200 && code_ <= 599;
  for (const char c : header_name_) {
    fine = fine && token_characters.contains(c);
  }
  for (const std::string_view value : {header_value_, type_}) {
    for (const char c : value) {
      fine = fine && is_field_content(c);
    }
  }
  return fine;
}

}  // namespace prometheus_express::http
