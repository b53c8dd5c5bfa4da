package io.focusgen.observe;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What this build was made of. */
@ConfigMapping(prefix = "focus.build")
public interface BuildConfig {

    /** The commit, 7 to 64 hexadecimal digits; or {@code unknown}. */
    @WithDefault("unknown")
    String commit();
}
