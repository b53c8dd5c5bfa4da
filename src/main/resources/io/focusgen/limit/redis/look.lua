
-- ARGV as in take, which would answer the same. Writes nothing.
local cost = tonumber(ARGV[1])
local all = windows(2)
local waits = look(all, cost)
return answer(all, waits, now, cost)
