// Numbers from the text files of /proc and /sys. Every file is read anew; one that is missing has no numbers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <system_error>

class ProcFile {
 public:
  explicit ProcFile(const char* path) : file_(path) {}

  /// The number at `position`, counted from 0, among the words of the file.
  template <class Number>
  std::optional<Number> word(unsigned position) {
    for (std::string skipped; position > 0; --position) {
      file_ >> skipped;
    }
    return number<Number>();
  }

  /// The number behind the first word `key`.
  template <class Number>
  std::optional<Number> after(const std::string& key) {
    for (std::string word; file_ >> word;) {
      if (word == key) {
        return number<Number>();
      }
    }
    return std::nullopt;
  }

 private:
  template <class Number>
  std::optional<Number> number() {
    Number value{};
    return file_ >> value ? std::optional(value) : std::nullopt;
  }

  std::ifstream file_;
};

/// The operstate (Documentation/ABI/testing/sysfs-class-net) of the first network interface by name but the loopback; empty when
/// there is none.
inline std::string state_of_first_interface() {
  std::set<std::string> names;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator("/sys/class/net", none)) {
    names.insert(entry.path().filename());
  }
  names.erase("lo");
  std::string state;
  if (!names.empty()) {
    std::ifstream("/sys/class/net/" + *names.begin() + "/operstate") >> state;
  }
  return state;
}

/// Sum of one column of /proc/net/dev over all interfaces but the loopback (proc(5)): 0 is bytes received, 8 bytes sent.
inline std::optional<std::uint64_t> bytes_of_all_interfaces(unsigned column) {
  std::ifstream file("/proc/net/dev");
  std::optional<std::uint64_t> sum;
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) {
      continue;
    }  // the two lines of headings
    if (!sum) {
      sum = 0;
    }
    if (line.substr(0, colon).ends_with(" lo") || line.starts_with("lo:")) {
      continue;
    }
    std::istringstream columns(line.substr(colon + 1));
    std::uint64_t value = 0;
    for (unsigned i = 0; i <= column; ++i) {
      columns >> value;
    }
    *sum += value;
  }
  return sum;
}
