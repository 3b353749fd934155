/* lwIP for the tests: a loopback interface, every allocation from a heap of the tests that counts and refuses. */
#ifndef LWIPOPTS_H
#define LWIPOPTS_H

#define NO_SYS 1
#define LWIP_TIMERS 0 /* time is the tests' */
#define SYS_LIGHTWEIGHT_PROT 0
#define LWIP_NETCONN 0
#define LWIP_SOCKET 0
#define LWIP_UDP 1 /* for DNS */
#define LWIP_DNS 1
#include <stdlib.h>
#define LWIP_RAND() ((u32_t)rand())
#define LWIP_RAW 0
#define LWIP_ARP 0
#define LWIP_ICMP 0
#define LWIP_STATS 0
#define IP_REASSEMBLY 0
#define IP_FRAG 0

#define LWIP_HAVE_LOOPIF 1
#define LWIP_NETIF_LOOPBACK 1
#define LWIP_NETIF_LOOPBACK_MULTITHREADING 0
#define LWIP_LOOPBACK_MAX_PBUFS 0

#define MEMP_MEM_MALLOC 1
#if TESTED_LWIP_MINOR < 2
  #define MEM_LIBC_MALLOC 1
  #define mem_clib_malloc tested_malloc
  #define mem_clib_calloc tested_calloc
  #define mem_clib_free tested_free
#else
  #define MEM_CUSTOM_ALLOCATOR 1
  #define MEM_CUSTOM_MALLOC tested_malloc
  #define MEM_CUSTOM_CALLOC tested_calloc
  #define MEM_CUSTOM_FREE tested_free
#endif

#define TCP_MSS 536
#define TCP_WND (4 * TCP_MSS)
#define TCP_SND_BUF (4 * TCP_MSS)
#define TCP_LISTEN_BACKLOG 1
#define LWIP_CHECKSUM_ON_COPY 0

#endif
