#include "prometheus_express/http/request.hpp"

#include "text.hpp"

namespace prometheus_express::http {

std::string_view Request::header(std::string_view name) const {
  for (const Field& field : fields_) {
    if (same_name(field.name, name)) {
      return field.value;
    }
  }
  return {};
}

}  // namespace prometheus_express::http
