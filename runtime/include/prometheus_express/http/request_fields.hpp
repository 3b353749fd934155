// The header fields of a request. Those that say something about the message are understood as they arrive; those that the
// route asks for are kept, behind the target; all others need no room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/http/name_matcher.hpp"
#include "prometheus_express/http/parts.hpp"
#include "prometheus_express/http/request_framing.hpp"
#include "prometheus_express/http/request_storage.hpp"
#include "prometheus_express/message/characters.hpp"
#include "prometheus_express/message/field_section.hpp"
#include "prometheus_express/message/word_matcher.hpp"

namespace prometheus_express::http {

/// Of the parts, it knows `headers`.
template <Parts parts>
class RequestFields : public message::FieldSection<RequestFields<parts>> {
 public:
  /// Awaits the header section, and keeps none of its fields.
  void start();

  /// Awaits the trailer section, whose fields are checked and dropped.
  void start_trailer() {
    trailer_ = true;
    Section::start();
  }

  /// Keeps the fields of these names, at most 254. The list must outlive the request.
  void keep(std::span<const std::string_view> names) {
    wanted_ = names.data();
    wanted_count_ = static_cast<std::uint8_t>(names.size());
  }

  [[nodiscard]] constexpr bool trailer() const { return trailer_; }
  [[nodiscard]] constexpr const RequestFraming& framing() const { return framing_; }
  [[nodiscard]] constexpr RequestStorage& storage() { return storage_; }
  [[nodiscard]] constexpr const RequestStorage& storage() const { return storage_; }

 private:
  using Section = message::FieldSection<RequestFields>;
  friend Section;

  // What the section calls:
  void field_starts();
  void field_name(std::string_view part);
  void field_value_starts();
  void field_value(std::string_view part);
  void field_ends();

  [[nodiscard]] std::span<const std::string_view> names() const { return {wanted_, wanted_count_}; }

  // The small ones first: a Cortex-M0+ reaches them in one instruction.
  bool trailer_ = false;
  bool keeping_ = false;  // the value of the current line
  std::uint8_t wanted_count_ = 0;
  message::WordMatcher name_;
  NameMatcher wanted_name_;
  RequestFraming framing_;
  RequestStorage storage_;
  const std::string_view* wanted_ = nullptr;
};

template <Parts parts>
void RequestFields<parts>::start() {
  Section::start();
  framing_.restart();
  storage_.clear();
  trailer_ = false;
  if constexpr (parts.headers) {
    keep({});
  }
}

template <Parts parts>
void RequestFields<parts>::field_starts() {
  name_ = message::WordMatcher(RequestFraming::name_count);
  if constexpr (parts.headers) {
    wanted_name_ = {};
  }
}

/// Most names are asked for by nobody, which shows after a few characters.
template <Parts parts>
void RequestFields<parts>::field_name(std::string_view part) {
  for (const char c : part) {
    const bool may_be_wanted = parts.headers && wanted_name_.possible();
    if (!name_.possible() && !may_be_wanted) {
      return;
    }
    name_.next(RequestFraming::names, message::folded(c));
    if constexpr (parts.headers) {
      wanted_name_.next(names(), c);
    }
  }
}

/// Decides who reads the value.
template <Parts parts>
void RequestFields<parts>::field_value_starts() {
  if (!framing_.begin(trailer_ ? message::WordMatcher::none : name_.found(RequestFraming::names))) {
    return this->fail();
  }
  if constexpr (parts.headers) {
    const std::uint8_t wanted = wanted_name_.found(names());
    keeping_ = wanted != NameMatcher::none && !trailer_;
    if (keeping_ && !storage_.begin_value(wanted)) {
      this->refuse();
    }
  }
}

template <Parts parts>
void RequestFields<parts>::field_value(std::string_view part) {
  const char* const begin = part.data();
  const char* const end = begin + part.size();
  const char* const stop = framing_.reading() ? framing_.parse(begin, end) : end;
  if constexpr (parts.headers) {
    // Whichever comes first, as it would when read in smaller portions.
    if (keeping_ && !storage_.put_value(begin, stop)) {
      return this->refuse();
    }
  }
  if (stop != end) {
    this->fail();
  }
}

template <Parts parts>
void RequestFields<parts>::field_ends() {
  if (!framing_.end()) {
    return this->fail();
  }
  if constexpr (parts.headers) {
    if (keeping_ && !storage_.end_value()) {
      this->refuse();
    }
  }
}

}  // namespace prometheus_express::http
