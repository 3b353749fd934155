// The emulated board: node board.js RP2040JS FIRMWARE.elf SPI I2C
//
// RP2040JS is the folder of the package; SPI is the descriptor of the stream to the W5500 (w5500_bridge.js), I2C of that to the
// sensors (i2c_bridge.js). Its UART is standard output. It runs in real time as far as the computer is fast enough: it sleeps with
// the core, and makes up for it when it has fallen behind, by 0.1 s at most.
"use strict";

const fs = require("fs");
const { segments } = require("./elf.js");
const { I2cBridge } = require("./i2c_bridge.js");
const { create, markAsBitten, onWatchdog, sleeps } = require("./repaired_rp2040.js");
const { StartCheck } = require("./start_check.js");
const { Stream } = require("./stream.js");
const { W5500Bridge } = require("./w5500_bridge.js");

const CYCLE = 8; // nanoseconds
const MOST_TO_MAKE_UP = 100e6;

class Board {
  constructor(rp2040js, program, streams) {
    this.rp2040 = create(rp2040js, program);
    this.bitten = false;
    this.started = Board.now();
    onWatchdog(this.rp2040, () => {
      this.bitten = true;
    });
    this.rp2040.uart[0].onByte = (byte) => fs.writeSync(1, Buffer.of(byte));
    this.w5500 = new W5500Bridge(this.rp2040, streams.w5500, { select: 17, reset: 20, interrupt: 21 });
    new I2cBridge(this.rp2040, streams.i2c, 0, { data: 4, clock: 5 });
    new I2cBridge(this.rp2040, streams.i2c, 1, { data: 6, clock: 7 });
    new StartCheck(this.rp2040, (problem) => {
      throw new Error(`the chip would not have started: ${problem}`);
    });
  }

  static now() {
    return Number(process.hrtime.bigint());
  }

  /// Until the watchdog bites.
  run() {
    const { clock, core } = this.rp2040;
    while (!this.bitten) {
      if (core.waiting && sleeps(this.rp2040)) {
        this.sleep();
      } else {
        clock.tick(core.executeInstruction() * CYCLE);
      }
    }
  }

  /// To the next moment at which something happens, if it is not an interrupt of the W5500 that comes first.
  sleep() {
    const { clock } = this.rp2040;
    const pause = clock.nanosToNextAlarm;
    const behind = Board.now() - this.started - clock.nanos;
    if (behind > MOST_TO_MAKE_UP) {
      this.started += behind - MOST_TO_MAKE_UP;
    }
    if (pause > 1e5) {
      this.w5500.wait(Math.max(0, Math.ceil((pause - behind) / 1e6)));
    }
    if (!sleeps(this.rp2040)) {
      const passed = Board.now() - this.started - clock.nanos;
      clock.tick(Math.max(0, Math.min(passed, pause)));
    } else {
      clock.tick(pause);
    }
  }
}

function main([folder, firmware, spi, i2c]) {
  const rp2040js = require(folder);
  const program = segments(fs.readFileSync(firmware));
  const streams = { w5500: new Stream(Number(spi)), i2c: new Stream(Number(i2c)) };
  let board = new Board(rp2040js, program, streams);
  for (;;) {
    board.run();
    board = new Board(rp2040js, program, streams);
    markAsBitten(board.rp2040);
  }
}

try {
  main(process.argv.slice(2));
} catch (problem) {
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}
