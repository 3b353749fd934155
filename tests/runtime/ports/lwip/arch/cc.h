/* lwIP on the host, in one thread. */
#ifndef ARCH_CC_H
#define ARCH_CC_H

#include <stdio.h>
#include <stdlib.h>

#ifdef __cplusplus
extern "C" {
#endif
void* tested_malloc(size_t size);
void* tested_calloc(size_t count, size_t size);
void tested_free(void* memory);
#ifdef __cplusplus
}
#endif

#define LWIP_PLATFORM_ASSERT(message) (fprintf(stderr, "lwIP: %s\n", message), abort())
#define LWIP_PLATFORM_DIAG(arguments)

#endif
