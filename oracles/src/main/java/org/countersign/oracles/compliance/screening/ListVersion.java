package org.countersign.oracles.compliance.screening;

/** Which edition of a list was looked through. */
public final class ListVersion {
    private final String list;
    private final String version;
    private final int entries;
    private final int unmatched;

    ListVersion(String list, String version, int entries, int unmatched) {
        this.unmatched = unmatched;
        this.list = list;
        this.version = version;
        this.entries = entries;
    }

    /** What the authority calls the list. */
    public String getList() {
        return list;
    }

    /** Its date and the first twelve digits of its SHA-256. */
    public String getVersion() {
        return version;
    }

    /** How many persons and organisations are on it. */
    public int getEntries() {
        return entries;
    }

    /** Of how many of them no name can be read, so that nobody is found to be one of them. */
    public int getUnmatched() {
        return unmatched;
    }

    @Override
    public String toString() {
        return list + " " + version + ", " + entries + " entries";
    }
}
