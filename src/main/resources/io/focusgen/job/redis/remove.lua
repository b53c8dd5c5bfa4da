local id = ARGV[1]
local status = redis.call('HGET', jobKey(id), 'status')
if status and status ~= 'queued' and status ~= 'running' then
    forget(id)
end
return 'done'
