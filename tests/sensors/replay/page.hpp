// The page of the bench with one part on it, as an application would show it.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

/// The lines of the page with the values of the sensor `name` after twenty simulated seconds.
nlohmann::json lines_on_page(const nlohmann::json& vector, std::string_view name);
