// A byte stream to another program, with the heads of runtime/include/prometheus_express/ports/spi_socket/protocol.hpp. Its
// descriptor is inherited and blocks: while an answer is awaited, the emulated board stands still.
"use strict";

const fs = require("fs");

const HEAD = 4;

class Stream {
  constructor(descriptor) {
    this.descriptor = descriptor;
  }

  /// Nothing is answered.
  post(operation, payload) {
    const message = Buffer.alloc(HEAD + payload.length);
    message[0] = operation;
    message.writeUInt16LE(payload.length, 2);
    message.set(payload, HEAD);
    for (let sent = 0; sent < message.length; ) {
      sent += fs.writeSync(this.descriptor, message, sent);
    }
  }

  ask(operation, payload) {
    this.post(operation, payload);
    return this.read(this.read(HEAD).readUInt16LE(2));
  }

  read(length) {
    const bytes = Buffer.alloc(length);
    for (let at = 0; at < length; ) {
      const count = fs.readSync(this.descriptor, bytes, at, length - at, null);
      if (count === 0) {
        throw new Error("the simulated parts are gone");
      }
      at += count;
    }
    return bytes;
  }
}

module.exports = { Stream };
