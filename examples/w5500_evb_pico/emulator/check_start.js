// Whether a program would start on the chip: check_start.js RP2040JS FIRMWARE.elf [ADDRESS…]
//
// Runs its first 50 ms without anything at its buses and prints what start_check.js finds; and for each address what it would find if
// the program left out the writes to that register: a line `0xADDRESS: …` each.
"use strict";

const fs = require("fs");
const { segments } = require("./elf.js");
const { create, later, sleeps } = require("./repaired_rp2040.js");
const { StartCheck } = require("./start_check.js");

const SPAN = 50e6;
const BYTE = 256; // nanoseconds
const VERSION = 4; // of the W5500: whatever is read is that, so that the driver goes on to longer transfers
const CYCLE = 8;

function problems(rp2040js, program, ignored) {
  const found = new Set();
  const rp2040 = create(rp2040js, program);
  const { clock, core } = rp2040;
  const spi = later(rp2040, () => rp2040.spi[0].completeTransmit(VERSION));
  rp2040.spi[0].onTransmit = () => spi.in(BYTE, 0);
  for (const pin of [4, 5, 6, 7, 21]) {
    rp2040.gpio[pin].setInputValue(true);
  }
  const check = new StartCheck(rp2040, (problem) => found.add(problem), ignored);
  while (clock.nanos < SPAN) {
    if (core.waiting && sleeps(rp2040)) {
      clock.tick(clock.nanosToNextAlarm);
    } else {
      clock.tick(core.executeInstruction() * CYCLE);
    }
  }
  for (const name of check.unused()) {
    found.add(`${name} was not used`);
  }
  return [...found];
}

const [folder, firmware, ...addresses] = process.argv.slice(2);
const rp2040js = require(folder);
const program = segments(fs.readFileSync(firmware));
for (const problem of problems(rp2040js, program, -1)) {
  console.log(problem);
}
for (const address of addresses) {
  console.log(`${address}: ${problems(rp2040js, program, Number(address)).join("; ")}`);
}
