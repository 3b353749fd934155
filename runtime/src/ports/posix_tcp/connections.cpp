#include "prometheus_express/ports/posix_tcp/connections.hpp"

namespace prometheus_express::posix {

Connection& Connections::open(transport::Slot slot, Descriptor socket) {
  slots_[slot] = &room();
  slots_[slot]->open(std::move(socket));
  return *slots_[slot];
}

// There are more connections than slots: when none is free, some are closing.
Connection& Connections::room() {
  Connection* oldest = &all_.front();
  for (Connection& connection : all_) {
    if (connection.is_free()) {
      return connection;
    }
    if (connection.is_closing() && (!oldest->is_closing() || connection.closed_before(*oldest))) {
      oldest = &connection;
    }
  }
  oldest->abort();
  return *oldest;
}

void Connections::close(transport::Slot slot) {
  slots_[slot]->close(++closed_);
  slots_[slot] = nullptr;
  freed_ = true;
}

void Connections::abort(transport::Slot slot) {
  slots_[slot]->abort();
  slots_[slot] = nullptr;
  freed_ = true;
}

// Sends what is left to send and says how long there is nothing to do.
Duration Connections::prepare(Duration longest) {
  Duration pause = longest;
  for (Connection& connection : all_) {
    if (connection.is_free()) {
      continue;
    }
    connection.flush();
    note_if_free(connection);
    if (connection.has_news()) {
      pause = {};
    }
    if (connection.is_short_of_means()) {
      pause = std::min(pause, retry_after);
    }
  }
  return pause;
}

void Connections::watch(PollTable& table) const {
  for (const Connection& connection : all_) {
    const short events = connection.events();
    if (events != 0) {
      table.watch(connection.descriptor(), events);
    }
  }
}

void Connections::saw(PollTable& table) {
  for (Connection& connection : all_) {
    if (connection.events() != 0) {
      connection.saw(table.next());
      note_if_free(connection);
    }
    if (connection.is_short_of_means()) {
      connection.retry();
    }
  }
}

void Connections::assume_ready() {
  for (Connection& connection : all_) {
    if (!connection.is_free()) {
      connection.retry();
    }
  }
}

}  // namespace prometheus_express::posix
