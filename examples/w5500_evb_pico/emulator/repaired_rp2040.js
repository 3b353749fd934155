// An RP2040 of the package rp2040js 1.4.1, repaired where this board needs it. Each repair says what the chip does and the package
// does not; where it is not said here, the package has been seen to do as the chip does. What it still lacks, a program must not
// use: two cores, SEV, MPU, the pause of the timer, the counters of the clocks.
"use strict";

const IN_INPUT = 0x40; // of a pad
const INTERRUPT_CLEAR_PENDING = 0x280;
const ROSC_RANDOM_BIT = 0x1c;
const RESETS = 0x4000c;
const ROSC = 0x40060;
const WATCHDOG = 0x40058;
const WATCHDOG_REASON_TIMER = 1;

/// Without the boot ROM, which is not in the package: the processor starts where the ROM jumps to.
function create(rp2040js, segments) {
  const rp2040 = new rp2040js.RP2040();
  for (const { address, bytes } of segments) {
    rp2040.flash.set(bytes, address - 0x10000000);
  }
  rp2040.core.SP = 0x20041f00;
  rp2040.core.LR = 0;
  rp2040.core.PC = 0x10000000;

  stopAtFaults(rp2040);
  repairInterrupts(rp2040);
  repairPads(rp2040);
  repairI2cResets(rp2040);
  addRingOscillator(rp2040);
  return rp2040;
}

/// The chip takes a HardFault where nothing is mapped; the package warns and reads ones. Of a breakpoint nobody takes notice.
function stopAtFaults(rp2040) {
  const fault = (name, message) => {
    throw new Error(`${name}: ${message}, at 0x${(rp2040.core.PC >>> 0).toString(16)}`);
  };
  // The package does not know how long I2C holds its data.
  const warn = (name, message) => message.includes("IC_SDA_HOLD") || fault(name, message);
  rp2040.logger = { debug() {}, info() {}, warn, error: fault };
  rp2040.onBreak = (code) => fault("core", `breakpoint ${code}`);
  rp2040.bootrom.fill(0xbebebebe); // calls of address 0 are breakpoints, too
}

/// Three things of the NVIC. A pending interrupt ends WFI without a handler's being entered while PRIMASK is set; the package
/// enters it. An interrupt stays pending when its line falls, until it is cleared; the package forgets it. ICPR clears it,
/// unless the line is still high; the package ignores that.
function repairInterrupts(rp2040) {
  const { core, ppb } = rp2040;
  let lines = 0;
  core.setInterrupt = (number, high) => {
    const bit = 1 << number;
    if (!high) {
      lines &= ~bit;
      return;
    }
    if (lines & bit) {
      return;
    }
    lines |= bit;
    core.pendingInterrupts |= bit;
    core.interruptsUpdated = true;
    if (core.enabledInterrupts & bit) {
      core.waiting = false;
    }
  };
  const write = ppb.writeUint32.bind(ppb);
  ppb.writeUint32 = (offset, value) => {
    if (offset === INTERRUPT_CLEAR_PENDING) {
      core.pendingInterrupts = (core.pendingInterrupts & ~value) | (lines & value);
    } else {
      write(offset, value);
    }
  };
}

/// Whether the core, which has executed WFI, is to sleep. What became pending before ends it at once; the package sleeps on, and
/// SysTick never wakes it.
function sleeps(rp2040) {
  const { core } = rp2040;
  if (core.waiting && (core.pendingSystick || core.pendingInterrupts & core.enabledInterrupts)) {
    core.waiting = false;
  }
  return core.waiting;
}

/// After a reset a pad's input is on; in the package it is off, and what is set at it before the program comes gets lost.
function repairPads(rp2040) {
  for (const pin of rp2040.gpio) {
    pin.padValue |= IN_INPUT;
  }
}

/// A reset of an I2C controller ends what it does; in the package resets are numbers that nobody looks at.
function repairI2cResets(rp2040) {
  const resets = rp2040.peripherals[RESETS];
  const write = resets.writeUint32.bind(resets);
  resets.writeUint32 = (offset, value) => {
    write(offset, value);
    rp2040.i2c.forEach((i2c, number) => {
      if (offset === 0 && value & (1 << (3 + number))) {
        i2c.onReset();
        i2c.txFIFO.reset();
        i2c.rxFIFO.reset();
        i2c.state = i2c.enable = i2c.intRaw = i2c.intEnable = i2c.abortSource = 0;
        i2c.busy = i2c.stop = i2c.pendingRestart = i2c.firstByte = false;
        i2c.checkInterrupts();
      }
    });
  };
  for (const i2c of rp2040.i2c) {
    i2c.onReset = () => {};
  }
}

/// A byte on a wire takes time. At once, as in the package, nobody ever sees the SPI busy, DMA overruns its queue and never ends,
/// and of an I2C transfer that is not acknowledged each command becomes one of its own.
function later(rp2040, action) {
  const queue = [];
  const alarm = rp2040.clock.createAlarm(() => action(queue.shift()));
  return {
    in(nanoseconds, value) {
      queue.length = 0;
      queue.push(value);
      alarm.schedule(nanoseconds);
    },
    never() {
      alarm.cancel();
    },
  };
}

/// The ring oscillator's random bit, by George Marsaglia's xorshift so that runs are alike for the same seed.
function addRingOscillator(rp2040) {
  let state = 2463534242;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 1;
  };
  const base = rp2040.peripherals[ROSC];
  const read = base.readUint32.bind(base);
  base.readUint32 = (offset) => (offset === ROSC_RANDOM_BIT ? random() : read(offset));
}

/// What the watchdog does is the caller's. In the package its alarm then comes again and again in no time.
function onWatchdog(rp2040, action) {
  const watchdog = rp2040.peripherals[WATCHDOG];
  watchdog.onWatchdogTrigger = () => {
    watchdog.timer.enable = false;
    watchdog.alarm.enable = false;
    action();
  };
}

/// Lets a program find that the watchdog has started it.
function markAsBitten(rp2040) {
  rp2040.peripherals[WATCHDOG].reason = WATCHDOG_REASON_TIMER;
}

module.exports = { create, sleeps, later, onWatchdog, markAsBitten };
