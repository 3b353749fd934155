/* lwIP as this program uses it: TCP over IPv4 on Ethernet, the raw API, one loop. What is not said is lwIP's default. */
#ifndef LWIPOPTS_H
#define LWIPOPTS_H

#define NO_SYS 1
#define SYS_LIGHTWEIGHT_PROT 0 /* nothing of lwIP is called from interrupts */
#define LWIP_NETCONN 0
#define LWIP_SOCKET 0
#define LWIP_RAW 0
#define LWIP_DHCP MPS2_DHCP
#define LWIP_UDP MPS2_DHCP
#define LWIP_IGMP 0
#define IP_REASSEMBLY 0
#define IP_FRAG 0
#define TCP_QUEUE_OOSEQ 0
#define LWIP_NETIF_TX_SINGLE_PBUF 1
#define LWIP_CHKSUM internet_sum /* network/checksum.cpp */

/* Memory, for 8 clients at once, 4 that wait, and 4 that are being closed. */
#define MEM_ALIGNMENT 4
#define MEM_SIZE (28 * 1024) /* the send buffers of 8 clients */
#define MEMP_NUM_TCP_PCB (8 + 4 + 4)
#define MEMP_NUM_TCP_PCB_LISTEN 1
#define TCP_LISTEN_BACKLOG 1
#define TCP_MSL 5000 /* ms: a closed connection is remembered for twice as long */
#define TCP_MSS 1460
#define TCP_SND_BUF (2 * TCP_MSS)
#define TCP_WND (2 * TCP_MSS)
#define MEMP_NUM_TCP_SEG (8 * TCP_SND_QUEUELEN)
/* Half a frame each: a request or an acknowledgement takes one. A client keeps at most 5 (Connection::packets_held), so that
   8 leave some for the others. */
#define PBUF_POOL_SIZE 48
#define PBUF_POOL_BUFSIZE 768

/* Metrics are made of these. */
#define LWIP_STATS 1
#define LWIP_STATS_LARGE 1
#define LINK_STATS 1
#define MEM_STATS 1
#define MEMP_STATS 1
#define TCP_STATS 1
#define ETHARP_STATS 0
#define IP_STATS 0
#define IPFRAG_STATS 0
#define ICMP_STATS 0
#define UDP_STATS 0
#define SYS_STATS 0

/* lwIP's assertions find mistakes of the program that calls it, by stopping it. The tests of the port run with them; this
   program can be built with them (MPS2_ASSERT, 0.9 KB of text), but a device in the field had better go on. */
#ifndef MPS2_ASSERT
#define LWIP_NOASSERT
#endif

#endif
