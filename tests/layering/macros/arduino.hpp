// What Arduino's cores define: Arduino.h, binary.h, pins_arduino.h.
#pragma once

// Spaces are as the cores have them: versions of clang-format differ about those behind what may be a cast.
// clang-format off
#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))
#define abs(x) ((x) > 0 ? (x) : -(x))
#define round(x) ((x) >= 0 ? (long)((x) + 0.5) : (long)((x) - 0.5))
#define constrain(amt, low, high) ((amt) < (low) ? (low) : ((amt) > (high) ? (high) : (amt)))
#define radians(deg) ((deg) * DEG_TO_RAD)
#define degrees(rad) ((rad) * RAD_TO_DEG)
#define sq(x) ((x) * (x))
#define bit(b) (1UL << (b))
#define bitRead(value, bit) (((value) >> (bit)) & 0x01)
#define bitSet(value, bit) ((value) |= (1UL << (bit)))
#define lowByte(w) ((uint8_t)((w) & 0xff))
#define highByte(w) ((uint8_t)((w) >> 8))
#define interrupts() sei()
#define noInterrupts() cli()
#define F(string_literal) (string_literal)
#define _BV(bit) (1 << (bit))
#define PI 3.14
#define HALF_PI 1.57
#define TWO_PI 6.28
#define DEG_TO_RAD 0.017
#define RAD_TO_DEG 57.29
#define EULER 2.718
#define HIGH 0x1
#define LOW 0x0
#define INPUT 0x0
#define OUTPUT 0x1
#define INPUT_PULLUP 0x2
#define SERIAL 0x0
#define DISPLAY 0x1
#define LSBFIRST 0
#define MSBFIRST 1
#define CHANGE 1
#define FALLING 2
#define RISING 3
#define DEFAULT 1
#define EXTERNAL 0
#define INTERNAL 3
#define NOT_A_PIN 0
#define B0 0
#define B1 1
#define B00 0
#define B01 1
#define B10 2
#define B11 3
#define A0 14
#define A1 15
#define SS 10
#define SDA 18
#define SCL 19
// clang-format on
