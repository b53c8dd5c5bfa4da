local at, most = ARGV[1], tonumber(ARGV[2])
sweep()
local jobs = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', key('owing'), '-inf', at, 'LIMIT', 0, most)) do
    local job = stored(id)
    if job then
        jobs[#jobs + 1] = job
    end
end
return jobs
