// Reads the lines of a header or trailer section (RFC 9112 section 5) from bytes as they arrive, in any portions. What they
// say is for the class that derives from it, which has these functions:
//
//   class Fields : public FieldSection<Fields> {
//     void field_starts();                                // a line
//     void field_name(std::string_view part);             // of its name, in as many parts as there were portions
//     void field_value_starts();
//     void field_value(std::string_view part);            // white space around it included
//     void field_ends();
//   };
//
// Refused is what readers have understood differently: bare CR or LF, line folding, white space before a colon.
#pragma once

#include <cstdint>
#include <string_view>

#include "prometheus_express/message/characters.hpp"

namespace prometheus_express::message {

template <class Fields>
class FieldSection {
 public:
  /// Awaits a section.
  constexpr void start() { state_ = State::line_start; }

  /// Reads from `at`, which is before `end`, to the section's end at most; returns where it stopped.
  const char* parse(const char* at, const char* end);

  /// True once the section has ended.
  [[nodiscard]] constexpr bool complete() const { return state_ == State::complete; }

  /// True when it is none, or `fail` says that a field is not as it must be.
  [[nodiscard]] constexpr bool malformed() const { return state_ == State::malformed; }

  /// True when `refuse` says that there is no room for a field.
  [[nodiscard]] constexpr bool refused() const { return state_ == State::refused; }

 protected:
  // The section is not read any further:
  constexpr void fail() { state_ = State::malformed; }
  constexpr void refuse() { state_ = State::refused; }

 private:
  friend Fields;
  constexpr FieldSection() = default;

  enum class State : std::uint8_t {
    line_start,
    name,
    value,
    line_feed,
    section_feed,
    complete,
    malformed,
    refused,
  };

  void expect(char c, char expected, State next) { state_ = c == expected ? next : State::malformed; }

  State state_ = State::line_start;
};

template <class Fields>
const char* FieldSection<Fields>::parse(const char* at, const char* end) {
  Fields& fields = static_cast<Fields&>(*this);
  do {
    const char* const begin = at;
    switch (state_) {
      case State::line_start:
        if (*at == '\r') {
          ++at;
          state_ = State::section_feed;
          continue;
        }
        fields.field_starts();
        state_ = *at == ':' ? State::malformed : State::name;  // a name has a character at least
        continue;
      case State::name:
        at = end_of_token(at, end);
        fields.field_name({begin, at});
        if (at != end) {
          expect(*at++, ':', State::value);
          if (state_ == State::value) {
            fields.field_value_starts();
          }
        }
        continue;
      case State::value:
        at = end_of_field_content(at, end);
        fields.field_value({begin, at});
        if (at != end && state_ == State::value) {
          expect(*at++, '\r', State::line_feed);
          if (state_ == State::line_feed) {
            fields.field_ends();
          }
        }
        continue;
      case State::line_feed:
        expect(*at++, '\n', State::line_start);
        continue;
      case State::section_feed:
      case State::complete:
      case State::malformed:
      case State::refused:
        break;
    }
    expect(*at++, '\n', State::complete);
  } while (at != end && state_ <= State::section_feed);
  return at;
}

}  // namespace prometheus_express::message
