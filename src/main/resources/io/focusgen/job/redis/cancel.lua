local id, cancelled, keep, due = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local found = redis.call('HMGET', jobKey(id), 'status', 'owner')
if found[1] == 'queued' then
    local queue = key('queue:' .. found[2])
    redis.call('ZREM', queue, id)
    redis.call('ZREM', key('queued'), id)
    if redis.call('ZCARD', queue) == 0 then
        redis.call('ZREM', key('owners'), found[2])
    end
    finish(id, 'cancelled', cancelled, keep, due)
elseif found[1] == 'running' then
    redis.call('HSET', jobKey(id), 'cancel', '1')
end
return stored(id)
