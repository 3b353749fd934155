// A simulated W5500 as a program: bus masters reach it over a byte stream, and its ports are ports of 127.0.0.1. README.md says more.
#include <cstdio>
#include <prometheus_express/ports/posix/interrupts.hpp>
#include <prometheus_express/ports/simulated_w5500/chip.hpp>
#include <prometheus_express/ports/simulated_w5500/spi_server.hpp>
#include <string>
#include <string_view>

namespace px = prometheus_express;
using px::spi_socket::Place;

namespace {

constexpr int success = 0;
constexpr int cannot_listen = 1;
constexpr int wrong_options = 2;
constexpr int violations_were_found = 3;

constexpr const char* usage =
    "usage: w5500_chip --listen unix:PATH|tcp:PORT [OPTION…]\n"
    "  --control PATH|unix:PATH|tcp:PORT  listens for lines of the control language\n"
    "  --summary FILE                     receives all counts in the end\n"
    "  --port-offset N                    from the chip's ports to those of 127.0.0.1\n"
    "  --port CHIP=HOST                   one that is elsewhere; 0: the system picks one\n"
    "  --answers SEED                     draws what the datasheet leaves open\n"
    "  --answer NAME=WORD                 chooses one of these\n"
    "  --seed N                           of what is drawn while it runs\n"
    "  --gateway ADDRESS                  of the server of DHCP, DNS and NTP\n"
    "  --host ADDRESS                     this machine, as the chip sees it\n"
    "  --lease SECONDS                    of DHCP\n"
    "  --name NAME=ADDRESS                that DNS knows\n"
    "  --remote ADDRESS[:PORT]=ADDRESS[:PORT]  an address of the chip's network that is one of this "
    "machine\n";

struct Command {
  px::simulated_w5500::Options options;
  std::string listen;
  std::string control;
  std::string summary;

  /// `--name VALUE` or `--name=VALUE`.
  bool parse(int argc, char** argv) {
    for (int at = 1; at < argc; ++at) {
      std::string_view name = argv[at];
      std::string_view value;
      if (!name.starts_with("--")) {
        return false;
      }
      name.remove_prefix(2);
      if (const auto equals = name.find('='); equals != std::string_view::npos) {
        value = name.substr(equals + 1);
        name = name.substr(0, equals);
      } else if (++at < argc) {
        value = argv[at];
      } else {
        return false;
      }
      if (!set(name, value)) {
        return false;
      }
    }
    return !listen.empty();
  }

 private:
  bool set(std::string_view name, std::string_view value) {
    if (name == "listen") {
      listen = value;
      return Place::parse(listen).has_value();
    }
    if (name == "control") {
      control = value.find(':') == std::string_view::npos ? "unix:" + std::string(value) : std::string(value);
      return Place::parse(control).has_value();
    }
    if (name == "summary") {
      summary = value;
      return true;
    }
    return options.set(name, value);
  }
};

bool write_summary(const std::string& path, const px::simulated_w5500::Chip& chip) {
  std::FILE* const file = std::fopen(path.c_str(), "w");
  if (file == nullptr) {
    std::perror(path.c_str());
    return false;
  }
  std::fputs((chip.summary() + chip.findings().text()).c_str(), file);
  return std::fclose(file) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  Command command;
  if (argc == 2 && std::string_view(argv[1]) == "--help") {
    std::fputs(usage, stdout);
    return success;
  }
  if (!command.parse(argc, argv)) {
    std::fputs(usage, stderr);
    return wrong_options;
  }
  const px::posix::Interrupts interrupts;
  px::simulated_w5500::Chip chip{command.options};
  px::simulated_w5500::SpiServer server{chip};
  const bool listens = server.listen(*Place::parse(command.listen)) &&
                       (command.control.empty() || server.listen_for_control(*Place::parse(command.control)));
  if (!listens) {
    std::fprintf(stderr, "w5500_chip: %s\n", server.error().c_str());
    return cannot_listen;
  }
  std::printf("listening on %s\n", server.place().c_str());
  if (!command.control.empty()) {
    std::printf("control on %s\n", server.control_place().c_str());
  }
  std::printf("answers %s\n", command.options.answers.text().c_str());
  std::fflush(stdout);
  while (!server.is_ended() && !interrupts.raised()) {
    server.poll(interrupts.descriptor());
  }
  if (!command.summary.empty() && !write_summary(command.summary, chip)) {
    return cannot_listen;
  }
  std::fputs(chip.findings().text().c_str(), stderr);
  return chip.findings().violations() > 0 ? violations_were_found : success;
}
