
-- ARGV: the amount and the moment when it was taken, then the windows. What counts no more is not given back.
local amount, moment = tonumber(ARGV[1]), tonumber(ARGV[2])
for _, window in ipairs(windows(3)) do
    if not window.exact then
        local cells = window.cells
        for i = #cells - 2, 1, -3 do
            if cells[i] <= moment then
                if moment <= cells[i + 1] then
                    cells[i + 2] = cells[i + 2] - math.min(amount, cells[i + 2])
                    if cells[i + 2] == 0 then
                        for _ = 1, 3 do
                            table.remove(cells, i)
                        end
                    end
                    keep(window)
                end
                break
            end
        end
    end
end
-- Where no window is counted by moments now, one was perhaps when it was taken, and may be again.
redis.call('ZREM', KEYS[1], text(moment))
return 0
