// What schemas with `concurrency: {interrupts: …}` ask for; nothing interrupts here.
#pragma once

struct InterruptGuard {
  InterruptGuard() {}
  ~InterruptGuard() {}
};
