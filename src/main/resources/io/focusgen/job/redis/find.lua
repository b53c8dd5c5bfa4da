return stored(ARGV[1])
