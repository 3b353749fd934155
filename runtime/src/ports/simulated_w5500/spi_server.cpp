#include "prometheus_express/ports/simulated_w5500/spi_server.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <list>
#include <utility>
#include <variant>
#include <vector>

#include "line_session.hpp"
#include "spi_session.hpp"

namespace prometheus_express::simulated_w5500 {
namespace {

constexpr int pause = 1;  // milliseconds until the chip has another look at its network
constexpr std::size_t piece = 16384;

Microseconds now_of_server() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return static_cast<Microseconds>(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

}  // namespace

/// A connected program.
struct Stream {
  posix::Descriptor descriptor;
  std::variant<SpiSession, LineSession> session;
  Bytes unsent = {};
  bool lost = false;

  void flush() {
    while (!unsent.empty() && !lost) {
      const ssize_t sent =
          ::send(descriptor.number(), unsent.data(), unsent.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent <= 0) {
        lost = sent == 0 || (errno != EAGAIN && errno != EINTR);
        return;
      }
      unsent.erase(unsent.begin(), unsent.begin() + sent);
    }
  }
};

struct Listening {
  spi_socket::Place place;
  posix::Descriptor descriptor;
};

class SpiServer::Core {
 public:
  explicit Core(Chip& chip) : chip_(chip) {}
  ~Core() {
    for (const auto* const listening : {&masters, &controls}) {
      if (*listening) {
        (*listening)->place.remove();
      }
    }
  }

  bool listen(spi_socket::Place place, std::optional<Listening>& listening) {
    posix::Descriptor descriptor = place.listen();
    if (!descriptor.is_open()) {
      error = "cannot listen on " + place.text() + ": " + std::strerror(errno);
      return false;
    }
    listening.emplace(Listening{std::move(place), std::move(descriptor)});
    return true;
  }

  void poll(int wake) {
    watched_.clear();
    watched_.push_back({wake, POLLIN, 0});
    watched_.push_back({masters ? masters->descriptor.number() : -1, POLLIN, 0});
    watched_.push_back({controls ? controls->descriptor.number() : -1, POLLIN, 0});
    for (const Stream& stream : streams_) {
      watched_.push_back(
          {stream.descriptor.number(), static_cast<short>(stream.unsent.empty() ? POLLIN : POLLOUT), 0});
    }
    (void)::poll(watched_.data(), watched_.size(), pause);
    chip_.run();
    std::size_t at = 3;
    for (Stream& stream : streams_) {
      serve(stream, watched_[at++].revents != 0);
    }
    std::erase_if(streams_, [](const Stream& stream) { return stream.lost; });
    accept(masters, SpiSession{chip_});
    accept(controls, LineSession{chip_});
  }

  [[nodiscard]] static std::string place_of(const std::optional<Listening>& listening) {
    return listening ? listening->place.text() : "";
  }

  std::optional<Listening> masters;
  std::optional<Listening> controls;
  std::string error;
  bool ended = false;

 private:
  template <typename Session>
  void accept(const std::optional<Listening>& listening, Session session) {
    if (!listening) {
      return;
    }
    posix::Descriptor client(::accept(listening->descriptor.number(), nullptr, nullptr));
    if (client.is_open()) {
      (void)::fcntl(client.number(), F_SETFD, FD_CLOEXEC);
      streams_.push_back({std::move(client), std::move(session)});
    }
  }

  void serve(Stream& stream, bool ready) {
    std::uint8_t bytes[piece];
    ssize_t length = 0;
    if (ready && stream.unsent.empty()) {
      length = ::recv(stream.descriptor.number(), bytes, sizeof bytes, MSG_DONTWAIT);
      stream.lost = length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR);
    }
    const auto received =
        std::span<const std::uint8_t>(bytes, length > 0 ? static_cast<std::size_t>(length) : 0);
    std::visit(
        [&](auto& session) {
          const bool understood = session.take(received, now_of_server(), stream.unsent);
          stream.flush();
          stream.lost = stream.lost || !understood;
          ended = ended || session.ends_the_program();
        },
        stream.session);
  }

  Chip& chip_;
  std::list<Stream> streams_;
  std::vector<pollfd> watched_;
};

SpiServer::SpiServer(Chip& chip) : core_(std::make_unique<Core>(chip)) {}
SpiServer::~SpiServer() = default;

bool SpiServer::listen(spi_socket::Place place) { return core_->listen(std::move(place), core_->masters); }
bool SpiServer::listen_for_control(spi_socket::Place place) {
  return core_->listen(std::move(place), core_->controls);
}
std::string SpiServer::place() const { return Core::place_of(core_->masters); }
std::string SpiServer::control_place() const { return Core::place_of(core_->controls); }
const std::string& SpiServer::error() const { return core_->error; }
void SpiServer::poll(int wake) { core_->poll(wake); }
bool SpiServer::is_ended() const { return core_->ended; }

}  // namespace prometheus_express::simulated_w5500
