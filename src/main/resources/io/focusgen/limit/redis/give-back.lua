
-- ARGV: the amount, then of each window as in take. Only sums are given back to.
local amount = tonumber(ARGV[1])
for i = 2, #ARGV, 4 do
    if ARGV[i + 1] == '0' and redis.call('EXISTS', KEYS[2]) == 1 then
        local sum = sums(ARGV[i], tonumber(ARGV[i + 3]))
        local here = math.min(amount, sum.current)
        sum.current = sum.current - here
        sum.previous = math.max(0, sum.previous - (amount - here))
        keep(ARGV[i], sum)
    end
end
return 0
