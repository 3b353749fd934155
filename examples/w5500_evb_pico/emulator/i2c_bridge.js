// An I2C controller of the emulated RP2040, at the other end of which are simulated parts behind a byte stream. A transfer is one
// message. It is sent when the address is acknowledged or not: its commands are in the controller's queue by then.
"use strict";

const { later } = require("./repaired_rp2040.js");

// Operations of the stream.
const TRANSFER = 1; // bus, address, how many to read, what to write; answered by the outcome and what was read
const RECOVER = 2; // bus

// As bus::Outcome numbers them.
const OK = 0;
const PENDING = 1;
const NACK = 2;
const STUCK = 4;

const READ = 0x100;
const STOP = 0x200;
const AHEAD = 64; // bytes that are read when a transfer is longer than the queue
const CLOCKS_OF_RECOVERY = 9;

class I2cBridge {
  constructor(rp2040, stream, number, { data, clock }) {
    this.stream = stream;
    this.number = number;
    this.i2c = rp2040.i2c[number];
    this.data = rp2040.gpio[data];
    this.clocks = 0;
    this.stuck = false;
    this.bytes = [];
    this.next = 0;
    const action = later(rp2040, (call) => call());
    const half = () => ((this.i2c.sclHighPeriod + this.i2c.sclLowPeriod) * 8e9) / rp2040.clkSys / 8;
    const after = (bits, call) => action.in(2 * bits * half(), call);
    const { i2c } = this;
    i2c.onStart = () => after(1, () => i2c.completeStart());
    const connect = () => (this.isKnown() ? this.connect() : after(1, connect));
    i2c.onConnect = () => after(9, connect);
    i2c.onWriteByte = () => after(9, () => i2c.completeWrite(true));
    i2c.onReadByte = () => after(9, () => i2c.completeRead(this.bytes[this.next++]));
    i2c.onStop = () => after(1, () => this.stop());
    i2c.onReset = () => {
      action.never();
      this.planned = false;
      this.clocks = 0; // only those of one recovery count
    };
    this.planned = false;
    this.data.setInputValue(true);
    const clockPin = rp2040.gpio[clock];
    clockPin.setInputValue(true);
    clockPin.addListener((value, before) => this.recover(before === 0 && value !== 0));
  }

  /// Whether the program has ordered the whole transfer, or as much as there is room for. Until then the clock is held.
  isKnown() {
    const { txFIFO } = this.i2c;
    return this.planned || txFIFO.full || txFIFO.items.some((command) => (command & STOP) !== 0);
  }

  /// A repeated start belongs to the transfer that has begun.
  connect() {
    if (this.planned) {
      this.i2c.completeConnect(true);
      return;
    }
    const outcome = this.transfer();
    if (outcome === OK) {
      this.planned = true;
      this.i2c.completeConnect(true);
    } else if (outcome === NACK) {
      this.i2c.completeConnect(false);
    } else if (outcome === STUCK) {
      this.stuck = true;
      this.clocks = 0;
      this.data.setInputValue(false);
      this.i2c.arbitrationLost();
    } else if (outcome !== PENDING) {
      this.i2c.arbitrationLost();
    } // a transfer that never ends: nothing comes any more until a reset
  }

  stop() {
    this.planned = false;
    this.i2c.completeStop();
  }

  transfer() {
    const written = [];
    let reads = 0;
    let ends = false;
    for (const command of this.i2c.txFIFO.items) {
      if (command & READ) {
        reads += 1;
      } else {
        written.push(command & 0xff);
      }
      ends = ends || (command & STOP) !== 0;
    }
    if (!ends && reads === 0) {
      throw new Error("a write that is longer than the controller's queue cannot be simulated");
    }
    const request = [this.number, this.i2c.targetAddress, ends ? reads : AHEAD, ...written];
    const answer = this.stream.ask(TRANSFER, Uint8Array.from(request));
    this.bytes = answer.subarray(1);
    this.next = 0;
    return answer[0];
  }

  /// The program moves the clock itself, to free the data line.
  recover(isRisingEdge) {
    if (this.stuck && isRisingEdge && ++this.clocks === CLOCKS_OF_RECOVERY) {
      this.stream.ask(RECOVER, Uint8Array.of(this.number));
      this.stuck = false;
      this.data.setInputValue(true);
    }
  }
}

module.exports = { I2cBridge };
