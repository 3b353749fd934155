// Compares the records of double_text_records with this engine's own Number.prototype.toString.
// Usage: node ecmascript_check.mjs PATH_OF_double_text_records
import { spawnSync } from "node:child_process";

const run = spawnSync(process.argv[2], { maxBuffer: 1 << 30 });
if (run.status !== 0) {
  throw new Error(`${process.argv[2]} failed: ${run.stderr}`);
}
const data = run.stdout;

function expected(value) {
  if (Object.is(value, -0)) {
    return "-0";
  }
  return Math.abs(value) === Infinity ? (value < 0 ? "-Inf" : "+Inf") : value.toString();
}

let count = 0;
for (let at = 0; at < data.length; ++count) {
  const value = data.readDoubleLE(at);
  const end = at + 9 + data[at + 8];
  const text = data.latin1Slice(at + 9, end);
  if (text !== expected(value)) {
    console.error(`${data.toString("hex", at, at + 8)}: ${text} instead of ${expected(value)}`);
    process.exit(1);
  }
  at = end;
}
if (count < 2_000_000) {
  throw new Error(`only ${count} records`);
}
console.log(`${count} doubles read as in ECMAScript`);
