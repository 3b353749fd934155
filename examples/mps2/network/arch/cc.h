/* What lwIP asks of the compiler and the processor (lwIP's arch.h): little-endian Arm with newlib. */
#ifndef ARCH_CC_H
#define ARCH_CC_H

#include <stdint.h>

/* Only where an option leaves no other way: see LWIP_NOASSERT in lwipopts.h. */
#define LWIP_PLATFORM_ASSERT(message) __builtin_trap()
#define LWIP_PLATFORM_DIAG(arguments)

#ifdef __cplusplus
extern "C" {
#endif

/* The sum of the Internet checksum, not inverted: checksum.cpp. */
uint16_t internet_sum(const void* bytes, int size);

/* Numbers of TCP sequences and DHCP transactions; the time between packets is what is random in them. */
uint32_t random_number(void);
#define LWIP_RAND() random_number()

#ifdef __cplusplus
}
#endif

#endif
