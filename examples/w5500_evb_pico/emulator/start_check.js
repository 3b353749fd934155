// Whether the program would start on the chip, too: the package rp2040js needs no reset released, no clock running and no pin given
// to anybody, and is ready at once. What the chip needs before the first use of each part is noted here as the program does it.
//
//   new StartCheck(rp2040, (problem) => { throw new Error(problem); });
//
// Source: RP2040 Datasheet, sections 2.14 (resets), 2.15 to 2.18 (clocks), 2.19 (pins) and 4.7.2 (the tick).
"use strict";

const RESETS = 0x4000c;
const CLOCKS = 0x40008;
const PADS = 0x4001c;
const PINS = 0x40014;
const XOSC = 0x40024;
const PLL = 0x40028;
const WATCHDOG = 0x40058;

// Each part: its bit in RESETS, the clock that it runs with, the register whose first use is one of the part, whether that is
// read or written, and what must have been written before: pairs of register and the bits that must be set in it.
const SPI = 1;
const UART = 2;
const I2C = 3;
const PROGRAM = 5;
const PARTS = {
  0x50000: { name: "DMA", reset: 2, clock: "system", use: 0x0c, mask: 0x3f },
  0x40044: { name: "I2C0", reset: 3, clock: "system", use: 0x10, before: [[0x6c, 1]], pins: [[4, I2C, "pull-up"], [5, I2C, "pull-up"]] },
  0x40048: { name: "I2C1", reset: 4, clock: "system", use: 0x10, before: [[0x6c, 1]], pins: [[6, I2C, "pull-up"], [7, I2C, "pull-up"]] },
  0x4003c: {
    name: "SPI0", reset: 16, clock: "peripheral", use: 0x08, before: [[0x04, 2], [0x10, 0xfe], [0x24, 3]],
    pins: [[16, SPI], [17, PROGRAM], [18, SPI], [19, SPI], [20, PROGRAM], [21, PROGRAM]],
  },
  0x40054: { name: "TIMER", reset: 21, clock: "tick", use: 0x28, reads: true },
  0x40034: { name: "UART0", reset: 22, clock: "peripheral", use: 0x00, before: [[0x24, 0xffff], [0x2c, 0x60], [0x30, 0x101]], pins: [[0, UART]] },
};

const IO_BANK0 = 5;
const PADS_BANK0 = 8;
const PLL_SYS = 12;

// Of registers that are not zero after power-up.
const AFTER_RESET = new Map([[RESETS * 0x1000, 0x1ffffff], [PLL * 0x1000 + 4, 0x2d]]);
const NO_FUNCTION = 0x1f; // of a pin

class StartCheck {
  /// `ignored`: the address of a register whose writes the check does not see, as if the program had left them out.
  constructor(rp2040, report, ignored = -1) {
    this.report = report;
    this.ignored = ignored;
    this.values = new Map(); // of registers, by address, as the program has written them
    this.released = 0; // in RESETS
    this.awaited = 0; // of these, those that the program has seen to be done
    this.seen = new Set(); // what the program has waited for
    this.used = new Set(); // parts
    for (const base of [RESETS, CLOCKS, PADS, PINS, XOSC, PLL, WATCHDOG, ...Object.keys(PARTS).map(Number)]) {
      this.watch(rp2040.peripherals[base], base);
    }
  }

  watch(peripheral, base) {
    const write = peripheral.writeUint32Atomic.bind(peripheral);
    const read = peripheral.readUint32.bind(peripheral);
    const part = PARTS[base];
    const stop = () => {
      delete peripheral.writeUint32Atomic; // nothing that follows is slower for this check
      delete peripheral.readUint32;
    };
    peripheral.writeUint32Atomic = (offset, value, kind) => {
      this.note(base, offset, value, kind);
      if (part && this.uses(part, base, offset, false)) {
        stop();
      }
      write(offset, value, kind);
    };
    peripheral.readUint32 = (offset) => {
      const value = read(offset);
      this.noteRead(base, offset, value);
      if (part && this.uses(part, base, offset, true)) {
        stop();
      }
      return value;
    };
  }

  note(base, offset, value, kind) {
    const address = base * 0x1000 + offset;
    if (address === this.ignored) {
      return;
    }
    const before = this.value(address);
    const after = kind === 1 ? before ^ value : kind === 2 ? before | value : kind === 3 ? before & ~value : value;
    this.values.set(address, after);
    if (base === RESETS && offset === 0) {
      this.released = ~after;
      this.awaited &= this.released;
    } else if ((base === PADS || base === PINS) && !this.isReady(base === PADS ? PADS_BANK0 : IO_BANK0)) {
      this.report(`${base === PADS ? "the pads" : "the pins' functions"} are set before their reset is over`);
    } else if (base === CLOCKS && offset === 0x3c && (after & 1) !== 0) {
      this.mustRun("PLL");
    } else if (base === CLOCKS && offset === 0x30 && (after & 3) === 2) {
      this.require(this.seen.has("crystal"), "the reference clock is the crystal's before that is stable");
    }
  }

  noteRead(base, offset, value) {
    if (base === RESETS && offset === 8) {
      this.awaited |= value & this.released;
    } else if (base === XOSC && offset === 4 && value >>> 31) {
      const runs = this.value(XOSC * 0x1000) === 0xfabaa0 && this.value(XOSC * 0x1000 + 0x0c) >= 47;
      this.require(runs, "the crystal is awaited before it is switched on, or has less than a millisecond to become stable");
      this.seen.add("crystal");
    } else if (base === PLL && offset === 0 && value >>> 31) {
      this.require((this.value(PLL * 0x1000 + 4) & 0x21) === 0 && this.value(PLL * 0x1000 + 8) >= 16,
        "the PLL is awaited without power or a divider");
      this.require(this.isReady(PLL_SYS), "the PLL is used before its reset is over");
      this.require((this.value(CLOCKS * 0x1000 + 0x30) & 3) === 2 || this.seen.has("crystal"), "the PLL has no crystal");
      this.seen.add("PLL");
    } else if (base === CLOCKS && offset === 0x44 && (value & 2) !== 0) {
      this.seen.add("system");
    }
  }

  mustRun(name) {
    const dividers = this.value(PLL * 0x1000 + 0x0c);
    const isPowered = (this.value(PLL * 0x1000 + 4) & 0x29) === 0;
    this.require(this.seen.has(name) && isPowered && dividers !== 0, "the system's clock is the PLL's before that runs");
  }

  uses(part, base, offset, reads) {
    const bit = 1 << part.reset;
    this.require((this.released & this.awaited & bit) !== 0, `${part.name} is used before its reset is over`);
    if ((offset & (part.mask || 0xfff)) !== part.use || reads !== (part.reads === true)) {
      return false;
    }
    this.used.add(part.name);
    this.checkClock(part);
    for (const [register, bits] of part.before || []) {
      const isSet = (this.value(base * 0x1000 + register) & bits) !== 0;
      this.require(isSet, `${part.name} is used before its register 0x${register.toString(16)} is set`);
    }
    for (const [pin, wanted, pull] of part.pins || []) {
      this.checkPin(part.name, pin, wanted, pull);
    }
    return true;
  }

  checkClock({ name, clock }) {
    if (clock === "tick") {
      const tick = this.value(WATCHDOG * 0x1000 + 0x2c);
      this.require((tick & 0x200) !== 0 && (tick & 0x1ff) === 12, `${name} has no tick of 1 MHz`);
      this.require((this.value(CLOCKS * 0x1000 + 0x30) & 3) === 2, `the tick of ${name} is not the crystal's`);
      return;
    }
    this.require(this.seen.has("system") && (this.value(CLOCKS * 0x1000 + 0x3c) & 1) !== 0, `${name} runs before the system's clock is the PLL's`);
    if (clock === "peripheral") {
      this.require((this.value(CLOCKS * 0x1000 + 0x48) & 0x800) !== 0, `${name} has no peripheral clock`);
    }
  }

  /// A pad that the program never wrote has its input on, and drives; in later revisions of the chip it does not.
  checkPin(name, pin, wanted, pull) {
    const pad = PADS * 0x1000 + 4 + 4 * pin;
    const control = this.value(PINS * 0x1000 + 4 + 8 * pin, NO_FUNCTION);
    this.require((control & 0x1f) === wanted, `${name} is used before GP${pin} is given to it`);
    this.require(this.values.has(pad) && (this.value(pad) & 0xc0) === 0x40, `${name} is used before the pad of GP${pin} is set`);
    this.require(pull === undefined || (this.value(pad) & 0x08) !== 0, `${name} has no pull-up at GP${pin}`);
  }

  /// Parts that have not been used so far, so that nothing was checked of them.
  unused() {
    return Object.values(PARTS).map((part) => part.name).filter((name) => !this.used.has(name));
  }

  isReady(bit) {
    return (this.released & this.awaited & (1 << bit)) !== 0;
  }

  value(address, otherwise = AFTER_RESET.get(address) || 0) {
    return this.values.has(address) ? this.values.get(address) : otherwise;
  }

  require(holds, problem) {
    if (!holds) {
      this.report(problem);
    }
  }
}

module.exports = { StartCheck };
