local counts = {redis.call('ZCARD', key('queued')), redis.call('ZCARD', key('running'))}
for _, status in ipairs(ENDED) do
    counts[#counts + 1] = redis.call('ZCOUNT', key('ended:' .. status), '(' .. now, '+inf')
end
return counts
