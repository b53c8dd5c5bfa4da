-- Stands before every script. Both keys of a caller have the same hash tag, so that they are on one node of a cluster:
--   KEYS[1]  log: the moments of requests as members and as scores
--   KEYS[2]  sums: hash: start, current and previous of each window by its name
-- All times are microseconds by the server's clock. A caller sees no other order where that goes back: what it sent is then
-- counted longer.
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])

local function text(number)
    return string.format('%.0f', number)
end

-- The sums of the period that it is now.
local function sums(name, length)
    local held = redis.call('HMGET', KEYS[2], name .. ':start', name .. ':current', name .. ':previous')
    local start = tonumber(held[1] or now)
    local elapsed = math.max(0, now - start)
    local periods = math.floor(elapsed / length)
    local current, previous = tonumber(held[2] or 0), tonumber(held[3] or 0)
    if periods > 0 then
        current, previous = 0, periods == 1 and current or 0
    end
    return {start = start + periods * length, elapsed = elapsed - periods * length, current = current,
        previous = previous}
end

local function keep(name, sum)
    redis.call('HSET', KEYS[2], name .. ':start', text(sum.start), name .. ':current', text(sum.current),
        name .. ':previous', text(sum.previous))
end
