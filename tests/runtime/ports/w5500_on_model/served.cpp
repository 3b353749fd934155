#include "served.hpp"

#include "../../../conformance/rooms.hpp"

namespace on_model {
namespace {

using px::simulated_w5500::Severity;

px::simulated_w5500::Options options(const Way& way, const px::simulated_w5500::Microseconds& time) {
  px::simulated_w5500::Options options;
  options.answers = way.answers;
  options.clock = [&time] { return time; };
  options.ports = {{http_port, 0}};
  return options;
}

// Six times the page of the servers of tests/conformance: 1.5 kB.
constexpr px::PageFamily family = {rooms::blocks, rooms::read_room, 0};
constexpr px::PageFamily families[] = {family, family, family, family, family, family};
constexpr px::Page page = {families};

px::Status read_page(void* /*object*/, const px::http::Request& /*request*/, px::http::Response& response) {
  response.page(page, {}, px::text_content_type);
  return px::Status::ok;
}

constexpr px::http::Route routes[] = {{px::http::Method::get, "/metrics", read_page, {}, {}, 0, false}};
int object = 0;

w5500::Configuration configuration(Model& model) {
  return {.mac = {2, 0, 0, 0, 0, 1},
          .addresses = {.own = {{192, 168, 1, 50}},
                        .mask = {{255, 255, 255, 0}},
                        .gateway = {{192, 168, 1, 1}},
                        .name_server = {},
                        .time_server = {}},
          .port = http_port,
          .layout = {},
          .seed = 5,
          .pins = &model};
}

}  // namespace

Model::Model(const Way& way) : chip(options(way, time)), wired(way.answers.command_windows != 0) {}

bool Model::drive_reset(bool low) {
  if (wired) {
    chip.set_reset_pin(!low);
  }
  return wired;
}

Program::Program(Model& model)
    : ethernet(model.chip, {.number = 0, .mode = 0, .frequency = 12'000'000}, configuration(model), memory),
      tcp(ethernet),
      server(px::http::Site<px::http::Limits{}>{{routes, &object}}, tcp) {}

void Program::step(px::Time now) {
  (void)ethernet.poll(now);
  (void)server.poll(now);
}

Served::Served() : model(GetParam()) {
  restart();
  pass(60);
  hand::Peer client;
  client.connect(port());
  client.send(request);
  for (unsigned left = 200; left != 0; --left) {
    step();
    client.receive();
  }
  answer = client.received;
}

void Served::restart() {
  program.reset();
  program = std::make_unique<Program>(model);
}

void Served::step() {
  model.time += 1000;
  program->step({static_cast<std::uint32_t>(model.time / 1000)});
}

void Served::pass(unsigned milliseconds) {
  for (; milliseconds != 0; --milliseconds) {
    step();
  }
}

void Served::inject(const std::string& fault) {
  ASSERT_EQ(model.chip.control("fault " + fault), "ok\n") << fault;
}

bool Served::serves(unsigned milliseconds) {
  // A SYN that finds this machine's queue full is sent again after a second of its clock, which is no second of ours.
  constexpr unsigned patience = 20;
  std::unique_ptr<hand::Peer> client;
  bool asked = false;
  for (unsigned waits = 0; milliseconds != 0; --milliseconds, ++waits) {
    if (!client || client->error != 0 || client->ended || (!asked && waits == patience)) {
      client = std::make_unique<hand::Peer>();
      client->connect(port());
      asked = false;
      waits = 0;
    }
    step();
    if (!asked && client->error == 0 && client->is_connected()) {
      client->send(request);
      asked = true;
    }
    client->receive();
    if (client->received == answer) {
      return true;
    }
  }
  return false;
}

bool Served::all_listen(unsigned milliseconds) {
  for (; milliseconds != 0; --milliseconds) {
    if (program->ethernet.sockets_in(w5500::SocketState::listen) == sockets) {
      return true;
    }
    step();
  }
  return false;
}

std::string Served::findings() const {
  std::string text;
  for (const auto& finding : model.chip.findings().list()) {
    if (finding.severity != Severity::note) {
      text += finding.sentence + "\n";
    }
  }
  return text;
}

}  // namespace on_model
