// Masks nothing: with it, the test must fail.
#pragma once

class InterruptGuard {
 public:
  InterruptGuard() { asm volatile("" ::: "memory"); }
  ~InterruptGuard() { asm volatile("" ::: "memory"); }
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
};
