package io.focusgen.estate;

import java.util.List;

/**
 * What a kind of waste may be.
 *
 * @param kits kinds of resources, at least one
 * @param least GB that one usually has, at least: of a disk or what is stored, or stored beside a machine; 0 where there are
 *            none
 * @param most GB that one has, at most
 */
public record WasteKit(List<Kit> kits, int least, int most) {

    /** The GB of a disk that is sold in sizes, among the details of its price. */
    public static final String SIZE = "DiskSpace";

    public WasteKit {
        kits = List.copyOf(kits);
    }
}
