// What newlib's ctype.h defines, and other capitals behind an underscore that C libraries take.
#pragma once

#define _U 01
#define _L 02
#define _N 04
#define _S 010
#define _P 020
#define _C 040
#define _X 0100
#define _B 0200
#define _A 1
#define _D 1
#define _E 1
#define _F 1
#define _G 1
#define _H 1
#define _I 1
#define _J 1
#define _K 1
#define _M 1
#define _O 1
#define _Q 1
#define _R 1
#define _T 1
#define _V 1
#define _W 1
#define _Y 1
#define _Z 1
