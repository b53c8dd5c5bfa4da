package io.focusgen.job.redis;

import io.focusgen.redis.LuaScript;

/** A script of Lua: a file of this package's resources behind {@code common.lua}. */
enum Script {
    ADD("add"),
    FIND("find"),
    LIST("list"),
    CLAIM("claim"),
    SAVE("save"),
    GIVE_BACK("give-back"),
    CANCEL("cancel"),
    REMOVE("remove"),
    WEBHOOK("webhook"),
    OWING("owing"),
    COUNTS("counts");

    private final LuaScript lua;

    Script(String name) {
        lua = new LuaScript(Script.class, name);
    }

    LuaScript lua() {
        return lua;
    }
}
