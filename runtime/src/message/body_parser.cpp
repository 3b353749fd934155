#include "prometheus_express/message/body_parser.hpp"

#include "prometheus_express/message/characters.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::message {

std::string_view BodyParser::take(std::string_view& input) {
  const std::string_view part = front(input, smaller(remaining_, input.size()));
  input.remove_prefix(part.size());
  remaining_ -= static_cast<std::uint32_t>(part.size());
  return part;
}

BodyParser::Event BodyParser::next(char c) {
  const unsigned digit = hexadecimal(c);
  switch (state_) {
    case State::size_start:
      remaining_ = 0;
      if (digit > 15) {
        return Event::malformed;
      }
      state_ = State::size;
      [[fallthrough]];
    case State::size:
      if (digit < 16) {
        remaining_ = remaining_ * 16 + digit;
        return remaining_ > limit_ ? Event::too_large : remaining_ == 0 ? Event::padding : Event::more;
      }
      [[fallthrough]];
    case State::space:
      if (is_space(c)) {
        state_ = State::space;
        return Event::padding;
      }
      if (c == ';') {
        state_ = State::extension;
        return Event::padding;
      }
      return state_ == State::size ? expect(c, '\r', State::size_feed) : Event::malformed;
    case State::extension:
      if (c == '\r') {
        state_ = State::size_feed;
        return Event::more;
      }
      return is_field_content(c) ? Event::padding : Event::malformed;
    case State::size_feed:
      if (c != '\n') {
        return Event::malformed;
      }
      state_ = State::data_return;
      limit_ -= remaining_;
      return remaining_ == 0 ? Event::last : Event::data;
    case State::data_return:
      return expect(c, '\r', State::data_feed);
    default:
      return expect(c, '\n', State::size_start);
  }
}

BodyParser::Event BodyParser::expect(char c, char expected, State next) {
  state_ = next;
  return c == expected ? Event::more : Event::malformed;
}

}  // namespace prometheus_express::message
