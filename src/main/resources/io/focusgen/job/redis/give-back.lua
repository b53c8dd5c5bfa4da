local id, token = ARGV[1], ARGV[2]
local found = redis.call('HMGET', jobKey(id), 'token', 'status')
if found[1] == token and found[2] == 'running' then
    -- Another token, so that whoever gives it back cannot write any more.
    redis.call('HINCRBY', jobKey(id), 'token', 1)
    redis.call('ZADD', key('running'), 0, id)
end
return 'done'
