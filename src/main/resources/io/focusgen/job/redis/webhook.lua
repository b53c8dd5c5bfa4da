-- Puts one text in place of another, unless somebody else has changed it.
local id, before, after, due = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local found = redis.call('HMGET', jobKey(id), 'json', 'status')
if not found[1] or found[1] == after then
    return 'done'
end
if found[1] ~= before then
    return 'changed'
end
redis.call('HSET', jobKey(id), 'json', after)
if due == '' then
    redis.call('ZREM', key('owing'), id)
elseif found[2] ~= 'queued' and found[2] ~= 'running' then
    redis.call('ZADD', key('owing'), due, id)
end
return 'done'
