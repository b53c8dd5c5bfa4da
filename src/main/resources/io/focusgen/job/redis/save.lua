-- Without a text the lease is only renewed. Of the texts that one worker sends, the one with the highest number is the last.
local id, token, lease, number = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local status, json, keep, due = ARGV[5], ARGV[6], tonumber(ARGV[7]), ARGV[8]
local found = redis.call('HMGET', jobKey(id), 'token', 'status', 'cancel', 'json', 'number')
if not found[2] then
    return 'gone'
end
if found[1] ~= token then
    return 'lost'
end
local standing = found[3] and 'cancel' or 'ours'
if found[2] ~= 'running' then
    -- Sent again because the first answer was lost, or by somebody who has ended it before.
    return found[4] == json and standing or 'lost'
end
if found[3] and status == 'completed' then
    -- Its files are not wanted any more: whoever works at it removes them first.
    status, json = 'running', ''
end
if status ~= 'running' then
    finish(id, status, json, keep, due)
    return standing
end
if json ~= '' and number > tonumber(found[5] or 0) then
    redis.call('HSET', jobKey(id), 'json', json, 'number', number)
end
redis.call('ZADD', key('running'), now + lease, id)
return standing
