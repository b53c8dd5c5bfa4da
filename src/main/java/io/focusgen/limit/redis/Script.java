package io.focusgen.limit.redis;

import io.focusgen.redis.LuaScript;

/** A script of Lua: a file of this package's resources behind {@code common.lua}. */
enum Script {
    TAKE("take"),
    LOOK("look"),
    GIVE_BACK("give-back");

    private final LuaScript lua;

    Script(String name) {
        lua = new LuaScript(Script.class, name);
    }

    LuaScript lua() {
        return lua;
    }
}
