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

-- Adds to the parts of a window what comes at a moment that is not before any of them, unless the clock went back.
local function add(window, moment, cost)
    local cells = window.cells
    local n = #cells
    if n == 0 or moment - cells[n - 2] >= window.part then
        cells[n + 1], cells[n + 2], cells[n + 3] = moment, moment, cost
    else
        cells[n - 1] = math.max(cells[n - 1], moment)
        cells[n] = cells[n] + cost
    end
    window.total = window.total + cost
end

-- Sets the parts of a window that still count, of what is held of it, and their sum.
local function readParts(window, held)
    local cells = held and cmsgpack.unpack(held) or {}
    local kept, total = {}, 0
    for i = 1, #cells, 3 do
        if cells[i + 1] > now - window.length then
            local n = #kept
            kept[n + 1], kept[n + 2], kept[n + 3] = cells[i], cells[i + 1], cells[i + 2]
            total = total + cells[i + 2]
        end
    end
    window.cells, window.total = kept, total
end

-- Each window of ARGV from there on: its name, whether it is exact (1 or 0), its limit, its length and that of its parts. Limits may
-- be other ones in each call. A window that was counted by its parts goes on so as long as any of them counts; one that was
-- counted by the log makes parts of it first. So nothing that was admitted is left out.
local function windows(from)
    local all, names, sums = {}, {}, false
    for i = from, #ARGV, 5 do
        local exact = ARGV[i + 1] == '1'
        all[#all + 1] = {name = ARGV[i], exact = exact, limit = tonumber(ARGV[i + 2]), length = tonumber(ARGV[i + 3]),
            part = tonumber(ARGV[i + 4])}
        names[#names + 1] = ARGV[i]
        sums = sums or not exact
    end
    if not sums and (#all == 0 or redis.call('EXISTS', KEYS[2]) == 0) then
        return all
    end
    local held = redis.call('HMGET', KEYS[2], unpack(names))
    for i, window in ipairs(all) do
        readParts(window, held[i])
        if window.total > 0 then
            window.exact = false
        elseif not window.exact then
            for _, moment in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. text(now - window.length), '+inf')) do
                add(window, tonumber(moment), 1)
            end
        end
    end
    return all
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
