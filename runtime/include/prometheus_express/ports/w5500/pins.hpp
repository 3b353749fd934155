// The two lines of a W5500 beside its SPI, where the board has them wired.
#pragma once

namespace prometheus_express::w5500 {

class Pins {
 public:
  /// Drives RSTn low or releases it. False where it is not wired: the chip is reset by its register then, which does not
  /// help one that has lost its mind.
  virtual bool drive_reset(bool /*low*/) { return false; }

  /// Whether INTn is low. Only a hint, which spares windows: the level counts and not the edge, and events are asked for now
  /// and then all the same. True where it is not wired.
  [[nodiscard]] virtual bool is_interrupted() { return true; }

 protected:
  ~Pins() = default;
};

}  // namespace prometheus_express::w5500
