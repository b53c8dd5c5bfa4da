package io.focusgen.http.problem;

import java.util.List;
import java.util.Optional;

/** Knows the paths of the service, for those who mistyped one. */
public interface PathGuide {

    /** All paths, as templates. */
    List<String> paths();

    /** The template of a path, or {@code other} where there is no such path. */
    String template(String path);

    /** The path that was probably meant by one that does not exist. */
    Optional<String> nearest(String path);
}
