local id, owner, json, fingerprint, idempotency = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5]
local most, keyMillis = tonumber(ARGV[6]), ARGV[7]
sweep()
if stored(id) then
    -- Sent again because the first answer was lost.
    return {'new'}
end
local keyName = key('key:' .. #owner .. ':' .. owner .. ':' .. idempotency)
if idempotency ~= '' then
    local used = redis.call('GET', keyName)
    local earlier = used and stored(string.sub(used, 1, #id))
    if earlier then
        if string.sub(used, #id + 2) == fingerprint then
            return {'earlier', earlier}
        end
        return {'other-request'}
    end
end
if redis.call('ZCARD', key('queued')) >= most then
    return {'full'}
end
local seq = redis.call('INCR', key('seq'))
redis.call('HSET', jobKey(id), 'json', json, 'status', 'queued', 'owner', owner, 'seq', seq)
redis.call('ZADD', key('queued'), seq, id)
redis.call('ZADD', key('queue:' .. owner), seq, id)
-- Far below every turn.
local NO_TURN = -2 ^ 50
local turn = redis.call('HGET', key('turns'), owner) or string.format('%.0f', NO_TURN + seq)
redis.call('ZADD', key('owners'), 'NX', turn, owner)
redis.call('ZADD', key('list:' .. owner), seq, id)
if idempotency ~= '' then
    redis.call('SET', keyName, id .. ' ' .. fingerprint, 'PX', keyMillis)
end
return {'new'}
