// Writes a page into whatever room there is, and goes on exactly where it stopped.
//
//   Renderer renderer(page, source);
//   while (std::size_t size = renderer.fill(buffer)) { send(buffer.data(), size); }
//
// Where the page has histograms, summaries, state sets, or labels whose values are known at run time only:
//
//   alignas(snapshot_alignment) std::byte snapshot[greenhouse::snapshot_bytes];
//   Renderer renderer(page, source, snapshot);
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "prometheus_express/exposition/page.hpp"

namespace prometheus_express {

class Renderer {
 public:
  /// Renders nothing.
  constexpr Renderer() = default;

  /// Starts at the page's first byte. The page's tables and what the source points to must outlive the rendering, as must
  /// `snapshot`: memory aligned for 64-bit numbers, of the `snapshot_bytes` that generated code states; a page that needs none
  /// takes nullptr.
  constexpr Renderer(const Page& page, const Source& source, Snapshot snapshot = nullptr)
      : families_(page.families), source_(source), snapshot_(snapshot) {}
  /// Not without a snapshot.
  Renderer(const PageWithSnapshot& page, const Source& source) = delete;

  /// Writes the next bytes of the page into `out`, of one byte or more, and returns how many: all that fit, less only at
  /// the page's end, and 0 once it is complete. A series is read once, when its first line starts, that of a family's first
  /// series when the family's head does: its presence and its values are of that moment.
  [[nodiscard]] std::size_t fill(std::span<char> out);

  /// True once every byte was written.
  [[nodiscard]] constexpr bool done() const { return piece_.empty() && families_.empty(); }

 private:
  friend void take_label(Renderer& renderer);

  /// What comes behind the piece that is being copied.
  enum class Next : std::uint8_t { line, value, text, rest_of_text, segment };

  bool next_piece();
  bool start_line(const PageFamily& family);
  bool next_block(const PageFamily& family);
  void take_segment(const PageFamily& family);
  std::size_t read_family(const PageFamily& family);

  std::span<const PageFamily> families_;  // those not finished, the current one first
  Source source_;
  Snapshot snapshot_ = nullptr;
  std::string_view piece_;               // what is being copied
  std::string_view text_;                // the rest of a label value
  const char* from_ = nullptr;           // the text that comes next, but for label values
  const std::uint16_t* stop_ = nullptr;  // where it ends; of the next block if there is none
  const Block* block_ = nullptr;         // of the family
  std::uint16_t hole_ = 0;               // of the line: the next one
  Line line_;
  std::uint16_t place_ = 0;
  Next next_ = Next::line;
  std::uint8_t value_size_ = 0;
  NumberText value_;  // with its line end; without a value until there is one
};

/// Takes what comes next of a label's value in its quotes, or what stands behind them. Reached through the table of a family
/// with such labels only, so that others link neither it nor the escapes.
void take_label(Renderer& renderer);

}  // namespace prometheus_express
