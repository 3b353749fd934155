-- For wrk: counts answers that are not a whole page, and says so at the end. Its own figures know only statuses and lengths.
local threads = {}
function setup(thread) table.insert(threads, thread) end
function init() broken = 0 end
function response(status, headers, body)
  local is_page = body:sub(1, 7) == "# HELP " and body:sub(-1) == "\n" and body:find("\nprom_express_ethernet_up 1\n", 1, true)
  local is_index = body:find('<a href="./metrics"', 1, true)
  if status ~= 200 or not (is_page or is_index) then broken = broken + 1 end
end
function done(summary, latency, requests)
  local all = 0
  for _, thread in ipairs(threads) do all = all + thread:get("broken") end
  local lost = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format("answered %d broken %d lost %d\n", summary.requests, all, lost))
end
