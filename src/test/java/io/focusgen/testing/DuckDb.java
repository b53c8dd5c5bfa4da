package io.focusgen.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

import org.duckdb.DuckDBDriver;

/** An empty database in memory. */
public final class DuckDb {

    private DuckDb() {
    }

    /** Asks the driver itself: the driver manager only knows those of the class loader that happened to come first. */
    public static Connection connect() throws SQLException {
        return new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
    }
}
