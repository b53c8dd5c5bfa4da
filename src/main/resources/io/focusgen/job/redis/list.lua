local owner, most = ARGV[1], tonumber(ARGV[2])
sweep()
local jobs = {}
for _, id in ipairs(redis.call('ZREVRANGE', key('list:' .. owner), 0, most - 1)) do
    local job = stored(id)
    if job then
        jobs[#jobs + 1] = job
    end
end
return jobs
