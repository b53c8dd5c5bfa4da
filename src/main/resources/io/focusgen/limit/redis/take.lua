
-- ARGV: the cost, then of each window its name, whether it is exact (1 or 0), its limit and its length.
-- Answers whether it was admitted, how long to wait, and of each window what is used and when more is free.
local cost = tonumber(ARGV[1])
local windows = {}
for i = 2, #ARGV, 4 do
    windows[#windows + 1] = {name = ARGV[i], exact = ARGV[i + 1] == '1', limit = tonumber(ARGV[i + 2]),
        length = tonumber(ARGV[i + 3])}
end

-- How far into a period at most this room is left to the sum of the period before it; a microsecond more against rounding.
local function fits(sum, room, length)
    if sum <= room then
        return 0
    end
    return math.min(length, math.ceil(length - room * length / sum) + 1)
end

local function used(window)
    if window.exact then
        return redis.call('ZCOUNT', KEYS[1], '(' .. text(now - window.length), '+inf')
    end
    local sum = window.sum
    return sum.current + math.ceil(sum.previous * (window.length - sum.elapsed) / window.length)
end

-- Until one more is free of an exact window, of which so much is used.
local function leaves(window, count)
    if count == 0 then
        return 0
    end
    local place = math.min(count, window.limit) - 1
    return tonumber(redis.call('ZREVRANGE', KEYS[1], place, place)[1]) + window.length - now
end

-- Until so much fits into the sums.
local function wait(window, amount)
    local sum = window.sum
    if amount > window.limit then
        return window.length
    end
    local room = window.limit - amount - sum.current
    if room >= 0 then
        return math.max(1, fits(sum.previous, room, window.length) - sum.elapsed)
    end
    return window.length - sum.elapsed + fits(sum.current, window.limit - amount, window.length)
end

local longest, longestExact, waits = 0, 0, 0
for _, window in ipairs(windows) do
    longest = math.max(longest, window.length)
    if window.exact then
        longestExact = math.max(longestExact, window.length)
    else
        window.sum = sums(window.name, window.length)
    end
    local count = used(window)
    if count + cost > window.limit then
        waits = math.max(waits, window.exact and leaves(window, count) or wait(window, cost))
    end
end

local admitted = waits == 0
if admitted then
    if longestExact > 0 then
        -- First: behind another write Redis would take it even where it has no memory left.
        local member = now
        while redis.call('ZADD', KEYS[1], 'NX', text(member), text(member)) == 0 do
            member = member + 1
        end
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now - longestExact))
        redis.call('PEXPIRE', KEYS[1], math.ceil(longestExact / 1000) + 1000)
    end
    local counted = false
    for _, window in ipairs(windows) do
        if not window.exact then
            window.sum.current = window.sum.current + cost
            keep(window.name, window.sum)
            counted = true
        end
    end
    if counted then
        redis.call('PEXPIRE', KEYS[2], 2 * math.ceil(longest / 1000) + 1000)
    end
end

local answer = {admitted and 1 or 0, waits}
for _, window in ipairs(windows) do
    local count = used(window)
    local reset = 0
    if window.exact then
        reset = leaves(window, count)
    elseif count >= window.limit then
        reset = wait(window, 1)
    elseif count > 0 then
        reset = window.length - window.sum.elapsed
    end
    answer[#answer + 1] = count
    answer[#answer + 1] = reset
end
return answer
