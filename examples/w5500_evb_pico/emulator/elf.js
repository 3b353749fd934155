// What of a program's file is to be in the flash: the loaded segments of a 32-bit little-endian ELF file, by physical address.
"use strict";

function segments(file) {
  const found = [];
  const start = file.readUInt32LE(28);
  const size = file.readUInt16LE(42);
  const count = file.readUInt16LE(44);
  for (let at = start; at < start + size * count; at += size) {
    const isLoaded = file.readUInt32LE(at) === 1;
    const offset = file.readUInt32LE(at + 4);
    const address = file.readUInt32LE(at + 12);
    const length = file.readUInt32LE(at + 16);
    if (isLoaded && length > 0) {
      found.push({ address, bytes: file.subarray(offset, offset + length) });
    }
  }
  return found;
}

module.exports = { segments };
