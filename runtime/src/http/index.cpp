#include "prometheus_express/http/index.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "prometheus_express/http/method.hpp"
#include "prometheus_express/message/text.hpp"

namespace prometheus_express::http {
namespace {

/// Of a text that is put together anew for each piece, the part that the piece has: no memory is kept in between.
class Piece {
 public:
  Piece(std::uint32_t position, std::span<char> out) : skip_(position), out_(out) {}

  void put(std::string_view text) {
    const std::size_t skipped = message::smaller(skip_, text.size());
    skip_ -= skipped;
    text.remove_prefix(skipped);
    text = message::front(text, message::smaller(text.size(), out_.size() - size_));
    message::append(out_.data() + size_, text);
    size_ += text.size();
  }

  /// As the content of an element or of an attribute (HTML section 13.1.2).
  void put_escaped(std::string_view text) {
    for (const char& c : text) {
      switch (c) {
        case '&':
          put("&amp;");
          break;
        case '<':
          put("&lt;");
          break;
        case '>':
          put("&gt;");
          break;
        case '"':
          put("&quot;");
          break;
        default:
          put({&c, 1});
      }
    }
  }

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::size_t skip_;
  std::span<char> out_;
  std::size_t size_ = 0;
};

std::size_t write_page(void* state, std::uint32_t position, std::span<char> out) {
  Piece piece(position, out);
  piece.put(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Metrics</title></head>\n"
      "<body>\n<h1>Metrics</h1>\n<ul>\n");
  for (const Route& route : static_cast<const Routes*>(state)->routes) {
    if (route.method == Method::get && route.middleware.empty()) {
      // Relative, so that it leads to the same place behind a proxy that puts a folder in front.
      piece.put("<li><a href=\".");
      piece.put_escaped(route.path);
      piece.put("\">");
      piece.put_escaped(route.path);
      piece.put("</a></li>\n");
    }
  }
  piece.put("</ul>\n</body>\n</html>\n");
  return piece.size();
}

void put_line(Piece& piece, const Route& route) {
  piece.put(to_string(route.method));
  piece.put(" ");
  piece.put(route.path);
  piece.put("\n");
}

std::size_t write_list(void* state, std::uint32_t position, std::span<char> out) {
  const std::span<const Route> routes = static_cast<const Routes*>(state)->routes;
  Piece piece(position, out);
  piece.put("There is nothing at this path. There is:\n");
  bool has_own_index = false;
  for (const Route& route : routes) {
    has_own_index = has_own_index || message::equal(route.path, "/");
  }
  if (!has_own_index) {
    put_line(piece, index_routes.front());
  }
  for (const Route& route : routes) {
    if (route.middleware.empty()) {
      put_line(piece, route);
    }
  }
  return piece.size();
}

/// The state of a stream is no constant; these writers only read it.
void* state_of(const void* routes) { return const_cast<void*>(routes); }

Status answer_index(void* routes, const Request&, Response& response) {
  response.stream(write_page, routes, "text/html; charset=utf-8");
  return Status::ok;
}

Status answer_icon(void*, const Request&, Response& response) {
  response.status(204);
  return Status::ok;
}

constexpr Route own_routes[] = {
    {Method::get, "/", answer_index, {}, {}},
    {Method::get, "/favicon.ico", answer_icon, {}, {}},
};

}  // namespace

constinit const std::span<const Route> index_routes = own_routes;

void list_paths(const Routes& routes, Response& response) {
  response.stream(write_list, state_of(&routes), "text/plain; charset=utf-8");
}

}  // namespace prometheus_express::http
