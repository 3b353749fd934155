// A name server of the test's, in its thread: datagrams to port 53 of any address come to it, and its answers from there.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace name_server {

enum class Answer : std::uint8_t { addresses, no_such_name, failure, silence };

struct Entry {
  Answer answer = Answer::no_such_name;
  std::vector<const char*> addresses;
};

class NameServer {
 public:
  explicit NameServer(std::map<std::string, Entry> names);
  NameServer(const NameServer&) = delete;
  NameServer& operator=(const NameServer&) = delete;
  ~NameServer();

  /// Answers what has come.
  void step();

  /// Questions so far.
  [[nodiscard]] int questions() const { return questions_; }

 private:
  std::map<std::string, Entry> names_;  // what is not in it does not exist
  int socket_;
  int questions_ = 0;
};

}  // namespace name_server
