package io.focusgen.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Where the text of a table comes from. */
@FunctionalInterface
public interface TableSource {

    /**
     * The whole text of a table.
     *
     * @param file e.g. {@code skus.csv}
     * @throws CatalogException if there is no such table
     */
    String text(String file);

    /** The tables that lie beside a class, in a folder named like the provider's label. */
    static TableSource beside(Class<?> owner, Provider provider) {
        return new Resources(owner, provider.label().concat("/"));
    }

    /** The tables that lie beside a class. */
    static TableSource plain(Class<?> owner) {
        return new Resources(owner, "");
    }

    /** No lambda and no string concatenation on the way: the first of each in a process costs as much as a table. */
    record Resources(Class<?> owner, String folder) implements TableSource {

        @Override
        public String text(String file) {
            try (InputStream stream = owner.getResourceAsStream(folder.concat(file))) {
                if (stream == null) {
                    throw new CatalogException(file, 0, "1", "there is no table " + folder + file, null);
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException broken) {
                throw new UncheckedIOException(file, broken);
            }
        }
    }
}
