
-- ARGV: the cost, then the windows. Takes the cost of each of them, or of none.
local cost = tonumber(ARGV[1])
local all = windows(2)
local waits = look(all, cost)
local moment = now
if waits > 0 then
    return answer(all, waits, moment, cost)
end

local longest, longestExact = 0, 0
for _, window in ipairs(all) do
    if window.exact then
        longestExact = math.max(longestExact, window.length)
    else
        longest = math.max(longest, window.length + window.part)
    end
end
if longestExact > 0 then
    -- First: behind another write Redis would take it even where it has no memory left.
    while redis.call('ZADD', KEYS[1], 'NX', text(moment), text(moment)) == 0 do
        moment = moment + 1
    end
    redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now - longestExact))
    redis.call('PEXPIRE', KEYS[1], math.ceil(longestExact / 1000) + 1000)
end
if longest > 0 then
    for _, window in ipairs(all) do
        if not window.exact then
            add(window, moment, cost)
            keep(window)
        end
    end
    redis.call('PEXPIRE', KEYS[2], math.ceil(longest / 1000) + 1000)
end
return answer(all, 0, moment, 1)
