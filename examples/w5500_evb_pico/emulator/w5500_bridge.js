// The SPI of the emulated RP2040, and the lines RSTn and INTn, at the other end of which is a model of the W5500 behind a byte
// stream. A chip-select window is one message, since one a byte would take most of the time. The W5500 has no read with a side
// effect: what the program is about to read is fetched as soon as the three bytes of the head are there.
"use strict";

const { later } = require("./repaired_rp2040.js");

// Operations of the stream, and what a control byte says.
const TRANSFER = 1;
const POST = 2;
const RESET_PIN = 3;
const INTERRUPT = 4;
const WAIT = 5;
const BUS = 6;
const HEAD = 3;
const WRITES = 4;

const TRANSMIT_REQUEST = 16; // of the DMA, for SPI0
const LONGEST = 65535;
const RESET = 2; // milliseconds: RSTn is low for 0.5 at least, and nothing is sent for 1 behind it
const STALE = 100000; // nanoseconds after which the interrupt line is looked at anew

class W5500Bridge {
  constructor(rp2040, stream, { select, reset, interrupt }) {
    this.rp2040 = rp2040;
    this.stream = stream;
    this.spi = rp2040.spi[0];
    this.interrupt = rp2040.gpio[interrupt];
    this.window = new Uint8Array(LONGEST);
    this.sent = 0; // bytes of the window
    this.answers = new Uint8Array(0);
    this.firstAnswer = 0;
    this.selected = false;
    this.frequency = 0;
    this.seen = -STALE;
    const complete = later(rp2040, (byte) => this.spi.completeTransmit(this.exchange(byte)));
    this.spi.onTransmit = (byte) => complete.in(8e9 / this.spi.clockFrequency, byte);
    rp2040.gpio[select].addListener((value) => this.setSelect(value === 0));
    rp2040.gpio[reset].addListener((value) => this.drive(value !== 0));
    this.interrupt.setInputValue(true);
    const { sio } = rp2040;
    const read = sio.readUint32.bind(sio);
    sio.readUint32 = (offset) => {
      if (offset === 4 && rp2040.clock.nanos - this.seen > STALE) {
        this.look(INTERRUPT, []);
      }
      return read(offset);
    };
  }

  /// Waits in real time, at most so many milliseconds, for the interrupt line.
  wait(milliseconds) {
    this.look(milliseconds > 0 ? WAIT : INTERRUPT, milliseconds > 0 ? [milliseconds & 255, milliseconds >> 8, 0, 0] : []);
  }

  /// The chip lives in real time, in which its reset takes a while; the board may be making up for lost time.
  drive(high) {
    this.ask(RESET_PIN, [high ? 1 : 0]);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RESET);
  }

  look(operation, payload) {
    this.interrupt.setInputValue(this.ask(operation, payload)[0] !== 0);
    this.seen = this.rp2040.clock.nanos;
  }

  ask(operation, payload) {
    return this.stream.ask(operation, Uint8Array.from(payload));
  }

  setSelect(selected) {
    if (!selected && this.selected && this.sent > 0 && !(this.reads() && this.sent > HEAD)) {
      this.stream.post(POST, this.window.subarray(0, this.sent));
      this.seen = -STALE; // a write may withdraw the interrupt
    }
    this.selected = selected;
    this.sent = 0;
    this.answers = new Uint8Array(0);
    if (selected && this.spi.clockFrequency !== this.frequency) {
      this.tellBus();
    }
  }

  tellBus() {
    this.frequency = this.spi.clockFrequency;
    const payload = Buffer.alloc(5);
    payload[0] = (this.spi.control0 >> 6 & 1) * 2 + (this.spi.control0 >> 7 & 1); // its own `spiMode` swaps 2 and 3
    payload.writeUInt32LE(this.frequency, 1);
    this.stream.ask(BUS, payload);
  }

  reads() {
    return this.sent >= HEAD && (this.window[2] & WRITES) === 0;
  }

  exchange(byte) {
    if (!this.selected) {
      return 0;
    }
    const at = this.sent;
    this.window[at] = byte;
    this.sent = at + 1;
    if (at < HEAD || !this.reads()) {
      return at < HEAD ? at + 1 : 0; // what real chips have been seen to send
    }
    if (at - this.firstAnswer >= this.answers.length || this.answers.length === 0) {
      this.fetch(at);
    }
    return this.answers[at - this.firstAnswer];
  }

  /// From here on, as much as the program is known to read: what is in the queue, and what DMA was told to put there.
  fetch(at) {
    let count = 1 + this.spi.txFIFO.itemCount;
    for (const channel of this.rp2040.dma.channels) {
      if (channel.active && channel.treq === TRANSMIT_REQUEST) {
        count += channel.transCount;
      }
    }
    const request = new Uint8Array(HEAD + count);
    const offset = (this.window[0] << 8 | this.window[1]) + at - HEAD;
    request[0] = offset >> 8;
    request[1] = offset;
    request[2] = this.window[2];
    this.answers = this.stream.ask(TRANSFER, request).subarray(HEAD);
    this.firstAnswer = at;
  }
}

module.exports = { W5500Bridge };
