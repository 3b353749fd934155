// What windows.h and the headers that it includes define.
#pragma once

#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define ERROR 0
#define NO_ERROR 0L
#define DELETE (0x00010000L)
#define GetObject GetObjectA
#define SendMessage SendMessageA
#define CreateFile CreateFileA
#define GetMessage GetMessageA
#define interface struct
#define small char
#define hyper long long
#define near
#define far
#define NEAR
#define FAR
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define VOID void
#define TRUE 1
#define FALSE 0
#define IGNORE 0
#define INFINITE 0xFFFFFFFF
#define STRICT 1
#define TRANSPARENT 1
#define OPAQUE 2
#define ABSOLUTE 1
#define RELATIVE 2
#define THIS
#define pascal
#define cdecl
#define REGISTERED 1
#define RGB(r, g, b) 0
#define S_OK 0
