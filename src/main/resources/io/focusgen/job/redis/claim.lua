local lease, unwantedOnly = tonumber(ARGV[1]), ARGV[2] == 'unwanted'
sweep()

local function abandoned()
    local best, bestSeq
    for _, id in ipairs(redis.call('ZRANGEBYSCORE', key('running'), '-inf', now)) do
        local found = redis.call('HMGET', jobKey(id), 'seq', 'cancel')
        local seq = tonumber(found[1])
        if seq and unwantedOnly == (found[2] ~= false) and (not bestSeq or seq < bestSeq) then
            best, bestSeq = id, seq
        end
    end
    return best
end

local function nextQueued()
    local owner = redis.call('ZRANGE', key('owners'), 0, 0)[1]
    if not owner then
        return nil
    end
    local queue = key('queue:' .. owner)
    local id = redis.call('ZRANGE', queue, 0, 0)[1]
    redis.call('ZREM', queue, id)
    redis.call('ZREM', key('queued'), id)
    local turn = redis.call('INCR', key('seq'))
    redis.call('HSET', key('turns'), owner, turn)
    if redis.call('ZCARD', queue) == 0 then
        redis.call('ZREM', key('owners'), owner)
    else
        redis.call('ZADD', key('owners'), turn, owner)
    end
    redis.call('HSET', jobKey(id), 'status', 'running', 'started', now)
    return id
end

local id = abandoned()
if not id and not unwantedOnly then
    id = nextQueued()
end
if not id then
    return false
end
redis.call('ZADD', key('running'), now + lease, id)
redis.call('HDEL', jobKey(id), 'number')
return {tostring(redis.call('HINCRBY', jobKey(id), 'token', 1)), stored(id)}
