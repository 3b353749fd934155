// The emulated board: node board.js RP2040JS FIRMWARE.elf SPI I2C
//
// RP2040JS is the folder of the package; SPI is the descriptor of the stream to the W5500 (w5500_bridge.js), I2C of that to the
// sensors (i2c_bridge.js). Its UART is standard output. It runs in real time: it sleeps with the core, and where the
// computer is too slow for the chip, it is the core that is slow and not the clock. What is lost at once, as when this program had
// to wait, is made up for bit by bit, and 0.1 s of it at most, so that nobody's time is over without a look.
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
const AT_ONCE = 1e6;
const INSTRUCTIONS = 2000; // between two looks at the real time

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
    for (let left = INSTRUCTIONS; !this.bitten; ) {
      if (core.waiting && sleeps(this.rp2040)) {
        this.sleep();
      } else {
        clock.tick(core.executeInstruction() * CYCLE);
        if (--left === 0) {
          left = INSTRUCTIONS;
          clock.tick(Math.min(Math.max(0, this.behind()), AT_ONCE));
        }
      }
    }
  }

  /// Nanoseconds that the real time is ahead of the board's.
  behind() {
    const behind = Board.now() - this.started - this.rp2040.clock.nanos;
    if (behind <= MOST_TO_MAKE_UP) {
      return behind;
    }
    this.started += behind - MOST_TO_MAKE_UP;
    return MOST_TO_MAKE_UP;
  }

  /// To the next moment at which something happens, if it is not an interrupt of the W5500 that comes first.
  sleep() {
    const { clock } = this.rp2040;
    const pause = clock.nanosToNextAlarm;
    if (pause > 1e5) {
      this.w5500.wait(Math.max(0, Math.ceil((pause - this.behind()) / 1e6)));
    }
    clock.tick(sleeps(this.rp2040) ? pause : Math.max(0, Math.min(this.behind(), pause)));
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
