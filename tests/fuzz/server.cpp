// The input is a script: clients of a server come, send, listen, stall and go while time passes. Whatever they do,
// each gets well-formed answers in order or a reset, the work of one poll is bounded, and no slot stays taken.
//
// A command is a byte, 8 * client + command, and what the command says behind it.
#include "prometheus_express/http/server.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "demand.hpp"
#include "house.hpp"
#include "response_reader.hpp"
#include "scripted_transport.hpp"

namespace prometheus_express::http {
namespace {

enum Command : std::uint8_t {
  poll,    // the server
  send,    // then a number of bytes and these bytes
  listen,  // then how many bytes the client receives at a time
  speak,   // then how many bytes the server takes at a time
  end,     // of the client's stream
  lose,    // the connection
  pass,    // of time; then which of `spans`
  starve,  // the system of means to accept, or no longer
};

constexpr std::array<std::uint32_t, 8> spans = {1, 99, 100, 999, 1000, 9999, 10000, 60000};
constexpr std::size_t max_clients = 12;
constexpr Limits limits{.connections = 2,
                        .header_bytes = 512,
                        .stored_bytes = 64,
                        .body = 64,
                        .output_buffer = 256,
                        .input_buffer = 16,
                        .requests_per_connection = 5};

/// More calls of the transport than one poll may make.
constexpr unsigned most_calls = limits.connections * (32U * 2U + 8U) + 8U;

class Input {
 public:
  explicit Input(std::span<const std::uint8_t> bytes) : rest_(bytes) {}
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  std::uint8_t byte() {
    if (rest_.empty()) {
      return 0;
    }
    const std::uint8_t byte = rest_.front();
    rest_ = rest_.subspan(1);
    return byte;
  }
  std::string text() {
    const std::size_t size = std::min<std::size_t>(byte(), rest_.size());
    const std::string text(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(size));
    rest_ = rest_.subspan(size);
    return text;
  }

 private:
  std::span<const std::uint8_t> rest_;
};

struct Asked {
  bool head = false;
  std::string path;
};

/// The requests in what a client sends, as far as they can be read, and what it was about when that ended.
std::vector<Asked> requests(std::string_view bytes) {
  std::array<char, limits.stored_bytes> storage{};
  RequestParser<all_parts> parser;
  parser.attach(storage);
  parser.start(limits.header_bytes);
  std::vector<Asked> found;
  const auto note = [&] {
    found.push_back({parser.method_known() && parser.method() == Method::head, std::string(parser.path())});
  };
  for (;;) {
    switch (parser.next(bytes)) {
      case ParserEvent::head:
        (void)parser.limit_body(parser.path() == "/firmware" ? house::largest_firmware : limits.body);
        break;
      case ParserEvent::body:
        (void)parser.take_body(bytes);
        break;
      case ParserEvent::complete:
        note();
        parser.start(limits.header_bytes);
        break;
      case ParserEvent::more:
      case ParserEvent::error:
        note();
        return found;
      default:
        break;
    }
  }
}

class Show {
 public:
  void run(Input input) {
    while (!input.empty()) {
      const std::uint8_t word = input.byte();
      command(static_cast<Command>(word % 8), word / 8U, input);
    }
    finish();
  }

 private:
  struct Client {
    ScriptedClient& line;
    std::string sent;
  };

  Client& client(std::size_t number) {
    if (number >= clients_.size() && clients_.size() < max_clients) {
      clients_.push_back({transport_.connect(), {}});
    }
    return clients_[number % clients_.size()];
  }

  void command(Command command, std::size_t number, Input& input) {
    switch (command) {
      case poll:
        (void)poll_once();
        break;
      case send: {
        Client& client = this->client(number);
        const std::string text = input.text();
        if (!client.line.half_closed) {
          client.line.to_send += text;
          client.sent += text;
        }
        break;
      }
      case listen:
        client(number).line.window = input.byte();
        break;
      case speak:
        client(number).line.portion = input.byte();
        break;
      case end:
        client(number).line.half_closed = true;
        break;
      case lose:
        client(number).line.lost = true;
        break;
      case pass:
        now_ = now_ + Duration{spans[input.byte() % spans.size()]};
        break;
      case starve:
        transport_.accepting = !transport_.accepting;
        break;
    }
  }

  Duration poll_once() {
    transport_.calls = 0;
    const Duration pause = server_->poll(now_);
    demand(transport_.calls <= most_calls, "the work of one poll is bounded",
           std::to_string(transport_.calls));
    if (pause != Duration()) {
      const std::size_t before = transport_.moved;
      (void)server_->poll(now_);
      demand(transport_.moved == before, "a server that wants to rest has nothing to do");
    }
    return pause;
  }

  /// The clients go on as they did, until the clock has ended the last of them.
  void finish() {
    transport_.accepting = true;
    for (int rounds = 0; transport_.slots_in_use() != 0 || transport_.waiting(); ++rounds) {
      demand(rounds < 10000, "every slot is freed");
      now_ = now_ + poll_once();
    }
    for (const Client& client : clients_) {
      check(client);
    }
    demand(house_.started == house_.uploaded + house_.aborted, "a streamed body ends once");
  }

  static void check(const Client& client) {
    const bool whole = client.line.state == ScriptedClient::State::closed && !client.line.lost;
    const std::vector<Asked> asked = requests(client.sent);
    ResponseReader reader(client.line.received);
    bool last = false;
    for (std::size_t at = 0; !reader.at_end();) {
      demand(!last, "nothing follows the answer that ends a connection", client.line.received);
      demand(at < asked.size(), "there is one answer to a request", client.line.received);
      try {
        const ReadResponse response = reader.next(asked[at].head);
        if (response.code == 100) {
          continue;
        }
        last = response.field("Connection") == "close";
        if (whole && response.code == 200 && !asked[at].head && asked[at].path == "/metrics") {
          demand(response.body == house_text, "a page is whole", client.line.received);
        }
        ++at;
      } catch (const IncompleteResponse& problem) {
        demand(!whole, "an answer in order is complete", problem.what());
        break;
      }
    }
  }

  House house_;
  ScriptedTransport transport_;
  // In memory of its own, so that the sanitizer sees a step beyond it.
  std::unique_ptr<Server<limits>> server_ =
      std::make_unique<Server<limits>>(site<limits>(house_), transport_);
  std::vector<Client> clients_;
  Time now_{0xFFFF0000};  // the clock wraps soon
};

}  // namespace
}  // namespace prometheus_express::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  prometheus_express::http::Show().run(prometheus_express::http::Input({data, size}));
  return 0;
}
