package io.focusgen.job;

import java.util.List;

import io.focusgen.bundle.BundleFile;
import io.focusgen.bundle.WrittenFile;

/** What a job has to write. */
public interface JobPlan {

    /** All files but the manifest, in order. */
    List<BundleFile> files();

    /** The text of the manifest, {@code manifest.json}. @param written all of {@link #files}, in order */
    String manifest(List<WrittenFile> written);
}
