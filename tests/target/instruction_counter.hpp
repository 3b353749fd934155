#pragma once

#include <cstdint>
#include <type_traits>

// Counts the instructions that a piece of code executes, exactly: two runs give the same number.
//
//   if (!target::instruction_counter_works()) { return 1; }     // not started by run_on
//   const auto n = target::count_instructions([&] { renderer.fill(buffer); });
//
// For the MPS2 boards as run_on starts them: with QEMU's `-icount shift=10` an instruction takes 2^10 ns,
// which is 25.6 ticks of the boards' 25 MHz timer (Arm Application Note AN385; Cortex-M System Design
// Kit Technical Reference Manual, "APB timer"). At most 160 million instructions: then the timer has wrapped.
namespace prometheus_express::target {
namespace detail {

struct Timer {
  volatile std::uint32_t control, value, reload;
};
inline Timer& timer = *reinterpret_cast<Timer*>(0x40000000);

// Not inlined, and not a template: the instructions between the two readings are the same in every use but
// for those of `call`, whatever stands around it.
[[gnu::noinline]] inline std::uint32_t ticks_of(void (*call)(void*), void* context) {
  const std::uint32_t before = timer.value;
  call(context);
  const std::uint32_t after = timer.value;
  return before - after;  // it counts down
}

inline std::uint32_t rounded_instructions(std::uint32_t ticks) {
  return static_cast<std::uint32_t>((std::uint64_t{ticks} * 10 + 128) / 256);
}

inline void do_nothing(void*) {}

inline void start_timer() {
  timer.reload = 0xFFFFFFFF;
  timer.value = 0xFFFFFFFF;
  timer.control = 1;
}

}  // namespace detail

// The instructions executed by body(), those that fetch its captures included, the call itself not.
template <typename Body>
std::uint32_t count_instructions(Body&& body) {
  detail::start_timer();
  const std::uint32_t overhead = detail::ticks_of(detail::do_nothing, nullptr);
  const auto call = [](void* context) { (*static_cast<std::remove_reference_t<Body>*>(context))(); };
  const std::uint32_t ticks = detail::ticks_of(call, &body);
  return detail::rounded_instructions(ticks) - detail::rounded_instructions(overhead);
}

// Whether a known piece of code gives its known number here.
inline bool instruction_counter_works() {
  return count_instructions([] { asm volatile(".rept 64\n\tnop\n\t.endr"); }) == 64;
}

}  // namespace prometheus_express::target
