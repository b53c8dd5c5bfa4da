-- Stands before every script. Both keys of a caller have the same hash tag, so that they are on one node of a cluster:
--   KEYS[1]  log: the moments of requests as members and as scores
--   KEYS[2]  amounts: hash: of each window by its name its parts, oldest first, each its first moment, its last and its amount
-- All times are microseconds by the server's clock. A caller sees no other order where that goes back: what it sent is then
-- counted longer.
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000000 + tonumber(clock[2])

local function text(number)
    return string.format('%.0f', number)
end

-- Each window of ARGV from there on: its name, whether it is exact (1 or 0), its limit, its length and that of its parts.
local function windows(from)
    local all = {}
    for i = from, #ARGV, 5 do
        all[#all + 1] = {name = ARGV[i], exact = ARGV[i + 1] == '1', limit = tonumber(ARGV[i + 2]),
            length = tonumber(ARGV[i + 3]), part = tonumber(ARGV[i + 4])}
    end
    return all
end

-- The parts of a window that still count, and their sum.
local function amounts(window)
    local held = redis.call('HGET', KEYS[2], window.name)
    local cells = held and cmsgpack.unpack(held) or {}
    local kept, total = {}, 0
    for i = 1, #cells, 3 do
        if cells[i + 1] > now - window.length then
            local n = #kept
            kept[n + 1], kept[n + 2], kept[n + 3] = cells[i], cells[i + 1], cells[i + 2]
            total = total + cells[i + 2]
        end
    end
    return kept, total
end

local function keep(window)
    redis.call('HSET', KEYS[2], window.name, cmsgpack.pack(window.cells))
end

local function used(window)
    if window.exact then
        return redis.call('ZCOUNT', KEYS[1], '(' .. text(now - window.length), '+inf')
    end
    return window.total
end

-- Until one more is free of an exact window, of which so much is used.
local function leaves(window, count)
    if count == 0 then
        return 0
    end
    local place = math.min(count, window.limit) - 1
    return tonumber(redis.call('ZREVRANGE', KEYS[1], place, place)[1]) + window.length - now
end

-- Until so much more fits.
local function wait(window, count, cost)
    if window.exact then
        return count + cost > window.limit and leaves(window, count) or 0
    end
    if cost > window.limit then
        return window.length
    end
    local left, longest, i = window.total, 0, 1
    while left > window.limit - cost do
        left = left - window.cells[i + 2]
        longest = window.cells[i + 1] + window.length - now
        i = i + 3
    end
    return longest
end

-- Reads what is used of all windows. Answers until when so much more fits into all of them.
local function look(all, cost)
    local waits = 0
    for _, window in ipairs(all) do
        if not window.exact then
            window.cells, window.total = amounts(window)
        end
        window.count = used(window)
        waits = math.max(waits, wait(window, window.count, cost))
    end
    return waits
end

-- Whether it was admitted, how long to wait, when it was, and of each window what is used and when more is free: as much as
-- is asked for next.
local function answer(all, waits, moment, cost)
    local numbers = {waits == 0 and 1 or 0, waits, moment}
    for _, window in ipairs(all) do
        local count = used(window)
        local reset = window.exact and leaves(window, count) or wait(window, count, cost)
        if reset == 0 and not window.exact and count > 0 then
            reset = window.cells[2] + window.length - now
        end
        numbers[#numbers + 1] = count
        numbers[#numbers + 1] = reset
    end
    return numbers
end
