-- Stands before every script. All keys begin with the same hash tag, so that they are on one node of a cluster:
--   job:<id>          hash: json status owner seq token number started cancel until
--   seq               counts what has to stay in order
--   queued            ids that wait, by seq
--   owners            owners of those, by their last turn; before them, by seq, who has had none
--   turns             hash: the last turn of an owner who has jobs
--   queue:<owner>     ids of theirs, by seq
--   running           ids that have begun, by the end of their lease in milliseconds
--   ended:<status>    ids that have ended, by when they are forgotten
--   owing             ids whose message is still to be sent, by when
--   list:<owner>      all ids of an owner, by seq
--   key:<n>:<owner>:<key>  id and fingerprint behind a key of idempotency; n is the length of the owner
local function key(name)
    return KEYS[1] .. ':' .. name
end

local function jobKey(id)
    return key('job:' .. id)
end

-- By the server's clock, so that those of the replicas do not matter.
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + math.floor(tonumber(clock[2]) / 1000)

local ENDED = {'completed', 'failed', 'cancelled'}

local function forget(id)
    local owner = redis.call('HGET', jobKey(id), 'owner')
    if owner then
        redis.call('ZREM', key('list:' .. owner), id)
        if redis.call('ZCARD', key('list:' .. owner)) == 0 then
            redis.call('HDEL', key('turns'), owner)
        end
    end
    for _, status in ipairs(ENDED) do
        redis.call('ZREM', key('ended:' .. status), id)
    end
    redis.call('ZREM', key('owing'), id)
    redis.call('DEL', jobKey(id))
end

-- What is too old, and the oldest where there are too many; a hundred at a time, so that nobody waits for it.
local function sweep()
    for _, status in ipairs(ENDED) do
        local ids = key('ended:' .. status)
        for _, id in ipairs(redis.call('ZRANGEBYSCORE', ids, '-inf', now, 'LIMIT', 0, 100)) do
            forget(id)
        end
        local surplus = math.min(redis.call('ZCARD', ids) - 10000, 100)
        if surplus > 0 then
            for _, id in ipairs(redis.call('ZRANGE', ids, 0, surplus - 1)) do
                forget(id)
            end
        end
    end
end

-- What a reader has to know, or false where there is no such job: json, start by the claim, cancel.
local function stored(id)
    local found = redis.call('HMGET', jobKey(id), 'json', 'started', 'cancel', 'until')
    if not found[1] or (found[4] and tonumber(found[4]) <= now) then
        return false
    end
    return {found[1], found[2] or '', found[3] or ''}
end

local function finish(id, status, json, keep, due)
    redis.call('HSET', jobKey(id), 'json', json, 'status', status, 'until', now + keep)
    redis.call('ZREM', key('running'), id)
    redis.call('ZADD', key('ended:' .. status), now + keep, id)
    if due ~= '' then
        redis.call('ZADD', key('owing'), due, id)
    end
end

